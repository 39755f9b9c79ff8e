public import MunicipalModel
public import OpenData

/// The published files of a folder, put together: accounts, ages, movers and indicators by municipality and year.
///
/// ```swift
/// let data = try NationwideData(folder: "nation")
/// let accounts = try data["苫小牧市"].accounts
/// ```
///
/// Files are known by what they hold, whatever their names are. Figures of different definition, such as those of all
/// residents and of Japanese ones, are never put in one series.
public struct NationwideData: Sendable {
  /// A table that was found.
  public struct Table: Sendable {
    /// The sheet of a workbook; `nil` of a text.
    public let sheet: String?
    /// The table.
    public let table: OpenDataTable

    /// The name of its file.
    public var document: DocumentID { table.file.document }
  }

  /// The folder as it was named; of tables that were read before, their file, or `open-data` if there are several.
  let source: DocumentID
  /// The tables, in the order of their files' names.
  public let tables: [Table]
  /// Why other files or sheets of the folder were not read.
  public let failures: [OpenDataError]
  /// The accounts that can stand side by side, one series a definition; that of all residents first, then the newest.
  public let series: [RegistrySeries]
  /// What was noticed of the tables together: two of the same figures, stocks that do not follow each other.
  public let diagnostics: [Diagnostic]
  /// The sheets of ages, the oldest first.
  public let ages: [RegistryAges]
  /// The tables of movers, the largest first.
  public let movers: [MoverTable]
  /// All areas that the files tell of, each once, as the newest file calls it.
  public let areas: [StatisticalArea]

  /// Reads the files of a folder, but none of the folders in it.
  ///
  /// - Parameters:
  ///   - folder: the path.
  ///   - formats: the formats that are wanted, all by default; files in another one are passed over quickly.
  ///   - years: the years of the stocks of the register that are wanted, `nil` for all; sheets of others are passed over.
  /// - Throws: ``OpenData/OpenDataError`` with `unreadable-file` if there is no such folder, or with `not-in-file` if
  ///   nothing in it is nationwide open data; `failures` would tell why.
  public init(
    folder: String, formats: [OpenDataFormat] = OpenDataFormat.allCases,
    years: ClosedRange<Int>? = nil
  ) throws(OpenDataError) {
    let (tables, failures) = try Self.read(folder, formats, years)
    self.init(tables, failures: failures, source: DocumentID(rawValue: folder))
    guard !tables.isEmpty else {
      throw OpenDataError(
        code: .notInFile, document: DocumentID(rawValue: folder),
        expected: formats.count == OpenDataFormat.allCases.count
          ? LocalizedText(
            ja: "住民基本台帳の表など、公表されたファイル", en: "published files, such as the sheets of the register")
          : LocalizedText(
            ja: formats.map(\.name.ja).joined(separator: "、"),
            en: formats.map(\.name.en).joined(separator: "; ")),
        found: LocalizedText(
          ja: failures.first?.message.ja ?? "何もないフォルダー", en: failures.first?.message.en ?? "nothing"
        ))
    }
  }

  /// The same files with those of further formats of the folder.
  ///
  /// - Throws: ``OpenData/OpenDataError`` with `unreadable-file` if the folder is gone.
  package func adding(_ formats: [OpenDataFormat]) throws(OpenDataError) -> Self {
    let (tables, failures) = try Self.read(source.rawValue, formats, nil)
    return Self(
      self.tables + tables,
      failures: self.failures
        + failures.filter { $0.code != .wrongFormat && !self.failures.contains($0) },
      source: source)
  }

  /// The tables of the files of a folder in some formats, and why others were not read.
  private static func read(
    _ folder: String, _ formats: [OpenDataFormat], _ years: ClosedRange<Int>?
  ) throws(OpenDataError) -> (tables: [Table], failures: [OpenDataError]) {
    let names: [String]
    do throws(FileError) {
      names = try SystemFile.names(in: folder)
    } catch {
      throw OpenDataError(
        code: .unreadableFile, document: DocumentID(rawValue: folder),
        expected: LocalizedText(ja: "公表されたファイルのフォルダー", en: "a folder of published files"),
        found: error.reason)
    }
    var paths: [String] = []
    var failures: [OpenDataError] = []
    for name in names where !name.hasPrefix("~$") {
      if SystemFile.isFile(folder + "/" + name) {
        paths.append(folder + "/" + name)
      } else {
        failures.append(Self.noFile(name, in: folder))
      }
    }
    let outcomes = ConcurrentWork.map(paths) {
      OpenDataTable.all(inFile: $0, formats: formats, years: years)
    }
    var tables: [Table] = []
    for file in outcomes {
      for (sheet, outcome) in file {
        switch outcome {
        case .success(let table): tables.append(Table(sheet: sheet, table: table))
        case .failure(let error): failures.append(error)
        }
      }
    }
    return (tables, failures)
  }

  /// Why a name in a folder is not read: a folder, a device, a name in another encoding.
  private static func noFile(_ name: String, in folder: String) -> OpenDataError {
    let found: LocalizedText
    if name.unicodeScalars.contains("\u{FFFD}") {
      found = LocalizedText(
        ja: "ファイル名が UTF-8 ではありません", en: "a name that is not in UTF-8")
    } else if case .folder? = try? SystemFile.kind(of: folder + "/" + name) {
      found = LocalizedText(ja: "フォルダー", en: "a folder")
    } else {
      found = LocalizedText(ja: "ファイルではないもの", en: "something else")
    }
    return OpenDataError(
      code: .unreadableFile, document: DocumentID(rawValue: name),
      expected: LocalizedText(ja: "ふつうのファイル", en: "an ordinary file"), found: found)
  }

  /// Puts tables together that have been read.
  public init(_ tables: [OpenDataTable]) { self.init(tables.map { Table(sheet: nil, table: $0) }) }

  private init(
    _ tables: [Table], failures: [OpenDataError] = [], source: DocumentID? = nil
  ) {
    self.source =
      source ?? (tables.count == 1 ? tables[0].document : DocumentID(rawValue: "open-data"))
    self.tables = tables
    self.failures = failures
    var registries: [ResidentRegistry] = []
    var ages: [RegistryAges] = []
    var movers: [MoverTable] = []
    for table in tables {
      switch table.table {
      case .registry(let registry): registries.append(registry)
      case .registryAges(let file): ages.append(file)
      case .movers(let table): movers.append(table)
      case .standard, .estat, .ssdse, .projection: break
      }
    }
    let (series, doubled) = RegistrySeries.series(of: registries)
    self.series = series
    let (kept, doubledAges) = Self.withoutDoubles(ages)
    self.ages = kept
    self.movers = Self.largestFirst(movers)
    areas = Self.areas(tables, series, self.ages, self.movers)
    diagnostics =
      doubled + doubledAges + Self.doubledMovers(self.movers) + series.flatMap(\.diagnostics)
      + Self.ageTotalDiagnostics(kept, series)
  }

  /// The sheets of ages, the oldest first, one of each day and definition: that of the most areas.
  private static func withoutDoubles(
    _ ages: [RegistryAges]
  ) -> (kept: [RegistryAges], doubled: [Diagnostic]) {
    var kept: [RegistryAges] = []
    var doubled: [Diagnostic] = []
    for sheet in ages.sorted(by: {
      ($1.areas.count, $0.document.rawValue) < ($0.areas.count, $1.document.rawValue)
    }) {
      let known = kept.first {
        $0.stockDate == sheet.stockDate && $0.definition == sheet.definition
      }
      guard let known else {
        kept.append(sheet)
        continue
      }
      let isSame = sheet.municipalities.allSatisfy { one in
        (try? sheet.ages(of: one.code).table) == (try? known.ages(of: one.code).table)
      }
      doubled.append(.doubledSheet(sheet.document, sheet.title, of: known.document, isSame: isSame))
    }
    return (kept.sorted { $0.stockDate < $1.stockDate }, doubled)
  }

  /// What the files have of a municipality, a ward or a prefecture.
  ///
  /// - Parameter name: its name or code: 苫小牧市, 北海道伊達市, 012131.
  /// - Throws: ``OpenData/OpenDataError`` with `not-in-file` if no file has it, or if several have the name.
  public subscript(_ name: String) -> MunicipalityData {
    get throws(OpenDataError) { try self[area(named: name)] }
  }

  /// What the files have of an area.
  ///
  /// - Throws: ``OpenData/OpenDataError`` with `not-in-file` if no file has it.
  public subscript(_ code: MunicipalityCode) -> MunicipalityData {
    get throws(OpenDataError) {
      guard let area = area(code) else { throw notFound(code.sixDigits, []) }
      return try self[area]
    }
  }

  private subscript(_ area: StatisticalArea) -> MunicipalityData {
    get throws(OpenDataError) {
      guard let municipality = area.romanized else { throw notFound(area.name, []) }
      return MunicipalityData(municipality: municipality, area: area, data: self)
    }
  }
}
