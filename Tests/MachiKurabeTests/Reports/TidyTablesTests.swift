import MachiKurabe
import Testing

@Suite("Tidy tables of the built-in documents")
struct TidyTablesTests {
  let tables: TidyTables

  init() throws { tables = TidyTables(try MunicipalityRecord.builtIn()) }

  /// The columns that the users of the files rely on, in this order.
  @Test func `The columns are as promised`() {
    #expect(
      tables.observations.columns.map(\.name) == [
        "municipality_code", "document", "edition", "level", "goal", "measure", "project",
        "indicator", "unit", "role", "period", "accumulation", "value", "status", "printed", "line",
        "bound", "estimate", "place",
      ])
    #expect(
      tables.population.columns.map(\.name) == [
        "municipality_code", "document", "area", "period", "item", "value", "unit", "printed",
        "line", "bound", "estimate", "place",
      ])
    #expect(
      tables.populationByAge.columns.map(\.name) == [
        "municipality_code", "document", "statistic", "measure", "period", "sex", "age_from",
        "age_to", "value", "unit", "printed", "line", "place",
      ])
    #expect(
      tables.plans.columns.map(\.name).prefix(10) == [
        "municipality_code", "document", "edition", "level", "number", "parent", "title",
        "departments", "lifecycle", "progress",
      ])
    #expect(
      tables.all.map(\.name) == [
        "observations", "population", "population-by-age", "plans", "diagnostics", "corrections",
      ])
  }

  @Test func `Keys name rows, required columns are filled, and choices and numbers hold`() throws {
    for table in tables.all {
      let indices = Dictionary(
        uniqueKeysWithValues: table.columns.enumerated().map { ($0.element.name, $0.offset) })
      let key = try table.key.map { try #require(indices[$0], "\(table.name).\($0)") }
      var seen: Set<[String]> = []
      for row in table.rows {
        #expect(row.count == table.columns.count)
        #expect(seen.insert(key.map { row[$0] }).inserted, "\(table.name): \(row)")
        for (column, cell) in zip(table.columns, row) {
          if column.isRequired { #expect(!cell.isEmpty, "\(table.name).\(column.name): \(row)") }
          guard !cell.isEmpty else { continue }
          if !column.choices.isEmpty { #expect(column.choices.contains(cell)) }
          switch column.kind {
          case .integer: #expect(Int(cell) != nil)
          case .number: #expect(ExactDecimal(cell) != nil)
          case .string: break
          }
        }
      }
      #expect(!table.rows.isEmpty)
    }
  }

  @Test(
    arguments: [
      // document, line, role, period: value, unit, accumulation, goal, measure
      ("tomakomai-progress", "294", "actual", "FY2020", "918", "件", "cumulative", "1", "3"),
      ("tomakomai-progress", "495", "actual", "FY2020", "11516324", "件", "single", "3", "9"),
      ("tomakomai-progress", "212", "actual", "FY2022", "148", "人", "cumulative", "1", ""),
      ("iwamizawa-progress", "437", "target", "FY2024", "15", "人", "cumulative", "2", ""),
      ("iwamizawa-progress", "238", "baseline", "CY2016/CY2018", "28903", "千円", "average", "1", ""),
      ("tomakomai-revision", "239", "target", "FY2024", "1800", "人", "cumulative", "1", "2"),
    ])
  func `A printed figure stands in observations`(
    document: String, line: String, role: String, period: String, value: String, unit: String,
    accumulation: String, goal: String, measure: String
  ) throws {
    let columns = tables.observations.columns.map(\.name)
    let key = ["document": document, "line": line, "role": role, "period": period]
    let rows = tables.observations.rows.map { Dictionary(uniqueKeysWithValues: zip(columns, $0)) }
    let row = try #require(
      rows.first { row in key.allSatisfy { name, value in row[name] == value } })
    #expect(row["value"] == value)
    #expect(row["unit"] == unit)
    #expect(row["accumulation"] == accumulation)
    #expect(row["goal"] == goal)
    #expect(row["measure"] == measure)
    #expect(row["status"] == "value")
  }

  @Test func `Every value of the model is one row, and no row is invented`() throws {
    let records = try MunicipalityRecord.builtIn()
    let observations = records.flatMap(\.plans).flatMap(\.indicators)
      .flatMap(\.indicator.figures)
    #expect(
      tables.observations.rows.count
        == observations.map { max(1, $0.reading.quantities.count) }.reduce(0, +))
    let ages = records.flatMap(\.populationsByAge)
    let unknown = ages.flatMap(\.notReportedCitations).count { $0 != nil }
    #expect(
      tables.populationByAge.rows.count == ages.map(\.table.counts.count).reduce(0, +) + unknown)
    let nodes = records.flatMap(\.plans).flatMap(\.nodes).count
    #expect(
      tables.plans.rows.count == nodes + records.flatMap(\.plans).count { !$0.progress.isEmpty })
    #expect(tables.diagnostics.rows.count == records.flatMap(\.diagnostics).count)
    #expect(tables.corrections.rows.count == records.flatMap(\.corrections).count)
  }
}
