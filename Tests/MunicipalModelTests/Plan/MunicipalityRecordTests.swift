import MunicipalModel
import Testing

@Suite struct MunicipalityRecordTests {
  static func contents(_ id: DocumentID, births: String) throws -> DocumentContents {
    DocumentContents(
      document: id,
      populationFigures: [try PopulationAccountTests.figure(.births, 2020, births)],
      populationDefinition: PopulationAccountTests.definition)
  }

  static func record(_ documents: [DocumentContents]) throws -> MunicipalityRecord {
    MunicipalityRecord(
      municipality: Municipality(
        code: try MunicipalityCode("012131"), name: LocalizedText(ja: "苫小牧市", en: "Tomakomai")),
      documents: documents)
  }

  @Test("Where documents overlap, the later document's account stands")
  func laterDocument() throws {
    let record = try Self.record([
      Self.contents("old", births: "1"), Self.contents("new", births: "2"),
    ])
    #expect(record.accounts.map { $0.births?.value } == [2])
    #expect(record.populationFigures.count == 2)
    #expect(record.contents(of: "old")?.document == "old")
    #expect(record.contents(of: "none") == nil)
  }

  @Test("A document without a population table has no account")
  func noTable() throws {
    var contents = try Self.contents("old", births: "1")
    contents.populationDefinition = nil
    #expect(contents.accounts.isEmpty)
  }

  @Test("A record is the same after JSON")
  func json() throws {
    let record = try Self.record([Self.contents("old", births: "1")])
    #expect(try throughJSON(record) == record)
  }

  @Test("Severities order from info to error")
  func severities() {
    #expect(Diagnostic.Severity.info < .warning && .warning < Diagnostic.Severity.error)
  }

  @Test("A citation names the document, the line and the printed text")
  func citation() throws {
    let citation = Citation(
      document: "tomakomai-progress", line: 103, cell: 4, headings: ["4. 本市の現状"], printed: "△ 562")
    #expect(citation.description == "tomakomai-progress:103 \"△ 562\"")
    #expect(try throughJSON(citation) == citation)
  }
}
