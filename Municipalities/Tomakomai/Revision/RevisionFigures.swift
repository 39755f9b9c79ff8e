import DocumentReading
import MunicipalModel

/// The figures of one indicator: 基準値（平成30年度）：46人　実績値（令和3年度）：累計45人　目標値…
///
/// The line may be wrapped, even inside a figure; the next lines belong to it until a blank one.
struct RevisionFigures {
  private struct Field {
    let label: String
    let period: Period?
    let value: String
    let line: Int
  }

  private let fields: [Field]
  private let lines: ClosedRange<Int>
  private let notes: [Int]
  /// The line after the figures and their notes.
  let endLine: Int

  /// Reads the figures that begin at a line, or `nil` if none do.
  init?(at line: Int, last: Int, in session: DocumentSession) {
    let start = Self.withoutBullet(session.key(line))
    guard Self.labels.contains(where: start.begins) else { return nil }
    var text = ""
    var origins: [Int] = []
    var end = line
    while end <= last, !session.isBlank(end), !session.key(end).begins(with: "※"),
      !session.key(end).begins(with: "指標名"), !session.key(end).begins(with: "事業名")
    {
      // Indented or not, a line that is joined begins where the one before it ended.
      let part = session.text(end)
      text += part
      origins += Array(repeating: end, count: part.unicodeScalars.count)
      end += 1
    }
    lines = line...max(line, end - 1)
    var notes: [Int] = []
    var next = end
    while next <= last, next - end < 6 {
      if session.key(next).begins(with: "※") {
        notes.append(next)
      } else if !session.isBlank(next), notes.isEmpty || session.key(next).begins(with: "指標名") {
        break
      } else if session.isBlank(next), !notes.isEmpty {
        break
      }
      next += 1
    }
    self.notes = notes
    endLine = end
    fields = Self.fields(in: text, origins: origins)
  }

  private static let labels = ["基準値", "実績値", "中間目標値", "中間値", "目標値"]

  private static func withoutBullet(_ key: String) -> String {
    String(key.drop { "・●○■□-*".contains($0) })
  }

  /// Splits at the labels, each with a period in brackets, an optional ※ and a colon.
  private static func fields(in text: String, origins: [Int]) -> [Field] {
    var scanner = TextScanner(text)
    var starts: [(label: String, period: Period?, begin: Int, value: Int)] = []
    while !scanner.isAtEnd {
      let begin = scanner.position
      guard let label = scanner.skip(anyOf: labels), let period = scanPeriod(&scanner) else {
        scanner.position = begin + 1
        continue
      }
      starts.append((label, period.value, begin, scanner.position))
    }
    return starts.indices.map { index in
      let start = starts[index]
      let end = index + 1 < starts.count ? starts[index + 1].begin : scanner.scalars.count
      let line = origins.indices.contains(start.begin) ? origins[start.begin] : 0
      return Field(
        label: start.label, period: start.period,
        value: TextFolding.trimmed(scanner.original(start.value..<end)),
        line: line)
    }
  }

  private struct Parsed { let value: Period? }

  /// （平成30年度）※：, also with the ※ inside the brackets, a lost bracket or a semicolon.
  private static func scanPeriod(_ scanner: inout TextScanner) -> Parsed? {
    scanner.skipSpaces()
    var period: Period?
    _ = scanner.skip("※")
    if scanner.skip("(") {
      _ = scanner.skip("※")
      // What goes on behind a colon is the next figure, and no part of the time.
      let inner = scanner.read { $0 != ")" && $0 != ":" && $0 != ";" }
      _ = scanner.skip(")")
      period = try? Period(parsing: inner)
    }
    scanner.skipSpaces()
    _ = scanner.skip("※")
    scanner.skipSpaces()
    guard scanner.skip(anyOf: [":", ";"]) != nil else { return nil }
    return Parsed(value: period)
  }

  /// Maps the figures. In the superseded edition 実績値 is the figure that the plan started from.
  func figures(
    unit: String, edition: Plan.Edition, in session: inout DocumentSession
  ) -> [IndicatorFigure] {
    for line in lines { session.keep(line) }
    let circumstances = readNotes(in: &session)
    return fields.map { field in
      let role: IndicatorFigure.Role =
        switch field.label {
        case "基準値": .baseline
        case "目標値": .target
        case "中間目標値", "中間値": .interimTarget
        default: edition == .current ? .actual : .baseline
        }
      let citation = session.cite(field.line, printed: field.value)
      let figure = session.figure(field.value, unit: unit, at: citation)
      let circumstance = circumstances.first {
        $0.label == field.label && ($0.period == nil || $0.period == field.period)
      }
      return IndicatorFigure(
        role: role, period: field.period, reading: figure.reading,
        accumulation: figure.accumulation ?? .single, circumstance: circumstance?.circumstance,
        remark: figure.remark, citation: citation)
    }
  }

  /// ※実績値（令和3年度）： and a sentence that says why the figure is what it is.
  private func readNotes(
    in session: inout DocumentSession
  ) -> [(label: String, period: Period?, circumstance: IndicatorFigure.Circumstance)] {
    var result: [(label: String, period: Period?, circumstance: IndicatorFigure.Circumstance)] = []
    for line in notes {
      var text = session.text(line)
      if !session.isBlank(line + 1), !session.key(line + 1).begins(with: "※") {
        text += session.text(line + 1)
      }
      let words: [(String, IndicatorFigure.Circumstance)] = [
        ("オンライン開催", .movedOnline), ("運休", .suspended), ("中止", .cancelled),
      ]
      guard let (word, circumstance) = words.first(where: { text.contains($0.0) }) else { continue }
      var scanner = TextScanner(text)
      _ = scanner.skip("※")
      guard let label = scanner.skip(anyOf: Self.labels) else { continue }
      let period = Self.notePeriod(&scanner)
      session.keep(line, fragment: "※\(label)\(period.map { "（\($0.label.ja)）" } ?? "")：\(word)")
      result.append((label, period, circumstance))
    }
    return result
  }

  private static func notePeriod(_ scanner: inout TextScanner) -> Period? {
    guard scanner.skip("(") else { return nil }
    let inner = scanner.read { $0 != ")" }
    return try? Period(parsing: inner)
  }
}
