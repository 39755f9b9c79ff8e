import MunicipalModel
import TestSupport
import Testing

@testable import OpenData

/// Result tables in the form of 令和5（2023）年推計; the figures are invented.
@Suite("日本の地域別将来推計人口")
struct RegionalProjectionTests {
  private func read(_ text: String) throws -> RegionalProjection {
    try RegionalProjection.read(Array(text.utf8), document: "kekkahyo1")
  }

  @Test func `A table is read by year with its cells`() throws {
    let table = try read(Fixture.projection())
    #expect(table.diagnostics == [] && table.ages == nil)
    #expect(table.years == [2020, 2025, 2030, 2035, 2040, 2045, 2050])
    #expect(
      table.rows.map(\.area.kind) == [
        .prefecture, .designatedCity, .ward, .municipality, .municipality, .subtotal,
      ])
    let figures = table.figures(of: try MunicipalityCode("012025"))
    #expect(figures.map(\.reading.wholeNumber) == [2500, 2400, 2300, 2200, 2100, 2000, 1900])
    #expect(figures[6].period?.code == "2050-10-01")
    #expect(figures[6].citation.shortPlace == "kekkahyo1:9" && figures[6].citation.cell == 11)
  }

  @Test(arguments: [
    ("0～14歳人口", AgeGroup(0, through: 14)), ("15～64歳人口", AgeGroup(15, through: 64)),
    ("65歳以上人口", AgeGroup(andOver: 65)), ("75歳以上人口", AgeGroup(andOver: 75)),
  ])
  func `What is counted is told by the columns`(label: String, ages: AgeGroup?) throws {
    #expect(try read(Fixture.projection(label)).ages == ages)
  }

  @Test func `The workbook says the same`() throws {
    let bytes = try Fixture.workbook(["Sheet1": Fixture.projection()])
    guard case .projection(let table) = try OpenDataTable.read(bytes, document: "k.xlsx") else {
      Issue.record("another format")
      return
    }
    let figures = table.figures(of: try MunicipalityCode("01101"))
    #expect(figures.map(\.reading.wholeNumber).first == 900)
    #expect(figures.first?.citation.shortPlace == "k.xlsx:Sheet1!E8")
  }

  @Test func `Damaged cells and rows are named`() throws {
    let text = Fixture.projection().replacing("2400", with: "24OO").replacing(
      "1331,", with: "13X1,")
    let table = try read(text)
    #expect(table.diagnostics.map(\.code) == ["unreadable-cell", "unreadable-code"])
    #expect(table.diagnostics.map(\.citation.line) == [9, 10])
    #expect(table.figures(of: try MunicipalityCode("01202"))[1].reading.value == nil)
    #expect(throws: OpenDataError.self) {
      try read(Fixture.projection("世帯数"))
    }
  }
}
