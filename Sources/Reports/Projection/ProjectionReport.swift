public import Demography
import MunicipalModel
public import Rendering

/// The report that `machi project` prints: a municipality's scenarios side by side.
public enum ProjectionReport {
  /// Makes the report of one or several municipalities.
  public static func report(_ studies: [ProjectionStudy]) -> Report {
    let end = studies.first.map(\.endYear) ?? 0
    return Report(
      title: LocalizedText(ja: "人口推計（\(end)年まで）: ", en: "Population projections to \(end): ")
        + studies.map(\.record.municipality.name).joined(),
      sections: studies.flatMap { sections($0, isOneOfMany: studies.count > 1) },
      citing: studies.map(\.record)
    ).answering(studies.map(answer))
  }

  /// What the main scenario comes to, and whether the target can be reached.
  private static func answer(_ study: ProjectionStudy) -> ReportAnswer? {
    let main = study.main.projection
    guard let first = main.total(in: main.startYear), let last = main.total(in: study.endYear)
    else {
      return nil
    }
    let scenario = study.main.scenario.name
    let people = sentence(
      study.record.municipality.name,
      by: LocalizedText(ja: "シナリオ「\(scenario.ja)」で", en: "by the scenario “\(scenario.en)”"),
      from: (main.startYear, first), to: (study.endYear, last))
    let reached = study.target.map { target -> LocalizedText in
      let goal = ReportCell(people: target.population).text
      let isReached = target.results.contains { if case .found = $0.result { true } else { false } }
      return LocalizedText(
        ja: "\(target.year)年に\(goal.ja)人の目標には、探した範囲の仮定で\(isReached ? "届く" : "届かない")。",
        en:
          " The target of \(goal.en) in \(target.year) is \(isReached ? "reached" : "not reached") "
          + "within the assumptions searched.")
    }
    return ReportAnswer(scenario, people + (reached ?? LocalizedText("")), sources: [])
  }

  /// What a projection comes to: 苫小牧市の人口は、シナリオ「…」で2060年に133,327人（2015年の172,737人から-22.81%）。
  static func sentence(
    _ name: LocalizedText, by method: LocalizedText, from first: (year: Int, people: Double),
    to last: (year: Int, people: Double)
  ) -> LocalizedText {
    let change = first.people > 0 ? (last.people / first.people - 1) * 100 : nil
    let share = change.map { ReportCell(rounding: $0.magnitude, to: 1).text.en }
    let isLess = (change ?? 0) < 0
    let people = (ReportCell(people: first.people).text, ReportCell(people: last.people).text)
    return LocalizedText(
      ja:
        "\(name.ja)の人口は、\(method.ja)\(last.year)年に\(people.1.ja)人（\(first.year)年の\(people.0.ja)人から"
        + (share.map { "\($0)%\(isLess ? "減" : "増")" } ?? "") + "）。",
      en:
        "\(name.en) would have \(people.1.en) people in \(last.year) \(method.en) ("
        + (share.map { "\($0)% \(isLess ? "less" : "more") than " } ?? "from ")
        + "\(people.0.en) in \(first.year)).")
  }

  /// The sections of one municipality.
  ///
  /// - Parameter isOneOfMany: whether headings and keys name the municipality.
  package static func sections(_ study: ProjectionStudy, isOneOfMany: Bool) -> [ReportSection] {
    let tables = ProjectionTables(study)
    let municipality = study.record.municipality
    func section(
      _ key: String, _ heading: LocalizedText, introduction: [LocalizedText] = [],
      charts: [ReportChart] = [], tables: [ReportTable?]
    ) -> ReportSection? {
      let tables = tables.compactMap { $0 }
      guard !tables.isEmpty else { return nil }
      let prefix =
        isOneOfMany
        ? LocalizedText(ja: "\(municipality.name.ja) ", en: "\(municipality.name.en): ")
        : LocalizedText("")
      return ReportSection(
        key: isOneOfMany ? "\(key)_\(municipality.code.sixDigits)" : key,
        heading: prefix + heading, introduction: introduction, charts: charts, tables: tables)
    }
    return [
      section(
        "projection_totals", LocalizedText(ja: "シナリオと総人口", en: "Scenarios and population"),
        introduction: [basis(study)], charts: [chart(study)],
        tables: [tables.totals, tables.scenarios]),
      section(
        "projection_ages", LocalizedText(ja: "年齢構成", en: "Age structure"),
        charts: [ageGroups(study), pyramid(study)].compactMap(\.self), tables: [tables.ages]),
      section(
        "projection_components", LocalizedText(ja: "出生・死亡・移動", en: "Components of change"),
        charts: [components(study)], tables: [tables.components]),
      section(
        "projection_comparison", LocalizedText(ja: "シナリオの差", en: "Differences"),
        tables: [tables.influence, tables.differences]),
      section(
        "projection_gap", LocalizedText(ja: "推計と実績", en: "Projected and observed"),
        tables: [tables.gap]),
      section(
        "projection_target", LocalizedText(ja: "目標人口に要る仮定", en: "What a target takes"),
        tables: [tables.target]),
      section(
        "projection_uncertainty", LocalizedText(ja: "不確実性", en: "Uncertainty"),
        tables: [tables.uncertainty]),
    ].compactMap { $0 }
  }

  /// What a larger report shows of a municipality, in one section.
  static func overallSection(_ study: ProjectionStudy) -> ReportSection {
    let parts = ["totals", "ages", "components", "gap"].flatMap { key in
      sections(study, isOneOfMany: true).filter { $0.key.hasPrefix("projection_\(key)_") }
    }
    return overallSection(
      of: study.record.municipality, introduction: parts.flatMap(\.introduction),
      charts: parts.flatMap(\.charts), tables: parts.flatMap(\.tables))
  }

  /// What a larger report says of a municipality whose projection is left out.
  static func leftOutSection(_ leftOut: ProjectionStudies.LeftOut) -> ReportSection {
    overallSection(of: leftOut.municipality, introduction: [leftOut.message])
  }

  private static func overallSection(
    of municipality: Municipality, introduction: [LocalizedText], charts: [ReportChart] = [],
    tables: [ReportTable] = []
  ) -> ReportSection {
    ReportSection(
      key: "projection_\(municipality.code.sixDigits)",
      heading: LocalizedText(
        ja: "将来推計: \(municipality.name.ja)", en: "Projection: \(municipality.name.en)"),
      introduction: introduction, charts: charts, tables: tables)
  }

  private static func basis(_ study: ProjectionStudy) -> LocalizedText {
    let name = study.main.scenario.name
    let steps = study.main.projection.stepYears
    guard !study.startsFromCensus else {
      return LocalizedText(
        ja: "主なシナリオは「\(name.ja)」。推計年は\(study.main.plan.startYear)年の基準日（10月1日）から"
          + "\(steps)年ごと。人口は国勢調査の人口を基準とし、住民基本台帳の人口とは異なります。",
        en: "The main scenario is \"\(name.en)\". Years are those of the base (1 October "
          + "\(study.main.plan.startYear)), every \(steps) years. The base is a "
          + "census population, which differs from the resident registry.")
    }
    let base = (study.main.plan.base.period ?? .calendarYear(study.main.plan.startYear)).label
    let statistic = study.mainStatistic?.label ?? LocalizedText("")
    let oldest = study.main.projection.ageGroups.oldest
    return LocalizedText(
      ja: "主なシナリオは「\(name.ja)」。推計は\(base.ja)の人口"
        + (statistic.ja.isEmpty ? "" : "（\(statistic.ja)）") + "から\(steps)年ごと。\(oldest.ja)",
      en: "The main scenario is \"\(name.en)\". It starts from the population of \(base.en)"
        + (statistic.en.isEmpty ? "" : " (\(statistic.en))")
        + " and goes every \(steps) years. \(oldest.en)")
  }
}

extension AgeClassification {
  /// Says which group is the oldest: with another one the same method projects other people.
  var oldest: LocalizedText {
    guard let last = groups.last else { return LocalizedText("") }
    return LocalizedText(
      ja: "最も高い年齢は\(last.label.ja)。", en: "The oldest age group is \(last.label.en).")
  }
}
