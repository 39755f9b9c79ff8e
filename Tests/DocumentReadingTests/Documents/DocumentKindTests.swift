import DocumentReading
import MunicipalModel
import Testing

@Suite struct DocumentKindTests {
  static let progress = DocumentKind(
    id: "progress", title: LocalizedText(ja: "進捗", en: "progress report"),
    signature: [["達成状況", "進捗状況"], ["苫小牧市"]])
  static let outline = DocumentKind(
    id: "outline", title: LocalizedText(ja: "骨子", en: "outline"), signature: [["骨子案"]])

  static func document(_ text: String, id: DocumentID = "progress") throws -> DocumentText {
    try DocumentText(id: id, text: text)
  }

  @Test(
    "A document is of a kind if it has a word of every group",
    arguments: [
      ("苫小牧市\n達成状況", true), ("苫 小 牧 市の\n各種事業の進捗状況", true), ("達成状況", false), ("岩見沢市\n達成状況", false),
    ])
  func matches(_ text: String, _ expected: Bool) throws {
    #expect(try Self.progress.matches(Self.document(text)) == expected)
  }

  @Test("A document of another kind is refused with what it looks like")
  func wrongKind() throws {
    let document = try Self.document("苫小牧市総合戦略（骨子案）")
    let error = #expect(throws: DocumentError.self) {
      try Self.progress.check(document, among: [Self.progress, Self.outline])
    }
    #expect(error?.code == .wrongKind)
    #expect(error?.expected.en == "progress report with 「達成状況」 or 「進捗状況」")
    #expect(error?.found.en == "outline (outline)")
  }

  @Test("A document of no known kind is refused with its first line")
  func unknownKind() throws {
    let document = try Self.document("\n  議事録  \n")
    let error = #expect(throws: DocumentError.self) {
      try Self.progress.check(document, among: [Self.progress, Self.outline])
    }
    #expect(error?.found.en == "a text that begins with \"議事録\"")
  }
}

@Suite struct CorrectionListTests {
  static let heading = "document\tline\tcell\tprinted\tused\treason_ja\treason_en\n"

  @Test("Columns are found by their headings, in any order")
  func anyOrder() throws {
    let text =
      "used\tdocument\tcell\tline\treason_en\treason_ja\tprinted\n918\tdoc\t4\t12\twhy\t理由\t累計9,18\n\n"
    #expect(
      try CorrectionList.read(text) == [
        Correction(
          document: "doc", line: 12, cell: 4, printed: "累計9,18", used: "918",
          reason: LocalizedText(ja: "理由", en: "why"))
      ])
  }

  @Test("A list of nothing but headings has no corrections")
  func headingOnly() throws { #expect(try CorrectionList.read(Self.heading).isEmpty) }

  @Test("A missing heading is refused")
  func missingHeading() {
    let error = #expect(throws: DocumentError.self) {
      try CorrectionList.read("document\tline\tcell\tprinted\tused\treason_ja\n")
    }
    #expect(error?.code == .damagedResource)
    #expect(error?.line == 1)
    #expect(error?.expected.en == "a column reason_en")
  }

  @Test(
    "A line or cell that is no number from 1 is refused",
    arguments: [
      "doc\t0\t1\ta\tb\tc\td", "doc\t-1\t1\ta\tb\tc\td", "doc\tx\t1\ta\tb\tc\td",
      "doc\t1\t0\ta\tb\tc\td", "doc",
      "doc\t99999999999999999999\t1\ta\tb\tc\td",
    ])
  func wrongNumber(_ row: String) {
    let error = #expect(throws: DocumentError.self) {
      try CorrectionList.read(Self.heading + "doc\t1\t1\ta\tb\tc\td\n" + row)
    }
    #expect(error?.code == .damagedResource)
    #expect(error?.line == 3)
  }

  @Test("An empty list is refused")
  func empty() {
    let error = #expect(throws: DocumentError.self) { try CorrectionList.read("") }
    #expect(error?.code == .empty)
  }
}
