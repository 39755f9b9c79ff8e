internal import MunicipalModel

/// Finds the columns by the names in the first line.
enum HeaderReader {
  /// A first line and what was noticed in it.
  struct Header {
    var layout: TableLayout
    /// The cells that are not used: their position from 1 and their text.
    var unknown: [(cell: Int, text: String)]
  }

  /// Whether the beginning of a source is text in UTF-8, and whether it has a byte order mark.
  enum Beginning {
    case utf8(mark: Bool)
    case otherText
    case binary
  }

  /// Looks at the first bytes, up to the last newline among them.
  static func beginning(_ bytes: [UInt8]) -> Beginning {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8(mark: true) }
    if bytes.prefix(4096).contains(0) { return .binary }
    let end = bytes.lastIndex(of: ByteWord.newline) ?? bytes.count
    return CellMeaning.text(Array(bytes[..<end])) == nil ? .otherText : .utf8(mark: false)
  }

  /// Reads the first line.
  ///
  /// - Throws: ``LongTableError`` with `not-text`, `damaged-quotes`, `missing-columns` or
  ///   `duplicate-column`.
  static func read(
    _ source: ByteSource, from start: Int, document: DocumentID
  ) throws(LongTableError) -> Header {
    let limit = RowParser.maximumRowLength
    var block = ByteBlock(capacity: limit + 1)
    try LongTableError.ofFiles { () throws(FileFault) in
      try source.read(start..<min(source.count, start + limit + 1), into: &block)
    }
    var cells: [RawCell] = []
    var newlines = 0
    let ending = CellReader.read(
      block, at: 0, isLast: start + block.count == source.count, limit: limit, width: nil,
      into: &cells, newlines: &newlines)
    let next: Int
    switch ending {
    case .complete(let end): next = end
    case .damaged(let damage, _):
      let text = RowParser.lineText(block, at: damage.offset)
      throw LongTableError(code: .damagedQuotes, document: document, detail: text)
    case .incomplete, .tooLong: throw LongTableError(code: .notText, document: document)
    }
    var columns: [LongTableColumn?] = []
    var unknown: [(Int, String)] = []
    for (position, cell) in cells.enumerated() {
      let bytes = cell.bytes(in: block)
      guard let text = CellMeaning.text(bytes), !bytes.contains(0) else {
        throw LongTableError(code: .notText, document: document)
      }
      let column = LongTableColumn(printed: text)
      if let column, columns.contains(column) {
        throw LongTableError(code: .duplicateColumn, document: document, detail: text)
      }
      columns.append(column)
      if column == nil { unknown.append((position + 1, text)) }
    }
    let missing = LongTableColumn.allCases.filter { !$0.isOptional && !columns.contains($0) }
    guard missing.isEmpty else {
      throw LongTableError(
        code: .missingColumns, document: document,
        detail: missing.map(\.rawValue).joined(separator: ", "))
    }
    return Header(
      layout: TableLayout(
        columns: columns, firstRow: start + next, firstLine: 2 + newlines),
      unknown: unknown)
  }
}
