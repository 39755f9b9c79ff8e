/// The forms in which documents come (ファイル形式), told by the bytes first and the name second.
package enum FileForm: String, Hashable, Sendable, CaseIterable {
  /// Lines, with tabs, or columns aligned by spaces.
  case text
  /// Cells parted by commas, tabs or semicolons.
  case delimited
  /// A workbook: `.xlsx`, `.xlsm`.
  case workbook
  /// A Word file: `.docx`.
  case word
  /// A page of the web.
  case html
  /// A text with tables of pipes.
  case markdown
}

extension FileForm {
  /// Finds the form of a file by its first bytes, and by its name where these do not tell.
  ///
  /// - Throws: `FormError` for a form that is known and not read; it says what to do.
  package init(of bytes: [UInt8], name: String) throws(FormError) {
    guard !bytes.isEmpty else { throw FormError(code: .empty, file: name) }
    let ending = FileName(name).ending
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06])
    {
      self = try Self.form(ofArchive: bytes, name: name, ending: ending)
    } else if let unread = UnreadForm(bytes: bytes, ending: ending) {
      throw unread.error(name)
    } else if Self.isPage(bytes) {
      self = .html
    } else {
      switch ending {
      case "html", "htm", "xhtml", "shtml": self = .html
      case "md", "markdown": self = .markdown
      // What is no binary workbook in spite of its name is a table that a program wrote as text.
      case "csv", "tsv", "tab", "xls": self = .delimited
      case "xlsx", "xlsm", "docx":
        throw FormError(
          code: .damagedArchive, file: name,
          expected: LocalizedText(ja: "zip 形式", en: "an archive of the zip form"))
      default: self = .text
      }
    }
  }

  /// Whether a file begins as a page of the web does, after a byte order mark and blanks.
  private static func isPage(_ bytes: [UInt8]) -> Bool {
    let head = bytes.prefix(1024).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
    let text = String(decoding: head.map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self).lowercased()
    return ["<!doctype html", "<html", "<head", "<body", "<meta", "<table"]
      .contains(where: text.hasPrefix)
      || text.hasPrefix("<?xml") && text.contains("<html")
      || text.hasPrefix("<!--") && (text.contains("<html") || text.contains("<!doctype html"))
  }

  private static func form(
    ofArchive bytes: [UInt8], name: String, ending: String
  ) throws(FormError) -> FileForm {
    let directory = members(ofArchive: bytes)
    func has(_ member: String) -> Bool { contains(Array(member.utf8), in: directory) }
    // The first member of an OpenDocument file says what it is.
    let head = String(decoding: bytes.prefix(100).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
    if head.contains("opendocument.spreadsheet") { throw UnreadForm.ods.error(name) }
    if head.contains("opendocument.text") { throw UnreadForm.odt.error(name) }
    if has("xl/workbook.bin") { throw UnreadForm.xls.error(name) }
    if has("xl/") { return .workbook }
    if has("word/") { return .word }
    if has("ppt/") { throw UnreadForm.pptx.error(name) }
    if has("Index/Document.iwa") || ending == "numbers" || ending == "pages" {
      throw UnreadForm.iWork.error(name)
    }
    // An archive that is cut short has no list of its members.
    if directory.isEmpty {
      if ending == "xlsx" || ending == "xlsm" { return .workbook }
      if ending == "docx" { return .word }
    }
    throw UnreadForm.archive.error(name)
  }

  /// The list of the members at the end of an archive, with their names; empty if it is not there.
  private static func members(ofArchive bytes: [UInt8]) -> ArraySlice<UInt8> {
    let mark: [UInt8] = [0x50, 0x4B, 0x05, 0x06]
    var end = bytes.count - 22
    let limit = max(0, end - 65_535)
    while end >= limit {
      if bytes[end] == mark[0], bytes[end..<end + 4].elementsEqual(mark) {
        let offset = (0..<4).reduce(0) { $0 | Int(bytes[end + 16 + $1]) << (8 * $1) }
        return offset < end ? bytes[offset..<end] : []
      }
      end -= 1
    }
    return []
  }

  /// Whether bytes stand somewhere in others.
  static func contains(_ part: [UInt8], in bytes: ArraySlice<UInt8>) -> Bool {
    guard let first = part.first, bytes.count >= part.count else { return false }
    var index = bytes.startIndex
    while index + part.count <= bytes.endIndex {
      if bytes[index] == first, bytes[index..<index + part.count].elementsEqual(part) {
        return true
      }
      index += 1
    }
    return false
  }
}
