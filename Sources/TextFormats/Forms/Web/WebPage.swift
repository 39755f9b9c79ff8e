/// A page of the web: its headings, paragraphs and items as lines, and its tables.
///
/// What surrounds the content (nav, header, footer, aside) is left out, and so is what is not displayed
/// or struck out, which is told. A cell that reaches over several fills the first of them. A table that
/// only arranges other tables is no table.
package enum WebPage {
  /// Reads a page.
  ///
  /// - Throws: `FormError` if it is no text, or if there is nothing on it.
  package static func read(_ bytes: [UInt8], name: String) throws(FormError) -> FormText {
    let characters = try FormCharacters(
      bytes, name: name, declared: declaredCharset(of: bytes), isStrict: false)
    var text = try read(utf8: characters.bytes, name: name)
    text.notices = characters.notices + text.notices
    return text
  }

  /// Reads a page that is in UTF-8.
  static func read(utf8 bytes: [UInt8], name: String) throws(FormError) -> FormText {
    var reader = WebPageReader(bytes)
    let blocks = reader.read()
    var builder = FormTextBuilder()
    if let title = titleBeside(reader.title, blocks) { builder.add(paragraph: title) }
    for notice in reader.pageNotices + reader.flow.notices {
      builder.add(FormText.Notice(notice, line: nil, cell: nil))
    }
    for block in blocks {
      switch block {
      case .line(let text, let level):
        builder.add(paragraph: text, headingLevel: level == 0 ? nil : level)
      case .table(let table): try add(table, to: &builder, name: name)
      }
    }
    guard !builder.text.lines.isEmpty else { throw FormError(code: .empty, file: name) }
    return builder.text
  }

  private static func add(
    _ table: WebTable, to builder: inout FormTextBuilder, name: String
  ) throws(FormError) {
    let grid = try table.grid(name: name)
    // The lines of a column of boxes stand for themselves.
    if grid.rows.allSatisfy({ $0.cells.count <= 1 }) {
      for cell in table.rows.joined() {
        for line in cell.blocks.compactMap(\.line) { builder.add(paragraph: line) }
      }
      for said in grid.notices { builder.add(FormText.Notice(said.notice, line: nil, cell: nil)) }
      return
    }
    var lines: [Int: Int] = [:]
    try builder.add(
      TableBlock(grid.rows), name: name, place: { .table($0, row: $1) },
      taken: { lines[$0] = $1 })
    for said in grid.notices {
      // What is said of an empty cell that was cut is said of its row.
      let line = lines[said.row]
      let cell = line.flatMap { builder.text.lines[$0].cell(inColumn: said.column + 1) }
      builder.add(FormText.Notice(said.notice, line: line, cell: cell))
    }
  }

  /// What the title says beside the heading of the page, such as the name of the city.
  private static func titleBeside(_ title: String, _ blocks: [WebBlock]) -> String? {
    let heading = blocks.lazy.compactMap {
      if case .line(let text, level: 1) = $0 { text } else { nil }
    }.first
    var rest = title[...]
    if let heading, !heading.isEmpty {
      if rest.hasPrefix(heading) {
        rest = rest.dropFirst(heading.count)
      } else if rest.hasSuffix(heading) {
        rest = rest.dropLast(heading.count)
      }
    }
    let separators: Set<Character> = [
      "|", "｜", "-", "–", "—", "―", "‐", "−", "/", "／", ":", "：", " ", "　", "»", ">", "＞", "≫",
      "«", "<", "＜", "・",
    ]
    while let first = rest.first, separators.contains(first) { rest = rest.dropFirst() }
    while let last = rest.last, separators.contains(last) { rest = rest.dropLast() }
    return rest.isEmpty ? nil : String(rest)
  }

  /// The encoding that a page says near its beginning: `charset=…` in a meta tag, or that of XML.
  private static func declaredCharset(of bytes: [UInt8]) -> String? {
    var scanner = MarkupScanner(Array(bytes.prefix(4096)))
    if bytes.starts(with: Array("<?xml".utf8)) {
      let head = String(decoding: bytes.prefix(100).map { $0 < 0x80 ? $0 : 0x3F }, as: UTF8.self)
      if let said = head.split(separator: "?>").first, let found = name(after: "encoding", in: said)
      {
        return found
      }
    }
    while let token = scanner.next() {
      guard case .start(let tag) = token else { continue }
      if tag.name == "script" || tag.name == "style" || tag.name == "title" {
        _ = scanner.raw(until: tag.name)
      }
      guard tag.name == "meta" else { continue }
      if let charset = scanner.value(of: "charset", in: tag) {
        return TextFolding.trimmed(charset)
      }
      if let content = scanner.value(of: "content", in: tag),
        let found = name(after: "charset", in: content[...])
      {
        return found
      }
    }
    return nil
  }

  /// The name behind `word=`, in quotes or without.
  private static func name(after word: String, in text: Substring) -> String? {
    let lowercased = text.lowercased()
    guard let place = lowercased.firstRange(of: word)?.upperBound else { return nil }
    let rest = lowercased[place...].drop { " =\"'\t".contains($0) }
    let name = rest.prefix { !" ;\"'?/>".contains($0) }
    return name.isEmpty ? nil : String(name)
  }
}

extension FormText.Notice {
  init(_ notice: WebNotice, line: Int?, cell: Int?) {
    self.init(
      notice.code, isWarning: notice.isWarning, line: line, cell: cell, ja: notice.message.ja,
      en: notice.message.en)
  }
}
