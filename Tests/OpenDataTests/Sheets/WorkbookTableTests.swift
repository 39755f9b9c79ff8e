import MunicipalModel
import TestSupport
import Testing

@testable import OpenData

@Suite("Workbooks of open data")
struct WorkbookTableTests {
  private static let sheet = Fixture.sheet(Fixture.wholeSheet(Fixture.rows2020))

  private func registry(
    _ bytes: [UInt8], _ document: DocumentID = "book.xlsx"
  ) throws -> ResidentRegistry {
    guard case .registry(let registry) = try OpenDataTable.read(bytes, document: document) else {
      throw OpenDataError(code: .wrongFormat, document: document)
    }
    return registry
  }

  @Test func `A sheet is read as its CSV is, with the places of a workbook`() throws {
    let csv = try ResidentRegistry.read(Array(Self.sheet.utf8), document: "book.xlsx")
    let book = try registry(Fixture.workbook(["【総計】": Self.sheet]))
    #expect(book.diagnostics == [])
    #expect(book.stockDate == csv.stockDate && book.definition == csv.definition)
    #expect(book.rows.map(\.area) == csv.rows.map(\.area))
    for (own, other) in zip(book.rows, csv.rows) {
      for item in ResidentRegistry.Item.allCases { #expect(own[item]?.value == other[item]?.value) }
      #expect(own.line == other.line)
    }
    let citation = try #require(book.rows[3].citation(.male))
    #expect(citation.shortPlace == "book.xlsx:【総計】!D8")
    #expect(citation.printed == "90000")
    // The reader of one format takes a workbook too, in pieces of any size.
    var reader = ResidentRegistry.reader(document: "book.xlsx", encoding: nil)
    for byte in try Fixture.workbook(["【総計】": Self.sheet]) { reader.append([byte]) }
    #expect(try reader.finish() == book)
  }

  @Test func `Every format is read from a sheet as from a text`() throws {
    let texts: [String] = [
      Fixture.ssdse, Fixture.movers(MoverTableTests.inItem, withOrigin: true),
    ]
    for text in texts {
      let csv = try OpenDataTable.read(Array(text.utf8), document: "file")
      let book = try OpenDataTable.read(Fixture.workbook(["Sheet1": text]), document: "file")
      #expect(book.format == csv.format)
      #expect(book.file.diagnostics == [])
      switch (book, csv) {
      case (.movers(let book), .movers(let csv)):
        #expect(book.rows.map(\.ages) == csv.rows.map(\.ages) && book.rows.count == 3)
        let row = try #require(book.rows.last)
        let place = try book.ages(of: row).citations.first?.shortPlace
        #expect(place == "file:Sheet1!AG6")
      case (.ssdse(let book), .ssdse(let csv)):
        #expect(book.rows.map(\.readings) == csv.rows.map(\.readings) && book.rows.count == 4)
        #expect(book.figures(.births)[0].citation.shortPlace == "file:Sheet1!F4")
      default: Issue.record("\(book.format) beside \(csv.format)")
      }
    }
  }

  @Test func `Of several sheets all residents are read, and the others named`() throws {
    let japanese = Fixture.sheet(
      Fixture.wholeSheet(Fixture.rows2020), title: Fixture.title(residents: "（日本人住民）"))
    let book = try registry(
      Fixture.workbook(["説明": "この表について\n", "日本人": japanese, "総計": Self.sheet]))
    #expect(book.definition.foreignResidents == .included)
    #expect(book.diagnostics.map(\.code) == ["other-sheets"])
    #expect(book.diagnostics[0].message.ja.contains("日本人"))
    #expect(book.diagnostics[0].citation.shortPlace == "book.xlsx:総計!1")
    let lone = try registry(Fixture.workbook(["日本人": japanese]))
    #expect(lone.definition.foreignResidents == .excluded && lone.diagnostics == [])
  }

  @Test func `What is wrong is named by its cell, and a stored result counts`() throws {
    var sheets = try Fixture.cells(Self.sheet)
    sheets[7][3] = "FORMULA"
    sheets[7][4] = "ERROR"
    sheets[7][6] = "EMPTY"
    var book = WorkbookWriter([WorkbookWriter.Sheet("総計", rows: sheets)])
    let cells = [
      ("FORMULA", "<c r=\"D8\"><f>SUM(D9:D10)</f><v>90000</v></c>"),
      ("ERROR", "<c r=\"E8\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"),
      ("EMPTY", "<c r=\"G8\"><f>D8/2</f></c>"),
    ]
    var content = book.sheets[0].content
    for (mark, cell) in cells {
      let column = cell.dropFirst("<c r=\"".count).prefix(2)
      content = content.replacing(
        "<c r=\"\(column)\" t=\"inlineStr\"><is><t>\(mark)</t></is></c>", with: cell)
    }
    book.sheets[0] = WorkbookWriter.Sheet("総計", content: content)
    let registry = try registry(book.bytes)
    #expect(registry.rows[3].count(.male) == 90_000)
    #expect(registry.rows[3][.female] == .missing(.unreadable))
    #expect(registry.rows[3].count(.households) == nil)
    let places = registry.diagnostics.map { "\($0.code.rawValue) \($0.citation.shortPlace)" }
    #expect(places.contains("unreadable-cell book.xlsx:総計!E8"))
    #expect(places.contains("formula-without-value book.xlsx:総計!G8"))
  }

  @Test func `A number stands in full precision, a code as it is displayed`() throws {
    let cells: [(Workbook.Cell, String)] = try [
      ("General", "0.1", "0.1"), ("#,##0", "1234567", "1234567"),
      ("0.00", "-0.2979146", "-0.2979146"),
      ("000000", "12131", "012131"), ("0.00%", "0.0057", "0.57%"), ("0\"年\"", "2019", "2019年"),
      ("yyyy/m/d", "45292", "2024/1/1"), ("\"△ \"#,##0", "562", "562"),
      ("_-* #,##0_-;-* #,##0_-;_-* \"-\"_-", "0", "0"),
      ("#,##0", "1E+6", "1000000"), ("#,##0", "-35", "-35"), ("General", "120", "120"),
      ("#,##0\"人\"", "1234", "1,234人"), ("#,##0,", "1234000", "1234000"),
      ("000000", "131016", "131016"),
      ("[>100]0\"以上\";0", "120", "120以上"),
    ].map { format, stored, text in
      var book = try Workbook(
        WorkbookWriter(
          [
            WorkbookWriter.Sheet(
              "a",
              content:
                "<sheetData><row r=\"1\"><c r=\"A1\" s=\"1\"><v>\(stored)</v></c></row></sheetData>"
            )
          ], formats: [format]
        ).bytes, name: "a")
      var cell: Workbook.Cell?
      try book.readRows(of: book.sheets[0]) { row throws(FormError) in cell = row.cells.first }
      let displayed = try #require(cell)
      // What is read without the text of numbers says the same.
      try book.readRows(of: book.sheets[0], leavesPlainNumbers: true) { row throws(FormError) in
        cell = row.cells.first
      }
      #expect(try SheetText.text(of: #require(cell)) == SheetText.text(of: displayed))
      return (displayed, text)
    }
    for (cell, text) in cells { #expect(SheetText.text(of: cell) == text) }
  }

  @Test func `A workbook of another kind is told to be that`() throws {
    let bytes = try Fixture.workbook(["一覧": "指標,目標\nごみの量,10\n", "率": Fixture.ssdse])
    #expect {
      try ResidentRegistry.read(bytes, document: "book.xlsx")
    } throws: { error in
      let message = (error as? OpenDataError)?.message.ja
      return message?.contains("シート「一覧」は知らない形式") == true
        && message?.contains("シート「率」はSSDSE") == true
    }
    let old: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    #expect {
      try OpenDataTable.read(old, document: "book.xls")
    } throws: { error in
      (error as? OpenDataError)?.message.ja.contains(".xlsx") == true
    }
    let cut = Array(try Fixture.workbook(["総計": Self.sheet]).dropLast(400))
    #expect {
      try OpenDataTable.read(cut, document: "book.xlsx")
    } throws: { error in
      (error as? OpenDataError)?.code == .unreadableFile
    }
  }
}
