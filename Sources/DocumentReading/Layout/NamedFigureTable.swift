import MunicipalModel

/// A table whose cells hold the name of an indicator and its figure together: 就業相談者数　100人.
///
/// KPI（令和7年3月まで） and KPI（令和4年度） beside each other head such cells, or KPI alone.
struct NamedFigureTable {
  /// The columns of the rows: one of names, then those of the table.
  let columns: [TableColumn]
  /// The cells of the rows, a row an indicator.
  let cells: [[TableCell]]
  /// The last line.
  let lastLine: Int
  /// Whether that the figures are targets is only taken for granted.
  let isTargetAssumed: Bool

  /// Finds such a table at a line; `nil` if its cells are names alone, or it has columns of figures.
  init?(at line: Int, in session: DocumentSession, rules: [ColumnRule]) {
    guard session.isTableRow(line), session.isTableRow(session.next(line)) else { return nil }
    let headings = session.cells(line).map { session.column($0, rules: rules) }
    let names = headings.indices.filter { headings[$0].role == .indicator }
    let figures = headings.indices.filter { headings[$0].figureRole?.isMeasured == true }
    guard !(names + figures).isEmpty else { return nil }
    // Each row of a table that nothing reads is looked at as a heading: the first rows below tell enough.
    let firstRows = session.rows(below: line, width: headings.count, limit: 40)
    let places = (names + figures).filter { Self.holdsNames($0, of: firstRows) }.sorted()
    guard !places.isEmpty else { return nil }
    let rows = session.rows(below: line, width: headings.count)
    // Text in columns of figures names indicators only where the columns agree on the names.
    let isAgreed = !names.isEmpty || Self.agree(places, in: rows)
    guard let first = places.first, names.allSatisfy(places.contains), isAgreed,
      let roles = Self.roles(of: places.map { headings[$0] })
    else { return nil }
    isTargetAssumed = places.count == 1 && names == places && headings[first].period == nil
    lastLine = rows.last?.first?.line ?? line
    var columns = headings
    for (place, role) in zip(places, roles) {
      columns[place] = headings[place].with(role: .figure(role), period: headings[place].period)
    }
    self.columns =
      [TableColumn(role: .indicator, period: nil, heading: headings[first].heading)] + columns
    cells = rows.flatMap { Self.rows(of: $0, places: places) }
  }

  /// Whether most cells of a column are a name and a figure.
  static func holdsNames(_ place: Int, of rows: [[TableCell]]) -> Bool {
    let texts = rows.map { $0[place].text }.filter { !$0.isEmpty }
    return texts.count > 1 && texts.count(where: { NamedFigure($0) != nil }) * 5 >= texts.count * 4
  }

  /// Whether several columns have the same names.
  private static func agree(_ places: [Int], in rows: [[TableCell]]) -> Bool {
    places.count > 1
      && rows.allSatisfy { row in
        Set(places.compactMap { NamedFigure(row[$0].text)?.name }.map { TextFolding.key($0) }).count
          < 2
      }
  }

  /// What each column of names and figures holds; `nil` if that is not clear.
  ///
  /// What is to be reached by a time is a target, and beside it the figure of a year is an actual one.
  private static func roles(of columns: [TableColumn]) -> [IndicatorFigure.Role]? {
    let roles = columns.map { column -> IndicatorFigure.Role? in
      if let role = column.figureRole { return role }
      let key = TextFolding.key(column.heading)
      if ["まで", "目標", "最終"].contains(where: { key.contains(word: $0) }) { return .target }
      return column.period == nil ? nil : .actual
    }
    if roles.count == 1, roles[0] == nil { return [.target] }
    let known = roles.compactMap { $0 }
    return known.count == roles.count && known.count(where: { $0 == .target }) < 2 ? known : nil
  }

  /// One row for each name in a row.
  private static func rows(of row: [TableCell], places: [Int]) -> [[TableCell]] {
    var names: [(key: String, cell: TableCell)] = []
    var found: [Int: (name: String, figure: String)] = [:]
    for place in places where !row[place].text.isEmpty {
      let cell = row[place]
      // What cannot be parted is told as a figure that is not readable.
      let parts = NamedFigure(cell.text)
      let name = parts?.name ?? cell.text
      found[place] = (TextFolding.key(name), parts?.figure ?? cell.text)
      if !names.contains(where: { $0.key == TextFolding.key(name) }) {
        names.append(
          (TextFolding.key(name), TableCell(text: name, line: cell.line, cell: cell.cell)))
      }
    }
    return names.map { name in
      var cells = row
      for place in places {
        let own = found[place].flatMap { $0.name == name.key ? $0.figure : nil }
        cells[place] = TableCell(text: own ?? "", line: row[place].line, cell: row[place].cell)
      }
      return [name.cell] + cells
    }
  }
}

/// A name with the figure behind it in one cell: 就業相談者数　100人, 新規就農者数：12人.
struct NamedFigure: Hashable {
  let name: String
  let figure: String

  /// Parts a text at its last colon, space or sign of equality behind which nothing but a figure stands.
  init?(_ text: String) {
    guard text.utf8.count <= 180, PrintedFigure.quantities(in: text).isEmpty else { return nil }
    let scanner = TextScanner(text)
    let scalars = scanner.scalars
    for index in scalars.indices.dropFirst().reversed()
    where scalars[index] == " " || scalars[index] == ":" || scalars[index] == "=" {
      let name = TextFolding.trimmed(scanner.original(0..<index))
      let figure = TextFolding.trimmed(scanner.original((index + 1)..<scalars.count))
      guard Self.isFigure(figure), Self.isName(name) else { continue }
      self.name = name.hasSuffix("：") || name.hasSuffix(":") ? String(name.dropLast()) : name
      self.figure = figure
      return
    }
    return nil
  }

  private static func isFigure(_ text: String) -> Bool {
    let quantities = PrintedFigure.quantities(in: text)
    return quantities.count == 1 && quantities.allSatisfy { MeasureUnit.isUnit($0.unit) }
  }

  private static func isName(_ text: String) -> Bool {
    let letters = text.unicodeScalars.count { $0.properties.isAlphabetic }
    return letters > 1 && PrintedFigure.quantities(in: text).isEmpty
      && !text.unicodeScalars.contains(where: DocumentSession.arrows.contains)
  }
}

extension IndicatorTable {
  /// Parts names that hold the figure of a time, 新規就農者数：10人（令和元年度） beside a column of targets.
  static func partNames(
    _ columns: inout [TableColumn], _ rows: inout [[TableCell]], below heading: Int,
    in session: inout DocumentSession
  ) {
    let names = columns.indices.filter { columns[$0].role == .indicator }
    let whole = rows.filter { $0.count == columns.count }
    guard names.count == 1, let place = names.first,
      !columns.contains(where: { $0.figureRole == .baseline }),
      NamedFigureTable.holdsNames(place, of: whole)
    else { return }
    func parts(_ row: [TableCell]) -> NamedFigure? {
      guard row.count == columns.count, let parts = NamedFigure(row[place].text),
        PrintedFigure(parts.figure, grouping: .spaces).period != nil
      else { return nil }
      return parts
    }
    guard whole.contains(where: { parts($0) != nil }) else { return }
    session.note(
      .warning, "assumed-baseline", at: session.cite(heading, cell: place + 1),
      ja: "名称とともに書かれた値を基準値とみなしました",
      en: "the figures beside the names are taken for baselines")
    rows = rows.map { row in
      guard row.count == columns.count else { return row }
      let cell = row[place]
      func part(_ text: String) -> TableCell {
        TableCell(text: text, line: cell.line, cell: cell.cell, wrappedText: text)
      }
      guard let parts = parts(row) else { return row + [part("")] }
      var row = row
      row[place] = part(parts.name)
      return row + [part(parts.figure)]
    }
    columns.append(
      TableColumn(role: .figure(.baseline), period: nil, heading: columns[place].heading))
  }
}

extension LaidOutPlanReader {
  /// Reads a table whose cells hold names and figures together.
  ///
  /// - Returns: the line after it; `nil` if there is none.
  mutating func readNamedFigures(at line: Int, in session: inout DocumentSession) -> Int? {
    guard let table = NamedFigureTable(at: line, in: session, rules: layout.columns) else {
      return nil
    }
    session.keep(line)
    for (index, column) in table.columns.dropFirst().enumerated() where column.role == .unknown {
      session.noteUnreadColumn(
        column.heading, isText: column.trait == .text, at: session.cite(line, cell: index + 1))
    }
    if table.isTargetAssumed,
      let index = table.columns.dropFirst().firstIndex(where: { $0.figureRole == .target })
    {
      session.note(
        .warning, "assumed-target", at: session.cite(line, cell: index),
        ja: "名称とともに書かれた値を目標値とみなしました",
        en: "the figures beside the names are taken for targets")
    }
    let rows = RowReader.rows(
      from: table.cells, columns: table.columns, qualifiers: RowQualifiers(columns: [], rows: []),
      in: &session)
    place(rows, columns: table.columns, at: line, in: &session)
    return session.next(table.lastLine)
  }
}
