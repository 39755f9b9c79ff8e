/// A line of a text in Markdown, and what it begins.
struct MarkdownLine {
  /// How many blanks stand at its beginning; a tab counts four.
  let indent: Int
  /// The line without blanks at its ends and without the marks of a quotation.
  let text: ArraySlice<UInt8>

  init(_ line: ArraySlice<UInt8>) {
    var rest = line
    var indent = 0
    while let byte = rest.first {
      if byte == 0x20 || byte == 0x09 {
        indent += byte == 0x20 ? 1 : 4
      } else if byte == UInt8(ascii: ">") {
        indent = 0
      } else {
        break
      }
      rest = rest.dropFirst()
    }
    while rest.last == 0x20 || rest.last == 0x09 { rest = rest.dropLast() }
    self.indent = indent
    text = rest
  }

  var isBlank: Bool { text.isEmpty }

  private func run(of byte: UInt8) -> ArraySlice<UInt8> { text.prefix { $0 == byte } }

  /// The fence that begins or ends lines of code.
  var fence: ArraySlice<UInt8>? {
    guard let first = text.first, first == UInt8(ascii: "`") || first == UInt8(ascii: "~") else {
      return nil
    }
    let fence = run(of: first)
    return fence.count >= 3 && !text.dropFirst(fence.count).contains(UInt8(ascii: "`"))
      ? fence : nil
  }

  /// The level and the text of a heading: `# 見出し`. A blank before Japanese text may be missing.
  var heading: (level: Int, text: ArraySlice<UInt8>)? {
    let marks = run(of: UInt8(ascii: "#"))
    guard (1...6).contains(marks.count) else { return nil }
    var rest = text.dropFirst(marks.count)
    guard let next = rest.first, next == 0x20 || next == 0x09 || next >= 0x80 else { return nil }
    var end = rest
    while end.last == UInt8(ascii: "#") { end = end.dropLast() }
    if end.last == 0x20 || end.last == 0x09 { rest = end }
    return (marks.count, rest)
  }

  /// The level of the heading above, if the line only underlines it.
  var underline: Int? {
    guard text.count >= 2, let first = text.first, text.allSatisfy({ $0 == first }) else {
      return nil
    }
    return first == UInt8(ascii: "=") ? 1 : first == UInt8(ascii: "-") ? 2 : nil
  }

  /// Whether the line only parts what stands above from what stands below.
  var isRule: Bool {
    let marks = text.filter { $0 != 0x20 }
    guard marks.count >= 3, let first = marks.first, marks.allSatisfy({ $0 == first }) else {
      return false
    }
    return first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "_")
      || first == UInt8(ascii: "=")
  }

  /// The number and the text of an item of a list.
  var item: (number: Int?, text: ArraySlice<UInt8>)? {
    guard let first = text.first else { return nil }
    if first == UInt8(ascii: "-") || first == UInt8(ascii: "*") || first == UInt8(ascii: "+") {
      let rest = text.dropFirst()
      return rest.first == 0x20 || rest.first == 0x09 ? (nil, rest) : nil
    }
    let digits = text.prefix { (0x30...0x39).contains($0) }
    let rest = text.dropFirst(digits.count)
    guard (1...9).contains(digits.count),
      rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")"),
      rest.dropFirst().first == 0x20, let number = Int(String(decoding: digits, as: UTF8.self))
    else { return nil }
    return (number, rest.dropFirst())
  }

  /// Whether the line begins with a tag or a comment, and not with an address or with text in `<>`.
  var isMarkup: Bool {
    guard text.first == UInt8(ascii: "<") else { return false }
    let rest = text.dropFirst()
    if rest.starts(with: Array("!--".utf8)) { return true }
    let name = rest.drop { $0 == UInt8(ascii: "/") }
      .prefix { MarkupScanner.isLetter($0) || (0x30...0x39).contains($0) }
    guard let next = text[name.endIndex...].first else { return !name.isEmpty }
    return !name.isEmpty && (next == 0x20 || next == UInt8(ascii: ">") || next == UInt8(ascii: "/"))
  }
}

extension MarkdownLine {
  /// The cells between pipes; `nil` if there is no pipe. `\|` is a pipe in a cell.
  var cells: [ArraySlice<UInt8>]? {
    var cells: [[UInt8]] = [[]]
    var isEscaped = false
    for byte in text {
      if byte == UInt8(ascii: "|") {
        if isEscaped {
          cells[cells.count - 1][cells[cells.count - 1].count - 1] = byte
        } else {
          cells.append([])
        }
      } else {
        cells[cells.count - 1].append(byte)
      }
      isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
    }
    guard cells.count > 1 else { return nil }
    func isBlank(_ cell: [UInt8]?) -> Bool { cell?.allSatisfy { $0 == 0x20 || $0 == 0x09 } ?? true }
    if text.first == UInt8(ascii: "|") { cells.removeFirst() }
    if cells.count > 1, text.last == UInt8(ascii: "|"), isBlank(cells.last) { cells.removeLast() }
    return cells.map { $0[...] }
  }

  /// Whether it begins and ends with a pipe.
  var isFenced: Bool {
    text.count > 2 && text.first == UInt8(ascii: "|") && text.last == UInt8(ascii: "|")
  }

  /// Whether it is the line below the heading of a table: `|---|:--:|`.
  var isTableRule: Bool {
    guard let cells else { return false }
    return cells.allSatisfy { cell in
      var rest = cell.filter { $0 != 0x20 && $0 != 0x09 }[...]
      if rest.first == UInt8(ascii: ":") { rest = rest.dropFirst() }
      if rest.last == UInt8(ascii: ":") { rest = rest.dropLast() }
      return !rest.isEmpty && rest.allSatisfy { $0 == UInt8(ascii: "-") }
    }
  }
}
