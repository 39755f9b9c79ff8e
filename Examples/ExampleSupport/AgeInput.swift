import MachiKurabe

/// A file of counts by age, of the format that its bytes tell.
struct AgeInput {
  /// What the file is.
  private enum Content {
    case tidy(AgeFile)
    case openData(OpenDataTable)
  }

  private let content: Content
  private let option: OptionDeclaration
  /// The path as it was given.
  let name: String

  /// Reads the file that an option names; `nil` if it is not given.
  ///
  /// Columns that are not read, and what is odd in a file of open data, are told on standard error.
  ///
  /// - Throws: `FileError` if the file cannot be read, `AgeFileError` or `OpenDataError` if it cannot be used.
  init?(_ option: CommandOption<String?>, for run: ToolRun) throws {
    guard let path = run[option] else { return nil }
    try self.init(path, of: option.declaration, for: run)
  }

  /// Reads all files that an option names, each perhaps with its time: `2020=file.csv`.
  ///
  /// - Throws: as above.
  static func all(_ option: CommandOption<[String]>, for run: ToolRun) throws -> [Self] {
    try run[option].map { try Self($0, of: option.declaration, for: run) }
  }

  private init(_ argument: String, of option: OptionDeclaration, for run: ToolRun) throws {
    let (period, path) = Self.parts(argument)
    let bytes = try run.read(path)
    self.option = option
    name = path
    if FileKind.detect(bytes) != nil {
      let table = try OpenDataSource.table(path, bytes, for: run)
      content = .openData(table)
      OpenDataSource.tell(table.file.diagnostics, paths: [table.file.document: path], run)
      return
    }
    let codes = try RecordSource.codes(run)
    let file = try AgeFile(
      id: DocumentID(rawValue: path),
      bytes: TextEncoding.utf8(bytes, from: run[OpenDataSource.encoding]),
      municipality: codes.count == 1 ? codes.first : nil, period: period)
    content = .tidy(file)
    if !file.otherColumns.isEmpty {
      let names = file.otherColumns.joined(separator: ", ")
      run.note(
        LocalizedText(
          ja: "\(path): 読まない列: \(names)", en: "\(path): columns that are not read: \(names)"))
    }
  }

  /// The time and the path of `2020=file.csv`, `2020-10-01=file.csv` or `令和2年=file.csv`.
  private static func parts(_ argument: String) -> (Period?, String) {
    guard let mark = argument.firstIndex(of: "="),
      let period = try? Period(parsing: String(argument[..<mark]), bareYear: .calendar)
    else { return (nil, argument) }
    return (period, String(argument[argument.index(after: mark)...]))
  }

  /// The tidy file.
  ///
  /// - Throws: `OpenDataError` with `wrong-format` if it is another.
  var tidyFile: AgeFile {
    get throws {
      guard case .tidy(let file) = content else { throw wrongFormat([]) }
      return file
    }
  }

  /// Whether it is a file of nationwide open data.
  var isOpenData: Bool { if case .openData = content { true } else { false } }

  /// The movers, if it is an export of them.
  ///
  /// - Throws: `OpenDataError` with `wrong-format` if it is open data of another format.
  var movers: MoverTable? {
    get throws {
      switch content {
      case .tidy: return nil
      case .openData(.movers(let table)): return table
      case .openData: throw wrongFormat([.movers])
      }
    }
  }

  /// The populations by age, of every day that the file has.
  ///
  /// - Parameter codes: the municipalities that are wanted; empty for those of the file.
  /// - Throws: `AgeFileError`, or `OpenDataError`, with `wrong-format` if the file has no populations by age.
  func populations(of codes: [MunicipalityCode]) throws -> [CitedAgeTable] {
    switch content {
    case .tidy(let file): return try file.tables(of: .population)
    case .openData(.standard(let file)):
      // A file without codes is of the one municipality that the user names.
      let known = file.municipalities.isEmpty ? Array(codes.prefix(1)) : file.municipalities
      guard !known.isEmpty else { throw needsMunicipality }
      return try known.flatMap { code in
        // Without any day, the reader says why.
        let days = file.dates(of: code).map { Optional($0) }
        return try (days.isEmpty ? [nil] : days).map { try file.ages(of: code, on: $0) }
      }
    case .openData(.estat(let table)):
      guard !codes.isEmpty else { throw needsMunicipality }
      return try codes.flatMap { try table.populations(of: $0) }
    case .openData: throw wrongFormat([.standardDataset, .estatCSV])
    }
  }

  private var needsMunicipality: UsageError {
    UsageError(
      code: .missingArgument, argument: "--municipality",
      message: LocalizedText(
        ja: "\(name) のどの市区町村か、--municipality で指定してください",
        en: "name the municipality of \(name) that is meant with --municipality"))
  }

  private func wrongFormat(_ formats: [OpenDataFormat]) -> OpenDataError {
    let names = formats.map(\.name)
    let tidy = LocalizedText(ja: "\(option.flag) の整然CSV", en: "a tidy CSV of \(option.flag)")
    return OpenDataError(
      code: .wrongFormat, document: DocumentID(rawValue: name),
      expected: LocalizedText(
        ja: ([tidy.ja] + names.map(\.ja)).joined(separator: "、"),
        en: ([tidy.en] + names.map(\.en)).joined(separator: "; ")), found: found)
  }

  private var found: LocalizedText {
    switch content {
    case .tidy: LocalizedText(ja: "整然CSV", en: "a tidy CSV")
    case .openData(let table): table.format.name
    }
  }
}
