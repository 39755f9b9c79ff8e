public import DocumentReading
public import MunicipalModel

/// A file of counts by age, of the kind that its bytes tell: a tidy or plain CSV, or nationwide open data.
public struct AgeDataFile: Sendable {
  /// What the file is.
  public enum Content: Sendable {
    /// A CSV with the documented columns, or a plain table of ages, men and women.
    case tidy(AgeFile)
    /// A file of nationwide open data as it was published.
    case openData(OpenDataTable)
  }

  /// What the file is.
  public let content: Content
  /// The path or the name that the file was given by.
  public let name: String
  /// What a tidy file in its place is called where one is expected.
  package var tidyName = LocalizedText(ja: "整然CSV", en: "a tidy CSV")

  /// Reads a file of any kind.
  ///
  /// - Parameters:
  ///   - bytes: the file as it was published.
  ///   - name: its path or name; what follows the last slash stands in citations of open data.
  ///   - encoding: the encoding of its text; `nil` to find it.
  ///   - municipality: the municipality of a plain table without a column of it.
  ///   - period: the time of a plain table without a column of it.
  ///   - progress: is told the share of a file of open data that has been read, 0 to 1, now and then.
  /// - Throws: `AgeFileError`, naming the line, or ``OpenDataError``.
  public init(
    _ bytes: [UInt8], name: String, encoding: TextEncoding? = nil,
    municipality: MunicipalityCode? = nil, period: Period? = nil,
    progress: (Double) -> Void = { _ in }
  ) throws {
    self.name = name
    if FileKind.detect(bytes) != nil {
      content = .openData(
        try .read(
          bytes, document: Self.document(of: name), encoding: encoding, progress: progress))
    } else {
      content = .tidy(
        try AgeFile(
          id: DocumentID(rawValue: name), bytes: TextEncoding.utf8(bytes, from: encoding),
          municipality: municipality, period: period))
    }
  }

  /// Reads a file of any kind from disk, of 256 MiB at most.
  ///
  /// - Throws: ``OpenDataError`` with `unreadable-file` if it cannot be opened or read; else as above.
  public init(
    contentsOfFile path: String, encoding: TextEncoding? = nil,
    municipality: MunicipalityCode? = nil, period: Period? = nil
  ) throws {
    let bytes = try SystemFile.bytes(of: path, document: Self.document(of: path))
    try self.init(
      bytes, name: path, encoding: encoding, municipality: municipality, period: period)
  }

  /// The name by which citations call a file of open data.
  package static func document(of path: String) -> DocumentID {
    let name = path == "-" ? "stdin" : path.split(separator: "/").last.map(String.init) ?? path
    return DocumentID(rawValue: name)
  }

  /// Whether it is a file of nationwide open data.
  package var isOpenData: Bool { if case .openData = content { true } else { false } }
}

extension AgeDataFile {
  /// The tables of some measures in a tidy file, one list a measure.
  ///
  /// - Throws: ``OpenDataError`` with `wrong-format` if it is another; `AgeFileError` as the file says.
  public func tables(of measures: [AgeMeasure]) throws -> [[CitedAgeTable]] {
    guard case .tidy(let file) = content else { throw wrongFormat([]) }
    return try file.tables(of: measures)
  }

  /// The populations by age, of every day that the file has.
  ///
  /// - Parameter codes: the municipalities that are wanted; empty for those of the file.
  /// - Throws: `AgeFileError`, or ``OpenDataError`` with `municipality-needed` if only `codes` can tell whose
  ///   the file is, or with `wrong-format` if it has no populations by age.
  public func populations(of codes: [MunicipalityCode] = []) throws -> [CitedAgeTable] {
    switch content {
    case .tidy(let file): return try file.tables(of: .population)
    case .openData(.standard(let file)):
      // A file without codes is of the one municipality that the user names.
      let known = file.municipalities.isEmpty ? Array(codes.prefix(1)) : file.municipalities
      guard !known.isEmpty else { throw municipalityNeeded }
      return try known.flatMap { code in
        // Without any day, the reader says why.
        let days = file.dates(of: code).map { Optional($0) }
        return try (days.isEmpty ? [nil] : days).map { try file.ages(of: code, on: $0) }
      }
    case .openData(.estat(let table)):
      guard !codes.isEmpty else { throw municipalityNeeded }
      return try codes.flatMap { try table.populations(of: $0) }
    case .openData(.registryAges(let file)):
      guard !codes.isEmpty else { throw municipalityNeeded }
      return try codes.map { try file.ages(of: $0) }
    case .openData: throw wrongFormat([.registryAges, .standardDataset, .estatCSV])
    }
  }

  /// Whom the populations count; `nil` if the file does not say.
  package var foreignResidents: PopulationDefinition.ForeignResidents? {
    let residents: PopulationDefinition.ForeignResidents? =
      switch content {
      case .openData(.registryAges(let file)): file.definition.foreignResidents
      case .openData(.standard(let file)): file.definition.foreignResidents
      default: nil
      }
    return residents == .notStated ? nil : residents
  }

  /// The export of movers; `nil` of a tidy file.
  ///
  /// - Throws: ``OpenDataError`` with `wrong-format` if it is open data of another format.
  package var movers: MoverTable? {
    get throws {
      switch content {
      case .tidy: return nil
      case .openData(.movers(let table)): return table
      case .openData: throw wrongFormat([.movers])
      }
    }
  }

  private var municipalityNeeded: OpenDataError {
    OpenDataError(code: .municipalityNeeded, document: DocumentID(rawValue: name))
  }

  private func wrongFormat(_ formats: [OpenDataFormat]) -> OpenDataError {
    let names = [tidyName] + formats.map(\.name)
    let found =
      switch content {
      case .tidy: LocalizedText(ja: "整然CSV", en: "a tidy CSV")
      case .openData(let table): table.format.name
      }
    return OpenDataError(
      code: .wrongFormat, document: DocumentID(rawValue: name),
      expected: names.joined("、", "; "), found: found)
  }
}
