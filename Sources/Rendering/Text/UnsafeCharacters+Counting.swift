package import MunicipalModel

extension Report {
  /// How many controls and marks of direction the texts of a language hold, which no text, Markdown or HTML
  /// keeps.
  package func unsafeCharacters(in language: Language) -> Int {
    func count(_ texts: [LocalizedText]) -> Int {
      texts.reduce(0) { $0 + UnsafeCharacters.count(in: $1[language]) }
    }
    return sections.reduce(count([title])) { sum, section in
      let tables = section.tables.reduce(0) { sum, table in
        let cells = table.rows.flatMap(\.cells)
        let printed = cells.flatMap(\.sources).reduce(0) {
          $0 + UnsafeCharacters.count(in: $1.printed)
        }
        return sum + printed + count([table.caption] + table.notes + cells.map(\.text))
      }
      let heading = [section.heading].compactMap(\.self)
      return sum + tables + count(heading + section.introduction + section.closing)
    }
  }

  /// How many the values of its tables hold, which CSV does not keep.
  package var unsafeCharactersInValues: Int {
    sections.flatMap(\.tables).flatMap(\.rows).flatMap(\.cells).reduce(0) { sum, cell in
      sum + UnsafeCharacters.count(in: cell.value.plainText ?? "")
        + UnsafeCharacters.count(in: cell.unit)
    }
  }
}

extension TidyTable {
  /// How many controls and marks of direction its cells hold, which CSV does not keep.
  package var unsafeCharacters: Int {
    rows.reduce(0) { sum, row in sum + row.reduce(0) { $0 + UnsafeCharacters.count(in: $1) } }
  }
}
