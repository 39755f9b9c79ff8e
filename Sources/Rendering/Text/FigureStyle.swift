package import MunicipalModel

/// How a figure is written for a person. A minus is always the ASCII `-`, never `−`, `▲` or `△`.
///
/// Exported files do not use a style: they write plain digits.
package enum FigureStyle: String, Hashable, Sendable, CaseIterable {
  /// Thousands are set apart by commas: `82,823`, `-1,234.5`.
  case grouped
  /// Digits only, as for a year or a code: `2021`.
  case plain
  /// As ``grouped``, with a plus before what is larger than zero: `+562`, `0`, `-562`.
  case signed

  /// A whole number as a text.
  package func text(_ number: Int) -> String {
    text(digits: String(number), isPositive: number > 0)
  }

  /// A decimal as a text, with all its digits after the point.
  package func text(_ number: ExactDecimal) -> String {
    text(digits: number.description, isPositive: number.coefficient > 0)
  }

  private func text(digits: String, isPositive: Bool) -> String {
    switch self {
    case .plain: digits
    case .grouped: ThousandsSeparators.text(digits)
    case .signed:
      isPositive ? "+" + ThousandsSeparators.text(digits) : ThousandsSeparators.text(digits)
    }
  }
}

extension FigureStyle {
  /// A quantity with its qualifiers: `1,498千円`, `累計10人以上`, `約100人（見込み）`; in English a space
  /// precedes the unit.
  ///
  /// A unit that begins with a digit stands in brackets: 2.9（5段階評価）.
  package func text(
    _ quantity: Quantity, _ accumulation: Accumulation = .single, showsUnit: Bool
  ) -> LocalizedText {
    FigureQualifier.text(
      number(quantity.value, unit: quantity.unit, showsUnit: showsUnit),
      FigureQualifier.all(of: quantity, accumulation))
  }

  /// A number and its unit.
  ///
  /// - Parameter showsUnit: whether the unit follows; English counts in its own units in any case, so that figures
  ///   with and without it stand beside each other.
  package func number(
    _ value: ExactDecimal, unit: String, showsUnit: Bool = true
  ) -> LocalizedText {
    guard showsUnit else {
      return LocalizedText(ja: text(value), en: text(UnitLabel.counted(value, unit).0))
    }
    let number = text(value)
    let isSign = unit == "%" || unit == "％" || unit == "‰"
    let beginsWithDigit = unit.unicodeScalars.first?.properties.numericType == .decimal
    let (counted, word) = UnitLabel.counted(value, unit)
    return LocalizedText(
      ja: beginsWithDigit ? "\(number)（\(unit)）" : number + unit,
      en: unit.isEmpty || isSign
        ? number + unit : text(counted) + (word.isEmpty ? "" : " \(word)"))
  }
}
