import TestSupport
import Testing

@testable import TextFormats

@Suite("Damaged workbooks and Word files")
struct OfficeDamageTests {
  /// The code of the error that reading ends with; `nil` if it can be read.
  private func code(_ bytes: [UInt8], isWord: Bool) -> FormError.Code? {
    do {
      _ =
        isWord
        ? try WordDocument.read(bytes, name: "x") : try Workbook.read(bytes, name: "x")
      return nil
    } catch {
      return error.code
    }
  }

  private static let workbook = WorkbookWriter(
    [
      .init("指標", rows: [["指標", "R5"], ["人口", "1234"], ["※注", ""]], merged: ["A1:A2"]),
      .init("S2", content: "<sheetData><row r=\"3\"><c t=\"s\"><v>0</v></c></row></sheetData>"),
    ], formats: ["#,##0"], strings: "<si><t>共有</t></si>")

  private static let word = WordWriter(
    WordWriter.paragraph("基本目標", "<numPr><numId val=\"1\"/></numPr>")
      + WordWriter.table([["指標", "R5"], ["人口", "1"]]),
    styles: "<style styleId=\"a\"><basedOn val=\"a\"/></style>",
    numbering: "<abstractNum abstractNumId=\"0\"><lvl ilvl=\"0\"/></abstractNum>")

  private static func parts(_ isWord: Bool) -> [(name: String, text: String)] {
    isWord ? word.parts : workbook.parts
  }

  private func archive(_ parts: [(name: String, text: String)]) -> [UInt8] {
    var zip = ZipWriter()
    for part in parts { zip.add(part.name, Array(part.text.utf8), isDeflated: false) }
    return zip.bytes
  }

  @Test(arguments: [true, false]) func `Each truncation is told`(isWord: Bool) {
    let bytes = isWord ? Self.word.bytes : Self.workbook.bytes
    #expect(code(bytes, isWord: isWord) == nil)
    for end in stride(from: 0, to: bytes.count, by: 7) {
      #expect(code(Array(bytes[..<end]), isWord: isWord) == .damagedArchive)
    }
  }

  @Test(arguments: [true, false]) func `A flipped byte changes nothing in silence`(isWord: Bool)
    throws
  {
    let bytes = isWord ? Self.word.bytes : Self.workbook.bytes
    func read(_ bytes: [UInt8]) -> [String]? {
      let text =
        isWord
        ? try? WordDocument.read(bytes, name: "x") : try? Workbook.read(bytes, name: "x")
      return text?.lines.map(\.text)
    }
    let whole = try #require(read(bytes))
    for index in bytes.indices {
      var flipped = bytes
      flipped[index] ^= 1 << (index % 8)
      let text = read(flipped)
      #expect(text == nil || text == whole, "byte \(index)")
    }
  }

  @Test(arguments: [true, false]) func `Each missing part is told or was not needed`(isWord: Bool) {
    let parts = Self.parts(isWord)
    for index in parts.indices {
      var fewer = parts
      fewer.remove(at: index)
      let code = code(archive(fewer), isWord: isWord)
      #expect(code == nil || code == .missingPart, "\(parts[index].name)")
    }
    #expect(code(archive([]), isWord: isWord) == .missingPart)
  }

  @Test(arguments: [true, false]) func `Damaged markup ends`(isWord: Bool) {
    let parts = Self.parts(isWord)
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<600 {
      var damaged = parts
      let index = Int.random(in: damaged.indices, using: &generator)
      var bytes = Array(damaged[index].text.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: bytes.removeSubrange(place...)
        case 1: bytes[place] = "<>\"/&9 ".utf8.randomElement(using: &generator) ?? 0x20
        default:
          let end = Int.random(in: place...min(place + 40, bytes.count), using: &generator)
          bytes.insert(contentsOf: bytes[place..<end], at: place)
        }
        if bytes.isEmpty { bytes = [0x20] }
      }
      damaged[index].text = String(decoding: bytes, as: UTF8.self)
      _ = code(archive(damaged), isWord: isWord)
    }
  }

  @Test func `A part that refers to itself ends`() {
    let parts = Self.workbook.parts.map { part in
      part.name == "xl/_rels/workbook.xml.rels"
        ? (
          part.name,
          part.text.split(separator: "worksheets/sheet1.xml").joined(separator: "workbook.xml")
        ) : (part.name, part.text)
    }
    #expect(code(archive(parts.map { (name: $0.0, text: $0.1) }), isWord: false) == .brokenMarkup)
  }

  @Test func `A Word file is no workbook, and a workbook no Word file`() {
    #expect(code(Self.word.bytes, isWord: false) == .unreadForm)
    #expect(code(Self.workbook.bytes, isWord: true) == .unreadForm)
  }

  @Test(
    arguments: [
      ("<row r=\"1048577\"><c><v>1</v></c></row>", FormError.Code.tooLarge),
      ("<row r=\"1\"><c r=\"XFE1\"><v>1</v></c></row>", .brokenMarkup),
      ("<row r=\"2\"><c><v>1</v></c></row><row r=\"1\"><c><v>1</v></c></row>", .brokenMarkup),
      ("<row r=\"1\"><c r=\"B1\"><v>1</v></c><c r=\"A1\"><v>1</v></c></row>", .brokenMarkup),
      ("<row r=\"1\"><c r=\"A2\"><v>1</v></c></row>", .brokenMarkup),
      ("<row r=\"1\"/><row r=\"1\"/>", .brokenMarkup),
      ("<row r=\"0\"/>", .brokenMarkup),
      ("<row r=\"-1\"/>", .brokenMarkup),
      ("<row r=\"x\"/>", .brokenMarkup),
      ("<row><c><v>12</v><v>13</v></c></row>", .brokenMarkup),
      ("<row><c t=\"inlineStr\"><is><t>1</t></is><is><t>2</t></is></c></row>", .brokenMarkup),
      ("<row><c><v>1<x>2</x></v></c></row>", .brokenMarkup),
      (
        "<row><AlternateContent><Choice><c><v>1</v></c></Choice></AlternateContent></row>",
        .brokenMarkup
      ),
      (
        "<AlternateContent><Choice><row><c><v>1</v></c></row></Choice></AlternateContent>",
        .brokenMarkup
      ),
    ])
  func `Cells beyond or out of order are told`(rows: String, expected: FormError.Code) {
    let sheet = WorkbookWriter.Sheet("S", content: "<sheetData>\(rows)</sheetData>")
    #expect(code(WorkbookWriter([sheet]).bytes, isWord: false) == expected)
  }

  @Test(
    arguments: [
      ("<row r=\"3\"/><row r=\"3\"/>", "rows in order (from row 4 here)", "3"),
      ("<row r=\"0\"/>", "rows in order (from row 1 here)", "0"),
      ("<row><c r=\"B1\"/><c r=\"A1\"/></row>", "cells in order", "A1"),
      ("<row><c><v>1</v><v>2</v></c></row>", "a cell with one value", ""),
      ("<row><c><v><x/></v></c></row>", "text", "<x>"),
      ("<row><x/></row>", "a cell", "<x>"),
      ("<x/>", "a row", "<x>"),
    ])
  func `What was expected and found is told`(rows: String, expected: String, found: String) {
    let sheet = WorkbookWriter.Sheet("S", content: "<sheetData>\(rows)</sheetData>")
    let error = #expect(throws: FormError.self) {
      try Workbook.read(WorkbookWriter([sheet]).bytes, name: "x")
    }
    #expect(error?.expected.en == expected && error?.found == found)
    #expect(error?.message.ja.contains(error?.expected.ja ?? "-") == true)
  }

  @Test func `Cells scattered over a sheet do not swell`() {
    var rows = ""
    for number in 1...16_000 {
      let column = WorkbookWriter.letters(number)
      rows +=
        "<row r=\"\(number)\"><c r=\"\(column)\(number)\"><v>1</v></c><c r=\"XFD\(number)\"><v>1</v></c></row>"
    }
    let sheet = WorkbookWriter.Sheet("S", content: "<sheetData>\(rows)</sheetData>")
    #expect(code(WorkbookWriter([sheet]).bytes, isWord: false) == .tooLarge)
  }

  @Test func `Merged cells over the whole sheet are bounded`() {
    let rows = (1...2000).map { "<row r=\"\($0)\"><c><v>1</v></c><c><v>2</v></c></row>" }.joined()
    let merged = String(repeating: "<mergeCell ref=\"A1:XFD1048576\"/>", count: 20_000)
    let sheet = WorkbookWriter.Sheet(
      "S", content: "<sheetData>\(rows)</sheetData><mergeCells>\(merged)</mergeCells>")
    #expect(code(WorkbookWriter([sheet]).bytes, isWord: false) == .tooLarge)
  }

  @Test func `Cells of a Word table that all begin elsewhere do not swell`() {
    let rows = (0..<200).map { row in
      let cells = (0..<500).map {
        "<tc><tcPr><gridSpan val=\"\(1 + ($0 * 7 + row) % 900)\"/></tcPr></tc>"
      }
      return "<tr>\(cells.joined())</tr>"
    }
    #expect(code(WordWriter("<tbl>\(rows.joined())</tbl>").bytes, isWord: true) == .tooLarge)
  }

  @Test func `Tables within tables are bounded`() {
    var body = WordWriter.paragraph("x")
    for _ in 0..<100 { body = "<tbl><tr><tc>\(body)</tc></tr></tbl>" }
    #expect(code(WordWriter(body).bytes, isWord: true) == .tooLarge)
  }
}
