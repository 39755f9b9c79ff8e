package import Demography
import MunicipalModel
package import Rendering

extension ProjectionReport {
  /// 年齢3区分: the three age groups of the main scenario over the years; `nil` if its ages do not give them.
  package static func ageGroups(_ study: ProjectionStudy) -> ReportChart? {
    let projection = study.main.projection
    var groups: [BroadAgeGroups] = []
    for year in projection.years {
      guard let found = try? projection.population(in: year)?.broadAgeGroups() else { return nil }
      groups.append(found)
    }
    let parts: [(LocalizedText, String, (BroadAgeGroups) -> Double)] = [
      (LocalizedText(ja: "年少（0～14歳）", en: "0–14"), "young", \.young),
      (LocalizedText(ja: "生産年齢（15～64歳）", en: "15–64"), "working_age", \.workingAge),
      (LocalizedText(ja: "老年（65歳以上）", en: "65 and over"), "old", \.old),
    ]
    return lines(
      study, key: "projected_age_groups",
      title: LocalizedText(ja: "年齢3区分別の人口", en: "population by three age groups"),
      categories: projection.years.map(year),
      series: parts.map { label, key, value in
        ChartSeries(
          label, key: key, points: groups.map { ChartPoint(rounding: value($0), to: 0) })
      })
  }

  /// Births, deaths, natural change and net migrants of the main scenario, one point a step.
  package static func components(_ study: ProjectionStudy) -> ReportChart {
    let steps = study.main.projection.steps
    let parts: [(LocalizedText, String, (PopulationProjection.Step) -> Double)] = [
      (LocalizedText(ja: "出生", en: "births"), "births", { $0.births() }),
      (LocalizedText(ja: "死亡", en: "deaths"), "deaths", { $0.deaths.totalOfKnownAge }),
      (
        LocalizedText(ja: "自然増減", en: "natural change"), "natural_change",
        { $0.births() - $0.deaths.totalOfKnownAge }
      ),
      (
        LocalizedText(ja: "純移動", en: "net migrants"), "net_migrants",
        { $0.netMigrants.totalOfKnownAge }
      ),
    ]
    let length = study.main.projection.stepYears
    return lines(
      study, key: "projected_components",
      title: LocalizedText(
        ja: "\(length)年ごとの出生・死亡・移動", en: "births, deaths and migration by period"),
      categories: steps.map { step in
        ChartCategory(
          LocalizedText(
            ja: "\(step.startYear)～\(step.endYear)年", en: "\(step.startYear)–\(step.endYear)"))
      },
      series: parts.map { label, key, value in
        let style: FigureStyle = ["births", "deaths"].contains(key) ? .grouped : .signed
        return ChartSeries(
          label, key: key,
          points: steps.map { ChartPoint(rounding: value($0), to: 0, style: style) })
      })
  }

  /// A chart of lines about the main scenario.
  private static func lines(
    _ study: ProjectionStudy, key: String, title: LocalizedText, categories: [ChartCategory],
    series: [ChartSeries]
  ) -> ReportChart {
    let municipality = study.record.municipality
    let scenario = study.main.scenario.name
    let space = LocalizedText(ja: "の", en: ": ")
    return ReportChart(
      key: "\(key)_\(municipality.code.sixDigits)", kind: .line,
      title: LocalizedText(
        ja: "\(municipality.name.ja)の\(title.ja)（\(scenario.ja)）",
        en: "\(municipality.name.en): \(title.en) (\(scenario.en))"),
      summary: ChartSummary.ends(series, of: categories),
      categoryLabel: categories.first?.position == nil
        ? LocalizedText(ja: "期間", en: "period") : LocalizedText(ja: "年", en: "year"),
      valueLabel: LocalizedText(ja: "人", en: "persons"), categories: categories, series: series
    ).found(
      ChartSummary.newest(
        series, of: categories, what: municipality.name + space + title, unit: "人"))
  }

  static func year(_ year: Int) -> ChartCategory {
    ChartCategory(
      LocalizedText(ja: "\(year)年", en: "\(year)"), position: Double(year))
  }
}
