internal import Demography
public import MunicipalModel
public import Nationwide
public import Rendering

extension RankingReport {
  /// One row a municipality that has a rank, with stable names, for spreadsheets and programs.
  ///
  /// - Parameters:
  ///   - ranking: the ranking.
  ///   - top: how many of the first and of the last; `nil` for all.
  ///   - language: of headings and words, for people; `nil` for stable ones.
  public static func table(
    _ ranking: MunicipalRanking, top: Int? = nil, forPeople language: Language? = nil
  ) -> TidyTable {
    TidyTable(
      name: "ranking",
      description: "Municipalities by rank of one figure, the highest first; one row each.",
      rows: ranking.ends(top).flatMap(\.self), columns: columns(ranking.measure),
      in: language)
  }

  private static func columns(
    _ measure: MunicipalRanking.Measure
  ) -> [TableColumn<MunicipalRanking.Entry>] {
    [
      .key("measure", "値の種類", "measure", "What is ranked by.") { _ in
        ReportCell(measure.label, value: measure.rawValue)
      },
      .text("period", "時期", "period", "The year of the figure, or the day of a population.") {
        $0.period.map { ReportCell($0) } ?? ReportCell(code: "")
      },
      .number("rank", "順位", "rank", "From 1; equal figures share a rank.", .integer) {
        ReportCell($0.rank, style: .plain)
      },
      .key("code", "団体コード", "code", "The municipality's code of six digits.") {
        ReportCell(code: $0.member.area.code?.sixDigits ?? "")
      },
      .text("prefecture", "都道府県", "prefecture", "The prefecture, in Japanese.") {
        ReportCell(code: $0.member.area.prefecture?.name.ja ?? "")
      },
      .text("municipality", "市区町村", "municipality", "The name as printed.") {
        ReportCell(code: $0.member.area.name)
      },
      .number("population", "人口", "population", "Persons in the main file.", .integer) {
        ReportCell($0.member.population)
      },
      .number("value", "値", "value", "The rate or share in %, or the persons.") {
        RankingCells.figure($0.figure)
      },
      .text("unit", "単位", "unit", "The unit of the value.") { _ in
        ReportCell(code: RankingCells.unit(measure))
      },
      .number("numerator", "分子", "numerator", "The persons that are counted.", .integer) {
        RankingCells.numerator($0.figure)
      },
      .number("denominator", "分母", "denominator", "The persons that are divided by.") {
        RankingCells.denominator($0.figure)
      },
      .number("percentile", "百分位", "percentile", "The share of those ranked lower, in %.") {
        ReportCell(rounding: $0.percentile, to: 1)
      },
      .text("formula", "計算式", "formula", "How the value is formed.") {
        let formula = RankingCells.figure($0.figure).formula ?? LocalizedText("")
        return ReportCell(formula, value: formula.en)
      },
      .sources { RankingCells.figure($0.figure).sources },
    ]
  }
}
