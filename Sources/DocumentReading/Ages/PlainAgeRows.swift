import MunicipalModel

/// Reads the rows of a plain table of a population by age.
struct PlainAgeRows {
  let file: DocumentID
  let heading: PlainAgeHeading
  let headings: [String]
  /// What is said of the whole file; a column wins over it.
  let municipality: MunicipalityCode?
  let period: Period?

  /// The rows as those of a tidy file: one a sex and group of ages.
  ///
  /// - Parameter faults: what cannot be read, added to.
  func read(
    _ rows: some Sequence<DelimitedText.Row>, _ faults: inout AgeFileFaults
  ) -> [AgeFile.Row] {
    var read: [AgeFile.Row] = []
    for row in rows {
      guard row.cells.count == headings.count else {
        faults.add(
          AgeFileError(
            code: .wrongCellCount, file: file, line: row.line,
            text: "\(row.cells.count), \(headings.count)"))
        continue
      }
      for block in heading.blocks {
        // Of blocks beside each other the last one may be shorter.
        if heading.blocks.count > 1, TextFolding.isBlank(row.cells[block.age]) { continue }
        read += self.read(block, of: row, &faults)
      }
    }
    return read
  }

  private func read(
    _ block: PlainAgeHeading.Block, of row: DelimitedText.Row, _ faults: inout AgeFileFaults
  ) -> [AgeFile.Row] {
    let reader = AgeFileRow(
      file: file, line: row.line,
      cells: [
        heading.municipality.map { row.cells[$0] } ?? "",
        heading.period.map { row.cells[$0] } ?? "", "", row.cells[block.age], "",
      ])
    let age = faults.attempt { () throws(AgeFileError) in try label(block.age, row) }
    let code = heading.municipality == nil ? municipality : faults.attempt(reader.municipality)
    let time = heading.period == nil ? period : faults.attempt(reader.period)
    guard let age, let code else { return [] }
    return block.counts.compactMap { count in
      (count.period ?? time).map { time in
        AgeFile.Row(
          line: row.line, municipality: code, period: time, sex: count.sex, age: age,
          statistic: "", cells: row.cells, countColumn: count.column)
      }
    }
  }

  /// The ages of a row; a single number is a single year.
  private func label(
    _ place: Int, _ row: DelimitedText.Row
  ) throws(AgeFileError) -> AgeLabel {
    let cell = row.cells[place]
    if let label = try? AgeLabel(printed: cell) { return label }
    let column = TextFolding.trimmed(headings[place])
    throw AgeFileError(
      code: Self.isDate(cell) ? .ageBecameDate : .unreadableAge, file: file, line: row.line,
      column: column, text: cell)
  }

  /// Whether a spreadsheet has made a date of an age group: 5月9日, 9-May, 2024/10/14 of 5-9 and 10-14.
  private static func isDate(_ cell: String) -> Bool {
    let key = TextFolding.key(cell).lowercased()
    if key.contains("月"), key.hasSuffix("日") { return true }
    let months = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    if key.contains("-"), months.contains(where: { key.contains($0) }) { return true }
    return key.split(separator: "/").count == 3 && key.allSatisfy { $0.isNumber || $0 == "/" }
  }
}
