public import MunicipalModel

/// A file of open data of any format that this module reads.
public enum OpenDataTable: Hashable, Sendable {
  /// 住民基本台帳に基づく人口、人口動態及び世帯数
  case registry(ResidentRegistry)
  /// 住民基本台帳年齢階級別人口
  case registryAges(RegistryAges)
  /// 住民基本台帳人口移動報告
  case movers(MoverTable)
  /// 地域・年齢別人口
  case standard(StandardDatasetPopulation)
  /// A table of e-Stat.
  case estat(EStatTable)
  /// SSDSE
  case ssdse(SSDSETable)
  /// 日本の地域別将来推計人口
  case projection(RegionalProjection)

  /// Reads a file of any of the formats, which is found by its first bytes, or the first rows of a sheet.
  ///
  /// Of a workbook with several tables, the first one of all residents is read, else the first; its
  /// diagnostics name the others.
  ///
  /// - Parameters:
  ///   - bytes: the file as it was published.
  ///   - document: the name of the file for citations.
  ///   - encoding: the encoding of its text; `nil` to find it.
  ///   - progress: is told the share of the file that has been read, 0 to 1, now and then.
  /// - Throws: ``OpenDataError``, with `wrong-format` if it is none of the formats.
  public static func read(
    _ bytes: [UInt8], document: DocumentID, encoding: TextEncoding? = nil,
    progress: (Double) -> Void = { _ in }
  ) throws(OpenDataError) -> OpenDataTable {
    guard !bytes.isEmpty else { throw OpenDataError(code: .empty, document: document) }
    if FileKind.isWorkbook(bytes) {
      return try SheetTables(bytes, document: document).table()
    }
    // Chunks after the first do not change what was found, so all bytes may decide.
    let encoding = encoding ?? .detect(bytes)
    switch FileKind.detect(bytes) {
    case .openData(.residentRegistry):
      return .registry(try read(bytes, document, encoding, progress))
    case .openData(.registryAges):
      return .registryAges(try read(bytes, document, encoding, progress))
    case .openData(.movers): return .movers(try read(bytes, document, encoding, progress))
    case .openData(.standardDataset):
      return .standard(try read(bytes, document, encoding, progress))
    case .openData(.estatJSON), .openData(.estatCSV), .openData(.estatWide):
      return try .of(try read(bytes, document, encoding, progress))
    case .openData(.ssdse): return .ssdse(try read(bytes, document, encoding, progress))
    case .openData(.regionalProjection):
      return .projection(try read(bytes, document, encoding, progress))
    case let other:
      throw OpenDataError(
        code: .wrongFormat, document: document,
        expected: LocalizedText(
          ja: OpenDataFormat.allCases.map(\.name.ja).joined(separator: "、"),
          en: OpenDataFormat.allCases.map(\.name.en).joined(separator: "; ")),
        found: other?.name ?? LocalizedText(ja: "知らない形式", en: "a format that is not known"))
    }
  }

  /// Reads a file of any of the formats from disk, of 256 MiB at most.
  ///
  /// - Throws: ``OpenDataError`` with `unreadable-file` if it cannot be opened or read; else as above.
  public static func read(
    contentsOfFile path: String, encoding: TextEncoding? = nil
  ) throws(OpenDataError) -> OpenDataTable {
    let document = AgeDataFile.document(of: path)
    return try read(
      SystemFile.bytes(of: path, document: document), document: document, encoding: encoding)
  }

  /// A table of e-Stat, which may be one of movers.
  static func of(_ table: EStatTable) throws(OpenDataError) -> OpenDataTable {
    table.isOfMovers ? .movers(try MoverTable(table)) : .estat(table)
  }

  private static func read<File: OpenDataFile>(
    _ bytes: [UInt8], _ document: DocumentID, _ encoding: TextEncoding,
    _ progress: (Double) -> Void
  ) throws(OpenDataError) -> File {
    var reader = File.reader(document: document, encoding: encoding)
    let step = 1 << 20
    var start = 0
    while start < bytes.count {
      let end = min(bytes.count, start + step)
      reader.append(Array(bytes[start..<end]))
      progress(Double(end) / Double(bytes.count))
      start = end
    }
    return try reader.finish()
  }

  /// The format.
  public var format: OpenDataFormat {
    switch self {
    case .registry: .residentRegistry
    case .registryAges: .registryAges
    case .movers: .movers
    case .standard: .standardDataset
    case .estat(let file): file.form
    case .ssdse: .ssdse
    case .projection: .regionalProjection
    }
  }

  /// What was noticed in the file.
  var diagnostics: [Diagnostic] {
    get { file.diagnostics }
    set {
      switch self {
      case .registry(var file):
        file.diagnostics = newValue
        self = .registry(file)
      case .registryAges(var file):
        file.diagnostics = newValue
        self = .registryAges(file)
      case .movers(var file):
        file.diagnostics = newValue
        self = .movers(file)
      case .standard(var file):
        file.diagnostics = newValue
        self = .standard(file)
      case .estat(var file):
        file.diagnostics = newValue
        self = .estat(file)
      case .ssdse(var file):
        file.diagnostics = newValue
        self = .ssdse(file)
      case .projection(var file):
        file.diagnostics = newValue
        self = .projection(file)
      }
    }
  }

  /// The file.
  public var file: any OpenDataFile {
    switch self {
    case .registry(let file): file
    case .registryAges(let file): file
    case .movers(let file): file
    case .standard(let file): file
    case .estat(let file): file
    case .ssdse(let file): file
    case .projection(let file): file
    }
  }

  /// The lines that an area has in the file, where the file has a line or several for each.
  package func lines(of code: MunicipalityCode) -> [Int] {
    switch self {
    case .registry(let file): file.row(code).map { [$0.line] } ?? []
    case .registryAges(let file): file.positions[code.number].map { file.areas[$0].lines } ?? []
    case .movers(let file): file.rows.filter { $0.area.code == code }.map(\.line)
    case .standard(let file): file.rows.filter { $0.code == code }.map(\.line)
    case .ssdse(let file): file.rows.filter { $0.area.code == code }.map(\.line)
    case .projection(let file): file.rows.filter { $0.area.code == code }.map(\.line)
    case .estat: []
    }
  }
}
