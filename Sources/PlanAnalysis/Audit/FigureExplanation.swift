import MunicipalModel

/// Looks for a way in which one of two differing figures follows from the other document's series.
struct FigureExplanation {
  struct Found {
    let text: LocalizedText
    /// Whether the two figures can both be right, counted in different ways.
    let isHarmless: Bool
  }

  private let left: Indicator
  private let right: Indicator
  private let record: MunicipalityRecord

  init(match: IndicatorMatch, record: MunicipalityRecord) {
    left = match.left.indicator
    right = match.right.indicator
    self.record = record
  }

  /// The indicators of the same name in superseded editions. Few figures need them.
  private var superseded: [Indicator] {
    let key = ConceptPool.key(left.name)
    return record.plans.filter { $0.edition == .superseded }.flatMap(\.indicators)
      .map(\.indicator).filter { ConceptPool.key($0.name) == key }
  }

  /// The first explanation, tried both ways.
  func explanation(
    of first: ExactDecimal, _ one: IndicatorFigure, _ second: ExactDecimal, _ other: IndicatorFigure
  ) -> Found? {
    fromSeries(second, other, series: left, at: one)
      ?? fromSeries(first, one, series: right, at: other)
      ?? fromSuperseded(first, one) ?? fromSuperseded(second, other)
  }

  /// 45 = 79 − 34: one year's figure printed as cumulative; 37 = 23 + 14: the running sum of the years.
  private func fromSeries(
    _ value: ExactDecimal, _ observation: IndicatorFigure, series: Indicator,
    at place: IndicatorFigure
  ) -> Found? {
    guard place.role == .actual, let index = series.actuals.firstIndex(of: place) else {
      return nil
    }
    let figures = series.actuals.map(\.reading.value)
    if place.isCumulative(in: series), index > 0, let before = figures[index - 1],
      let now = figures[index], now.subtracting(before) == value
    {
      let text = "\(value.grouped) = \(now.grouped) − \(before.grouped)"
      let isMislabelled = observation.accumulation == .cumulative
      return Found(
        text: LocalizedText(
          ja: "\(text): \(isMislabelled ? "単年度の値が累計と記載されている" : "一方は単年度、他方は累計")",
          en:
            "\(text): \(isMislabelled ? "a single year's figure is printed as cumulative" : "one counts the year, the other since the beginning")"
        ),
        isHarmless: !isMislabelled)
    }
    if !place.isCumulative(in: series), index > 0 {
      let terms = figures[...index].compactMap { $0 }
      let sum = terms.reduce(ExactDecimal(0) as ExactDecimal?) { $0?.adding($1) }
      if terms.count > 1, sum == value {
        let text = "\(value.grouped) = " + terms.map(\.grouped).joined(separator: " + ")
        return Found(
          text: LocalizedText(
            ja: "\(text): 一方は単年度、他方は累計",
            en: "\(text): one counts the year, the other since the beginning"),
          isHarmless: true)
      }
    }
    for (offset, figure) in figures.enumerated() where offset != index && figure == value {
      let year = series.actuals[offset].period?.label
      return Found(
        text: LocalizedText(
          ja: "\(value.grouped) は\(year?.ja ?? "別の年")の値",
          en: "\(value.grouped) is the figure of \(year?.en ?? "another year")"),
        isHarmless: false)
    }
    return nil
  }

  /// A figure that the superseded edition prints.
  private func fromSuperseded(_ value: ExactDecimal, _ observation: IndicatorFigure) -> Found? {
    for indicator in superseded {
      guard let old = indicator.first(observation.role), old.reading.value == value,
        old.citation != observation.citation
      else { continue }
      return Found(
        text: LocalizedText(
          ja:
            "\(value.grouped) は旧版の値（\(old.citation.place?.description ?? "\(old.citation.line)行")「\(old.citation.printed)」）",
          en:
            "\(value.grouped) is the superseded edition's figure (\(old.citation.place?.description ?? "line \(old.citation.line)") \"\(old.citation.printed)\")"
        ),
        isHarmless: false)
    }
    return nil
  }
}
