public import MunicipalModel

/// A figure read from a printed cell: what it says, over which time it counts, and what is odd.
///
/// It reads `累計148人`, `45.5%`, `100％（6隊）`, `△1 037`, `1,498千円`, `32億4,046万円`,
/// `20人/年 (毎年度実績)`, `3世帯9人`, `(79.12歳)` and the marks `—`, `⇒`, `調査なし`, `未公表`, `(算定中)`.
/// A figure that cannot be read is no value; nothing is guessed.
public struct PrintedFigure: Hashable, Sendable {
  /// The exact text of the cell.
  public let printed: String
  /// What it says.
  public let reading: Reading
  /// Over which time the figure counts, if the cell says so.
  public let accumulation: Accumulation?
  /// Words of the cell that are no part of the figure, such as 見込.
  public let remark: String
  /// What is odd about it.
  public let issues: [FigureIssue]

  /// Reads a printed cell. It never fails: what cannot be read is said in ``issues``.
  ///
  /// - Parameters:
  ///   - printed: the text of the cell.
  ///   - unit: the unit of a number that prints none, from the heading or the indicator's name.
  public init(_ printed: some StringProtocol, unit: String = "") {
    self.printed = String(printed)
    let text = TextFolding.trimmed(printed)
    guard text.utf8.count <= Self.maximumLength else {
      reading = .missing(.unreadable)
      accumulation = nil
      remark = ""
      issues = [.unreadable(text)]
      return
    }
    let key = TextFolding.key(text)
    if let reason = FigureMarks.reason(for: key) {
      reading = .missing(reason)
      accumulation = nil
      remark = ""
      issues = []
      return
    }
    var parser = FigureParser(text, unit: unit)
    do {
      reading = try parser.parse()
      accumulation = parser.accumulation
      remark = parser.remarks.joined(separator: " ")
      issues = parser.issues
    } catch {
      reading = .missing(.unreadable)
      accumulation = nil
      remark = ""
      issues = [FigureIssue(error, in: text)]
    }
  }

  /// The longest cell that is read as a figure, in bytes. What is longer is prose.
  private static let maximumLength = 500
}

/// The hand-written parser behind ``PrintedFigure``.
private struct FigureParser {
  var scanner: TextScanner
  let defaultUnit: String
  var accumulation: Accumulation?
  var remarks: [String] = []
  var issues: [FigureIssue] = []

  init(_ text: some StringProtocol, unit: String) {
    scanner = TextScanner(TextFolding.trimmed(text))
    defaultUnit = unit
  }

  mutating func parse() throws(FigureNumber.Failure) -> Reading {
    if let inner = scanner.textInBrackets(wholeText: true) {
      scanner = TextScanner(inner)
      let quantities = try parseQuantities()
      guard let quantity = quantities.first, quantities.count == 1 else { throw .notANumber }
      return .reference(quantity)
    }
    let quantities = try parseQuantities()
    guard let quantity = quantities.first else { throw .notANumber }
    return quantities.count == 1 ? .value(quantity) : .several(quantities)
  }

  private mutating func parseQuantities() throws(FigureNumber.Failure) -> [Quantity] {
    var quantities: [Quantity] = []
    scanner.skipSpaces()
    while !scanner.isAtEnd {
      if scanner.current == "(" {
        if let other = parseBracket() { quantities.append(other) }
      } else if scanner.current == "※" || scanner.current == "*" {
        parseNoteMark()
      } else {
        quantities.append(try parseQuantity(isFirst: quantities.isEmpty))
      }
      scanner.skipSpaces()
    }
    return quantities
  }

  /// Prefix, sign, number, unit, bound: 累計148人, 約20件, △0.44P, 100人以上.
  private mutating func parseQuantity(isFirst: Bool) throws(FigureNumber.Failure) -> Quantity {
    var bound: Quantity.Bound?
    while let prefix = scanner.skip(anyOf: Self.prefixes) {
      switch prefix {
      case "累計", "累積": accumulation = .cumulative
      case "約", "およそ", "概ね", "おおむね": bound = .about
      default: remarks.append(prefix)
      }
      _ = scanner.skip(anyOf: [":", "で"])
      scanner.skipSpaces()
    }
    let sign = scanner.skip(anyOf: ["△", "▲", "-", "‐", "–", "—"])
    let isNegative = sign != nil
    // 5人 - 10人 is a range, not a number and a negative one.
    if !isFirst, isNegative, sign != "△", sign != "▲", scanner.current == " " {
      throw .notANumber
    }
    let hasPlus = !isNegative && scanner.skip("+")
    scanner.skipSpaces()
    let number = try FigureNumber.scan(&scanner)
    if let digits = number.misplacedGroups { issues.append(.malformedGrouping(digits)) }
    scanner.skipSpaces()
    var unit = number.magnitude
    // The magnitude of a compound has been looked at but not passed.
    if !unit.isEmpty { _ = scanner.skip(unit) }
    unit += try parseUnit()
    for (suffix, meaning) in Self.boundSuffixes where unit.hasSuffix(suffix) {
      unit.removeLast(suffix.count)
      bound = meaning
      break
    }
    return Quantity(
      isNegative ? -number.value : number.value, unit: unit.isEmpty ? defaultUnit : unit,
      bound: bound, isPrintedWithPlus: hasPlus)
  }

  private static let prefixes = [
    "累計", "累積", "延べ", "のべ", "約", "およそ", "概ね", "おおむね", "年間", "年平均", "平均", "年", "月", "全",
    "計", "各",
  ]

  private static let boundSuffixes: [(String, Quantity.Bound)] = [
    ("以上", .atLeast), ("以下", .atMost), ("未満", .below), ("超", .above), ("程度", .about),
    ("前後", .about),
  ]

  private mutating func parseUnit() throws(FigureNumber.Failure) -> String {
    var unit: [Unicode.Scalar] = []
    while let scalar = scanner.current, !Self.endsUnit(scalar) {
      // A digit belongs to the unit only after a letter: m2, CO2.
      if scalar.decimalDigit != nil, unit.last?.isASCII != true || unit.last == "%" { break }
      unit.append(scalar)
      scanner.position += 1
    }
    guard unit.isEmpty || MeasureUnit.isWellFormed(unit) else { throw .notANumber }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: unit)
    return String(view)
  }

  private static func endsUnit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "(", ")", "△", "▲", "※", "*": true
    default: false
    }
  }

  /// （5年間の合計）, （6隊） or a remark.
  private mutating func parseBracket() -> Quantity? {
    guard let inner = scanner.textInBrackets(wholeText: false) else {
      remarks.append(scanner.rest)
      scanner.position = scanner.scalars.count
      return nil
    }
    if let phrase = Self.accumulation(in: inner) {
      accumulation = phrase
      return nil
    }
    var parser = FigureParser(inner, unit: "")
    // Brackets within brackets are words, and a year or a month says when, not how much.
    if !parser.scanner.scalars.contains("("), let quantities = try? parser.parseQuantities(),
      quantities.count == 1, !quantities[0].unit.hasPrefix("年"),
      !quantities[0].unit.hasPrefix("月")
    {
      issues += parser.issues
      return quantities[0]
    }
    remarks.append(inner)
    return nil
  }

  private static func accumulation(in phrase: String) -> Accumulation? {
    for (words, accumulation) in phrases where words.contains(where: phrase.contains(word:)) {
      return accumulation
    }
    return nil
  }

  private static let phrases: [([String], Accumulation)] = [
    (["平均"], .average), (["合計", "累計", "累積"], .cumulative),
    (["毎年度", "毎年", "各年度", "単年度"], .yearly),
    (["計画終了", "計画期間終了", "計画最終年", "最終年度"], .atPlanEnd), (["最新の実績"], .latest),
  ]

  private mutating func parseNoteMark() {
    scanner.position += 1
    let digits = scanner.read { $0.decimalDigit != nil }
    remarks.append("※" + digits)
  }
}

extension TextScanner {
  /// The text in the round brackets that open here, or `nil` if they do not close.
  ///
  /// - Parameter wholeText: the brackets must also be the first and the last of the text.
  fileprivate mutating func textInBrackets(wholeText: Bool) -> String? {
    guard current == "(" else { return nil }
    var depth = 0
    for index in position..<scalars.count {
      if scalars[index] == "(" { depth += 1 }
      if scalars[index] == ")" { depth -= 1 }
      guard depth == 0 else { continue }
      if wholeText, index != scalars.count - 1 { return nil }
      var inner = String.UnicodeScalarView()
      inner.append(contentsOf: scalars[(position + 1)..<index])
      position = index + 1
      return String(inner)
    }
    return nil
  }
}
