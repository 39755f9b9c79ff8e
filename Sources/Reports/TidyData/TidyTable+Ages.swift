import MunicipalModel
import Rendering

extension TidyTable {
  /// A count of one sex and age of a table; no age is not reported (年齢不詳).
  private struct AgeCount {
    let table: CitedAgeTable
    let sex: Sex
    let age: AgeGroup?
    let count: Double
    let citations: [Citation]
  }

  static func populationByAge(_ records: [MunicipalityRecord]) -> TidyTable {
    TidyTable(
      name: "population-by-age",
      description: "One count of a population by sex and age.",
      rows: records.flatMap(\.populationsByAge).flatMap(counts), columns: ageColumns,
      key: [
        "municipality_code", "document", "statistic", "measure", "period", "sex", "age_from",
        "age_to", "line",
      ])
  }

  private static var ageColumns: [TableColumn<AgeCount>] {
    [
      .municipalityCode(\.table.municipality.sixDigits),
      .field("document", "The document that prints the count.", isRequired: true) {
        $0.citations.first?.document.rawValue
      },
      .field("statistic", "The statistic and who publishes it; empty if the document names none.") {
        $0.table.statistic.rawValue
      },
      .field(
        "measure", "What is counted.", isRequired: true,
        choices: AgeMeasure.allCases.map(\.rawValue)
      ) { $0.table.table.measure.rawValue },
      .field("period", "A date, FY2022, CY2021, or a span with a slash.") {
        $0.table.period?.code
      },
      .field(
        "sex", "Whom the count is of.", isRequired: true, choices: Sex.allCases.map(\.rawValue)
      ) { $0.sex.rawValue },
      .field(
        "age_from", "First age in completed years, or not_reported (年齢不詳).", isRequired: true
      ) { $0.age.map { String($0.lowerAge) } ?? "not_reported" },
      .field(
        "age_to", "Last age in completed years; empty of an open-ended group and of not_reported.",
        .integer
      ) { $0.age?.upperAge.map(String.init) },
      .field("value", "The count as a plain decimal in the unit.", .number, isRequired: true) {
        ExactDecimal(rounding: $0.count, to: $0.count == $0.count.rounded() ? 0 : 6)?.description
      },
      .field("unit", "Unit of the value.", isRequired: true) { _ in "人" },
      .field("printed", "The exact text of the cell; of a sum, of the first.") {
        $0.citations.first?.printed
      },
      .line { $0.citations.first?.line ?? 1 },
      .field("place", "The place in a workbook, a Word file or a page; of a sum, of the first.") {
        $0.citations.first?.place?.description
      },
    ]
  }

  private static func counts(of cited: CitedAgeTable) -> [AgeCount] {
    let (table, ages) = (cited.table, cited.table.ages.groups)
    /// The cells of one count, one a part of a sum.
    func cells<Cell>(_ all: [Cell], _ index: Int, of count: Int) -> [Cell] {
      stride(from: index, to: all.count, by: count).map { all[$0] }
    }
    return table.sexes.enumerated().flatMap { column, sex in
      let known = ages.enumerated().map { row, age in
        let index = column * ages.count + row
        return AgeCount(
          table: cited, sex: sex, age: age, count: table.counts[index],
          citations: cells(cited.citations, index, of: table.counts.count))
      }
      let unknown = cells(cited.notReportedCitations, column, of: table.sexes.count)
        .compactMap(\.self)
      guard !unknown.isEmpty else { return known }
      return known + [
        AgeCount(
          table: cited, sex: sex, age: nil, count: table.notReported[column], citations: unknown)
      ]
    }
  }
}
