import MunicipalModel

/// The name of an indicator in several cells, the outer ones of which hold for the rows below: 確保方策 | 3号 | 0歳児.
struct NameParts {
  private let places: [Int]
  private var parts: [String]

  /// Takes the columns of a table.
  init(_ columns: [TableColumn]) {
    let hasParts = columns.contains { $0.role == .namePart }
    places =
      hasParts
      ? columns.indices.filter { columns[$0].role == .indicator || columns[$0].role == .namePart }
      : []
    parts = places.map { _ in "" }
  }

  /// Whether names stand in several cells.
  var areThere: Bool { !places.isEmpty }

  /// The parts that hold for the last row whose name was taken, the outer ones first.
  var texts: [String] { parts.filter { !$0.isEmpty } }

  /// The cells of a row that parts of the name stand in.
  func cells(of row: [TableCell]) -> [TableCell] {
    places.filter(row.indices.contains).map { row[$0] }
  }

  /// The name of a row; `nil` where all of its cells are empty.
  mutating func name(of row: [TableCell]) -> TableCell? {
    var last: TableCell?
    for (index, place) in places.enumerated() where row.indices.contains(place) {
      guard !row[place].text.isEmpty else { continue }
      last = row[place]
      parts[index] = row[place].text
      for inner in (index + 1)..<max(index + 1, parts.count) { parts[inner] = "" }
    }
    guard let last else { return nil }
    return TableCell(text: texts.joined(separator: " "), line: last.line, cell: last.cell)
  }
}
