import DocumentReading
import MunicipalModel

/// Reads the population of the report: the yearly table, the vision's ages, and total fertility.
struct PopulationSection {
  private(set) var figures: [PopulationFigure] = []
  private(set) var definition: PopulationDefinition?

  private static let area = Area.municipality(name: "岩見沢市")

  private let layout: PlanLayout

  /// - Parameter layout: which heading of the report means what.
  init(layout: PlanLayout) { self.layout = layout }

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
    if let table = layout.populationLayout(at: line, in: session)?.table(of: Self.area) {
      if rows.first.map({ session.cells($0).contains("人口") }) == true {
        readAges(table, heading: line, rows: rows, in: &session)
      } else {
        figures += table.readYearsAcross(at: line, in: &session)
        readDefinition(above: line, in: &session)
      }
    } else if isFertilityTable(line, in: session) {
      readFertility(heading: line, rows: rows, in: &session)
    }
    return (rows.last ?? line) + 1
  }

  // MARK: The yearly table

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
    _ table: PopulationTable, heading: Int, rows: [Int], in session: inout DocumentSession
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
      guard let item = table.item(label: cells.first ?? "", group: "") else { continue }
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
        figures += table.readRow(
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
