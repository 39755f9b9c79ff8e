import MunicipalModel

/// Puts the columns of a table together, value by value.
struct EStatBuilder {
  let document: DocumentID
  var diagnostics: DiagnosticList
  var information = EStatInformation()
  private(set) var dimensions: [EStatDimension] = []
  private var positions: [[String: UInt32]] = []
  private(set) var columns = EStatColumns()
  private var last: [UInt32] = []

  init(_ document: DocumentID) {
    self.document = document
    diagnostics = DiagnosticList(document)
  }

  /// Adds a dimension; of two with the same id the first is kept.
  ///
  /// - Returns: whether the dimension is a new one.
  @discardableResult
  mutating func add(_ dimension: EStatDimension, line: Int, cell: Int? = nil) -> Bool {
    guard !dimensions.contains(where: { $0.id == dimension.id }) else {
      diagnostics.add(
        .warning, "doubled-column", line: line, cell: cell, printed: dimension.id,
        ja: "同じ軸が二つあり、初めのものを読みます",
        en: "a second dimension of the same id; the first is read")
      return false
    }
    dimensions.append(dimension)
    var own: [String: UInt32] = [:]
    for (index, item) in dimension.classes.enumerated() where own[item.code] == nil {
      own[item.code] = UInt32(index)
    }
    positions.append(own)
    columns.codes.append([])
    last.append(0)
    return true
  }

  /// Notes that there are more or fewer values than the table announces.
  mutating func checkCount(_ count: Int, line: Int) {
    guard let first = information.fromNumber, let last = information.toNumber,
      last.subtractingReportingOverflow(first) != (count - 1, false)
    else { return }
    diagnostics.add(
      .error, "wrong-value-count", line: line, printed: "\(count)",
      ja: "値は\(first)から\(last)までとありますが\(count)個です",
      en: "values \(first) to \(last) are announced, but there are \(count)")
  }

  /// The position of a code, which becomes a class if it is new.
  mutating func position(of code: String, in dimension: Int, name: () -> String) -> UInt32 {
    if let position = positions[dimension][code] { return position }
    let position = UInt32(dimensions[dimension].classes.count)
    dimensions[dimension].classes.append(EStatDimension.Class(code: code, name: name()))
    positions[dimension][code] = position
    return position
  }

  /// The position of a code given in bytes; most often it is that of the value before.
  mutating func position(
    of code: ArraySlice<UInt8>, in dimension: Int, name: () -> String
  ) -> UInt32 {
    let before = Int(last[dimension])
    let classes = dimensions[dimension].classes
    if before < classes.count, classes[before].code.utf8.elementsEqual(code) {
      return UInt32(before)
    }
    let found = position(
      of: String(decoding: code, as: UTF8.self), in: dimension, name: name)
    last[dimension] = found
    return found
  }

  /// Adds a value; the codes are positions in the order of the dimensions.
  mutating func add(
    _ codes: [UInt32], _ printed: ArraySlice<UInt8>, unit: UInt16, annotation: String, line: Int,
    cell: Int
  ) {
    for (dimension, code) in codes.enumerated() { columns.codes[dimension].append(code) }
    columns.unitIndices.append(unit)
    columns.lines.append(line)
    columns.cells.append(cell)
    let index = columns.values.count
    if !annotation.isEmpty { columns.annotations[index] = annotation }
    if let value = PrintedCount.decimal(printed) {
      columns.values.append(value)
      return
    }
    columns.values.append(ExactDecimal(0))
    let text = String(decoding: printed, as: UTF8.self)
    let reading = Self.reading(printed, text, note: information.notes[text])
    columns.marks[index] = text
    columns.exceptions[index] = reading
    if reading == .missing(.unreadable) {
      diagnostics.add(
        .error, "unreadable-cell", line: line, cell: cell, printed: text,
        ja: "値を読めません", en: "the value cannot be read")
    }
  }

  /// Says that the values to come are those of another table.
  mutating func beginPage(_ page: EStatTable) {
    let first = columns.values.count
    columns.pages += page.columns.pages.map {
      EStatColumns.Page(first: first + $0.first, document: $0.document)
    }
    if page.columns.pages.isEmpty {
      columns.pages.append(EStatColumns.Page(first: first, document: page.document))
    }
  }

  mutating func unitIndex(_ unit: String) -> UInt16 { columns.unitIndex(unit) }

  mutating func reserve(_ count: Int) { columns.values.reserveCapacity(count) }

  /// What a mark means is what the table's NOTE says of it; else what the mark means everywhere.
  private static func reading(
    _ bytes: ArraySlice<UInt8>, _ text: String, note: String?
  ) -> Reading {
    if let note {
      if note.contains("秘匿") || note.contains("秘とく") { return .missing(.withheld) }
      if note.contains("調査") && note.contains("しない") { return .missing(.notSurveyed) }
      if note.contains("該当") { return .missing(.notApplicable) }
      return .missing(.notAvailable)
    }
    let reading = PrintedCount.reading(bytes)
    // Unlike in other statistics, asterisks do not say why there is no figure.
    return text.allSatisfy { $0 == "*" } && !text.isEmpty ? .missing(.notAvailable) : reading
  }

  func table(encoding: TextEncoding) -> EStatTable {
    EStatTable(
      document: document, encoding: encoding, diagnostics: diagnostics.all,
      information: information, dimensions: dimensions, columns: columns)
  }
}

/// Reads either form: what begins with a brace is JSON.
struct EStatAssembly: OpenDataAssembly {
  let document: DocumentID
  private let encoding: TextEncoding?
  private var waiting: [UInt8] = []
  private var json: (decoder: TextDecoder, text: [UInt8])?
  private var csv: TableAssembly<EStatRows>?

  init(_ document: DocumentID, _ encoding: TextEncoding?) {
    self.document = document
    self.encoding = encoding
  }

  mutating func append(_ chunk: [UInt8]) {
    if csv != nil {
      csv?.append(chunk)
    } else if json != nil {
      let text = json?.decoder.decode(chunk) ?? []
      json?.text += text
    } else {
      waiting += chunk
      // The mark of the encoding and blanks may stand before the brace; UTF-16 has zeros.
      let blank: Set<UInt8> = [0x20, 0x0A, 0x0D, 0x09, 0xEF, 0xBB, 0xBF, 0xFE, 0xFF, 0]
      guard let first = waiting.first(where: { !blank.contains($0) }) else { return }
      let bytes = waiting
      waiting = []
      if first == UInt8(ascii: "{") {
        json = (TextDecoder(encoding), [])
      } else {
        csv = TableAssembly(EStatRows(document), encoding: encoding)
      }
      append(bytes)
    }
  }

  mutating func finish() throws(OpenDataError) -> EStatTable {
    if json != nil {
      let text = json?.decoder.finish() ?? []
      json?.text += text
      guard let json else { throw OpenDataError(code: .empty, document: document) }
      do throws(OpenDataError) {
        return try EStatJSON.table(json.text, document: document, decoder: json.decoder)
      } catch {
        // Bytes that are no text may well be what is wrong with it.
        var diagnostics = DiagnosticList(document)
        diagnostics.add(json.decoder)
        throw error.with(diagnostics.all)
      }
    }
    guard csv != nil, let table = try csv?.finish() else {
      throw OpenDataError(code: .empty, document: document)
    }
    return table
  }
}
