/// A number format of a workbook (表示形式): what makes 0.455 the 45.5 % that people see.
///
/// It has one to four sections (positive; negative; zero; text), or sections with conditions. The
/// syntax is that of ECMA-376, part 1, 18.8.31; the Japanese eras and weekdays are Excel's.
struct NumberFormat: Hashable, Sendable {
  /// The format as it is written.
  let code: String
  /// The sections; empty if the format is not understood.
  let sections: [NumberFormatSection]
  /// Of each section, how it shows whole numbers, and whether it shows numbers as such.
  private let wholeNumbers: [NumberFormatSection.WholeNumbers?]
  private let plain: [Bool]

  /// No format: a number as it is, in at most 11 characters.
  static let general = NumberFormat("General")

  /// Reads a format.
  init(_ code: String) {
    self.code = code
    var parser = NumberFormatParser(code)
    sections = parser.sections() ?? []
    wholeNumbers = sections.map { NumberFormatSection.WholeNumbers($0) }
    plain = sections.map(\.isPlain)
  }

  /// Whether the format is understood; if it is not, numbers are shown as they are.
  var isUnderstood: Bool { !sections.isEmpty }

  /// A number as it is displayed; `nil` if the format cannot show it.
  ///
  /// - Parameter is1904: whether the days of the workbook count from 1904.
  func text(of number: StoredNumber, is1904: Bool = false) -> String? {
    guard let index = section(for: number) else { return nil }
    let section = sections[index]
    guard
      let bytes = wholeNumbers[index]?.text(of: number)
        ?? section.text(of: number, is1904: is1904)
    else { return nil }
    let text = String(decoding: bytes, as: UTF8.self)
    guard section.showsSign(of: number) else { return text }
    let isNegativeOnly = holdsOnlyNegative(index)
    if sections.contains(where: { $0.condition != nil }), index > 0 || isNegativeOnly {
      // Programs differ in whether they add a sign here, unless the section has a mark of its own.
      return isNegativeOnly && section.marksNegative ? text : nil
    }
    return isNegativeOnly ? text : "-" + text
  }

  /// Whether a positive whole number is displayed as such, with signs at most beside its digits.
  func showsDigits(of number: StoredNumber) -> Bool {
    guard !number.isNegative, !number.isZero, number.digits < 1_000_000_000,
      (0...3).contains(number.exponent), let index = section(for: number)
    else { return false }
    return plain[index] && wholeNumbers[index] != nil
  }

  /// A text as it is displayed: the fourth section, or one with `@`, may add something.
  func text(of text: String) -> String {
    guard let section = sections.count > 3 ? sections[3] : sections.last, section.showsText else {
      return text
    }
    return sections.count > 3 || section.kind == .text ? section.text(of: text) : text
  }

  /// Whether it shows a number as such: no day, no share, no zeros before it, no words beside it.
  func isPlain(for number: StoredNumber) -> Bool {
    section(for: number).map { plain[$0] } ?? false
  }

  // MARK: Which section

  private func section(for number: StoredNumber) -> Int? {
    let numeric = numericSections
    guard numeric > 0 else { return sections.isEmpty ? nil : 0 }
    for index in 0..<numeric where condition(index).map({ $0.holds(number) }) ?? true {
      return index
    }
    // What no condition takes, a program shows as ####.
    return nil
  }

  /// How many sections are for numbers.
  private var numericSections: Int {
    sections.count > 1 && sections.last?.kind == .text
      ? min(3, sections.count - 1) : min(3, sections.count)
  }

  /// The condition of a section; `nil` if it takes what is left.
  private func condition(_ index: Int) -> NumberFormatSection.Condition? {
    if let own = sections[index].condition { return own }
    switch (index, numericSections) {
    case (0, 2): return .init(comparison: .atLeast, value: 0)
    case (0, 3): return .init(comparison: .above, value: 0)
    case (1, 3): return .init(comparison: .below, value: 0)
    default: return nil
    }
  }

  /// Whether a section is for negative numbers alone, which it then shows without their sign.
  private func holdsOnlyNegative(_ index: Int) -> Bool {
    if let own = condition(index) { return own.holdsOnlyNegative }
    return (0..<index).contains { condition($0)?.holdsAllFromZero ?? false }
  }
}
