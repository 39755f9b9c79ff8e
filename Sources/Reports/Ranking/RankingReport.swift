public import Demography
public import MunicipalModel
public import Nationwide
public import Rendering

/// The report that `machi rank` prints: ranks, the places around a city, its peers, its rates
/// beside those of its prefecture and the nation, and how far the published rates can be formed again.
public enum RankingReport {
  /// What a report is asked for.
  public struct Request: Hashable, Sendable {
    /// What is ranked by.
    public var measure: MunicipalRanking.Measure
    /// Which municipalities take part.
    public var filter: MunicipalRanking.Filter
    /// How many of the first and the last are shown; `nil` for all.
    public var top: Int?
    /// The municipalities that are looked at.
    public var municipalities: [MunicipalityCode]
    /// How much of what a reader noticed is shown of each file; `nil` for all that it keeps.
    public var shownDiagnostics: Int?

    /// Makes a request.
    public init(
      measure: MunicipalRanking.Measure,
      filter: MunicipalRanking.Filter = MunicipalRanking.Filter(), top: Int? = nil,
      municipalities: [MunicipalityCode] = [], shownDiagnostics: Int? = 20
    ) {
      self.measure = measure
      self.filter = filter
      self.top = top
      self.municipalities = municipalities
      self.shownDiagnostics = shownDiagnostics
    }
  }

  /// Makes the report.
  ///
  /// - Throws: `RateComparisonError` if the rates are not comparable.
  public static func report(
    _ table: NationwideTable, _ request: Request
  ) throws(RateComparisonError) -> Report {
    let ranking = try MunicipalRanking(table, by: request.measure, filter: request.filter)
    let heading = table.heading(request.measure)
    var sections: [ReportSection] = []
    var answers: [ReportAnswer?] = []
    // Who names a municipality asks for its place first.
    if !request.municipalities.isEmpty {
      let whole = try MunicipalRanking(table, by: request.measure)
      for (index, code) in request.municipalities.uniqued.enumerated() {
        let around = AroundSection(table, ranking, whole: whole, code, number: index + 1)
        sections.append(around.section)
        answers.append(around.answer(heading))
      }
    }
    sections.append(RankingSection(table, ranking, request).section)
    answers.append(answer(ranking, heading))
    // Only sheets of the register print rates.
    if table.registry != nil { sections.append(PublishedRateSection(table).section) }
    sections.append(
      RankingNotesSection(
        table, ranking, shownDiagnostics: request.shownDiagnostics
      ).section)
    let period = self.period(ranking.periods)
    return Report(
      title: LocalizedText(
        ja: "\(table.areas.label.ja)の順位: \(heading.ja)" + (period.map { "（\($0.ja)）" } ?? ""),
        en: "\(table.areas.label.en.sentenceCased) ranked by \(heading.en)"
          + (period.map { ", \($0.en)" } ?? "")),
      sections: sections
    ).answering(answers)
  }

  /// The first and the last, and how many are above zero.
  private static func answer(
    _ ranking: MunicipalRanking, _ heading: LocalizedText
  ) -> ReportAnswer? {
    guard let first = ranking.entries.first, let last = ranking.entries.last,
      ranking.entries.count > 1
    else { return nil }
    let isOfPeople = ranking.measure == .population
    func told(_ entry: MunicipalRanking.Entry) -> LocalizedText {
      let name = RankingCells.name(entry.member.area).text
      let figure = RankingCells.figure(entry.figure).text
      return LocalizedText(
        ja: "\(name.ja)の\(figure.ja)\(isOfPeople ? "人" : "%")",
        en: "\(name.en) (\(figure.en)\(isOfPeople ? "" : "%"))")
    }
    return ReportAnswer(
      heading,
      LocalizedText(
        ja: "\(heading.ja)が最も高いのは\(told(first).ja)、最も低いのは\(told(last).ja)。",
        en: "The highest \(heading.en): \(told(first).en); the lowest: \(told(last).en)."),
      sources: [])
  }

  /// 2019, or 2019–2020 where a file mixes years.
  private static func period(_ periods: [Period]) -> LocalizedText? {
    guard let first = periods.first?.label, let last = periods.last?.label else { return nil }
    return first == last
      ? first : LocalizedText(ja: "\(first.ja)～\(last.ja)", en: "\(first.en)–\(last.en)")
  }
}

/// The cells that the sections have in common.
enum RankingCells {
  /// The name of a municipality with its prefecture: 北海道 苫小牧市.
  static func name(_ area: StatisticalArea) -> ReportCell {
    let value = area.code?.sixDigits ?? area.name
    guard area.isMunicipality, let prefecture = area.prefecture?.name else {
      return ReportCell(area.label, value: value)
    }
    return ReportCell(
      LocalizedText(
        ja: "\(prefecture.ja) \(area.name)", en: "\(prefecture.en) \(area.labelInEnglish.en)"),
      value: value)
  }

  static func figure(_ figure: MunicipalRanking.Figure) -> ReportCell {
    switch figure {
    case .rate(let rate): Self.rate(rate)
    case .mean(let mean):
      mean.rounded.map {
        ReportCell(
          $0, style: mean.kind.isBalance ? .signed : .grouped, sources: mean.sources,
          formula: mean.formula)
      } ?? .init(rounding: nil, to: 2)
    case .share(let share):
      share.rounded(to: 2).map {
        ReportCell(
          $0, sources: share.sources,
          formula: share.whole.formula == nil
            ? LocalizedText(ja: "65歳以上人口 ÷ 総人口 × 100", en: "65 and over ÷ all × 100")
            : LocalizedText(
              ja: "65歳以上人口 ÷ 年齢の分かる人口 × 100", en: "65 and over ÷ residents of known age × 100"))
      } ?? .init(rounding: nil, to: 2)
    case .count(let count): ReportCell(count)
    }
  }

  static func rate(_ rate: CrudeRate) -> ReportCell {
    ReportCell(rate, rounded: rate.rounded, style: rate.kind.isBalance ? .signed : .grouped)
  }

  /// The persons that a rate counts.
  static func numerator(_ figure: MunicipalRanking.Figure) -> ReportCell {
    switch figure {
    case .rate(let rate):
      ReportCell(rate.numerator, style: rate.kind.isBalance ? .signed : .grouped)
    case .mean: ReportCell(missing: .notApplicable)
    case .share(let share): ReportCell(share.part)
    case .count(let count): ReportCell(count)
    }
  }

  /// The persons that a rate or share divides by; a count divides by nothing, a mean by the stock of each year.
  static func denominator(_ figure: MunicipalRanking.Figure) -> ReportCell {
    switch figure {
    case .rate(let rate): ReportCell(rate.denominator)
    case .share(let share): ReportCell(share.whole)
    case .count, .mean: ReportCell(missing: .notApplicable)
    }
  }

  static func unit(_ measure: MunicipalRanking.Measure) -> String {
    measure == .population ? "persons" : "%"
  }

  /// 社会増減率（%）
  static func heading(_ measure: MunicipalRanking.Measure) -> LocalizedText {
    measure == .population
      ? measure.label
      : LocalizedText(ja: "\(measure.label.ja)（%）", en: "\(measure.label.en) (%)")
  }
}
