import DocumentReading
import MunicipalModel
import Testing

@Suite struct DocumentSessionTests {
  static let text = "見出し\n項目\tR2実績\n相談件数(件)\t累計9,18\n余談\n"

  static func session(corrections: [Correction] = []) throws -> DocumentSession {
    DocumentSession(try DocumentText(id: "test", text: text), corrections: corrections)
  }

  static func correction(
    line: Int = 3, cell: Int = 2, printed: String = "累計9,18", document: DocumentID = "test"
  ) -> Correction {
    Correction(
      document: document, line: line, cell: cell, printed: printed, used: "累計918",
      reason: LocalizedText(ja: "桁区切りの誤り", en: "misplaced comma"))
  }

  @Test("A figure is cited as printed, and what is odd is noted at its cell")
  func figure() throws {
    var session = try Self.session()
    session.headings = ["見出し"]
    let read = session.figure(3, cell: 2, unit: "件")
    #expect(read.reading == .value(Quantity(ExactDecimal(918), unit: "件")))
    #expect(
      read.citation
        == Citation(document: "test", line: 3, cell: 2, headings: ["見出し"], printed: "累計9,18"))
    #expect(session.diagnostics.map(\.code) == ["malformed-grouping"])
    #expect(session.diagnostics.first?.citation == read.citation)
  }

  @Test("A correction that fits is applied and noted; the citation still prints the original")
  func correctionApplied() throws {
    var session = try Self.session(corrections: [Self.correction()])
    #expect(session.cells(3) == ["相談件数(件)", "累計918"])
    #expect(session.printedCells(3) == ["相談件数(件)", "累計9,18"])
    #expect(session.figure(3, cell: 2).citation.printed == "累計9,18")
    #expect(session.diagnostics.map(\.code) == ["correction-applied"])
    #expect(session.corrections == [Self.correction()])
  }

  @Test(
    "A correction that does not fit is noted and not applied",
    arguments: [
      correction(line: 2), correction(cell: 1), correction(cell: 9), correction(line: 99),
      correction(printed: "918"),
    ])
  func correctionNotMatched(_ correction: Correction) throws {
    let session = try Self.session(corrections: [correction])
    #expect(session.cells(3) == ["相談件数(件)", "累計9,18"])
    #expect(session.diagnostics.map(\.code) == ["correction-not-matched"])
    #expect(session.corrections.isEmpty)
  }

  @Test("A correction of another document is none of this one's business")
  func correctionOfAnother() throws {
    let session = try Self.session(corrections: [Self.correction(document: "other")])
    #expect(session.diagnostics.isEmpty && session.corrections.isEmpty)
  }

  @Test("The facts-only text keeps lines and cells that were cited, at their places")
  func factsOnly() throws {
    var session = try Self.session()
    #expect(session.factsOnlyText == "\n\n\n\n")
    _ = session.cite(1)
    _ = session.cite(3, cell: 2)
    #expect(session.factsOnlyText == "見出し\n\n\t累計9,18\n\n")
    _ = session.cite(3)
    session.keep(4, fragment: "余")
    #expect(session.factsOnlyText == "見出し\n\n相談件数(件)\t累計9,18\n余\n")
  }

  @Test("A place outside the document is blank and cites nothing", arguments: [0, 99, -5])
  func outside(_ line: Int) throws {
    var session = try Self.session()
    #expect(session.isBlank(line) && !session.isTableRow(line) && session.cells(line) == [""])
    #expect(session.cite(line, cell: 3).printed.isEmpty)
    #expect(session.figure(3, cell: 99).reading == .missing(.blank))
  }
}
