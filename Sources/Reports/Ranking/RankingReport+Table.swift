internal import Demography
internal import MunicipalModel
public import Nationwide
public import Rendering

extension RankingReport {
  /// One row a municipality that has a rank, with stable names, for spreadsheets and programs.
  ///
  /// - Parameters:
  ///   - ranking: the ranking.
  ///   - top: how many of the first and of the last; `nil` for all.
  public static func table(_ ranking: MunicipalRanking, top: Int? = nil) -> TidyTable {
    TidyTable(
      name: "ranking",
      description: "Municipalities by rank of one figure, the highest first; one row each.",
      columns: columns(ranking.measure), rows: ranking.ends(top).flatMap(\.self),
      sources: { RankingCells.figure($0.figure).sources })
  }

  private static func columns(
    _ measure: RankingMeasure
  ) -> [TidyColumn<MunicipalRanking.Entry>] {
    [
      .init("measure", "値の種類", "measure", "What is ranked by.", isKey: true) { _ in
        ReportCell(measure.label, value: measure.rawValue)
      },
      .init("period", "時期", "period", "The year of the figure, or the day of a population.") {
        ReportCell(code: $0.period?.code ?? "")
      },
      .init("rank", "順位", "rank", "From 1; equal figures share a rank.", .integer) {
        ReportCell($0.rank, style: .plain)
      },
      .init("code", "団体コード", "code", "The municipality's code of six digits.", isKey: true) {
        ReportCell(code: $0.member.area.code?.sixDigits ?? "")
      },
      .init("prefecture", "都道府県", "prefecture", "The prefecture, in Japanese.") {
        ReportCell(code: $0.member.area.prefecture?.name.ja ?? "")
      },
      .init("municipality", "市区町村", "municipality", "The name as printed.") {
        ReportCell(code: $0.member.area.name)
      },
      .init("population", "人口", "population", "Persons in the main file.", .integer) {
        ReportCell($0.member.population)
      },
      .init("value", "値", "value", "The rate or share in %, or the persons.", .number) {
        RankingCells.figure($0.figure)
      },
      .init("unit", "単位", "unit", "The unit of the value.") { _ in
        ReportCell(code: RankingCells.unit(measure))
      },
      .init("numerator", "分子", "numerator", "The persons that are counted.", .integer) {
        RankingCells.numerator($0.figure)
      },
      .init("denominator", "分母", "denominator", "The persons that are divided by.", .number) {
        RankingCells.denominator($0.figure)
      },
      .init("percentile", "百分位", "percentile", "The share of those ranked lower, in %.", .number) {
        ReportCell(rounding: $0.percentile, to: 1)
      },
      .init("formula", "計算式", "formula", "How the value is formed.") {
        ReportCell(code: RankingCells.figure($0.figure).formula?.en ?? "")
      },
    ]
  }
}
