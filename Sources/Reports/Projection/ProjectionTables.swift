import Demography
import MunicipalModel
import Rendering

/// The tables of a study of scenarios.
struct ProjectionTables {
  let study: ProjectionStudy

  init(_ study: ProjectionStudy) { self.study = study }

  static let scenario = ReportColumn.key(
    "scenario", LocalizedText(ja: "シナリオ", en: "scenario"))
  static let year = ReportColumn.key("year", LocalizedText(ja: "年", en: "year"))

  static func people(_ value: Double?, style: FigureStyle = .grouped) -> ReportCell {
    ReportCell(rounding: value, to: 0, style: style)
  }

  static func cell(_ scenario: ProjectionScenario) -> ReportCell {
    ReportCell(scenario.name, value: scenario.id)
  }

  static func yearCell(_ year: Int) -> ReportCell {
    ReportCell(LocalizedText("\(year)"), value: "\(year)")
  }

  /// What all scenarios are projected from: the census, or the other stock, that they start at.
  ///
  /// - Parameter formula: how the figures of a table come from it.
  func basis(_ formula: LocalizedText) -> ReportBasis {
    let list = Set(study.entries.map(\.plan.startYear)).sorted().map { "\($0)" }
    let isCensus = study.startsFromCensus
    return ReportBasis(
      formula: formula
        + LocalizedText(
          ja: "。基準は\(list.joined(separator: "、"))年の\(isCensus ? "国勢調査" : "人口")、仮定は表「シナリオの仮定」",
          en: "; the base is the \(isCensus ? "census" : "population") of "
            + "\(list.joined(separator: ", ")), the assumptions stand in the table of scenarios"),
      sources: study.baseStocks.flatMap(\.allCitations))
  }

  private static let method = LocalizedText(
    ja: "コーホート要因法による推計", en: "projected by cohorts and components")

  // MARK: Totals

  var totals: ReportTable {
    let years = study.main.projection.years
    return ReportTable(
      key: "projected_population", caption: LocalizedText(ja: "総人口（人）", en: "Population (persons)"),
      columns: [Self.scenario]
        + years.map { .number("year_\($0)", LocalizedText("\($0)"), unit: "persons") },
      rows: study.entries.map { entry in
        ReportRow(
          [Self.cell(entry.scenario)] + years.map { Self.people(entry.projection.total(in: $0)) })
      } + published(years), basis: basis(Self.method))
  }

  /// The totals that the vision prints, and how far the main scenario is from them.
  private func published(_ years: [Int]) -> [ReportRow] {
    let printed = years.map { year in
      study.record.populationFigures.first { figure in
        guard figure.item == .totalPopulation, figure.basis == .vision,
          case .municipality = figure.area
        else { return false }
        return figure.period?.year == year && figure.reading.value != nil
      }
    }
    guard printed.contains(where: { $0 != nil }) else { return [] }
    let name = study.main.scenario.name
    let difference = LocalizedText(
      ja: "差（「\(name.ja)」の推計 − 公表値）", en: "difference (\"\(name.en)\" − published)")
    let vision = LocalizedText(ja: "公表値（将来展望）", en: "published (vision)")
    return [
      ReportRow(
        [ReportCell(vision, value: "published_vision")]
          + printed.map { figure in
            figure.map { ReportCell($0) } ?? .empty
          }),
      ReportRow(
        [ReportCell(difference, value: "difference_from_published")]
          + zip(years, printed).map { year, figure in
            guard let figure, let value = figure.reading.value,
              let projected = study.main.projection.total(in: year)
            else { return .empty }
            // As the figures stand above each other, so do they differ.
            return ReportCell(
              rounding: projected.rounded() - value.doubleValue, to: 0, style: .signed,
              sources: [figure.citation], formula: difference)
          }),
    ]
  }

  var scenarios: ReportTable {
    let hasNotes = study.entries.contains { $0.scenario.note != nil }
    let columns: [ReportColumn] = [
      .key("id", LocalizedText(ja: "名前", en: "name")), .text("scenario", Self.scenario.label),
      .text("assumptions", LocalizedText(ja: "仮定", en: "assumptions")),
    ]
    return ReportTable(
      key: "scenarios",
      caption: hasNotes
        ? LocalizedText(ja: "シナリオの仮定", en: "What the scenarios assume")
        : LocalizedText(ja: "シナリオ", en: "Scenarios"),
      columns: hasNotes ? columns : columns.dropLast(),
      rows: study.entries.map { entry in
        let name = [ReportCell(entry.scenario.id), ReportCell(entry.scenario.name)]
        guard hasNotes else { return ReportRow(name) }
        let note = entry.scenario.note.map { ReportCell($0) }
        return ReportRow(
          name + [
            note
              ?? ReportCell(
                missing: "not_stated", text: LocalizedText(ja: "記載なし", en: "not stated"))
          ])
      })
  }

  // MARK: Ages

  var ages: ReportTable {
    ReportTable(
      key: "projected_age_groups",
      caption: LocalizedText(ja: "年齢3区分と従属人口指数", en: "Three age groups and dependency ratio"),
      columns: [
        Self.scenario, Self.year,
        .number("young", LocalizedText(ja: "0～14歳", en: "0–14"), unit: "persons"),
        .number("working_age", LocalizedText(ja: "15～64歳", en: "15–64"), unit: "persons"),
        .number("old", LocalizedText(ja: "65歳以上", en: "65+"), unit: "persons"),
        .number("young_share", LocalizedText(ja: "0～14歳(%)", en: "0–14 (%)"), unit: "%"),
        .number("ageing_rate", LocalizedText(ja: "高齢化率(%)", en: "65+ (%)"), unit: "%"),
        .number(
          "dependency_ratio", LocalizedText(ja: "従属人口指数", en: "dependency ratio"), unit: "%"),
      ],
      rows: study.entries.enumerated().flatMap { index, entry in
        let years = entry.projection.years
        let chosen = index == 0 ? years : years.filter { $0 == study.endYear }
        return chosen.compactMap { row(of: entry, in: $0) }
      },
      notes: [
        LocalizedText(
          ja: "従属人口指数 =（0～14歳 + 65歳以上）÷ 15～64歳 × 100。主なシナリオは全ての年、他は最後の年。",
          en:
            "Dependency ratio = (0–14 and 65+) ÷ 15–64 × 100. The main scenario in every year, the others in the last."
        )
      ], basis: basis(Self.method))
  }

  private func row(of entry: ProjectionStudy.Entry, in year: Int) -> ReportRow? {
    guard let groups = try? entry.projection.population(in: year)?.broadAgeGroups() else {
      return nil
    }
    return [
      Self.cell(entry.scenario), Self.yearCell(year), Self.people(groups.young),
      Self.people(groups.workingAge), Self.people(groups.old),
      ReportCell(rounding: groups.youngShare, to: 1),
      ReportCell(rounding: groups.ageingRate, to: 1),
      ReportCell(rounding: groups.totalDependencyRatio, to: 1),
    ]
  }

  // MARK: Components

  var components: ReportTable {
    ReportTable(
      key: "projected_components",
      caption: LocalizedText(
        ja: "期間中の出生・死亡・純移動（人）", en: "Births, deaths and net migrants of each step (persons)"),
      columns: [
        Self.scenario, .key("period", LocalizedText(ja: "期間", en: "period")),
        .number("births", LocalizedText(ja: "出生", en: "births"), unit: "persons"),
        .number("deaths", LocalizedText(ja: "死亡", en: "deaths"), unit: "persons"),
        .number("natural_change", LocalizedText(ja: "自然増減", en: "natural change"), unit: "persons"),
        .number("net_migrants", LocalizedText(ja: "純移動", en: "net migrants"), unit: "persons"),
        .number("change", LocalizedText(ja: "増減", en: "change"), unit: "persons"),
        .number(
          "total_fertility", LocalizedText(ja: "合計特殊出生率", en: "total fertility")),
      ],
      rows: study.main.projection.steps.map { row(of: study.main, [$0]) }
        + study.others.map { row(of: $0, $0.projection.steps) },
      notes: [
        LocalizedText(
          ja: "主なシナリオは期間ごと、他は全期間の計。合計特殊出生率は、全国の年齢別出生率の型で出生数に合う値。0～4歳を子ども女性比で推計したシナリオでは移動も含む。",
          en:
            "The main scenario by step, the others in all. Total fertility is what gives the births with the nation's fertility by age; where 0–4 is projected from women, it holds migration too."
        )
      ], basis: basis(Self.method))
  }

  /// One step, or all of them together.
  private func row(of entry: ProjectionStudy.Entry, _ steps: [ProjectedStep]) -> ReportRow {
    func sum(_ value: (ProjectedStep) -> Double) -> Double { steps.reduce(0) { $0 + value($1) } }
    let births = sum { $0.births() }
    let deaths = sum { $0.deaths.totalOfKnownAge }
    let start = steps.first?.startYear ?? entry.projection.startYear
    let end = steps.last?.endYear ?? start
    let fertility =
      steps.count == 1 ? steps.first.flatMap { try? $0.totalFertility(with: study.schedule) } : nil
    return [
      Self.cell(entry.scenario),
      ReportCell(
        LocalizedText(ja: "\(start)～\(end)", en: "\(start)–\(end)"), value: "\(start)/\(end)"),
      Self.people(births), Self.people(deaths), Self.people(births - deaths, style: .signed),
      Self.people(sum { $0.netMigrants.totalOfKnownAge }, style: .signed),
      Self.people(sum(\.change), style: .signed),
      steps.count == 1 ? ReportCell(rounding: fertility, to: 2) : .empty,
    ]
  }
}
