/// Turns the blocks of a text in Markdown (CommonMark 0.31, tables of GitHub) into markup of a page.
struct MarkdownMarkup {
  private let lines: [ArraySlice<UInt8>]
  private var index = 0
  private var output: [UInt8] = []
  /// The numbered lists that are open: how far each is indented, and the number of its next item.
  private var lists: [(indent: Int, next: Int)] = []
  /// What is to be said of the text.
  private(set) var notices: [FormText.Notice] = []

  init(_ bytes: [UInt8]) {
    let lineEnd = bytes.contains(0x0A) ? UInt8(ascii: "\n") : UInt8(ascii: "\r")
    lines = bytes.split(separator: lineEnd, omittingEmptySubsequences: false)
      .map { $0.last == 0x0D ? $0.dropLast() : $0 }
  }

  /// The markup.
  mutating func html() -> [UInt8] {
    skipFrontMatter()
    while index < lines.count { block() }
    return output
  }

  /// Settings between two lines `---` at the beginning, which no page shows.
  private mutating func skipFrontMatter() {
    guard lines.first.map({ Array($0) }) == Array("---".utf8) else { return }
    for end in lines.indices.dropFirst().prefix(50) {
      if Array(lines[end]) == Array("---".utf8) {
        index = end + 1
        return
      }
      guard lines[end].contains(UInt8(ascii: ":")) || lines[end].first.map({ $0 <= 0x2D }) ?? true
      else { return }
    }
  }

  private mutating func block() {
    let line = MarkdownLine(lines[index])
    if line.isBlank {
      index += 1
    } else if let fence = line.fence {
      code(fence)
    } else if line.isMarkup {
      markup()
    } else if let heading = line.heading {
      element("h\(heading.level)", heading.text)
      index += 1
    } else if let rows = table() {
      output += "<table>".utf8
      for cells in rows {
        output += "<tr>".utf8
        for cell in cells { element("td", cell) }
      }
      output += "</table>\n".utf8
    } else if line.isRule {
      index += 1
    } else if let item = line.item {
      list(item, indent: line.indent)
    } else {
      paragraph(line)
    }
  }

  private mutating func element(_ name: String, _ text: ArraySlice<UInt8>) {
    output += "<\(name)>".utf8
    output += MarkdownInline.html(text)
    output += "</\(name)>\n".utf8
  }

  private mutating func paragraph(_ line: MarkdownLine) {
    if line.indent == 0 { lists = [] }
    let below = index + 1 < lines.count ? MarkdownLine(lines[index + 1]).underline : nil
    element(below.map { "h\($0)" } ?? "p", line.text)
    index += below == nil ? 1 : 2
  }

  /// An item; those of a numbered list are numbered on from the first one.
  private mutating func list(_ item: (number: Int?, text: ArraySlice<UInt8>), indent: Int) {
    lists.removeAll { $0.indent > indent }
    var text = Array(item.text)
    if let number = item.number {
      var own = number
      if let last = lists.indices.last, lists[last].indent == indent {
        own = lists[last].next
        lists[last].next += 1
      } else {
        lists.append((indent, number + 1))
      }
      text = Array("\(own). ".utf8) + text
    } else {
      lists.removeAll { $0.indent == indent }
    }
    element("p", text[...])
    index += 1
  }

  /// Lines of code between two fences, as they are.
  private mutating func code(_ fence: ArraySlice<UInt8>) {
    index += 1
    output += "<pre>".utf8
    var isClosed = false
    while index < lines.count, !isClosed {
      let line = MarkdownLine(lines[index])
      if let end = line.fence, end.first == fence.first, end.count >= fence.count,
        line.text.count == end.count
      {
        isClosed = true
      } else {
        for byte in lines[index] { output += MarkdownInline.escaped(byte) }
        output.append(0x0A)
      }
      index += 1
    }
    output += "</pre>\n".utf8
    if !isClosed {
      notices.append(
        FormText.Notice(
          "unclosed-code", isWarning: true, ja: "``` で始まる部分が閉じていません。その中の表は読んでいません",
          en: "a part that begins with ``` is not closed; tables in it are not read"))
    }
  }

  /// Lines of markup, up to a blank line outside of tables.
  private mutating func markup() {
    var depth = 0
    while index < lines.count {
      if depth <= 0, MarkdownLine(lines[index]).isBlank { return }
      output += lines[index]
      output.append(0x0A)
      let text = String(decoding: lines[index], as: UTF8.self).lowercased()
      if text.utf8.contains(UInt8(ascii: "<")) {
        depth += text.ranges(of: "<table").count - text.ranges(of: "</table").count
      }
      index += 1
    }
  }

  /// The cells of a table that begins here; the index stands behind it then.
  private mutating func table() -> [[ArraySlice<UInt8>]]? {
    let first = MarkdownLine(lines[index])
    guard let heading = first.cells, index + 1 < lines.count else { return nil }
    let second = MarkdownLine(lines[index + 1])
    let hasRule = second.isTableRule
    // Without the line of hyphens it is meant as a table only if all pipes are there.
    guard hasRule || first.isFenced && second.isFenced && second.cells?.count == heading.count
    else { return nil }
    var rows = [heading]
    index += hasRule ? 2 : 1
    while index < lines.count {
      let line = MarkdownLine(lines[index])
      guard !line.isBlank, line.fence == nil, let cells = line.cells, hasRule || line.isFenced
      else {
        break
      }
      rows.append(cells)
      index += 1
    }
    return rows
  }
}
