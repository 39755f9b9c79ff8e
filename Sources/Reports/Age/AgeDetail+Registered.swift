import Demography
import MunicipalModel
import Rendering

extension AgeDetail<RegisteredAnalysis, RegisteredSocialChange.Row> {
  init(_ analyses: [RegisteredAnalysis], names: AgeReportNames, sexes: [Sex]) {
    description = "The registered movers of one sex and age."
    entries = analyses.flatMap { analysis in
      sexes.flatMap { analysis.change.rows(of: $0) }.map {
        Entry(analysis: analysis, row: $0, name: names.name(analysis.municipality))
      }
    }
    columns = Self.identity + Self.figures
  }

  /// In- and out-migration rates of every age; in full, every figure with its cells.
  func section(_ detail: AgeSocialChangeReport.Detail) -> ReportSection {
    section(
      "movers", LocalizedText(ja: "転入と転出", en: "In- and out-migration"),
      only: detail == .full
        ? nil
        : [
          "municipality", "sex", "age", "population", "in_migrants", "out_migrants", "in_rate",
          "out_rate", "effectiveness",
        ])
  }

  private static var identity: [TableColumn<Entry>] {
    [
      .key("municipality_code", "団体コード", "code", "The municipality's code.") {
        ReportCell(code: $0.analysis.municipality.sixDigits)
      },
      .text("municipality", "市町村", "municipality", "The municipality's name.") {
        ReportCell($0.name)
      },
      .key("periods", "期間", "periods", "The periods of the movers, separated by ;.") {
        ReportCell(code: $0.analysis.years.compactMap(\.period?.code).joined(separator: ";"))
      },
      .text("denominator", "分母", "denominator", "Which population the rates divide by.") {
        let denominator = $0.analysis.change.denominator
        return ReportCell(denominator.label, value: denominator.rawValue)
      },
      .text("scale", "単位", "scale", "The unit of rates and contributions.") {
        ReportCell(code: $0.row.scale.symbol)
      },
      .key("sex", "性別", "sex", "The sex.") {
        ReportCell($0.row.sex.label, value: $0.row.sex.rawValue)
      },
      .key("age", "年齢", "age", "The ages at the move.") {
        ReportCell($0.row.age.label, value: $0.row.age.description)
      },
    ]
  }

  private static var figures: [TableColumn<Entry>] {
    [
      .number("population", "人口", "population", "The population at risk, summed over periods.") {
        ReportCell(computed: $0.row.population, decimals: 3)
      },
      .number("in_migrants", "転入", "in", "In-migrants, summed over the periods.") {
        ReportCell(computed: $0.row.inMigrants, decimals: 3)
      },
      .number("out_migrants", "転出", "out", "Out-migrants, summed over the periods.") {
        ReportCell(computed: $0.row.outMigrants, decimals: 3)
      },
      .number("net_migrants", "社会増減", "net", "In-migrants less out-migrants.") {
        ReportCell(
          computed: $0.row.netMigrants, decimals: 3,
          sources: $0.analysis.sources(of: $0.row.sex, at: $0.row.age),
          formula: LocalizedText("in_migrants − out_migrants"))
      },
      .number("in_rate", "転入率", "in rate", "In-migrants by the population of the band.") {
        $0.row.inMigrationRate.map { ReportCell(rounding: $0, to: 2) } ?? .nobody
      },
      .number("out_rate", "転出率", "out rate", "Out-migrants by the population of the band.") {
        $0.row.outMigrationRate.map { ReportCell(rounding: $0, to: 2) } ?? .nobody
      },
      .number("rate", "社会増減率", "social change rate", "Net by the population of the band.") {
        $0.row.socialChangeRate.map { ReportCell(computed: $0, decimals: 6) } ?? .nobody
      },
      .number("contribution", "寄与", "contribution", "What it adds to the total rate.") {
        ReportCell(computed: $0.row.contribution, decimals: 6)
      },
      .number("share", "構成比 %", "share %", "Its part of all net migrants in percent.") {
        ReportCell(computed: $0.row.shareOfTotal, decimals: 4)
      },
      .number("effectiveness", "移動効果指数", "effectiveness", "Net ÷ (in + out) × 100.") {
        ReportCell(rounding: $0.row.effectiveness, to: 2)
      },
      .sources { $0.analysis.sources(of: $0.row.sex, at: $0.row.age) },
    ]
  }
}
