import DocumentReading
import MunicipalModel

/// Reads the population of the report: the yearly table, the vision's ages, and total fertility.
struct PopulationSection {
  private(set) var figures: [PopulationFigure] = []
  private(set) var definition: PopulationDefinition?

  private static let area = Area.municipality(name: "岩見沢市")

  private static let dynamics = PopulationTable(
    rules: [
      PopulationItemRule("自然増減率", .naturalChangeRate),
      PopulationItemRule("自然増減", .naturalChange),
      PopulationItemRule("社会増減率", .socialChangeRate),
      PopulationItemRule("社会増減", .socialChange),
      PopulationItemRule("出生", .births),
      PopulationItemRule("死亡", .deaths),
      PopulationItemRule("転入", .inMigrants),
      PopulationItemRule("転出", .outMigrants),
      PopulationItemRule("年末人口", .yearEndPopulation),
    ], area: area)

  private static let ages = PopulationTable(
    rules: [
      PopulationItemRule("年少人口", .youngPopulation),
      PopulationItemRule("生産年齢人口", .workingAgePopulation),
      PopulationItemRule("老年人口", .elderlyPopulation),
      PopulationItemRule("総人口", .totalPopulation),
    ], area: area)

  /// Reads every part that the document has.
  mutating func read(in session: inout DocumentSession) {
    var line = 1
    while line <= session.document.lineCount {
      if session.isTableRow(line), session.key(line).hasPrefix("区分") {
        line = readTable(at: line, in: &session)
      } else {
        if !session.isTableRow(line) { readAssumptions(at: line, in: &session) }
        line += 1
      }
    }
    if !figures.contains(where: { $0.item == .births }) {
      session.note(
        .warning, "no-population-table", at: session.cite(1), ja: "人口の表が見つかりません",
        en: "no table of the population was found")
    }
    markVision()
  }

  private mutating func readTable(at line: Int, in session: inout DocumentSession) -> Int {
    let rows = session.rowLines(below: line)
    let labels = rows.map { session.cells($0) }
    if labels.contains(where: { $0.contains { $0.hasPrefix("出生") } }) {
      readDynamics(heading: line, rows: rows, in: &session)
    } else if labels.first?.contains("人口") == true {
      readAges(heading: line, rows: rows, in: &session)
    } else if isFertilityTable(line, in: session) {
      readFertility(heading: line, rows: rows, in: &session)
    }
    return (rows.last ?? line) + 1
  }

  // MARK: The yearly table

  /// Years across; the first two cells of a row are the group and the item.
  private mutating func readDynamics(
    heading: Int, rows: [Int], in session: inout DocumentSession
  ) {
    session.keep(heading)
    var columns: [(cell: Int, period: Period, basis: PopulationFigure.Basis)] = []
    for (index, cell) in session.cells(heading).enumerated().dropFirst() where !cell.isEmpty {
      if let (period, basis) = Self.column(cell) {
        columns.append((index + 1, period, basis))
      } else {
        session.note(
          .warning, "unknown-column", at: session.cite(heading, cell: index + 1),
          ja: "見出し「\(cell)」の列は読んでいません",
          en: "the column headed \"\(cell)\" is not read")
      }
    }
    for line in rows {
      let cells = session.cells(line)
      let group = cells.first ?? ""
      let label = cells.count > 1 && !cells[1].isEmpty && !isFigure(cells[1]) ? cells[1] : group
      guard let item = Self.dynamics.item(label: label, group: group) else {
        session.note(
          .warning, "unknown-row", at: session.cite(line), ja: "「\(label)」の行は読んでいません",
          en: "the row \"\(label)\" is not read")
        continue
      }
      session.keep(line, cell: 1)
      session.keep(line, cell: 2)
      let second: PopulationItem? =
        label.contains(word: "合計特殊出生率") ? .totalFertilityRate : nil
      if cells.count < columns.map(\.cell).max() ?? 0 {
        session.note(
          .error, "truncated-row", at: session.cite(line),
          ja: "行に\(cells.count)個のセルしかありません", en: "a row of only \(cells.count) cells")
      }
      figures += Self.dynamics.readRow(
        line, item: item, secondItem: second, columns: columns.filter { $0.cell <= cells.count },
        in: &session)
    }
    readDefinition(above: heading, in: &session)
  }

  private func isFigure(_ text: String) -> Bool {
    !PrintedFigure(text).reading.quantities.isEmpty
  }

  /// 2015年, 2015～ 2019平均 or 2015年比 (2021).
  private static func column(_ heading: String) -> (Period, PopulationFigure.Basis)? {
    var scanner = TextScanner(TextFolding.key(heading))
    guard let period = try? Period.scan(&scanner, bareYear: .calendar) else { return nil }
    if scanner.skip("平均") { return (period, .average) }
    if scanner.skip("比") {
      _ = scanner.skip("(")
      guard let now = try? Period.scan(&scanner, bareYear: .calendar) else { return nil }
      return (.span(period, now), .changeFromBase)
    }
    return scanner.isAtEnd ? (period, .observed) : nil
  }

  private mutating func readDefinition(above line: Int, in session: inout DocumentSession) {
    var source = ""
    for number in session.filledLines(above: line, count: 3)
    where session.key(number).contains(word: "住民基本台帳") {
      session.keep(number)
      source = "住民基本台帳"
    }
    definition = PopulationDefinition(
      stockDate: "12-31", foreignResidents: .notStated, otherChange: .notStated, source: source)
  }

  // MARK: The ages of the vision

  /// 人口, 構成比 and （増減） below a year.
  private mutating func readAges(
    heading: Int, rows: [Int], in session: inout DocumentSession
  ) {
    guard let lower = rows.first else { return }
    session.keep(heading)
    session.keep(lower)
    let upper = session.cells(heading)
    let years = PopulationTable.carriedRight(upper)
    let labels = session.cells(lower)
    let base = figures.first { $0.item == .totalPopulation }?.period
    for line in rows.dropFirst() {
      let cells = session.cells(line)
      guard let item = Self.ages.item(label: cells.first ?? "", group: "") else { continue }
      session.keep(line, cell: 1)
      for index in 1..<cells.count {
        let label = labels.indices.contains(index) ? labels[index] : ""
        let top = upper.indices.contains(index) ? upper[index] : ""
        let heading = label.isEmpty ? top : label
        let year = heading == top ? years[max(0, index - 1)] : years[index]
        guard let period = try? Period(parsing: year, bareYear: .calendar) else { continue }
        var columnItem = item
        var columnPeriod = period
        var basis = PopulationFigure.Basis.observed
        if heading.contains(word: "構成比") { columnItem = item.share }
        if heading.contains(word: "増減") {
          guard let base else { continue }
          basis = .changeFromBase
          columnPeriod = .span(base, period)
        }
        figures += Self.ages.readRow(
          line, item: columnItem, columns: [(index + 1, columnPeriod, basis)], in: &session)
      }
    }
  }

  /// Ages of a year that is later than every counted year are the vision's.
  private mutating func markVision() {
    let counted = figures.filter { $0.item == .births && $0.basis == .observed }
      .compactMap { $0.period?.year }.max()
    guard let counted else { return }
    figures = figures.map { figure in
      guard figure.basis == .observed, let year = figure.period?.year, year > counted else {
        return figure
      }
      return PopulationFigure(
        item: figure.item, basis: .vision, area: figure.area, period: figure.period,
        reading: figure.reading, citation: figure.citation)
    }
  }

  // MARK: Fertility

  private func isFertilityTable(_ line: Int, in session: DocumentSession) -> Bool {
    session.filledLines(above: line, count: 2).contains {
      session.text($0).contains(word: "合計特殊出生率")
    }
  }

  /// 国, the prefecture and the city down; years across.
  private mutating func readFertility(
    heading: Int, rows: [Int], in session: inout DocumentSession
  ) {
    for number in session.filledLines(above: heading, count: 2)
    where session.text(number).contains(word: "合計特殊出生率") {
      session.keep(number)
    }
    session.keep(heading)
    var columns: [(cell: Int, period: Period, basis: PopulationFigure.Basis)] = []
    for (index, cell) in session.cells(heading).enumerated().dropFirst() {
      if let period = try? Period(parsing: cell, bareYear: .calendar) {
        columns.append((index + 1, period, .observed))
      }
    }
    for line in rows {
      let cells = session.cells(line)
      session.keep(line, cell: 1)
      let area: Area =
        switch cells.first ?? "" {
        case "国", "全国": .japan
        case "道", "北海道": .prefecture(name: "北海道")
        default: Self.area
        }
      figures += PopulationTable(rules: [], area: area).readRow(
        line, item: .totalFertilityRate, columns: columns.filter { $0.cell <= cells.count },
        in: &session)
    }
  }

  // MARK: The assumptions of the vision

  /// 2014年：1.27 → 2045年：1.80（…） → 2065年以降：2.07（…), below its name.
  private mutating func readAssumptions(at line: Int, in session: inout DocumentSession) {
    let text = session.text(line)
    guard text.contains(word: "→"), text.contains(word: "：") || text.contains(word: ":"), line > 1,
      let name = session.filledLines(above: line, count: 1).first
    else { return }
    let item: PopulationItem
    switch session.key(name) {
    case "合計特殊出生率": item = .totalFertilityRate
    case "社会増減": item = .netOutMigration
    default: return
    }
    session.keep(name)
    let citation = session.cite(line)
    for (index, part) in text.split(separator: "→").enumerated() {
      var scanner = TextScanner(TextFolding.trimmed(part))
      guard let period = try? Period.scan(&scanner, bareYear: .calendar) else { continue }
      _ = scanner.skip("以降")
      guard scanner.skip(":") else { continue }
      let printed = TextFolding.trimmed(scanner.rest)
      figures.append(
        PopulationFigure(
          item: item, basis: index == 0 ? .start : .assumption, area: Self.area, period: period,
          reading: Self.assumption(printed), citation: citation))
    }
  }

  /// A number where the part begins with one; otherwise its words, such as 転出超過を2014年の1/2.
  private static func assumption(_ printed: String) -> Reading {
    var number = printed
    for word in ["転出超過", "転入超過"] where number.hasSuffix(word) {
      number.removeLast(word.count)
    }
    let figure = PrintedFigure(number)
    return figure.reading.quantity.map { .value($0) } ?? .label(printed)
  }
}
