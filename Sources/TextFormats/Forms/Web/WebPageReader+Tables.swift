/// A table that is open.
struct OpenTable {
  /// What is open in it.
  enum Part { case none, caption, cell }

  var table = WebTable()
  var part = Part.none
  /// How many lists were open outside of it.
  let listDepth: Int
}

extension WebPageReader {
  /// The deepest table in tables that is read as one.
  private static let maximumDepth = 32

  private static let deep = WebNotice(
    code: "nested-too-deep", isWarning: true,
    message: LocalizedText(
      ja: "表の中の表が\(maximumDepth)段を超えるため、その先は表として読んでいません",
      en: "tables within tables beyond \(maximumDepth) levels are not read as tables"))

  private static let homeless = WebNotice(
    code: "cell-outside-table", isWarning: true,
    message: LocalizedText(
      ja: "表の外に行やセルのタグがあります。表の始まりが欠けているかもしれません",
      en: "there are rows or cells outside of a table, whose beginning may be missing"))

  mutating func startPart(_ tag: MarkupTag) {
    if deepTables > 0 {
      flow.breakLine()
      if tag.name == "table" { deepTables += 1 }
      return
    }
    if tag.name == "table" {
      startTable()
      return
    }
    guard let last = tables.indices.last else {
      flow.breakLine()
      if tag.name == "td" || tag.name == "tr" { note(page: Self.homeless) }
      return
    }
    closePart()
    switch tag.name {
    case "caption":
      flow.breakLine()
      flows.append(WebFlow())
      tables[last].part = .caption
    case "thead", "tbody", "tfoot":
      let rank = tag.name == "thead" ? 0 : tag.name == "tbody" ? 1 : 2
      // Only the first head and the first foot are displayed out of their order.
      let isFirst = !tables[last].table.groups.contains { $0.rank == rank }
      tables[last].table.groups.append(WebTable.Group(rank: isFirst ? rank : 1))
    case "tr":
      if tables[last].table.groups.isEmpty { tables[last].table.groups.append(WebTable.Group()) }
      tables[last].table.groups[tables[last].table.groups.count - 1].rows.append([])
    default:
      startCell(tag, in: last)
    }
  }

  private mutating func startTable() {
    // A table cannot stand between the rows of another one, which is not closed then.
    if let open = tables.last, open.part == .none { endTable() }
    guard tables.count < Self.maximumDepth else {
      deepTables = 1
      flow.breakLine()
      note(page: Self.deep)
      return
    }
    flow.breakLine()
    tables.append(OpenTable(listDepth: lists.count))
  }

  private mutating func startCell(_ tag: MarkupTag, in last: Int) {
    if tables[last].table.groups.isEmpty { tables[last].table.groups.append(WebTable.Group()) }
    let group = tables[last].table.groups.count - 1
    if tables[last].table.groups[group].rows.isEmpty {
      tables[last].table.groups[group].rows.append([])
    }
    let row = tables[last].table.groups[group].rows.count - 1
    var cell = WebTable.Cell()
    cell.columnSpan = span("colspan", tag) ?? 1
    cell.rowSpan = span("rowspan", tag) ?? 1
    tables[last].table.groups[group].rows[row].append(cell)
    tables[last].part = .cell
    flow.breakLine()
    flows.append(WebFlow())
  }

  /// The number of a span as browsers read it: digits, and whatever stands behind them.
  private func span(_ name: String, _ tag: MarkupTag) -> Int? {
    guard let value = scanner.value(of: name, in: tag) else { return nil }
    let digits = value.utf8.drop { MarkupScanner.isSpace($0) }.prefix { (0x30...0x39).contains($0) }
    guard !digits.isEmpty else { return nil }
    return Int(String(decoding: digits.prefix(9), as: UTF8.self)).map { min($0, 65_534) }
  }

  mutating func endPart(_ name: String) {
    if deepTables > 0 {
      flow.breakLine()
      if name == "table" { deepTables -= 1 }
      return
    }
    guard !tables.isEmpty else {
      flow.breakLine()
      return
    }
    if name == "table" { endTable() } else { closePart() }
  }

  /// Ends the cell or the caption that is open in the innermost table.
  mutating func closePart() {
    guard let last = tables.indices.last, tables[last].part != .none, flows.count > 1 else {
      return
    }
    var own = flows.removeLast()
    own.breakLine()
    if tables[last].part == .caption {
      tables[last].table.caption += own.blocks
      flow.notices += own.notices
    } else {
      let group = tables[last].table.groups.count - 1
      let row = tables[last].table.groups[group].rows.count - 1
      let cell = tables[last].table.groups[group].rows[row].count - 1
      tables[last].table.groups[group].rows[row][cell].blocks = own.blocks
      tables[last].table.groups[group].rows[row][cell].notices = own.notices
    }
    tables[last].part = .none
    if lists.count > tables[last].listDepth {
      lists.removeSubrange(tables[last].listDepth...)
    }
  }

  /// Ends the innermost table and puts it, or what it only arranges, below what stands outside.
  mutating func endTable() {
    closePart()
    guard let open = tables.popLast() else { return }
    flow.add(open.table.blocks)
  }
}

extension WebTable {
  /// The table with its caption above it and the tables in it below; of one that only arranges them,
  /// its lines and tables in their order.
  var blocks: [WebBlock] {
    let rows = self.rows
    let inner = rows.flatMap { $0.filter(\.hasTable) }
    if isLayout || rows.allSatisfy({ $0.count <= 1 }) && !inner.isEmpty {
      return caption + rows.flatMap { $0.flatMap(\.blocks) }
    }
    guard !inner.isEmpty else { return caption + [.table(self)] }
    var outer = self
    outer.caption = []
    for group in outer.groups.indices {
      for row in outer.groups[group].rows.indices {
        for cell in outer.groups[group].rows[row].indices
        where outer.groups[group].rows[row][cell].hasTable {
          outer.groups[group].rows[row][cell].blocks.removeAll(where: \.isTable)
          outer.groups[group].rows[row][cell].notices.append(Self.nested)
        }
      }
    }
    return caption + [.table(outer)] + inner.flatMap { $0.blocks.filter(\.isTable) }
  }

  private static let nested = WebNotice(
    code: "nested-table", isWarning: false,
    message: LocalizedText(
      ja: "セルの中の表は、この表の下に続けて読みました",
      en: "the table in this cell is read below the table around it"))
}
