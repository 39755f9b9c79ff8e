/// Writes the blocks of a Word file as lines of a ``FormText``.
struct WordLines {
  private let file: String
  private let styles: WordStyles
  private var numbering: WordNumbering
  private var builder = FormTextBuilder()
  private var told: Set<WordIssue> = []
  private var hasContents = false

  init(file: String, styles: WordStyles, numbering: WordNumbering) {
    self.file = file
    self.styles = styles
    self.numbering = numbering
  }

  /// The lines so far.
  var text: FormText { builder.text }

  /// Notes something about the line that was written last, or about the whole.
  mutating func note(
    _ code: String, isWarning: Bool, isWhole: Bool = false, ja: String, en: String
  ) {
    let count = builder.text.lines.count
    builder.add(
      FormText.Notice(
        code, isWarning: isWarning, line: isWhole || count == 0 ? nil : count - 1, ja: ja, en: en))
  }

  /// Writes blocks; the mark of a note stands before the first of them.
  mutating func add(_ blocks: [WordBlock], mark: String? = nil) throws(FormError) {
    var mark = mark
    for block in blocks {
      switch block {
      case .paragraph(let paragraph):
        add(paragraph, mark: mark)
        mark = nil
      case .table(let table): try add(table)
      }
    }
  }

  // MARK: Paragraphs

  private mutating func add(_ paragraph: WordParagraph, mark: String?) {
    guard !styles.isContents(paragraph.style) else {
      if !hasContents {
        note(
          "table-of-contents", isWarning: false, isWhole: true, ja: "目次は読んでいません",
          en: "the table of contents is not read")
      }
      hasContents = true
      return
    }
    let level =
      paragraph.outlineLevel.map { $0 < 9 ? $0 + 1 : nil } ?? styles.headingLevel(paragraph.style)
    var isFirst = true
    for line in lines(of: paragraph) {
      let line = Self.cleaned(
        isFirst ? [mark, line].compactMap { $0 }.joined(separator: " ") : line)
      guard !line.isEmpty else { continue }
      builder.add(paragraph: line, headingLevel: isFirst ? level : nil, isContinued: !isFirst)
      isFirst = false
    }
    say(paragraph.issues)
  }

  /// The lines of a paragraph, the first one with its number.
  private mutating func lines(of paragraph: WordParagraph) -> [String] {
    let number = paragraph.number.flatMap { $0.list == nil ? nil : $0 }
    let styled = styles.number(paragraph.style)
    let own = WordNumber(
      list: number?.list ?? styled?.list, level: paragraph.number?.level ?? styled?.level)
    // A paragraph without text has no number that anyone sees.
    guard paragraph.lines.contains(where: { !$0.isEmpty }),
      let label = numbering.label(own, style: paragraph.style)
    else { return paragraph.lines }
    return [label + (paragraph.lines.first ?? "")] + paragraph.lines.dropFirst()
  }

  /// A line whose tabs part cells, each without blanks around it; a tab before or behind a line that
  /// has no other is a margin.
  private static func cleaned(_ line: String) -> String {
    let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map {
      CellText.joined(String($0))
    }
    let filled = cells.filter { !$0.isEmpty }
    return filled.count > 1 ? cells.joined(separator: "\t") : filled.first ?? ""
  }

  // MARK: Tables

  private mutating func add(_ table: WordTable) throws(FormError) {
    let grid = WordGrid(table)
    guard table.rows.count * grid.count <= TableBlock.maximumCells else {
      throw TableBlock.tooLarge(file: file, found: "\(table.rows.count) × \(grid.count)")
    }
    var nested: [WordBlock] = []
    var issues: [Int: Set<WordIssue>] = [:]
    var rows: [TableBlock.Row] = []
    for (index, row) in table.rows.enumerated() {
      var cells = Array(repeating: "", count: grid.count)
      var last = 0
      for (cell, column) in zip(row.cells, grid.columns[index]) {
        let isCovered = cell.goesOnFromAbove || cell.goesOnFromLeft
        if isCovered, cell.isFilled { issues[index + 1, default: []].insert(.coveredText) }
        if !isCovered, cells.indices.contains(column) {
          cells[column] = text(of: cell, &nested, &issues[index + 1, default: []])
          last = column + 1
        }
      }
      let isWhole = row.cells.count == 1 && grid.count > 1 && row.before == 0 && last == 1
      rows.append(TableBlock.Row(number: index + 1, cells: cells, isWhole: isWhole))
    }
    var lines: [Int: Int] = [:]
    try builder.add(
      TableBlock(rows), name: file, place: { .table($0, row: $1) }, taken: { lines[$0] = $1 })
    for (row, issues) in issues.sorted(by: { $0.key < $1.key }) { say(issues, line: lines[row]) }
    for case .table(let inner) in nested {
      try add(inner)
      note(
        "nested-table", isWarning: true, ja: "表\(builder.tableCount)は、別の表のセルの中にあります",
        en: "table \(builder.tableCount) stands in a cell of another table")
    }
  }

  private mutating func text(
    of cell: WordTable.Cell, _ nested: inout [WordBlock], _ issues: inout Set<WordIssue>
  ) -> String {
    var texts: [String] = []
    for block in cell.blocks {
      switch block {
      case .paragraph(let paragraph):
        texts += lines(of: paragraph)
        issues.formUnion(paragraph.issues)
      case .table: nested.append(block)
      }
    }
    return CellText.joined(texts.map { CellText.joined($0) })
  }

  // MARK: Notices

  private mutating func say(_ issues: Set<WordIssue>, line: Int? = nil) {
    for issue in WordIssue.allCases where issues.contains(issue) && told.insert(issue).inserted {
      let words = issue.words
      let last = builder.text.lines.isEmpty ? nil : builder.text.lines.count - 1
      builder.add(
        FormText.Notice(
          words.code, isWarning: words.isWarning, line: line ?? last, ja: words.ja, en: words.en))
    }
  }
}

extension WordIssue {
  /// What is told of it, once for the file, where it is met first.
  fileprivate var words: (code: String, isWarning: Bool, ja: String, en: String) {
    switch self {
    case .trackedChange:
      (
        "tracked-change", true, "変更履歴があります。挿入された文字を読み、削除された文字は読んでいません",
        "changes are recorded: inserted text is read, deleted text is not"
      )
    case .hiddenText:
      ("hidden-text", true, "隠し文字は読んでいません", "hidden text is not read")
    case .coveredText:
      (
        "covered-value", true, "結合したセルに隠れた文字は読んでいません",
        "text that a merged cell covers is not read"
      )
    case .struckText:
      ("struck-text", true, "取り消し線の付いた文字は読んでいません", "text that is struck through is not read")
    case .picture:
      (
        "unread-part", false, "図やグラフは読んでいません。テキストボックスの文字は読んでいます",
        "pictures and charts are not read; text in text boxes is"
      )
    case .embeddedObject:
      ("unread-part", true, "埋め込まれた別のファイルは読んでいません", "embedded objects are not read")
    case .comment:
      ("unread-part", false, "コメントは読んでいません", "comments are not read")
    case .unknownSymbol:
      ("unknown-symbol", true, "記号用フォントの文字が読めません", "a character of a symbol font is not known")
    case .otherFile:
      ("unread-part", true, "差し込まれた別のファイルは読んでいません", "a file that is part of this one is not read")
    }
  }
}
