public import Demography
public import MunicipalModel
public import Rendering

/// The report of projections by the Hamilton–Perry method (コーホート変化率法), municipalities one after another.
public enum HamiltonPerryReport {
  /// Makes the report.
  ///
  /// - Parameters:
  ///   - analyses: the municipalities.
  ///   - municipalities: their names; a code stands for one that is not there.
  public static func report(
    _ analyses: [HamiltonPerryAnalysis], municipalities: [Municipality] = []
  ) -> Report {
    let names = AgeReportNames([], municipalities)
    let end = analyses.map(\.projection.endYear).max() ?? 0
    return Report(
      title: LocalizedText(
        ja: "コーホート変化率法による人口推計（\(end)年まで）: ",
        en: "Hamilton–Perry projections to \(end): ") + names.list(analyses.map(\.municipality)),
      sections: analyses.flatMap { analysis in
        sections(
          analysis, name: names.name(analysis.municipality), isOneOfMany: analyses.count > 1)
      }
    ).answering(analyses.map { answer($0, names.name($0.municipality)) })
  }

  private static func answer(
    _ analysis: HamiltonPerryAnalysis, _ name: LocalizedText
  ) -> ReportAnswer? {
    let projection = analysis.projection
    let (start, end) = (projection.startYear, projection.endYear)
    guard let first = projection.total(in: start), let last = projection.total(in: end) else {
      return nil
    }
    let periods = analysis.periods
    let (from, to) = (periods.first?.lowerBound ?? start, periods.last?.upperBound ?? start)
    let method = LocalizedText(
      ja: "\(from)～\(to)年の変化が続けば", en: "if the changes of \(from)–\(to) go on")
    return ReportAnswer(
      name, ProjectionReport.sentence(name, by: method, from: (start, first), to: (end, last)),
      sources: [])
  }

  private static func sections(
    _ analysis: HamiltonPerryAnalysis, name: LocalizedText, isOneOfMany: Bool
  ) -> [ReportSection] {
    let tables = HamiltonPerryTables(analysis)
    func section(
      _ key: String, _ heading: LocalizedText, introduction: [LocalizedText] = [],
      charts: [ReportChart] = [], tables: [ReportTable]
    ) -> ReportSection {
      let prefix =
        isOneOfMany
        ? LocalizedText(ja: "\(name.ja) ", en: "\(name.en): ") : LocalizedText("")
      return ReportSection(
        key: isOneOfMany ? "\(key)_\(analysis.municipality.sixDigits)" : key,
        heading: prefix + heading, introduction: introduction, charts: charts, tables: tables)
    }
    return [
      section(
        "hamilton_perry_population", LocalizedText(ja: "総人口と年齢構成", en: "Population and ages"),
        introduction: [method(analysis), caution], charts: [chart(analysis, name: name)],
        tables: [tables.totals]),
      section(
        "hamilton_perry_ages", LocalizedText(ja: "年齢別の人口", en: "People by age"),
        charts: [pyramid(analysis, name: name)].compactMap(\.self), tables: [tables.ages]),
      section(
        "hamilton_perry_ratios", LocalizedText(ja: "変化率", en: "Ratios"), tables: [tables.ratios]),
    ]
  }

  /// What the ratios are from.
  private static func method(_ analysis: HamiltonPerryAnalysis) -> LocalizedText {
    let periods = analysis.periods
    let base = (analysis.stocks.last?.period ?? .calendarYear(analysis.projection.startYear)).label
    let mothers =
      analysis.method.sexes.contains(.female)
      ? LocalizedText(ja: "子ども女性比", en: "the women")
      : LocalizedText(ja: "15～49歳の全員に対する子どもの比", en: "all people of 15–49")
    let statistic = analysis.stocks.last?.statistic.label ?? LocalizedText("")
    let list = periods.map { "\($0.lowerBound)～\($0.upperBound)" }.joined(separator: "、")
    let listEn = periods.map { "\($0.lowerBound)–\($0.upperBound)" }.joined(separator: ", ")
    let isMean = periods.count > 1
    let oldest =
      analysis.projection.population(in: analysis.projection.startYear)?.ages.oldest
      ?? LocalizedText("")
    let rule = analysis.rule.label
    return LocalizedText(
      ja: "各コーホートは\(list)年の変化率\(isMean ? "の平均" : "")のまま変わるものとし、期間中に生まれる子どもは\(mothers.ja)で"
        + "推計します。基準は\(base.ja)の人口" + (statistic.ja.isEmpty ? "" : "（\(statistic.ja)）")
        + "、\(analysis.method.years)年ごと。\(oldest.ja)年齢不詳の扱い: \(rule.ja)。",
      en:
        "Each cohort changes as \(isMean ? "on average in" : "in") \(listEn), and those born in a step are "
        + "counted for \(mothers.en) at its end. The base is the population of \(base.en)"
        + (statistic.en.isEmpty ? "" : ", \(statistic.en)")
        + "; steps are of \(analysis.method.years) years. \(oldest.en) Age not reported: \(rule.en)."
    )
  }

  private static let caution = LocalizedText(
    ja: "死亡と移動は分けません。一度だけの出来事（住宅地の造成、施設の開設など）による変化もそのまま続くものとします。",
    en:
      "Deaths and moves are not told apart, and what happened once, such as a new estate or a home, is taken to go on."
  )

  // MARK: Charts

  /// The stocks and the people projected, as lines.
  package static func chart(_ analysis: HamiltonPerryAnalysis, name: LocalizedText) -> ReportChart {
    let projection = analysis.projection
    var observed: [Int: CitedAgeTable] = [:]
    for stock in analysis.stocks { observed[stock.period?.year ?? 0] = stock }
    let years = Set(projection.years + observed.keys).sorted()
    let last = ChartPoint(rounding: projection.total(in: projection.endYear), to: 0).text
    return ReportChart(
      key: "hamilton_perry_\(analysis.municipality.sixDigits)", kind: .line,
      title: LocalizedText(
        ja: "\(name.ja)の人口: コーホート変化率法", en: "Population of \(name.en): Hamilton–Perry"),
      summary: LocalizedText(
        ja: "\(projection.startYear)年を基準に、\(projection.endYear)年に\(last.ja)人。",
        en: "From \(projection.startYear); \(last.en) people in \(projection.endYear)."),
      categoryLabel: LocalizedText(ja: "年", en: "year"),
      valueLabel: LocalizedText(ja: "人口（人）", en: "population (persons)"),
      categories: years.map { ChartCategory(LocalizedText("\($0)")) },
      series: [
        ChartSeries(
          LocalizedText(ja: "実績", en: "observed"), key: "observed",
          points: years.map { year in
            observed[year].map {
              ChartPoint(rounding: $0.table.total, to: 0, sources: $0.allCitations)
            } ?? .missing
          }),
        ChartSeries(
          LocalizedText(ja: "推計", en: "projected"), key: "projected",
          points: years.map { year in
            projection.total(in: year).map { ChartPoint(rounding: $0, to: 0) } ?? .missing
          }),
      ])
  }

  /// The pyramids of the base and of the last year; `nil` if the sexes are not divided.
  package static func pyramid(_ analysis: HamiltonPerryAnalysis, name: LocalizedText)
    -> ReportChart?
  {
    let years = (analysis.projection.startYear, analysis.projection.endYear)
    return ReportChart(
      pyramid: "hamilton_perry_pyramid_\(analysis.municipality.sixDigits)",
      title: LocalizedText(
        ja: "\(name.ja)の人口ピラミッド: \(years.0)年と\(years.1)年",
        en: "Population pyramid of \(name.en): \(years.0) and \(years.1)"),
      words: (men: Sex.male.label.en, women: Sex.female.label.en), years: years,
      ages: analysis.method.ages, population: analysis.projection.population)
  }
}
