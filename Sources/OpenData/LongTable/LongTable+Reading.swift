public import MunicipalModel

extension LongTable {
  /// Reads a file. It is read in blocks on several threads; a pipe or device is read to its end.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - options: encoding, threads, and how many diagnostics to keep.
  /// - Throws: ``LongTableError`` if the file cannot be read, is changed meanwhile, is no text, lacks
  ///   columns, or is too sparse. Anything else is a diagnostic of the table.
  public static func read(
    contentsOfFile path: String, options: LongTableOptions = LongTableOptions()
  ) throws(LongTableError) -> Self {
    let source = try LongTableError.ofFiles { () throws(FileFault) in try ByteSource(path: path) }
    return try read(source, document: DocumentID(rawValue: path), options: options)
  }

  /// Reads bytes.
  ///
  /// - Parameters:
  ///   - bytes: the content of a CSV file.
  ///   - document: the name for citations.
  ///   - options: encoding, threads, and how many diagnostics to keep.
  /// - Throws: ``LongTableError``
  public static func read(
    _ bytes: [UInt8], document: DocumentID = "table", options: LongTableOptions = LongTableOptions()
  ) throws(LongTableError) -> Self {
    try read(.memory(bytes), document: document, options: options)
  }

  private static func read(
    _ source: ByteSource, document: DocumentID, options: LongTableOptions
  ) throws(LongTableError) -> Self {
    guard source.count > 0 else { throw LongTableError(code: .empty, document: document) }
    var block = ByteBlock(capacity: 1 << 16)
    try LongTableError.ofFiles { () throws(FileFault) in
      try source.read(0..<min(source.count, 1 << 16), into: &block)
    }
    let beginning = HeaderReader.beginning(block.bytes(0..<block.count))
    switch (options.encoding, beginning) {
    case (_, .binary): throw LongTableError(code: .notText, document: document)
    case (.cp932, .utf8(mark: false)), (.cp932, .otherText), (.detected, .otherText):
      let converted = try converted(source)
      return try read(
        utf8: .memory(converted.utf8), from: 0, document: document, options: options
      ).table
    case (_, .utf8(let mark)):
      let (table, malformed) = try read(
        utf8: source, from: mark ? 3 : 0, document: document, options: options)
      guard malformed > 0, !mark, options.encoding == .detected else { return table }
      // The beginning was ASCII: what fits the bytes better is seen only now.
      let converted = try converted(source)
      guard converted.malformed < malformed else { return table }
      return try read(
        utf8: .memory(converted.utf8), from: 0, document: document, options: options
      ).table
    case (_, .otherText):
      return try read(utf8: source, from: 0, document: document, options: options).table
    }
  }

  /// The text of bytes in CP932 as UTF-8; each character that is none is the byte FF, which no UTF-8 has.
  private static func converted(
    _ source: ByteSource
  ) throws(LongTableError) -> (utf8: [UInt8], malformed: Int) {
    let bytes = try LongTableError.ofFiles { () throws(FileFault) in try source.readAll() }
    var decoder = TextDecoder(.cp932, replacement: [0xFF])
    let utf8 = decoder.decode(bytes) + decoder.finish()
    return (utf8, decoder.unmappableCount)
  }

  private static func read(
    utf8 source: ByteSource, from start: Int, document: DocumentID, options: LongTableOptions
  ) throws(LongTableError) -> (table: Self, malformedCells: Int) {
    guard source.count > start else { throw LongTableError(code: .empty, document: document) }
    let header = try HeaderReader.read(source, from: start, document: document)
    let outcome = try LongTableError.ofFiles { () throws(FileFault) in
      let outcome = try TableReader(source: source, layout: header.layout, options: options).read()
      try source.checkUnchanged()
      return outcome
    }
    let malformed = outcome.log.counts[Int(LongTableIssue.malformedText.rawValue)]
    let builder = TableBuilder(
      document: document, header: header, outcome: outcome, options: options)
    return (try builder.build(), malformed)
  }
}
