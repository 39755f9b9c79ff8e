import MunicipalModel
import PlanAnalysis
import Rendering

extension TableColumn {
  /// The concept that a row is about.
  static func concept(_ concept: @escaping (Row) -> IndicatorConcept) -> Self {
    .key("concept", "概念", "concept") { ReportCell(concept($0)) }
  }
}

extension [TableColumn<Crosswalk.Member>] {
  /// Which indicators of which concept a city has, and what its file says of them.
  static func listing(indicatorIsKey: Bool) -> Self {
    func indicator(_ member: Crosswalk.Member) -> ReportCell {
      ReportCell(member.name, sources: member.placed.map { [$0.indicator.citation] } ?? [])
    }
    return [
      .concept(\.concept), .municipality(\.municipality),
      indicatorIsKey
        ? .key("indicator", "指標", "indicator", cell: indicator)
        : .text("indicator", "指標", "indicator", cell: indicator),
      .text("note", "注意", "note") {
        ReportCell(
          $0.notes.joined("", " "),
          value: $0.recognition.rawValue)
      },
    ]
  }
}

extension ReportCell {

  /// Makes a cell of a concept.
  init(_ concept: IndicatorConcept) { self.init(concept.name, value: concept.id) }

  /// Makes a cell of how comparable two indicators are.
  init(_ comparability: Crosswalk.Comparability) {
    self.init(comparability.label, value: comparability.rawValue)
    tone = comparability == .sameDefinition ? .good : comparability == .similar ? .middling : nil
  }

  /// Makes a cell of a figure with its unit, and with its year if that is asked for.
  init(
    _ figure: Crosswalk.Figure, style: FigureStyle = .grouped, showsPeriod: Bool = false,
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
    _ result: Result<Crosswalk.Figure, FigureGap>, style: FigureStyle = .grouped,
    showsFormula: Bool = true
  ) {
    switch result {
    case .success(let figure): self.init(figure, style: style, showsFormula: showsFormula)
    case .failure(let gap): self.init(narrow: gap)
    }
  }

  /// Makes a cell of why there is no figure, in the words that fit the narrow columns of the crosswalk.
  init(narrow gap: FigureGap) {
    let text: LocalizedText? =
      switch gap {
      case .unknownTerm: LocalizedText(ja: "計画期間が不明", en: "term unknown")
      case .accumulationsDiffer: LocalizedText(ja: "累計と単年", en: "total against single year")
      case .signMayChange: LocalizedText(ja: "符号が変わりうる", en: "sign may change")
      case .tooLarge: LocalizedText(ja: "桁が多すぎる", en: "too many digits")
      default: nil
      }
    self.init(missing: gap.code, text: text ?? gap.label)
  }

  /// Makes a cell of a difference: a difference of percentages is in points.
  init(difference: Result<Crosswalk.Figure, FigureGap>, showsFormula: Bool = true) {
    switch difference {
    case .failure(let gap): self.init(narrow: gap)
    case .success(let figure):
      let unit = UnitLabel.difference(figure.unit, after: figure.value)
      let number = FigureStyle.signed.text(figure.value)
      self.init(
        text: LocalizedText(ja: number + unit.ja, en: number + unit.en),
        value: .decimal(figure.value), unit: figure.unit == "%" ? "points" : figure.unit,
        sources: figure.sources, formula: showsFormula ? figure.formula : nil)
    }
  }

  /// Makes a cell of a measure of progress with its unit, or of why there is none.
  init(_ measure: ProgressResult, to decimals: Int, unit: String = "", showsFormula: Bool = true) {
    let plain = Self(measure, decimals: decimals)
    guard case .decimal(let number) = plain.value else {
      self = plain
      return
    }
    let label = UnitLabel.text(unit, after: number)
    self.init(
      text: plain.text + label, value: plain.value, unit: unit, sources: plain.sources,
      formula: showsFormula ? plain.formula : nil)
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
