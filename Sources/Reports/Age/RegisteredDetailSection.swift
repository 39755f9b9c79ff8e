import Demography
import MunicipalModel
import Rendering

/// In- and out-migration rates of every age; in full, every figure with its cells.
struct RegisteredDetailSection {
  /// A row and the analysis that it belongs to.
  struct Entry {
    let analysis: RegisteredAnalysis
    let row: RegisteredSocialChange.Row
    let name: LocalizedText

    var sources: [Citation] { analysis.sources(of: row.sex, at: row.age) }
    var periods: String { analysis.years.compactMap(\.period?.code).joined(separator: ";") }
  }

  private let entries: [Entry]
  private let detail: AgeSocialChangeReport.Detail

  init(
    _ analyses: [RegisteredAnalysis], names: AgeReportNames, sexes: [Sex],
    detail: AgeSocialChangeReport.Detail
  ) {
    self.detail = detail
    entries = analyses.flatMap { analysis in
      sexes.flatMap { sex in
        analysis.change.rows(of: sex).map {
          Entry(analysis: analysis, row: $0, name: names.name(analysis.municipality))
        }
      }
    }
  }

  var section: ReportSection {
    let columns =
      detail == .full ? Self.columns : Self.columns.filter { Self.overview.contains($0.name) }
    return ReportSection(
      key: "movers", heading: LocalizedText(ja: "転入と転出", en: "In- and out-migration"),
      tables: [
        ReportTable(
          key: "movers", columns: columns, rows: entries,
          sourcesAt: detail == .full ? "net_migrants" : nil,
          sources: \.sources, formula: { _ in "in_migrants − out_migrants" })
      ])
  }

  var table: TidyTable {
    TidyTable(
      name: "age_social_change", description: "The registered movers of one sex and age.",
      columns: Self.columns, rows: entries, sources: \.sources)
  }

  private static let overview: Set<String> = [
    "municipality", "sex", "age", "population", "in_migrants", "out_migrants", "in_rate",
    "out_rate", "effectiveness",
  ]

  private static var columns: [TidyColumn<Entry>] {
    [
      .init("municipality_code", "団体コード", "code", "The municipality's code.", isKey: true) {
        ReportCell(code: $0.analysis.municipality.sixDigits)
      },
      .init("municipality", "市町村", "municipality", "The municipality's name.") {
        ReportCell($0.name)
      },
      .init("periods", "期間", "periods", "The periods of the movers, separated by ;.", isKey: true) {
        ReportCell(code: $0.periods)
      },
      .init("denominator", "分母", "denominator", "Which population the rates divide by.") {
        let denominator = $0.analysis.change.denominator
        return ReportCell(denominator.label, value: denominator.rawValue)
      },
      .init("scale", "単位", "scale", "The unit of rates and contributions.") {
        ReportCell(code: $0.row.scale.symbol)
      },
      .init("sex", "性別", "sex", "The sex.", isKey: true) {
        ReportCell($0.row.sex.label, value: $0.row.sex.rawValue)
      },
      .init("age", "年齢", "age", "The ages at the move.", isKey: true) {
        ReportCell($0.row.age.label, value: $0.row.age.description)
      },
      .init(
        "population", "人口", "population", "The population at risk, summed over periods.", .number
      ) {
        ReportCell(computed: $0.row.population, decimals: 3)
      },
      .init("in_migrants", "転入", "in", "In-migrants, summed over the periods.", .number) {
        ReportCell(computed: $0.row.inMigrants, decimals: 3)
      },
      .init("out_migrants", "転出", "out", "Out-migrants, summed over the periods.", .number) {
        ReportCell(computed: $0.row.outMigrants, decimals: 3)
      },
      .init("net_migrants", "社会増減", "net", "In-migrants less out-migrants.", .number) {
        ReportCell(computed: $0.row.netMigrants, decimals: 3)
      },
      .init("in_rate", "転入率", "in rate", "In-migrants by the population of the band.", .number) {
        $0.row.inMigrationRate.map { ReportCell(rounding: $0, to: 2) } ?? .nobody
      },
      .init("out_rate", "転出率", "out rate", "Out-migrants by the population of the band.", .number) {
        $0.row.outMigrationRate.map { ReportCell(rounding: $0, to: 2) } ?? .nobody
      },
      .init("rate", "社会増減率", "social change rate", "Net by the population of the band.", .number) {
        $0.row.socialChangeRate.map { ReportCell(computed: $0, decimals: 6) } ?? .nobody
      },
      .init("contribution", "寄与", "contribution", "What it adds to the total rate.", .number) {
        ReportCell(computed: $0.row.contribution, decimals: 6)
      },
      .init("share", "構成比 %", "share %", "Its part of all net migrants in percent.", .number) {
        ReportCell(computed: $0.row.shareOfTotal, decimals: 4)
      },
      .init("effectiveness", "移動効果指数", "effectiveness", "Net ÷ (in + out) × 100.", .number) {
        ReportCell(rounding: $0.row.effectiveness, to: 2)
      },
    ]
  }
}
