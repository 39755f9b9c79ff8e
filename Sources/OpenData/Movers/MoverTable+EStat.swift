import MunicipalModel

extension EStatTable {
  /// Whether the table is of 住民基本台帳人口移動報告 by age: its items are in- or out-migrants.
  var isOfMovers: Bool {
    !isOfFlows && dimensions.contains { $0.isAge || $0.name.contains("年齢") }
      && dimensions.contains { dimension in
        dimension.classes.contains { MoverRows.measure($0.name) != nil }
      }
  }
}

extension MoverTable {
  /// Takes the movers of a table with one value a row, as the API of e-Stat gives it.
  ///
  /// - Throws: ``OpenDataError`` with `missing-column` if a dimension is missing, or `no-rows`.
  init(_ table: EStatTable) throws(OpenDataError) {
    var reader = try EStatMovers(table)
    reader.read()
    guard !reader.rows.isEmpty else {
      throw OpenDataError(
        code: .noRows, document: table.document, diagnostics: reader.diagnostics.all)
    }
    self.init(
      document: table.document, encoding: table.encoding,
      diagnostics: table.diagnostics + reader.diagnostics.all, rows: reader.rows,
      sheet: table.sheet)
  }
}

/// Puts the values of a table together to rows of movers.
private struct EStatMovers {
  private let table: EStatTable
  private(set) var diagnostics: DiagnosticList
  private(set) var rows: [MoverTable.Row] = []
  private let item: Int
  private let age: Int
  private let sex: Int?
  private let area: Int
  private let time: Int
  private let nationality: Int?
  private let labels: [MoverColumns.Age?]
  private let sexes: [Sex?]

  init(_ table: EStatTable) throws(OpenDataError) {
    self.table = table
    diagnostics = DiagnosticList(table.document)
    diagnostics.sheet = table.sheet
    let dimensions = table.dimensions
    let item = dimensions.firstIndex { dimension in
      dimension.classes.contains { MoverRows.measure($0.name) != nil }
    }
    guard let item, let age = dimensions.firstIndex(where: { $0.isAge || $0.name.contains("年齢") }),
      let area = dimensions.firstIndex(where: { $0.id == "area" }),
      let time = dimensions.firstIndex(where: { $0.id == "time" })
    else {
      throw OpenDataError(
        code: .missingColumn, document: table.document,
        expected: LocalizedText(
          ja: "表章項目、年齢、地域、時間軸", en: "dimensions of items, ages, areas and times"))
    }
    self.item = item
    self.age = age
    self.area = area
    self.time = time
    sex = dimensions.firstIndex { $0.isSex }
    nationality = dimensions.firstIndex { $0.name.contains("国籍") }
    labels = dimensions[age].classes.map { MoverColumns.age($0.name) }
    sexes = sex.map { dimensions[$0].classes.map { Sex(printed: $0.name) } } ?? []
  }

  /// What the values of a row share.
  private struct Key: Hashable {
    let codes: [UInt32]
  }

  mutating func read() {
    noteUnknownAges()
    var order: [Key] = []
    var values: [Key: [Int]] = [:]
    for index in table.columns.values.indices {
      // Whatever else tells values apart, makes another row.
      let codes = table.dimensions.indices.map { dimension in
        dimension == age || dimension == sex ? 0 : table.columns.codes[dimension][index]
      }
      let key = Key(codes: codes)
      if values[key] == nil { order.append(key) }
      values[key, default: []].append(index)
    }
    for key in order { addRow(values[key] ?? [], key) }
  }

  private mutating func noteUnknownAges() {
    for (position, item) in table.dimensions[age].classes.enumerated() where labels[position] == nil
    {
      guard let first = table.columns.codes[age].firstIndex(of: UInt32(position)),
        let citation = table.value(at: first)?.citation
      else { continue }
      diagnostics.add(
        .info, "unknown-column", at: citation, ja: "知らない年齢「\(item.name)」の値は読みません",
        en: "figures of \(item.name), which is no known age, are not read")
    }
  }

  private func name(_ dimension: Int, _ key: Key) -> String {
    let classes = table.dimensions[dimension].classes
    let position = Int(key.codes[dimension])
    return classes.indices.contains(position) ? classes[position].name : ""
  }

  private mutating func addRow(_ indices: [Int], _ key: Key) {
    guard let first = indices.first, let citation = table.value(at: first)?.citation else { return }
    let areaClass = table.dimensions[area].classes[Int(key.codes[area])]
    guard let statisticalArea = table.statisticalArea(areaClass) else {
      diagnostics.add(
        .error, "unreadable-code", at: citation,
        ja: "地域のコード「\(areaClass.code)」（\(areaClass.name)）が正しくないため、値を使いません",
        en:
          "\(areaClass.code) (\(areaClass.name)) is not the code of an area; its figures are not used"
      )
      return
    }
    let itemName = TextFolding.trimmed(name(item, key))
    guard let measure = MoverRows.measure(itemName) else { return }
    let timeClass = table.dimensions[time].classes[Int(key.codes[time])]
    let period = EStatTime.period(code: timeClass.code, name: timeClass.name)
    if period == nil {
      diagnostics.add(
        .error, "unreadable-time", at: citation, ja: "時間軸のコードを読めません",
        en: "the code of the time cannot be read")
    }
    let ages = groups(of: indices)
    let missing = AgeGroup.missing(from: ages)
    var figures = MoverFigures(groups: ages, isComplete: missing.isEmpty)
    for index in indices { add(index, measure, to: &figures) }
    diagnostics.addMissingAges(missing, line: citation.line)
    rows.append(
      figures.row(
        area: statisticalArea, measure: measure, item: itemName,
        nationality: nationality.map { MoverTable.Row.Nationality(printed: name($0, key)) }
          ?? .other(""),
        period: period, line: citation.line, diagnostics: &diagnostics))
  }

  /// The finest groups of ages that a row has.
  private func groups(of indices: [Int]) -> [AgeGroup] {
    AgeGroup.finest(
      Set(indices.map { table.columns.codes[age][$0] }).compactMap { position in
        if case .label(.group(let group))? = labels[Int(position)] { group } else { nil }
      })
  }

  private mutating func add(_ index: Int, _ measure: AgeMeasure, to figures: inout MoverFigures) {
    guard let label = labels[Int(table.columns.codes[age][index])],
      let value = table.value(at: index)
    else { return }
    let sex = sex.flatMap { sexes[Int(table.columns.codes[$0][index])] } ?? .both
    let unit = table.unit(at: index)
    var count: Int?
    if case .missing(.notApplicable) = value.reading {
      count = 0  // A dash stands for no mover in the tables of 統計局.
    } else if unit.isEmpty || unit == "人" {
      count = value.reading.persons(isBalance: measure.isBalance)
    }
    guard let count else {
      let isMark =
        if case .missing(let reason) = value.reading { reason != .unreadable } else { false }
      diagnostics.add(
        isMark ? .info : .error, isMark ? "no-figure" : "unreadable-cell", at: value.citation,
        ja: isMark ? "値のないセルです" : "人数を読めません",
        en: isMark ? "the cell has no figure" : "not a number of persons")
      if label != .originNotReported { figures.isComplete = false }
      return
    }
    let cell = value.citation
    figures.add(count, sex, label, cell: (cell.line, cell.cell, cell.printed), citation: cell)
  }
}
