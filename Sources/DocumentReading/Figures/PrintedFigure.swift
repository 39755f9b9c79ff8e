public import MunicipalModel

/// A figure read from a printed cell: what it says, over which time it counts, and what is odd.
///
/// It reads `累計148人`, `45.5%`, `100％（6隊）`, `△1 037`, `1,498千円`, `32億4,046万円`,
/// `20人/年 (毎年度実績)`, `5年間で100人`, `12人（H27～R1）`, `3世帯9人`, `(79.12歳)` and the marks `—`, `⇒`,
/// `調査なし`, `未公表`, `(算定中)`. A state in words, such as `策定済` or `○`, is a label. Words such as `現状維持`
/// and a range such as `20～30人` are no value, and neither is a figure that cannot be read; nothing is guessed.
public struct PrintedFigure: Hashable, Sendable {
  /// The exact text of the cell.
  public let printed: String
  /// What it says.
  public let reading: Reading
  /// Over which time the figure counts, if the cell says so.
  public let accumulation: Accumulation?
  /// The time that the figure belongs to, if the cell says so: 46人（H30）, 12人（H27～R1）.
  public let period: Period?
  /// Words of the cell that are no part of the figure, such as 見込, or all of them where it has no figure.
  public let remark: String
  /// What is odd about it.
  public let issues: [PrintedFigure.Issue]

  /// Reads a printed cell. It never fails: what cannot be read is said in ``issues``.
  ///
  /// - Parameters:
  ///   - printed: the text of the cell.
  ///   - unit: the unit of a number that prints none, from the heading or the indicator's name.
  ///   - grouping: how the figures around the cell group their digits. A cell alone cannot tell whether
  ///     `80 100` is one figure.
  public init(
    _ printed: some StringProtocol, unit: String = "",
    grouping: PrintedFigure.DigitGrouping = .commas
  ) {
    self.printed = String(printed)
    let trimmed = TextFolding.trimmed(printed)
    let text = FigureMarks.withoutMovement(trimmed)
    do throws(FigureNumber.Failure) {
      let (reading, parser) = try Self.read(text, unit: unit, grouping: grouping)
      self.reading = reading
      accumulation = parser?.accumulation
      period = parser?.period
      remark = parser?.remarks.joined(separator: " ") ?? ""
      issues =
        (text == trimmed ? [] : [.movementArrow(trimmed)]) + (parser?.issues ?? [])
        + FigureDoubts.issues(of: parser?.remarks ?? [], beside: reading)
    } catch {
      reading = .missing(error.reason)
      accumulation = nil
      period = nil
      // The words themselves are not lost.
      remark = error.reason == .inWords ? text : ""
      issues = [PrintedFigure.Issue(error, in: text)]
    }
  }

  /// Why a cell has no figure, if all of it is a mark that says so.
  static func mark(in printed: String) -> MissingReason? {
    let text = TextFolding.trimmed(printed)
    guard text.utf8.count <= maximumLength else { return nil }
    return FigureMarks.reason(for: TextFolding.key(text))
  }

  /// Reads a mark, a figure, or words in place of one.
  ///
  /// - Returns: what the cell says, and the parser with what stands beside the figure.
  private static func read(
    _ text: String, unit: String, grouping: PrintedFigure.DigitGrouping
  ) throws(FigureNumber.Failure) -> (Reading, FigureParser?) {
    guard text.utf8.count <= maximumLength else { throw .notANumber }
    let key = TextFolding.key(text)
    if let reason = FigureMarks.reason(for: key) { return (.missing(reason), nil) }
    var parser = FigureParser(text, unit: unit, grouping: grouping)
    do throws(FigureNumber.Failure) {
      return (try parser.parse(), parser)
    } catch {
      guard error == .notANumber else { throw error }
      if let kept = FigureWords.keptLevel(text) {
        var parser = FigureParser(kept.level, unit: unit, grouping: grouping)
        if let reading = try? parser.parse(), let level = reading.quantity,
          level.unit.isEmpty || MeasureUnit.isUnit(level.unit)
        {
          parser.remarks.append(kept.words)
          return (reading, parser)
        }
      }
      if StateWords.areState(key) { return (.label(text), nil) }
      throw FigureWords.areTarget(key) ? .words : error
    }
  }

  /// The longest cell that is read as a figure, in bytes. What is longer is prose.
  private static let maximumLength = 500
}
