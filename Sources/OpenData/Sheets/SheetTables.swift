import MunicipalModel

/// The tables of a workbook: each of its sheets is taken for the format that its first rows tell.
struct SheetTables {
  /// A sheet with what it holds.
  struct Sheet {
    let name: String
    /// What its first rows tell; `nil` if they tell nothing.
    let kind: FileKind?
    /// What was read of it; `nil` if its format was not asked for.
    let outcome: Result<OpenDataTable, OpenDataError>?
  }

  /// The most cells of a sheet, the empty ones among them.
  private static let maximumCells = 50_000_000

  let document: DocumentID
  /// The sheets that hold anything, in the order of their tabs.
  private(set) var sheets: [Sheet] = []
  /// The formats that are read, and the years of the register.
  private let wanted: (formats: [OpenDataFormat], years: ClosedRange<Int>?)

  /// Reads the sheets of some formats, of the register those of some years.
  ///
  /// - Throws: ``OpenDataError`` with `unreadable-file` if it is no workbook that can be read.
  init(
    _ bytes: [UInt8], document: DocumentID, formats: [OpenDataFormat] = OpenDataFormat.allCases,
    years: ClosedRange<Int>? = nil
  ) throws(OpenDataError) {
    self.document = document
    wanted = (formats, years)
    do throws(FormError) {
      let form = try FileForm(of: bytes, name: document.rawValue)
      guard form == .workbook else {
        throw FormError(
          code: .unreadForm, file: document.rawValue,
          expected: LocalizedText(ja: "CSV か Excel のブック", en: "CSV or a workbook"))
      }
      var workbook = try Workbook(bytes, name: document.rawValue)
      for sheet in workbook.sheets {
        let rows = try rows(of: sheet, in: &workbook)
        if !rows.isEmpty { sheets.append(read(rows, sheet.name)) }
      }
    } catch {
      let found = [error.part, error.found].filter { !$0.isEmpty }.joined(separator: ", ")
      let label = error.code.label
      throw OpenDataError(
        code: .unreadableFile, document: document, expected: error.expected,
        found: found.isEmpty
          ? label : LocalizedText(ja: "\(label.ja)（\(found)）", en: "\(label.en) (\(found))"))
    }
  }

  /// The rows of a sheet; of one in another format only the first, which tell it.
  private func rows(
    of sheet: Workbook.Sheet, in workbook: inout Workbook
  ) throws(FormError) -> [Workbook.Row] {
    var rows: [Workbook.Row] = []
    var isOther = false
    do throws(FormError) {
      try workbook.readRows(of: sheet, leavesPlainNumbers: true) { row throws(FormError) in
        rows.append(row)
        guard rows.count == FileKind.sampleRows else { return }
        if wantedFormat(of: rows).format != nil { return }
        isOther = true
        throw FormError(code: .unreadForm, file: "")
      }
    } catch  where isOther {}
    return rows
  }

  /// What the first rows tell, and the format if it is wanted.
  private func wantedFormat(
    of rows: [Workbook.Row]
  ) -> (kind: FileKind?, format: OpenDataFormat?) {
    let keys = rows.prefix(FileKind.sampleRows).map(Self.keys)
    let kind = FileKind.detect(rows: keys)
    guard case .openData(let format)? = kind, wanted.formats.contains(format),
      format.isOf(wanted.years, keys)
    else { return (kind, nil) }
    return (kind, format)
  }

  private func read(_ rows: [Workbook.Row], _ name: String) -> Sheet {
    let (kind, found) = wantedFormat(of: rows)
    guard let format = found else { return Sheet(name: name, kind: kind, outcome: nil) }
    return Sheet(
      name: name, kind: kind,
      outcome: Result { () throws(OpenDataError) in try table(format, rows, name) })
  }

  /// The cells of a row from the first column on, as the recognition compares them.
  private static func keys(_ row: Workbook.Row) -> [String] {
    var keys: [String] = []
    for cell in row.cells {
      while keys.count < cell.column - 1 { keys.append("") }
      keys.append(TextFolding.key(SheetText.text(of: cell)))
    }
    return keys
  }

  private func table(
    _ format: OpenDataFormat, _ rows: [Workbook.Row], _ name: String
  ) throws(OpenDataError) -> OpenDataTable {
    switch format {
    case .residentRegistry: .registry(try read(rows, name, RegistryRows(document)))
    case .registryAges: .registryAges(try read(rows, name, RegistryAgeRows(document)))
    case .movers: .movers(try read(rows, name, MoverRows(document)))
    case .standardDataset: .standard(try read(rows, name, StandardRows(document)))
    case .estatJSON, .estatCSV, .estatWide:
      try .of(try read(rows, name, EStatRows(document)))
    case .ssdse: .ssdse(try read(rows, name, SSDSERows(document)))
    case .regionalProjection:
      .projection(try read(rows, name, RegionalProjectionRows(document)))
    }
  }

  private func read<Rows: RowAssembly>(
    _ sheet: [Workbook.Row], _ name: String, _ rows: Rows
  ) throws(OpenDataError) -> Rows.File {
    var rows = rows
    rows.diagnostics.sheet = name
    let width = sheet.reduce(0) { max($0, $1.cells.last?.column ?? 0) }
    // A cell far to the right would fill every row up to it.
    guard sheet.count * width <= Self.maximumCells else {
      throw OpenDataError(
        code: .unreadableFile, document: document,
        found: LocalizedText(
          ja: "シート「\(name)」は\(sheet.count)行×\(width)列で、大きすぎます",
          en: "the sheet '\(name)' has \(sheet.count) rows of \(width) columns, which is too large")
      )
    }
    var text = SheetText(width: width)
    for row in sheet { text.add(row, to: &rows) }
    return try text.finish(&rows)
  }
}

extension SheetTables {
  /// The one table that a reader of a file of one table takes: that of all residents, else the first.
  ///
  /// The other tables are named in its diagnostics.
  ///
  /// - Throws: ``OpenDataError``: what is wrong with the first sheet that has a table, or `wrong-format`.
  func table() throws(OpenDataError) -> OpenDataTable {
    var tables: [(name: String, table: OpenDataTable)] = []
    var failure: OpenDataError?
    for sheet in sheets {
      switch sheet.outcome {
      case .success(let table): tables.append((sheet.name, table))
      case .failure(let error): failure = failure ?? error
      case nil: break
      }
    }
    let chosen = tables.firstIndex { $0.table.countsAllResidents } ?? tables.indices.first
    guard let chosen else { throw failure ?? wrongFormat(expected: OpenDataFormat.allCases) }
    var others = tables
    others.remove(at: chosen)
    let failed = sheets.filter { if case .failure? = $0.outcome { true } else { false } }
    return tables[chosen].table.noting(
      otherSheets: others.map(\.name), damaged: failed.map(\.name), chosen: tables[chosen].name)
  }

  /// Says that no sheet has one of some formats, and which there are.
  func wrongFormat(expected: [OpenDataFormat]) -> OpenDataError {
    let names = sheets.map { sheet in
      let kind =
        sheet.kind?.name ?? LocalizedText(ja: "知らない形式", en: "a format that is not known")
      return LocalizedText(
        ja: "シート「\(sheet.name)」は\(kind.ja)", en: "the sheet '\(sheet.name)' is \(kind.en)")
    }
    return OpenDataError(
      code: .wrongFormat, document: document,
      expected: LocalizedText(
        ja: expected.map(\.name.ja).joined(separator: "、"),
        en: expected.map(\.name.en).joined(separator: "; ")),
      found: names.isEmpty
        ? LocalizedText(ja: "何もないブック", en: "a workbook without anything in it")
        : names.prefix(5).joined("、", "; "))
  }
}

extension OpenDataTable {
  /// Whether it is said to count foreign residents with the others.
  fileprivate var countsAllResidents: Bool {
    if case .registry(let registry) = self {
      return registry.definition.foreignResidents == .included
    }
    return false
  }

  /// The same table, which names the other sheets of its workbook.
  fileprivate func noting(
    otherSheets others: [String], damaged: [String], chosen: String
  ) -> OpenDataTable {
    guard !others.isEmpty || !damaged.isEmpty else { return self }
    var notes = DiagnosticList(file.document)
    notes.sheet = chosen
    if !others.isEmpty {
      notes.add(
        .warning, "other-sheets", line: 1, printed: others.joined(separator: ", "),
        ja: "シート「\(chosen)」を読みます。ほかの表のシート: \(others.joined(separator: "、"))",
        en:
          "the sheet '\(chosen)' is read; other sheets with a table: \(others.joined(separator: ", "))"
      )
    }
    if !damaged.isEmpty {
      notes.add(
        .warning, "unread-sheet", line: 1, printed: damaged.joined(separator: ", "),
        ja: "読めなかったシート: \(damaged.joined(separator: "、"))",
        en: "sheets that cannot be read: \(damaged.joined(separator: ", "))")
    }
    var table = self
    table.diagnostics += notes.all
    return table
  }
}
