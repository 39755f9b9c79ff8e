package import MunicipalModel

extension ReportCell {
  /// Makes a cell of a whole number.
  package init(
    _ number: Int, style: FigureStyle = .grouped, unit: String = "", sources: [Citation] = [],
    formula: LocalizedText? = nil
  ) {
    self.init(
      text: LocalizedText(style.text(number)), value: .integer(number), unit: unit,
      sources: sources, formula: formula)
  }

  /// Makes a cell of a decimal with all its digits.
  package init(
    _ number: ExactDecimal, style: FigureStyle = .grouped, unit: String = "",
    sources: [Citation] = [], formula: LocalizedText? = nil
  ) {
    self.init(
      text: LocalizedText(style.text(number)), value: .decimal(number), unit: unit,
      sources: sources, formula: formula)
  }

  /// Makes a cell of a computed figure, rounded half away from zero.
  ///
  /// What is `nil`, infinite or not a number becomes a cell without a value, `not_computable`.
  ///
  /// - Parameter decimals: digits after the point, 0 to 9.
  package init(
    rounding number: Double?, to decimals: Int, style: FigureStyle = .grouped, unit: String = "",
    sources: [Citation] = [], formula: LocalizedText? = nil
  ) {
    if let number, let rounded = ExactDecimal(rounding: number, to: decimals) {
      self.init(rounded, style: style, unit: unit, sources: sources, formula: formula)
    } else {
      self.init(
        missing: "not_computable", text: LocalizedText(ja: "算出不可", en: "not computable"),
        sources: sources)
    }
  }

  /// Makes a cell of a number of persons; `nil` becomes a cell without a value.
  package init(
    _ number: TracedNumber?, style: FigureStyle = .grouped,
    otherwise reason: MissingReason = .notAvailable
  ) {
    guard let number else {
      self.init(missing: reason)
      return
    }
    self.init(
      number.value, style: style, sources: number.sources,
      formula: number.formula)
  }

  /// Makes a cell of the time up to which there are figures: 2022年度まで.
  package init(upTo period: Period) {
    self.init(
      LocalizedText(ja: "\(period.label.ja)まで", en: "up to \(period.label.en)"),
      value: period.code)
  }

  /// Makes a cell of a period: 2022年度 to a person, `FY2022` to a program.
  package init(_ period: Period, sources: [Citation] = []) {
    self.init(period.label, value: period.code, sources: sources)
  }
}
