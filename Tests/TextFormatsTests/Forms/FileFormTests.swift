import Testing

@testable import TextFormats

@Suite("Forms of files")
struct FileFormTests {
  private func form(_ bytes: [UInt8], _ name: String) throws(FormError) -> FileForm {
    try FileForm(of: bytes, name: name)
  }

  @Test(
    arguments: [
      ("a", "a.txt", .text), ("a,b", "a.CSV", .delimited), ("a\tb", "x/y.tsv", .delimited),
      ("# a", "a.md", .markdown), ("a", "a.htm", .html),
      ("\u{FEFF}\n<!DOCTYPE HTML>", "a.txt", .html),
      ("<html>", "a.xls", .html), ("a\tb", "a.xls", .delimited), ("<!-- a --><html>", "a", .html),
      ("<推計>", "a.txt", .text), ("a", "", .text), ("a", ".html", .text),
    ] as [(String, String, FileForm)])
  func `Told by bytes, then by name`(text: String, name: String, expected: FileForm) throws {
    #expect(try form(Array(text.utf8), name) == expected)
  }

  @Test(
    arguments: [
      (Array("%PDF-1.7\n".utf8), "計画.pdf", "pdf_to_text.py 計画.pdf > 計画.txt"),
      (Array("\n%PDF-1.4".utf8), "a.txt", "pdf_to_text.py a.pdf"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "a.xls", ".xlsx"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "a.doc", ".docx"),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "a.jtd", "一太郎"),
      (Array("{\\rtf1".utf8), "a.doc", ".docx"), ([0x89, 0x50, 0x4E, 0x47, 0x0D], "a.png", "画像"),
      (
        Array("PK\u{3}\u{4}".utf8) + [0, 0]
          + Array("mimetypeapplication/vnd.oasis.opendocument.spreadsheet".utf8), "a.ods", ".xlsx"
      ),
      (Array("PK\u{3}\u{4}".utf8), "a.zip", "展開"), (Array("a".utf8), "a.xdw", "DocuWorks"),
    ] as [([UInt8], String, String)])
  func `A form that is not read says what to do`(bytes: [UInt8], name: String, advice: String) {
    let error = #expect(throws: FormError.self) { try FormText.read(bytes, name: name) }
    #expect(error?.code == .unreadForm)
    #expect(error?.message.ja.contains(advice) == true)
  }

  @Test func `A file with a password`() {
    var bytes: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    for letter in "EncryptedPackage".utf8 { bytes += [letter, 0] }
    let error = #expect(throws: FormError.self) { try FormText.read(bytes, name: "a.xlsx") }
    #expect(error?.code == .encrypted)
  }

  @Test func `Archives are told by their members`() throws {
    func archive(_ member: String) -> [UInt8] {
      let name = Array(member.utf8)
      let head = Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 0, count: 26) + name
      let directory = Array("PK\u{1}\u{2}".utf8) + [UInt8](repeating: 0, count: 42) + name
      let offset = [UInt8(head.count), 0, 0, 0]
      return head + directory + Array("PK\u{5}\u{6}".utf8) + [UInt8](repeating: 0, count: 12)
        + offset + [0, 0]
    }
    #expect(try form(archive("xl/workbook.xml"), "a.bin") == .workbook)
    #expect(try form(archive("word/document.xml"), "a.zip") == .word)
    #expect(throws: FormError.self) { try form(archive("ppt/presentation.xml"), "a.xlsx") }
    #expect(throws: FormError.self) { try form(archive("xl/workbook.bin"), "a.xlsb") }
    #expect(try form(Array(archive("xl/workbook.xml").prefix(40)), "a.xlsx") == .workbook)
    #expect(throws: FormError.self) { try form(Array("text".utf8), "a.xlsx") }
  }
}
