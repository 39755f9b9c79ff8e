import MachiKurabe

/// Where a command takes nationwide open data from: files that are named.
enum OpenDataSource {
  /// The option `--encoding NAME`.
  static let encoding = CommandOption<TextEncoding?>.choice(
    "encoding",
    help: LocalizedText(ja: "ファイルの文字コード", en: "Encoding of the files"),
    standard: LocalizedText(ja: "BOM と内容から判断", en: "found by their bytes"))

  /// Reads a file of any known format; how far it is read is shown on a terminal.
  ///
  /// - Parameters:
  ///   - path: the path; `-` for standard input.
  ///   - call: a call of a command that has ``encoding``.
  /// - Throws: ``FileError`` if the file cannot be read, `OpenDataError` if it has no known format.
  static func table(_ path: String, for call: CommandCall) throws -> OpenDataTable {
    try OpenDataTable.read(
      call.read(path), document: AgeDataFile.document(of: path), encoding: call[encoding],
      progress: progress(of: path, for: call))
  }

  /// Tells the first few things that are odd in a file on standard error.
  ///
  /// - Parameters:
  ///   - noticed: what was noticed; what is not worth telling is left out.
  ///   - paths: where the files are, by the names that citations give them.
  static func tell(
    _ noticed: [Diagnostic], paths: [DocumentID: String], _ call: CommandCall
  ) {
    let lines = NoticedLines.lines(of: noticed.filter(\.isWorthTelling), paths: paths)
    for line in lines { call.note(line) }
  }

  /// Shows the share of a file that has been read, once a second.
  static func progress(of path: String, for call: CommandCall) -> (Double) -> Void {
    let clock = ContinuousClock()
    var next = clock.now.advanced(by: .seconds(1))
    let name = AgeDataFile.document(of: path)
    return { share in
      guard clock.now >= next else { return }
      next = clock.now.advanced(by: .seconds(1))
      let percent = Int(share * 100)
      call.working(
        LocalizedText(ja: "\(name): \(percent)% を読みました", en: "\(name): \(percent)% read"))
    }
  }
}
