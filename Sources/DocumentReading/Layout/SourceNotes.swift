import MunicipalModel

/// Reads the notes below a table that say where the figures of numbered indicators come from:
/// ①②住民基本台帳人口 (基準値: 2018年、目標値: 計画期間終了時点).
struct SourceNotes {
  struct Note {
    /// The statistic.
    var source = ""
    /// The period of the baseline.
    var baseline: Period?
    /// Over which time the baseline counts.
    var baselineAccumulation: Accumulation?
    /// Over which time the target counts.
    var targetAccumulation: Accumulation?
  }

  /// The notes by the circled numbers of the indicators.
  private(set) var byNumber: [Int: Note] = [:]
  /// The year that figures given for reference belong to.
  private(set) var referencePeriod: Period?

  /// Reads the notes from a line on, up to the next heading or table.
  ///
  /// - Parameter line: the line below a table.
  init(below line: Int, in session: inout DocumentSession) {
    var line = line
    while line <= session.document.lineCount, !session.isTableRow(line),
      !session.text(line).hasPrefix("【"), !session.text(line).hasPrefix("(")
    {
      read(line, in: &session)
      line += 1
    }
  }

  private mutating func read(_ line: Int, in session: inout DocumentSession) {
    let text = session.text(line)
    var scanner = TextScanner(text)
    var numbers: [Int] = []
    while let number = scanner.current?.circledNumber {
      numbers.append(number)
      scanner.position += 1
    }
    if !numbers.isEmpty {
      let note = Self.note(&scanner)
      for number in numbers { byNumber[number] = note }
      session.keep(line)
    } else if scanner.skip("※実績") {
      readReferencePeriod(&scanner, at: line, in: &session)
    }
  }

  private static func note(_ scanner: inout TextScanner) -> Note {
    var note = Note()
    note.source = TextFolding.trimmed(scanner.read { $0 != "(" })
    guard scanner.skip("(") else { return note }
    while !scanner.isAtEnd, scanner.current != ")" {
      scanner.skipSpaces()
      let label = scanner.read { $0 != ":" && $0 != "、" && $0 != ")" }
      guard scanner.skip(":") else {
        scanner.position += 1
        continue
      }
      scanner.skipSpaces()
      if label.hasPrefix("基準値") { note.baseline = try? Period.scan(&scanner) }
      let words = scanner.read { $0 != "、" && $0 != ")" }
      if label.hasPrefix("基準値"), words.hasPrefix("平均") { note.baselineAccumulation = .average }
      if label.hasPrefix("目標値") {
        if words.contains(word: "終了時") { note.targetAccumulation = .atPlanEnd }
        if words.contains(word: "最新の実績") { note.targetAccumulation = .latest }
      }
      _ = scanner.skip("、")
    }
    return note
  }

  /// ※実績は…2018年度数値を参考に記載: the year of the figures in brackets.
  private mutating func readReferencePeriod(
    _ scanner: inout TextScanner, at line: Int, in session: inout DocumentSession
  ) {
    while !scanner.isAtEnd {
      let start = scanner.position
      if let period = try? Period.scan(&scanner), scanner.skip("数値を参考") {
        referencePeriod = period
        session.keep(line, fragment: "※実績 \(period.label.ja)数値を参考")
        return
      }
      scanner.position = start + 1
    }
  }

  /// The indicator with what the notes say of its source and its years.
  func complete(_ indicator: Indicator) -> Indicator {
    let number = IndicatorName(indicator.citation.printed).circledNumber
    let note = number.flatMap { byNumber[$0] } ?? Note()
    return Indicator(
      name: indicator.name, unit: indicator.unit, theme: indicator.theme,
      citation: indicator.citation, source: note.source, lifecycle: indicator.lifecycle,
      printedDirection: indicator.printedDirection, runningTotals: indicator.runningTotals,
      figures: indicator.figures.map { complete($0, note) })
  }

  /// Figures given for reference have a year of their own.
  private func complete(_ observation: IndicatorFigure, _ note: Note) -> IndicatorFigure {
    var period = observation.period
    var accumulation: Accumulation?
    switch observation.role {
    case .baseline:
      period = period ?? note.baseline
      accumulation = note.baselineAccumulation
    case .target: accumulation = note.targetAccumulation
    default: break
    }
    if case .reference = observation.reading { period = referencePeriod ?? period }
    return IndicatorFigure(
      role: observation.role, period: period, reading: observation.reading,
      accumulation: observation.accumulation == .single
        ? accumulation ?? .single : observation.accumulation,
      circumstance: observation.circumstance, remark: observation.remark,
      assumption: observation.assumption,
      citation: observation.citation)
  }
}

extension PlanNode {
  /// The node with what the notes below its last indicator say of its indicators.
  func withSourceNotes(in session: inout DocumentSession) -> Self {
    let lines = indicators.flatMap { [$0.citation] + $0.figures.map(\.citation) }.map(\.line)
    guard let last = lines.max() else { return self }
    let notes = SourceNotes(below: last + 1, in: &session)
    var node = self
    node.indicators = indicators.map(notes.complete)
    return node
  }
}
