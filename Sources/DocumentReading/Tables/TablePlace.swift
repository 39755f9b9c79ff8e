import MunicipalModel

/// A row of a table, or one cell of it, that is cited only if there is something to tell.
struct TablePlace {
  let line: Int
  var cell: Int?
}

extension DocumentSession {
  /// Cites a row or a cell.
  mutating func cite(_ place: TablePlace) -> Citation {
    place.cell.map { cite(place.line, cell: $0) } ?? cite(place.line)
  }
}
