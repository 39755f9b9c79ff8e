import MunicipalModel
import Testing

@testable import Rendering

struct ReportTableTests {
  private func table(_ columns: [ReportColumn], _ rows: [ReportRow]) -> ReportTable {
    ReportTable(key: "t", caption: LocalizedText(""), columns: columns, rows: rows)
  }

  private let a = ReportColumn.key("a", LocalizedText("A"))
  private let b = ReportColumn.number("b", LocalizedText("B"), unit: "persons")

  @Test func aFittingTableStaysAsItIs() {
    let rows: [ReportRow] = [.group(LocalizedText("g")), [ReportCell("x"), ReportCell(1)]]
    #expect(table([a, b], rows).columns == [a, b])
    #expect(table([a, b], rows).rows == rows)
  }

  @Test func aShortRowGetsEmptyCells() {
    let rows = table([a, b], [[ReportCell("x")], []]).rows
    #expect(rows.map(\.cells) == [[ReportCell("x"), .empty], [.empty, .empty]])
  }

  @Test func aShortTotalStaysATotal() {
    let rows = table([a, b], [.total([ReportCell("x")]), .subtotal([])]).rows
    #expect(rows.map(\.kind) == [.total, .subtotal])
    #expect(rows.map(\.cells.count) == [2, 2])
  }

  @Test func aLongRowGetsColumns() {
    let result = table([a], [[ReportCell("x"), ReportCell(1), ReportCell(2)], [ReportCell("y")]])
    #expect(result.columns.map(\.key) == ["a", "column_2", "column_3"])
    #expect(result.rows.map(\.cells.count) == [3, 3])
  }

  @Test func columnKeysAreUnique() {
    let result = table([a, b, b, b, .text("b_2", LocalizedText(""))], [])
    #expect(result.columns.map(\.key) == ["a", "b", "b_2", "b_3", "b_2_2"])
    #expect(result.columns[2].unit == "persons")
  }

  @Test func aTableWithoutAnythingIsPossible() {
    #expect(table([], []).columns.isEmpty)
    #expect(table([], [.group(LocalizedText("g"))]).columns.isEmpty)
  }
}
