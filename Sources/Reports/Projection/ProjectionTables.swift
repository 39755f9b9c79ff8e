import Demography
import MunicipalModel
import Rendering

/// The tables of a study of scenarios.
struct ProjectionTables {
  let study: ProjectionStudy

  init(_ study: ProjectionStudy) { self.study = study }

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

  /// A line of the totals: a scenario, or what the vision prints.
  private struct Total {
    let name: ReportCell
    let people: (Int) -> ReportCell
  }

  var totals: ReportTable {
    let years = study.main.projection.years
    let name = study.record.municipality.name
    return ReportTable(
      key: "projected_population",
      caption: LocalizedText(
        ja: "\(name.ja)の総人口（人）", en: "Population of \(name.en) (persons)"),
      rows: study.entries.map { entry in
        Total(name: ReportCell(entry.scenario)) {
          ReportCell(people: entry.projection.total(in: $0))
        }
      } + published(years),
      columns: [.key("scenario", "シナリオ", "scenario") { $0.name }]
        + years.map { year in
          .number("year_\(year)", LocalizedText("\(year)"), unit: "persons") { $0.people(year) }
        }, basis: basis(Self.method))
  }

  /// The totals that the vision prints, and how far the main scenario is from them.
  private func published(_ years: [Int]) -> [Total] {
    func printed(_ year: Int) -> PopulationFigure? {
      study.record.populationFigures.first { figure in
        guard figure.item == .totalPopulation, figure.basis == .vision,
          case .municipality = figure.area
        else { return false }
        return figure.period?.year == year && figure.reading.value != nil
      }
    }
    guard years.contains(where: { printed($0) != nil }) else { return [] }
    let name = study.main.scenario.name
    let difference = LocalizedText(
      ja: "差（「\(name.ja)」の推計 − 公表値）", en: "difference (\"\(name.en)\" − published)")
    let vision = LocalizedText(ja: "公表値（将来展望）", en: "published (vision)")
    return [
      Total(name: ReportCell(vision, value: "published_vision")) {
        printed($0).map { ReportCell($0) } ?? .empty
      },
      Total(name: ReportCell(difference, value: "difference_from_published")) { year in
        guard let figure = printed(year), let value = figure.reading.value,
          let projected = study.main.projection.total(in: year)
        else { return .empty }
        // As the figures stand above each other, so do they differ.
        return ReportCell(
          rounding: projected.rounded() - value.doubleValue, to: 0, style: .signed,
          sources: [figure.citation],
          formula: LocalizedText(ja: "推計 − 公表値", en: "projected − published"))
      },
    ]
  }

  var scenarios: ReportTable {
    let hasNotes = study.entries.contains { $0.scenario.note != nil }
    let notes: [TableColumn<ProjectionStudy.Entry>] = [
      .text("assumptions", "仮定", "assumptions") {
        $0.scenario.note.map { ReportCell($0) }
          ?? ReportCell(
            missing: "not_stated", text: LocalizedText(ja: "記載なし", en: "not stated"))
      }
    ]
    return ReportTable(
      key: "scenarios",
      caption: hasNotes
        ? LocalizedText(ja: "シナリオの仮定", en: "What the scenarios assume")
        : LocalizedText(ja: "シナリオ", en: "Scenarios"), rows: study.entries,
      columns: [
        .key("id", "名前", "name") { ReportCell($0.scenario.id) },
        .text("scenario", "シナリオ", "scenario") { ReportCell($0.scenario.name) },
      ] + (hasNotes ? notes : []))
  }

  // MARK: Ages

  var ages: ReportTable {
    typealias Row = (scenario: ProjectionScenario, year: Int, groups: BroadAgeGroups)
    let rows = study.entries.enumerated().flatMap { index, entry -> [Row] in
      let years = entry.projection.years
      return (index == 0 ? years : years.filter { $0 == study.endYear }).compactMap { year in
        (try? entry.projection.population(in: year)?.broadAgeGroups()).map {
          (entry.scenario, year, $0)
        }
      }
    }
    return ReportTable(
      key: "projected_age_groups",
      caption: LocalizedText(ja: "年齢3区分と従属人口指数", en: "Three age groups and dependency ratio"),
      rows: rows,
      columns: [
        .scenario(\.scenario), .year(\.year),
        .people("young", "0～14歳", "0–14") { $0.groups.young },
        .people("working_age", "15～64歳", "15–64") { $0.groups.workingAge },
        .people("old", "65歳以上", "65+") { $0.groups.old },
        .percent("young_share", "0～14歳(%)", "0–14 (%)") { $0.groups.youngShare },
        .percent("ageing_rate", "高齢化率(%)", "65+ (%)") { $0.groups.ageingRate },
        .percent("dependency_ratio", "従属人口指数", "dependency ratio") {
          $0.groups.totalDependencyRatio
        },
      ],
      notes: [
        LocalizedText(
          ja: "従属人口指数 =（0～14歳 + 65歳以上）÷ 15～64歳 × 100。主なシナリオは全ての年、他は最後の年。",
          en:
            "Dependency ratio = (0–14 and 65+) ÷ 15–64 × 100. The main scenario in every year, the others in the last."
        )
      ], basis: basis(Self.method))
  }

  // MARK: Components

  /// One step of a scenario, or all of them together.
  private struct Steps {
    let scenario: ProjectionScenario
    let steps: [PopulationProjection.Step]
    let period: ClosedRange<Int>

    init(_ entry: ProjectionStudy.Entry, _ steps: [PopulationProjection.Step]) {
      scenario = entry.scenario
      self.steps = steps
      let start = steps.first?.startYear ?? entry.projection.startYear
      period = start...max(start, steps.last?.endYear ?? start)
    }

    var births: Double { sum { $0.births() } }
    var deaths: Double { sum { $0.deaths.totalOfKnownAge } }

    func sum(_ value: (PopulationProjection.Step) -> Double) -> Double {
      steps.reduce(0) { $0 + value($1) }
    }
  }

  var components: ReportTable {
    ReportTable(
      key: "projected_components",
      caption: LocalizedText(
        ja: "期間中の出生・死亡・純移動（人）", en: "Births, deaths and net migrants of each step (persons)"),
      rows: study.main.projection.steps.map { Steps(study.main, [$0]) }
        + study.others.map { Steps($0, $0.projection.steps) },
      columns: [
        .scenario(\.scenario),
        .key("period", "期間", "period") {
          let (start, end) = ($0.period.lowerBound, $0.period.upperBound)
          return ReportCell(
            LocalizedText(ja: "\(start)～\(end)", en: "\(start)–\(end)"), value: "\(start)/\(end)")
        },
        .people("births", "出生", "births") { $0.births },
        .people("deaths", "死亡", "deaths") { $0.deaths },
        .people("natural_change", "自然増減", "natural change", style: .signed) {
          $0.births - $0.deaths
        },
        .people("net_migrants", "純移動", "net migrants", style: .signed) {
          $0.sum { $0.netMigrants.totalOfKnownAge }
        },
        .people("change", "増減", "change", style: .signed) { $0.sum(\.change) },
        .number("total_fertility", "合計特殊出生率", "total fertility") {
          guard $0.steps.count == 1, let step = $0.steps.first else { return .empty }
          return ReportCell(rounding: try? step.totalFertility(with: study.schedule), to: 2)
        },
      ],
      notes: [
        LocalizedText(
          ja: "主なシナリオは期間ごと、他は全期間の計。合計特殊出生率は、全国の年齢別出生率の型で出生数に合う値。0～4歳を子ども女性比で推計したシナリオでは移動も含む。",
          en:
            "The main scenario by step, the others in all. Total fertility is what gives the births with the nation's fertility by age; where 0–4 is projected from women, it holds migration too."
        )
      ], basis: basis(Self.method))
  }
}

extension ReportCell {
  /// Makes a cell of a scenario.
  init(_ scenario: ProjectionScenario) { self.init(scenario.name, value: scenario.id) }

  /// Makes a cell of projected people.
  init(people value: Double?, style: FigureStyle = .grouped) {
    self.init(rounding: value, to: 0, style: style)
  }
}

extension TableColumn {
  /// The scenario that a row is about.
  static func scenario(_ scenario: @escaping (Row) -> ProjectionScenario) -> Self {
    .key("scenario", "シナリオ", "scenario") { ReportCell(scenario($0)) }
  }

  /// The year that a row is about.
  static func year(_ year: @escaping (Row) -> Int) -> Self {
    .key("year", "年", "year") { ReportCell("\(year($0))") }
  }

  /// A column of projected people.
  static func people(
    _ key: String, _ ja: String, _ en: String, style: FigureStyle = .grouped,
    _ people: @escaping (Row) -> Double?
  ) -> Self {
    .number(key, ja, en, unit: "persons") { ReportCell(people: people($0), style: style) }
  }

  /// A column of shares in percent.
  static func percent(
    _ key: String, _ ja: String, _ en: String, _ share: @escaping (Row) -> Double?
  ) -> Self {
    .number(key, ja, en, unit: "%") { ReportCell(rounding: share($0), to: 1) }
  }
}
