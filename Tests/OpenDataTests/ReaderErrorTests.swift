import MunicipalModel
import TestSupport
import Testing

@testable import OpenData

/// An error that ends the reading carries what was noticed before, which often is its reason.
@Suite("Errors of the readers")
struct ReaderErrorTests {
  private func error(_ text: String) -> OpenDataError? {
    #expect(throws: OpenDataError.self) {
      try OpenDataTable.read(Array(text.utf8), document: "file")
    }
  }

  /// Two headings in one cell of SSDSE-A: every row has a cell too many.
  @Test func `SSDSE without a row says why no row was read`() {
    let text = Fixture.ssdse.replacing("A1101,A1303,A4101", with: "A1101 A1303,A4101")
    let found = error(text)
    #expect(found?.code == .noRows)
    let rows = found?.diagnostics.filter { $0.code == "wrong-cell-count" }
    #expect(rows?.map(\.citation.line) == [4, 5, 6, 7])
    #expect(rows?.first?.citation.printed == "6")
  }

  @Test func `A CSV of e-Stat without a row says why no row was read`() {
    let found = error("area_code,地域,unit,value\n31201,架空市,人,10,\"x\"\n")
    #expect(found?.code == .noRows)
    #expect(found?.diagnostics.map(\.code) == ["wrong-cell-count"])
  }

  /// The answer ends in the first byte of あ (E3 81 82).
  @Test func `Damaged JSON says which bytes are no text`() {
    let bytes = Array("{\"GET_STATS_DATA\":{\"a\":\"".utf8) + [0xE3]
    let found = #expect(throws: OpenDataError.self) {
      try EStatTable.read(bytes, document: "file", encoding: .utf8)
    }
    #expect(found?.code == .damagedJSON)
    #expect(found?.diagnostics.map(\.code) == ["unmappable-bytes"])
  }

  /// The ages are written as in 0-4歳（男性）区分, which no reader knows.
  @Test func `A table without ages says which columns were not read`() throws {
    let text = """
      全国地方公共団体コード,地方公共団体名,調査年月日,地域名,総人口,男性,女性,甲階級の男,乙階級の男
      312011,架空市,2024-01-01,架空一丁目,10,4,6,1,3

      """
    let table = try StandardDatasetPopulation.read(Array(text.utf8), document: "file")
    let found = #expect(throws: OpenDataError.self) { try table.population() }
    #expect(found?.code == .noAgeTable)
    #expect(found?.diagnostics.map(\.citation.printed) == ["甲階級の男", "乙階級の男"])
  }

  /// X, withheld, is in the eighth cell.
  @Test func `A row without ages says which cell has no figure`() throws {
    let text = """
      全国地方公共団体コード,地方公共団体名,調査年月日,地域名,総人口,男性,女性,0-4歳の男性,0-4歳の女性,5歳以上の男性,5歳以上の女性
      312011,架空市,2024-01-01,架空一丁目,10,4,6,X,2,3,4

      """
    let table = try StandardDatasetPopulation.read(Array(text.utf8), document: "file")
    let found = #expect(throws: OpenDataError.self) { try table.population() }
    #expect(found?.diagnostics.map(\.citation.cell) == [8])
    #expect(found?.diagnostics.map(\.citation.printed) == ["X"])
  }
}
