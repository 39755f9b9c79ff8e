public import MachiKurabe

/// Where an example takes nationwide open data from: files that are named.
public enum OpenDataSource {
  /// The option `--encoding NAME`.
  public static let encoding = CommandOption<TextEncoding?>.choice(
    "encoding",
    help: LocalizedText(ja: "ファイルの文字コード", en: "Encoding of the files"),
    standard: LocalizedText(ja: "BOM と内容から判断", en: "found by their bytes"))

  /// Reads a file of any known format; what takes longer than a second is told on standard error.
  ///
  /// - Parameters:
  ///   - path: the path; `-` for standard input.
  ///   - run: a call of a tool that has ``encoding``.
  /// - Throws: ``FileError`` if the file cannot be read, `OpenDataError` if it has no known format.
  public static func table(_ path: String, for run: ToolRun) throws -> OpenDataTable {
    try table(path, run.read(path), for: run)
  }

  /// Tells the first few things that are odd in a file on standard error.
  ///
  /// - Parameters:
  ///   - noticed: what was noticed; what is not worth telling is left out.
  ///   - paths: where the files are, by the names that citations give them.
  public static func tell(
    _ noticed: [Diagnostic], paths: [DocumentID: String], _ run: ToolRun
  ) {
    let lines = NoticedLines.lines(of: noticed.filter(\.isWorthTelling), paths: paths)
    for line in lines { run.note(line) }
  }

  /// Reads the bytes of a file, as ``table(_:for:)`` does.
  static func table(_ path: String, _ bytes: [UInt8], for run: ToolRun) throws -> OpenDataTable {
    let clock = ContinuousClock()
    var next = clock.now.advanced(by: .seconds(1))
    let name = path == "-" ? "stdin" : path.split(separator: "/").last.map(String.init) ?? path
    return try OpenDataTable.read(
      bytes, document: DocumentID(rawValue: name), encoding: run[encoding]
    ) { share in
      guard clock.now >= next else { return }
      next = clock.now.advanced(by: .seconds(1))
      let percent = Int(share * 100)
      run.note(LocalizedText(ja: "\(name): \(percent)% を読みました", en: "\(name): \(percent)% read"))
    }
  }
}
