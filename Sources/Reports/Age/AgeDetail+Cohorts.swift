import Demography
import MunicipalModel
import Rendering

extension AgeDetail<CohortAnalysis, CohortAnalysis.Row> {
  init(_ analyses: [CohortAnalysis], names: AgeReportNames, sexes: [Sex]) {
    description = "The change of one cohort of one sex."
    entries = analyses.flatMap { analysis in
      sexes.flatMap { analysis.rows(of: $0) }.map {
        Entry(analysis: analysis, row: $0, name: names.name(analysis.municipality))
      }
    }
    columns = Self.identity + Self.figures
  }

  var section: ReportSection {
    section("cohorts", LocalizedText(ja: "コーホートの全項目", en: "All figures of the cohorts"))
  }

  private static var identity: [TableColumn<Entry>] {
    [
      .key("municipality_code", "団体コード", "code", "The municipality's code.") {
        ReportCell(code: $0.analysis.municipality.sixDigits)
      },
      .text("municipality", "市町村", "municipality", "The municipality's name.") {
        ReportCell($0.name)
      },
      .key("method", "方法", "method", "How the change was found.") {
        ReportCell($0.analysis.method.label, value: $0.analysis.method.rawValue)
      },
      .text("statistic", "統計", "statistic", "The statistic of the populations.") {
        ReportCell($0.analysis.start.statistic.label, value: $0.analysis.start.statistic.rawValue)
      },
      .key("period_start", "期首", "start", "The time of the population at the start.") {
        ReportCell(code: $0.analysis.start.period?.code ?? "")
      },
      .key("period_end", "期末", "end", "The time of the population at the end.") {
        ReportCell(code: $0.analysis.end.period?.code ?? "")
      },
      .text("age_not_reported", "年齢不詳", "age not reported", "What was done with 年齢不詳.") {
        ReportCell($0.analysis.rule.label, value: $0.analysis.rule.rawValue)
      },
      .text("life_tables", "生命表", "life tables", "The years of the life tables, separated by ;.") {
        ReportCell(
          code: ($0.analysis.survival?.lifeTables ?? []).map(String.init).joined(separator: ";"))
      },
      .key("sex", "性別", "sex", "The sex.") {
        ReportCell($0.row.sex.label, value: $0.row.sex.rawValue)
      },
      .key("age_at_start", "期首年齢", "age at start", "The ages at the start, or birth.") {
        ReportCell(code: $0.row.ageAtStart?.description ?? "birth")
      },
      .key("age_at_end", "期末年齢", "age at end", "The ages at the end.") {
        ReportCell(code: $0.row.ageAtEnd.description)
      },
    ]
  }

  private static var figures: [TableColumn<Entry>] {
    [
      .number("population_at_start", "期首人口", "population at start", "Persons at the start.") {
        ReportCell(computed: $0.row.populationAtStart, decimals: 3)
      },
      .number("expected_survivors", "生残数", "expected survivors", "Persons if nobody moved.") {
        ReportCell(computed: $0.row.expectedSurvivors, decimals: 3)
      },
      .number("population_at_end", "期末人口", "population at end", "Persons at the end.") {
        ReportCell(computed: $0.row.populationAtEnd, decimals: 3)
      },
      .number("net", "増減", "net", "Net migrants, or the cohort's change, in persons.") {
        ReportCell(
          computed: $0.row.net, decimals: 3, sources: $0.analysis.sources(of: $0.row),
          formula: LocalizedText($0.analysis.method.formula))
      },
      .number("rate", "率 %", "rate %", "Net in percent of the cohort at the start.") {
        ReportCell(computed: $0.row.rate, decimals: 6)
      },
      .number(
        "contribution", "寄与 ポイント", "contribution", "What it adds to the total rate, in points."
      ) { ReportCell(computed: $0.row.contribution, decimals: 6) },
      .number(
        "cohort_change_ratio", "コーホート変化率", "cohort change ratio", "Persons at the end ÷ start."
      ) { ReportCell(computed: $0.row.changeRatio, decimals: 6) },
      .sources { $0.analysis.sources(of: $0.row) },
    ]
  }
}
