package import Demography
import MunicipalModel
package import Rendering

extension ProjectionReport {
  /// The scenarios as lines, with the observed series and the figures that the city's vision prints.
  ///
  /// At most four lines: of more scenarios, those that only vary the main one are left to the tables first.
  /// Between two projected years a scenario is drawn in a straight line without figures. Stocks observed on several days
  /// of a year are shown by the last of them.
  package static func chart(_ study: ProjectionStudy) -> ReportChart {
    var observed: [Int: ProjectionGap.Row] = [:]
    for row in study.gap.rows(of: .total) { observed[row.period.year] = row }
    let years = Set(study.main.projection.years + observed.keys).sorted()
    let most = observed.isEmpty ? 4 : 3
    let own = study.entries.filter {
      study.entries.count <= most || $0.scenario.extends != study.main.scenario.id
    }
    // The main scenario and the first of the others, in their order.
    let others = own.filter { $0.scenario.id != study.main.scenario.id }.prefix(most - 1)
    let kept = Set(others.map(\.scenario.id) + [study.main.scenario.id])
    let entries = study.entries.filter { kept.contains($0.scenario.id) }
    // What a scenario starts from is printed; the rest is computed.
    let base = study.baseStocks.flatMap(\.allCitations)
    var series = entries.map { entry in
      ChartSeries(
        entry.scenario.name, key: entry.scenario.id,
        points: years.map { year in
          entry.projection.total(in: year).map {
            ChartPoint(
              rounding: $0, to: 0, sources: year == entry.plan.startYear ? base : [])
          } ?? .missing
        }, isMuted: entry.scenario.id != study.main.scenario.id, spansGaps: true)
    }
    if !observed.isEmpty {
      series.append(
        ChartSeries(
          LocalizedText(ja: "実績", en: "observed"), key: "observed",
          points: years.map { year in
            observed[year].map { ChartPoint(rounding: $0.observed, to: 0, sources: $0.sources) }
              ?? .missing
          }))
    }
    let printed = visionFigures(study)
    if !printed.isEmpty {
      series.append(
        ChartSeries(
          LocalizedText(ja: "ビジョンの公表値", en: "vision as printed"), key: "printed",
          points: years.map { year in
            printed[year].map { ChartPoint(ReportCell($0)) } ?? .missing
          }, isJoined: false))
    }
    let name = study.record.municipality.name
    let main = study.main
    let last = ChartPoint(rounding: main.projection.total(in: study.endYear), to: 0).text
    var chart = ReportChart(
      key: "projection_\(study.record.municipality.code.sixDigits)", kind: .line,
      title: observed.isEmpty
        ? LocalizedText(ja: "\(name.ja)の人口: シナリオ", en: "Population of \(name.en): scenarios")
        : LocalizedText(
          ja: "\(name.ja)の人口: シナリオと実績", en: "Population of \(name.en): scenarios and observed"),
      summary: LocalizedText(
        ja:
          "\(main.plan.startYear)年から\(study.endYear)年まで、\(study.entries.count)シナリオのうち\(entries.count)つ。"
          + "「\(main.scenario.name.ja)」は\(study.endYear)年に\(last.ja)人。",
        en: "\(entries.count) of \(study.entries.count) scenarios from \(main.plan.startYear) to "
          + "\(study.endYear); "
          + "\"\(main.scenario.name.en)\" would have \(last.en) people in \(study.endYear)."),
      categoryLabel: LocalizedText(ja: "年", en: "year"),
      valueLabel: LocalizedText(ja: "人口（人）", en: "population (persons)"),
      categories: years.map(year), series: series, axisReaches: [0]
    ).found(
      LocalizedText(
        ja: "\(name.ja)の人口は、シナリオ「\(main.scenario.name.ja)」で\(study.endYear)年に\(last.ja)人",
        en: "\(name.en) would have \(last.en) people in \(study.endYear) in the scenario "
          + "“\(main.scenario.name.en)”"), colour: 0)
    let rests = entries.contains { $0.chain.contains("ipss2018") }
    chart.credit = rests ? institute : nil
    return chart
  }

  /// The projection whose rates the scenarios go on from.
  private static let institute = LocalizedText(
    ja: "国立社会保障・人口問題研究所『日本の地域別将来推計人口（平成30（2018）年推計）』",
    en:
      "National Institute of Population and Social Security Research, Regional Population Projections for "
      + "Japan: 2015–2045 (2018)")

  /// The total populations that the city's vision prints, the most exact one of a year.
  private static func visionFigures(_ study: ProjectionStudy) -> [Int: PopulationFigure] {
    var figures: [Int: PopulationFigure] = [:]
    for figure in study.record.populationFigures {
      guard figure.basis == .vision, figure.item == .totalPopulation,
        let year = figure.period?.year,
        figure.reading.value != nil, figures[year] == nil
      else { continue }
      figures[year] = figure
    }
    return figures
  }

  /// The pyramids of the first and the last year of the main scenario; `nil` without men.
  package static func pyramid(_ study: ProjectionStudy) -> ReportChart? {
    let projection = study.main.projection
    let name = study.record.municipality.name
    let scenario = study.main.scenario.name
    let years = (projection.startYear, projection.endYear)
    return ReportChart(
      pyramid: "pyramid_\(study.record.municipality.code.sixDigits)",
      title: LocalizedText(
        ja: "\(name.ja)の人口ピラミッド: \(years.0)年と\(years.1)年（\(scenario.ja)）",
        en: "Population pyramid of \(name.en): \(years.0) and \(years.1) (\(scenario.en))"),
      words: (men: "men", women: "women"), years: years, ages: projection.ageGroups,
      population: projection.population
    )?.found(ageing(name, years, projection.population))
  }

  /// How the share of the old changes; `nil` if the ages do not part at 65.
  private static func ageing(
    _ name: LocalizedText, _ years: (Int, Int), _ population: (Int) -> AgeTable?
  ) -> LocalizedText? {
    func share(_ year: Int) -> String? {
      guard let span = AgeGroup(andOver: 65), let people = population(year),
        let old = try? people.count(at: span), people.totalOfKnownAge > 0
      else { return nil }
      return ReportCell(rounding: old / people.totalOfKnownAge * 100, to: 1).text.en
    }
    guard let first = share(years.0), let last = share(years.1) else { return nil }
    return LocalizedText(
      ja: "\(name.ja)の65歳以上は\(years.0)年の\(first)%から\(years.1)年の\(last)%に",
      en:
        "\(name.en): people of 65 and over from \(first)% in \(years.0) to \(last)% in \(years.1)"
    )
  }
}

extension ReportChart {
  /// The pyramids of two years; `nil` if the sexes are not divided.
  ///
  /// - Parameter words: the English words for the sexes.
  init?(
    pyramid key: String, title: LocalizedText, words: (men: String, women: String),
    years: (Int, Int), ages: AgeClassification, population: (Int) -> AgeTable?
  ) {
    var series: [ChartSeries] = []
    // As in the other pyramids the later year is filled.
    for year in [years.1, years.0] {
      guard let bars = try? population(year)?.populationPyramid().bars else { return nil }
      for (sex, side) in [(Sex.male, ChartSeries.Side.left), (.female, .right)] {
        series.append(
          ChartSeries(
            LocalizedText(
              ja: "\(sex.label.ja) \(year)年",
              en: "\(sex == .male ? words.men : words.women), \(year)"),
            key: "\(sex.rawValue)_\(year)",
            points: bars.map { ChartPoint(rounding: sex == .male ? $0.male : $0.female, to: 0) },
            side: side))
      }
    }
    self.init(
      key: key, kind: .pyramid, title: title,
      summary: LocalizedText(
        ja: "塗りは\(years.1)年、線は\(years.0)年。左が男、右が女。",
        en: "Filled: \(years.1); outlined: \(years.0). Men to the left, women to the right."),
      categoryLabel: LocalizedText(ja: "年齢", en: "age"),
      valueLabel: LocalizedText(ja: "人口（人）", en: "population (persons)"),
      categories: ages.groups.map { ChartCategory($0.label) }, series: series)
  }
}
