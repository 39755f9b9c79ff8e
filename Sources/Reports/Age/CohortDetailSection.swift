public import Demography
public import MunicipalModel
public import Rendering

/// Every figure of every cohort in one wide table, each row with its cells.
struct CohortDetailSection {
  /// A cohort and the analysis that it belongs to.
  struct Entry {
    let analysis: CohortAnalysis
    let row: CohortAnalysis.Row
    let name: LocalizedText

    var sources: [Citation] { analysis.sources(of: row) }
  }

  private let entries: [Entry]

  init(_ analyses: [CohortAnalysis], names: AgeReportNames, sexes: [Sex]) {
    entries = analyses.flatMap { analysis in
      sexes.flatMap { sex in
        analysis.rows(of: sex).map {
          Entry(analysis: analysis, row: $0, name: names.name(analysis.municipality))
        }
      }
    }
  }

  var section: ReportSection {
    let columns = Self.columns
    return ReportSection(
      key: "cohorts", heading: LocalizedText(ja: "コーホートの全項目", en: "All figures of the cohorts"),
      tables: [
        ReportTable(
          key: "cohorts", columns: columns, rows: entries, sourcesAt: "net",
          sources: \.sources, formula: \.analysis.method.formula)
      ])
  }

  var table: TidyTable {
    TidyTable(
      name: "age_social_change", description: "The change of one cohort of one sex.",
      columns: Self.columns, rows: entries, sources: \.sources)
  }

  private static var columns: [TidyColumn<Entry>] {
    [
      .init("municipality_code", "団体コード", "code", "The municipality's code.", isKey: true) {
        ReportCell(code: $0.analysis.municipality.sixDigits)
      },
      .init("municipality", "市町村", "municipality", "The municipality's name.") {
        ReportCell($0.name)
      },
      .init("method", "方法", "method", "How the change was found.", isKey: true) {
        ReportCell($0.analysis.method.label, value: $0.analysis.method.rawValue)
      },
      .init("statistic", "統計", "statistic", "The statistic of the populations.") {
        ReportCell($0.analysis.start.statistic.label, value: $0.analysis.start.statistic.rawValue)
      },
      .init("period_start", "期首", "start", "The time of the population at the start.", isKey: true)
      {
        ReportCell(code: $0.analysis.start.period?.code ?? "")
      },
      .init("period_end", "期末", "end", "The time of the population at the end.", isKey: true) {
        ReportCell(code: $0.analysis.end.period?.code ?? "")
      },
      .init("age_not_reported", "年齢不詳", "age not reported", "What was done with 年齢不詳.") {
        ReportCell($0.analysis.rule.label, value: $0.analysis.rule.rawValue)
      },
      .init("life_tables", "生命表", "life tables", "The years of the life tables, separated by ;.") {
        ReportCell(
          code: ($0.analysis.survival?.lifeTables ?? []).map(String.init).joined(separator: ";"))
      },
      .init("sex", "性別", "sex", "The sex.", isKey: true) {
        ReportCell($0.row.sex.label, value: $0.row.sex.rawValue)
      },
      .init("age_at_start", "期首年齢", "age at start", "The ages at the start, or birth.", isKey: true)
      {
        ReportCell(code: $0.row.ageAtStart?.description ?? "birth")
      },
      .init("age_at_end", "期末年齢", "age at end", "The ages at the end.", isKey: true) {
        ReportCell(code: $0.row.ageAtEnd.description)
      },
      .init("population_at_start", "期首人口", "population at start", "Persons at the start.", .number)
      {
        ReportCell(computed: $0.row.populationAtStart, decimals: 3)
      },
      .init("expected_survivors", "生残数", "expected survivors", "Persons if nobody moved.", .number)
      {
        ReportCell(computed: $0.row.expectedSurvivors, decimals: 3)
      },
      .init("population_at_end", "期末人口", "population at end", "Persons at the end.", .number) {
        ReportCell(computed: $0.row.populationAtEnd, decimals: 3)
      },
      .init("net", "増減", "net", "Net migrants, or the cohort's change, in persons.", .number) {
        ReportCell(computed: $0.row.net, decimals: 3)
      },
      .init("rate", "率 %", "rate %", "Net in percent of the cohort at the start.", .number) {
        ReportCell(computed: $0.row.rate, decimals: 6)
      },
      .init(
        "contribution", "寄与 ポイント", "contribution", "What it adds to the total rate, in points.",
        .number
      ) { ReportCell(computed: $0.row.contribution, decimals: 6) },
      .init(
        "cohort_change_ratio", "コーホート変化率", "cohort change ratio", "Persons at the end ÷ start.",
        .number
      ) { ReportCell(computed: $0.row.changeRatio, decimals: 6) },
    ]
  }
}

extension AgeSocialChangeReport {
  /// One row a municipality, sex and cohort, with stable codes.
  ///
  /// - Parameters: as for the report; `both` is the sum of the sexes.
  public static func table(
    _ analyses: [CohortAnalysis], records: [MunicipalityRecord] = [],
    sexes: [Sex] = [.both, .male, .female]
  ) -> TidyTable {
    CohortDetailSection(analyses, names: AgeReportNames(records), sexes: sexes).table
  }

  /// One row a municipality, sex and age of registered movers, with stable codes.
  ///
  /// - Parameters: as for the report; `both` is the sum of the sexes.
  public static func table(
    _ analyses: [RegisteredAnalysis], records: [MunicipalityRecord] = [],
    municipalities: [Municipality] = [], sexes: [Sex] = [.both, .male, .female]
  ) -> TidyTable {
    RegisteredDetailSection(
      analyses, names: AgeReportNames(records, municipalities), sexes: sexes, detail: .full
    ).table
  }
}
