import DocumentReading
import MunicipalModel

/// Reads the population of the progress report: the yearly table, the vision and the survey.
struct PopulationSection {
  private(set) var figures: [PopulationFigure] = []
  private(set) var definition: PopulationDefinition?
  private(set) var surveyResults: [SurveyResult] = []

  private static let area = Area.municipality(name: "苫小牧市")

  private let layout: PlanLayout

  /// - Parameter layout: which heading of the report means what.
  init(layout: PlanLayout) { self.layout = layout }

  /// Reads every part that the document has.
  mutating func read(in session: inout DocumentSession) {
    session.headings = []
    var line = 1
    while line <= session.document.lineCount {
      if session.isBlank(line) {
        line += 1
        continue
      }
      if session.isTableRow(line) {
        line = readTable(at: line, in: &session)
        continue
      }
      readStatement(at: line, in: &session)
      line += 1
    }
    if !figures.contains(where: { $0.item == .births }) {
      session.note(
        .warning, "no-population-table", at: session.cite(1), ja: "人口の表が見つかりません",
        en: "no table of the population was found")
    }
  }

  private mutating func readTable(at line: Int, in session: inout DocumentSession) -> Int {
    if let found = layout.populationLayout(at: line, in: session), session.isTableRow(line + 1) {
      let table = found.table(of: Self.area)
      if found.years == .below {
        figures += datedByNote(table.readYearsBelow(at: line, in: &session), below: line, &session)
      } else {
        let read = table.readYearsDown(at: line, in: &session)
        readDefinition(below: line, in: &session)
        figures += read + totals(of: read)
      }
      return (session.rowLines(below: line).last ?? line) + 1
    }
    var next = line
    while session.isTableRow(next) { next += 1 }
    return next
  }

  /// The heading says 総人口 and a note says that it is the population of 31 December: it is both.
  private func totals(of read: [PopulationFigure]) -> [PopulationFigure] {
    read.filter { $0.item == .yearEndPopulation }.map { figure in
      PopulationFigure(
        item: .totalPopulation, area: figure.area, period: figure.period,
        reading: figure.reading, citation: figure.citation)
    }
  }

  // MARK: Definition

  /// Reads the note that says on which day the population is counted and whether foreigners are.
  private mutating func readDefinition(below line: Int, in session: inout DocumentSession) {
    var stockDate = ""
    var foreigners = PopulationDefinition.ForeignResidents.notStated
    for number in line..<min(line + 20, session.document.lineCount + 1) {
      let key = session.key(number)
      guard key.hasPrefix("※人口") else { continue }
      var fragment = "※人口"
      if key.contains(word: "各年12月末") {
        stockDate = "12-31"
        fragment += " 各年12月末現在"
      }
      if key.contains(word: "外国人住民を含む") {
        foreigners = .included
        fragment += " （外国人住民を含む）"
      } else if key.contains(word: "外国人住民を除く") || key.contains(word: "日本人のみ") {
        foreigners = .excluded
        fragment += " （外国人住民を除く）"
      }
      session.keep(number, fragment: fragment)
    }
    definition = PopulationDefinition(
      stockDate: stockDate, foreignResidents: foreigners, otherChange: .apart, source: "住民基本台帳")
  }

  // MARK: The population vision

  /// The table says the year of 現在 only; ※令和5年10月末現在 below it says the day.
  private func datedByNote(
    _ read: [PopulationFigure], below line: Int, _ session: inout DocumentSession
  ) -> [PopulationFigure] {
    for number in session.filledLines(below: line + 2, count: 2) {
      var scanner = TextScanner(session.text(number))
      guard scanner.skip("※"), let period = try? Period.scan(&scanner), case .date = period else {
        continue
      }
      session.keep(number)
      return read.map {
        PopulationFigure(
          item: $0.item, basis: $0.basis, area: $0.area,
          period: $0.basis == .observed ? period : $0.period, reading: $0.reading,
          citation: $0.citation)
      }
    }
    return read
  }

  /// Lines outside tables that state a figure: the assumptions and the aims of the vision.
  private mutating func readStatement(at line: Int, in session: inout DocumentSession) {
    let key = session.key(line)
    if key.contains(word: "市民アンケート") { readSurvey(below: line, in: &session) }
    if key.contains(word: "⇒") {
      readAssumption("合計特殊出生率", .totalFertilityRate, at: line, in: &session)
      readAssumption("純移動を引き上げ", .netMigrationRate, at: line, in: &session)
    }
    if key.contains(word: "人口の純移動率が") || key.contains(word: "人口の純移動率-") {
      readObservedMigrationRate(at: line, in: &session)
    }
    if key.contains(word: "人を維持") { readAim(at: line, in: &session) }
  }

  /// 合計特殊出生率 1.51⇒1.80: from a value to another, by the year that the line before names.
  private mutating func readAssumption(
    _ word: String, _ item: PopulationItem, at line: Int, in session: inout DocumentSession
  ) {
    let text = session.text(line)
    var scanner = TextScanner(text)
    guard scanner.skip(past: word) else { return }
    _ = scanner.read { $0.decimalDigit == nil && $0 != "-" }
    let first = scanner.read { $0 != "⇒" }
    guard scanner.skip("⇒") else { return }
    let second = scanner.read { $0 != ")" }
    var until: Period?
    if let previous = (max(1, line - 2)..<line).last(where: { !session.isBlank($0) }) {
      var before = TextScanner(session.text(previous))
      if let period = try? Period.scan(&before), before.rest.hasPrefix("まで") {
        until = period
        session.keep(previous)
      }
    }
    let citation = session.cite(line)
    let values: [(String, PopulationFigure.Basis, Period?)] = [
      (first, .start, nil), (second, .assumption, until),
    ]
    for (value, basis, period) in values {
      let figure = session.figure(value, at: citation)
      figures.append(
        PopulationFigure(
          item: item, basis: basis, area: Self.area, period: period,
          reading: figure.reading, citation: citation))
    }
  }

  /// The net migration rate of a span of years, inside a sentence.
  private mutating func readObservedMigrationRate(
    at line: Int, in session: inout DocumentSession
  ) {
    var scanner = TextScanner(session.text(line))
    var span: Period?
    while !scanner.isAtEnd, span == nil {
      let start = scanner.position
      if let period = try? Period.scan(&scanner), case .span = period {
        span = period
      } else {
        scanner.position = start + 1
      }
    }
    guard let span, scanner.skip(past: "純移動率") else { return }
    _ = scanner.read { $0.decimalDigit == nil && $0 != "-" && $0 != "△" && $0 != "▲" }
    let printed =
      scanner.read { $0.decimalDigit != nil || "-△▲.".unicodeScalars.contains($0) } + "%"
    guard scanner.skip("%"), case .span(let first, let last) = span else { return }
    session.keep(
      line, fragment: "\(first.year)年～\(last.year)年 人口の純移動率\(printed)")
    let citation = session.document.citation(
      line: line, headings: session.headings, printed: printed)
    let figure = session.figure(printed, at: citation)
    figures.append(
      PopulationFigure(
        item: .netMigrationRate, area: Self.area, period: span, reading: figure.reading,
        citation: citation))
  }

  /// 令和22年（2040年）15万人を維持
  private mutating func readAim(at line: Int, in session: inout DocumentSession) {
    var scanner = TextScanner(session.text(line))
    while !scanner.isAtEnd {
      let start = scanner.position
      guard let period = try? Period.scan(&scanner), scanner.current?.decimalDigit != nil else {
        scanner.position = start + 1
        continue
      }
      let printed = scanner.read { $0 != "を" }
      guard scanner.skip("を維持") else { return }
      let citation = session.cite(line)
      let figure = session.figure(printed, at: citation)
      figures.append(
        PopulationFigure(
          item: .totalPopulation, basis: .assumption, area: Self.area, period: period,
          reading: figure.reading, citation: citation))
    }
  }

  // MARK: The survey

  /// Rows of question, answers and shares below the heading of a survey.
  private mutating func readSurvey(below line: Int, in session: inout DocumentSession) {
    session.keep(line)
    var scanner = TextScanner(session.text(line))
    var period: Period?
    while !scanner.isAtEnd, period == nil {
      let start = scanner.position
      period = try? Period.scan(&scanner)
      if period == nil { scanner.position = start + 1 }
    }
    let near = session.filledLines(below: line, count: 3)
    guard let first = near.first(where: { session.isTableRow($0) }) else { return }
    for row in [first] + session.rowLines(below: first) {
      readSurveyRow(row, period: period, in: &session)
    }
  }

  private mutating func readSurveyRow(
    _ line: Int, period: Period?, in session: inout DocumentSession
  ) {
    let cells = session.cells(line)
    guard cells.count == 3 else { return }
    let answers = cells[1].split(separator: " ").map(String.init)
    let question = session.cite(line, cell: 1).printed
    session.keep(line, cell: 2)
    let cited = session.cite(line, cell: 3)
    // The cell prints the shares of all answers, one behind the other.
    let quantities = cells[2].split(separator: " ").compactMap {
      session.figure(String($0), at: cited).reading.quantity
    }
    guard answers.count == quantities.count else {
      session.note(
        .error, "survey-answers-mismatch", at: cited,
        ja: "回答が\(answers.count)、割合が\(quantities.count)で対応しません",
        en: "\(answers.count) answers but \(quantities.count) shares")
      return
    }
    for (answer, quantity) in zip(answers, quantities) {
      surveyResults.append(
        SurveyResult(
          question: question, answer: answer,
          share: CitedReading(reading: .value(quantity), citation: cited),
          period: period))
    }
  }
}

extension TextScanner {
  /// Moves behind the next `word`, or stays and says that there is none.
  mutating func skip(past word: String) -> Bool {
    let start = position
    while !isAtEnd {
      if skip(word) { return true }
      position += 1
    }
    position = start
    return false
  }
}
