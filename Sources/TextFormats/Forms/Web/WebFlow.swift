/// What stands on a page one below the other.
enum WebBlock {
  /// A line of text, and the level of the heading that it is; 0 of other text.
  case line(String, level: Int)
  /// A table.
  case table(WebTable)

  /// The text of a line.
  var line: String? { if case .line(let text, _) = self { text } else { nil } }
  /// Whether it is a table.
  var isTable: Bool { if case .table = self { true } else { false } }
}

/// Something that is said of a place of a page.
struct WebNotice {
  let code: String
  let isWarning: Bool
  let message: LocalizedText
}

/// The blocks of a page, of a cell or of a caption, and the line that is being written.
struct WebFlow {
  /// The blocks so far.
  private(set) var blocks: [WebBlock] = []
  /// What is said of the line or the cell.
  var notices: [WebNotice] = []
  /// The line that is being written.
  var text = InlineText()
  /// The level of the heading that is open; 0 if none is.
  var level = 0

  /// Ends the line that is being written.
  mutating func breakLine() {
    guard !text.isEmpty else { return }
    let line = text.take()
    if !line.isEmpty { blocks.append(.line(line, level: level)) }
  }

  /// Adds blocks below the line that is being written.
  mutating func add(_ more: [WebBlock]) {
    breakLine()
    blocks += more
  }

  /// Leaves out the lines so far, if no table stands among them.
  mutating func forgetLines() {
    breakLine()
    if !blocks.contains(where: \.isTable) { blocks = [] }
  }

  /// Leaves out the lines behind a number of blocks, if no table stands among them.
  mutating func forgetLines(behind count: Int) {
    breakLine()
    guard count < blocks.count, !blocks[count...].contains(where: \.isTable) else { return }
    blocks.removeSubrange(count...)
  }
}
