import MunicipalModel
import PlanAnalysis
import Rendering

extension TableColumn {
  /// The concept that a row is about.
  static func concept(_ concept: @escaping (Row) -> IndicatorConcept) -> Self {
    .key("concept", "概念", "concept") { ReportCell(concept($0)) }
  }
}

extension [TableColumn<ConceptMember>] {
  /// Which indicators of which concept a city has, and what its file says of them.
  static func listing(indicatorIsKey: Bool) -> Self {
    func indicator(_ member: ConceptMember) -> ReportCell {
      ReportCell(member.name, sources: member.placed.map { [$0.indicator.citation] } ?? [])
    }
    return [
      .concept(\.concept), .municipality(\.municipality),
      indicatorIsKey
        ? .key("indicator", "指標", "indicator", cell: indicator)
        : .text("indicator", "指標", "indicator", cell: indicator),
      .text("note", "注意", "note") {
        ReportCell(
          LocalizedText(
            ja: $0.notes.map(\.ja).joined(), en: $0.notes.map(\.en).joined(separator: " ")),
          value: $0.recognition.rawValue)
      },
    ]
  }
}

extension ReportCell {

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
    let qualifiers: [FigureQualifier?] = [
      FigureQualifier(figure.bound), figure.isEstimate ? .estimate : nil,
      FigureQualifier(figure.accumulation),
    ]
    let cell = Self(
      text: LocalizedText(ja: number + unit.ja, en: number + unit.en),
      value: .decimal(figure.value), unit: figure.unit, sources: figure.sources,
      formula: showsFormula ? figure.formula : nil
    ).qualified(by: qualifiers.compactMap(\.self))
    self = showsPeriod ? cell.dated(figure.period) : cell
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
