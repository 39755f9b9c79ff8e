import DocumentReading
import MunicipalModel
import Testing

/// Whether a space groups thousands is told by the figures of the table.
@Suite struct DigitGroupingTests {
  @Test(
    "Spaces group where nearly all figures of 1,000 and more have them",
    arguments: [
      ["1 037", "88 545", "959"], ["88 545", "89 460", "89 992"],
      ["10 000", "9 900", "9 800", "80"],
      ["△1 037", "△ 562", "1 229"], ["1 234 567", "12 345"],
      ["2018", "88 545", "89 460", "1 146", "45.5%"],
      ["1 037", "88 545", "89 460", "1 146", "1 927", "6 166", "9,800"],
    ])
  func spaces(_ cells: [String]) { #expect(PrintedFigure.DigitGrouping(of: cells) == .spaces) }

  @Test(
    "They do not where other figures have commas or none, or where nothing tells",
    arguments: [
      [], ["80 100"], ["1 037"], ["80 100", "80 70"], ["10 000", "9 900", "9,800"],
      ["10 000", "9 900", "9,800", "80 70", "60", "80 100"], ["88 545", "89 460"],
      ["10 000", "9 900", "12345"], ["45 100%", "50 200%", "60 300%"], ["1 037", "2 3", "4 5"],
    ])
  func commas(_ cells: [String]) { #expect(PrintedFigure.DigitGrouping(of: cells) == .commas) }

  @Test("The table at a cell tells, not another table")
  func tables() throws {
    let text = """
      区分\tR2\tR3
      人口\t10 000\t9 900
      出生\t80\t70

      区分\tR2\tR3
      人口\t10,000\t9,900
      死亡\t80 100\t70
      """
    var session = DocumentSession(try DocumentText(id: "sample", text: text))
    #expect(session.figure(2, cell: 2).reading.value == ExactDecimal(10000))
    #expect(session.figure(2, cell: 3).reading.value == ExactDecimal(9900))
    #expect(session.diagnostics.isEmpty)
    #expect(session.figure(7, cell: 2).reading == .missing(.unreadable))
    #expect(session.diagnostics.map(\.code) == ["malformed-number"])
    #expect(session.diagnostics.first?.citation.cell == 2)
  }
}
