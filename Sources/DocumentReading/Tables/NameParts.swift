import MunicipalModel

/// The name of an indicator in several cells, the outer ones of which hold for the rows below: 確保方策 | 3号 | 0歳児.
///
/// What stands in a column with a heading of its own, such as 区分, is a part in brackets: 健診受診率（男性）.
struct NameParts {
  private let places: [Int]
  private let isHeaded: [Bool]
  private var parts: [String]

  /// Takes the columns of a table.
  init(_ columns: [TableColumn]) {
    let hasParts = columns.contains { $0.role == .namePart }
    places =
      hasParts
      ? columns.indices.filter { columns[$0].role == .indicator || columns[$0].role == .namePart }
      : []
    isHeaded = places.map { columns[$0].role == .namePart && !columns[$0].heading.isEmpty }
    parts = places.map { _ in "" }
  }

  /// Whether names stand in several cells.
  var areThere: Bool { !places.isEmpty }

  /// The columns of a table with one of parts, such as 区分, between the names and the figures, if rows of one
  /// indicator differ in it alone.
  static func found(in columns: [TableColumn], rows: [[TableCell]]) -> [TableColumn] {
    var columns = spanned(in: columns, rows: rows)
    guard let name = columns.firstIndex(where: { $0.role == .indicator }),
      let figures = columns.firstIndex(where: { $0.figureRole != nil }), name + 1 < figures,
      let place = (name + 1..<figures).first(where: { index in
        columns[index].role == .unknown
          && words.contains(TableColumn.name(TextFolding.key(columns[index].heading)))
      })
    else { return columns }
    let filled = rows.filter { $0.indices.contains(place) && !$0[place].text.isEmpty }
    let names = filled.map { TextFolding.key($0[name].text) }
    guard filled.allSatisfy({ RowQualifiers.role(named: $0[place].text) == nil }),
      names.dropFirst().contains("") || Set(names).count < names.count
    else { return columns }
    columns[place] = columns[place].with(role: .namePart, period: nil)
    return columns
  }

  /// The columns of a table whose heading of names spans the column beside, in which rows go on:
  /// ⑦審議会等 | 公募委員のいる割合 are parts of one name, of 指標① | 雇用件数 the first is a number.
  private static func spanned(
    in columns: [TableColumn], rows: [[TableCell]]
  ) -> [TableColumn] {
    guard !columns.contains(where: { $0.role == .namePart }),
      let name = columns.firstIndex(where: { $0.role == .indicator }),
      columns.count(where: { $0.role == .indicator }) == 1, columns.indices.contains(name + 1),
      columns[name + 1].role == .prose, columns[name + 1].heading.isEmpty
    else { return columns }
    func texts(_ column: Int) -> [String] {
      rows.filter { $0.indices.contains(column) }.map { $0[column].text }.filter { !$0.isEmpty }
    }
    let beside = texts(name + 1)
    guard !beside.isEmpty, beside.allSatisfy(isName) else { return columns }
    var columns = columns
    if texts(name).allSatisfy(isNumber) {
      columns[name + 1] = TableColumn(
        role: .indicator, period: nil, heading: columns[name].heading)
      columns[name] = columns[name].with(role: .rowNumber, period: nil)
    } else {
      columns[name + 1] = columns[name + 1].with(role: .namePart, period: nil)
    }
    return columns
  }

  private static func isName(_ text: String) -> Bool {
    PrintedFigure.reading(text).isText && !isNumber(text)
      && TextFolding.key(text).unicodeScalars.count > 2
  }

  /// 指標①, KPI2, (3): no name, but its number.
  private static func isNumber(_ text: String) -> Bool {
    var scanner = TextScanner(TextFolding.key(text))
    _ = scanner.skip(anyOf: ["指標", "KPI", "成果指標", "活動指標", "目標", "No.", "No", "("])
    guard HeadingNumber.any.skip(&scanner) else { return false }
    _ = scanner.skip(anyOf: [".", ")"])
    return scanner.isAtEnd
  }

  private static let words: Set<String> = [
    "区分", "内訳", "対象", "対象者", "性別", "男女", "男女別", "年齢", "年代", "年齢区分", "地域", "地区", "種別", "種類", "分類",
    "属性",
  ]

  /// The parts that hold for the last row whose name was taken, the outer ones first.
  var texts: [String] { parts.filter { !$0.isEmpty } }

  /// The cells of a row that parts of the name stand in.
  func cells(of row: [TableCell]) -> [TableCell] {
    places.filter(row.indices.contains).map { row[$0] }.filter { !Self.isFigure($0.text) }
  }

  /// 61,306 or H25年度, which is no part of a name but left of the columns that are read; 3号 is one.
  private static func isFigure(_ text: String) -> Bool {
    if TableColumn(heading: text, rules: []).isPeriodAlone { return true }
    guard let first = TextFolding.key(text).unicodeScalars.first,
      first.decimalDigit != nil || FigureMarks.isDash(first)
    else { return false }
    return PrintedFigure.quantities(in: text).contains { $0.unit.isEmpty }
  }

  /// The name of a row; `nil` where all of its cells are empty.
  mutating func name(of row: [TableCell]) -> TableCell? {
    var last: TableCell?
    for (index, place) in places.enumerated() where row.indices.contains(place) {
      guard !row[place].text.isEmpty, !Self.isFigure(row[place].text) else { continue }
      last = row[place]
      parts[index] = row[place].text
      for inner in (index + 1)..<max(index + 1, parts.count) { parts[inner] = "" }
    }
    guard let last else { return nil }
    let name = zip(parts, isHeaded).reduce("") { name, part in
      if name.isEmpty || part.0.isEmpty { return name + part.0 }
      return part.1 ? PartNames.joined(name, part.0) : "\(name) \(part.0)"
    }
    return TableCell(text: name, line: last.line, cell: last.cell)
  }
}
