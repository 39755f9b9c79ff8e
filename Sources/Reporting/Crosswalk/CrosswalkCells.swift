import MunicipalModel
import PlanAnalysis

extension ReportCell {
  /// Makes a cell of a municipality.
  init(_ municipality: Municipality) {
    self.init(municipality.name, value: municipality.code.sixDigits)
  }

  /// Makes a cell of a concept.
  init(_ concept: IndicatorConcept) { self.init(concept.name, value: concept.id) }

  /// Makes a cell of how comparable two indicators are.
  init(_ comparability: Comparability) {
    self.init(comparability.label, value: comparability.rawValue)
  }

  /// Makes a cell of a figure with its unit, and with its year if that is asked for.
  init(
    _ figure: ConceptFigure, style: FigureStyle = .grouped, showsPeriod: Bool = false,
    showsFormula: Bool = true
  ) {
    let number = style.text(figure.value)
    let unit = UnitLabel.text(figure.unit, after: figure.value)
    let period = showsPeriod ? figure.period?.label : nil
    let prefix = showsPeriod ? figure.accumulation.prefix : LocalizedText("")
    self.init(
      text: LocalizedText(
        ja: prefix.ja + number + unit.ja + (period.map { "（\($0.ja)）" } ?? ""),
        en: prefix.en + number + unit.en + (period.map { " (\($0.en))" } ?? "")),
      value: .decimal(figure.value), unit: figure.unit, sources: figure.sources,
      formula: showsFormula ? figure.formula : nil)
  }

  /// Makes a cell of a figure, or of why there is none.
  init(
    _ result: Result<ConceptFigure, ConceptGap>, style: FigureStyle = .grouped,
    showsFormula: Bool = true
  ) {
    switch result {
    case .success(let figure): self.init(figure, style: style, showsFormula: showsFormula)
    case .failure(let gap): self.init(gap)
    }
  }

  /// Makes a cell of why there is no figure.
  init(_ gap: ConceptGap) { self.init(missing: gap.rawValue, text: gap.label) }

  /// Makes a cell of a difference: a difference of percentages is in points.
  init(difference: Result<ConceptFigure, ConceptGap>, showsFormula: Bool = true) {
    switch difference {
    case .failure(let gap): self.init(gap)
    case .success(let figure):
      let unit = UnitLabel.difference(figure.unit, after: figure.value)
      let number = FigureStyle.signed.text(figure.value)
      self.init(
        text: LocalizedText(ja: number + unit.ja, en: number + unit.en),
        value: .decimal(figure.value), unit: figure.unit == "%" ? "points" : figure.unit,
        sources: figure.sources, formula: showsFormula ? figure.formula : nil)
    }
  }

  /// Makes an empty cell whose reason stands in a neighbouring cell.
  init(dash gap: ConceptGap) { self.init(missing: gap.rawValue, text: LocalizedText("-")) }

  /// Makes a cell of a measure of progress, or of why there is none.
  init(
    _ measure: ConceptMeasure, to decimals: Int, unit: String = "", showsFormula: Bool = true
  ) {
    guard let value = measure.value else {
      self.init(missing: measure.gap, text: measure.gapLabel)
      return
    }
    guard let rounded = ExactDecimal(rounding: value, to: decimals) else {
      self = .notComputable
      return
    }
    let label = UnitLabel.text(unit, after: rounded)
    let number = FigureStyle.grouped.text(rounded)
    self.init(
      text: LocalizedText(ja: number + label.ja, en: number + label.en),
      value: .decimal(rounded), unit: unit, sources: measure.sources,
      formula: showsFormula ? measure.formula : nil)
  }

  /// Makes a cell of a median, with the number of figures behind it; an empty one shows a dash.
  init(median: Double?, of count: Int? = nil, to decimals: Int, unit: String = "") {
    if let median, let rounded = ExactDecimal(rounding: median, to: decimals) {
      let number = FigureStyle.grouped.text(rounded)
      self.init(
        text: LocalizedText(count.map { "\(number) (\($0))" } ?? number),
        value: .decimal(rounded), unit: unit)
    } else {
      self.init(missing: "no_figures", text: LocalizedText("-"))
    }
  }
}

extension Accumulation {
  /// The word before a figure that does not count one year.
  fileprivate var prefix: LocalizedText {
    switch self {
    case .cumulative: LocalizedText(ja: "累計", en: "total ")
    case .yearly: LocalizedText(ja: "毎年", en: "each year ")
    case .average: LocalizedText(ja: "平均", en: "mean ")
    case .single, .atPlanEnd, .latest: LocalizedText("")
    }
  }
}
