import MunicipalModel

/// The hand-written parser behind ``PrintedFigure``.
struct FigureParser {
  private var scanner: TextScanner
  private let defaultUnit: String
  private(set) var accumulation: Accumulation?
  private(set) var period: Period?
  private(set) var remarks: [String] = []
  private(set) var issues: [FigureIssue] = []
  /// Whether a word of the cell says that its figures are not final.
  private var isEstimate = false
  /// Whether several years are named without a word on how their figures are taken together.
  private var spansYears = false
  /// Whether the number before the scanner prints neither unit nor bound.
  private var followsBareNumber = false

  init(_ text: some StringProtocol, unit: String) {
    scanner = TextScanner(TextFolding.trimmed(text))
    defaultUnit = unit
  }

  mutating func parse() throws(FigureNumber.Failure) -> Reading {
    if let inner = scanner.textInBrackets(wholeText: true) {
      scanner = TextScanner(inner)
      let quantities = try parseQuantities()
      guard let quantity = quantities.first, quantities.count == 1 else { throw .notANumber }
      return isEstimate ? .reference(quantity.asEstimate) : .reference(quantity)
    }
    parsePeriodBefore()
    let quantities = try parseQuantities()
    guard let quantity = quantities.first else { throw .notANumber }
    // What counts persons or things in several years is their sum: 150人（R2～R6）, but not 1.17（H25～H29）.
    if spansYears, accumulation == nil,
      quantities.allSatisfy({ MeasureUnit.canBeAddedUp($0.unit) })
    {
      accumulation = .cumulative
    }
    let reading: Reading = quantities.count == 1 ? .value(quantity) : .several(quantities)
    return isEstimate || remarks.contains(where: EstimateWords.areIn) ? reading.asEstimate : reading
  }

  private mutating func parseQuantities() throws(FigureNumber.Failure) -> [Quantity] {
    var quantities: [Quantity] = []
    scanner.skipSpaces()
    while !scanner.isAtEnd {
      if scanner.current == "(" {
        if let other = parseBracket() { quantities.append(other) }
        followsBareNumber = false
      } else if scanner.current == "※" || scanner.current == "*" {
        parseNoteMark()
        followsBareNumber = false
      } else if !quantities.isEmpty, let word = EstimateWords.skip(atEndOf: &scanner) {
        remarks.append(word)
        isEstimate = true
      } else if !quantities.isEmpty, let years = FigureTime.scanYears(afterSlash: &scanner) {
        remarks.append(years)
        spansYears = true
      } else {
        // 1 2人: whether digits that stand apart are one number or two, nothing tells.
        if followsBareNumber, scanner.current?.decimalDigit != nil { throw .partTooLarge }
        quantities.append(try parseQuantity(isFirst: quantities.isEmpty))
      }
      scanner.skipSpaces()
    }
    return quantities
  }

  // MARK: One quantity

  /// Prefix, sign, number, unit, bound: 累計148人, 約20件, △0.44P, 100人以上.
  private mutating func parseQuantity(isFirst: Bool) throws(FigureNumber.Failure) -> Quantity {
    var bound = parsePrefixes()
    let sign = scanner.skip(anyOf: ["△", "▲", "-", "‐", "–", "—"])
    let isNegative = sign != nil
    // 5人 - 10人 is a range, not a number and a negative one.
    if !isFirst, isNegative, sign != "△", sign != "▲", scanner.current == " " {
      throw .notANumber
    }
    let hasPlus = !isNegative && scanner.skip("+")
    scanner.skipSpaces()
    let isPlace = scanner.skip("第")
    let number = try FigureNumber.scan(&scanner)
    if let digits = number.misplacedGroups { issues.append(.malformedGrouping(digits)) }
    scanner.skipSpaces()
    var unit = try number.magnitude + parseUnit()
    if let word = EstimateWords.remove(from: &unit) {
      remarks.append(word)
      isEstimate = true
    }
    for (suffix, meaning) in Self.boundSuffixes where unit.hasSuffix(suffix) {
      unit.removeLast(suffix.count)
      bound = meaning
      break
    }
    // 第3位 counts places; 第3回 is the name of a meeting.
    if isPlace, unit != "位" { throw .notANumber }
    if Self.changes.contains(where: unit.hasSuffix) { throw .change }
    if scanner.skip("~") { try parseEndOfRange(from: unit) }
    followsBareNumber = unit.isEmpty && bound == nil
    return Quantity(
      isNegative ? -number.value : number.value, unit: unit.isEmpty ? defaultUnit : unit,
      bound: bound, isPrintedWithPlus: hasPlus)
  }

  /// Reads the words before a number; returns the bound that they say.
  private mutating func parsePrefixes() -> Quantity.Bound? {
    var bound: Quantity.Bound?
    while true {
      if let years = FigureTime.scanYears(before: &scanner) {
        remarks.append(years)
        spansYears = true
      } else if let word = EstimateWords.skip(&scanner) {
        remarks.append(word)
        isEstimate = true
        _ = scanner.skip(":")
        scanner.skipSpaces()
      } else if let prefix = scanner.skip(anyOf: Self.prefixes) {
        switch prefix {
        case "累計", "累積": accumulation = .cumulative
        case "約", "およそ", "概ね", "おおむね": bound = .about
        default:
          if let meaning = Self.accumulation(before: prefix, spansYears: spansYears) {
            accumulation = meaning
          }
          remarks.append(prefix)
        }
        _ = scanner.skip(anyOf: [":", "で"])
        scanner.skipSpaces()
      } else {
        return bound
      }
    }
  }

  private static func accumulation(before word: String, spansYears: Bool) -> Accumulation? {
    switch word {
    case "合計", "計": .cumulative
    case "年平均": .average
    // 平均 alone may also be the mean of persons or things.
    case "平均": spansYears ? .average : nil
    case "毎年度", "毎年", "各年度", "各年", "単年度": .yearly
    default: nil
    }
  }

  private static let prefixes = [
    "累計", "累積", "合計", "延べ", "のべ", "約", "およそ", "概ね", "おおむね", "年間", "年平均", "平均", "毎年度", "毎年",
    "各年度", "各年", "単年度", "年", "月", "全", "計", "各",
  ]

  private static let boundSuffixes: [(String, Quantity.Bound)] = [
    ("以上", .atLeast), ("以下", .atMost), ("以内", .atMost), ("未満", .below), ("超", .above),
    ("程度", .about), ("前後", .about),
  ]

  /// 8人増, 10%削減: a change from another figure, not a level.
  private static let changes = ["増", "減", "増加", "減少", "削減", "上昇", "低下", "アップ", "ダウン"]

  private mutating func parseUnit() throws(FigureNumber.Failure) -> String {
    var unit: [Unicode.Scalar] = []
    while let scalar = scanner.current, !Self.endsUnit(scalar) {
      // A digit belongs to the unit only after a letter: m2, CO2.
      if scalar.decimalDigit != nil, unit.last?.isASCII != true || unit.last == "%" { break }
      if scalar == "/", scanner.peek(1)?.decimalDigit != nil { break }
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
    case " ", "(", ")", "△", "▲", "※", "*", "~": true
    default: false
    }
  }

  /// Reads on after the ~ of 20～30人, which is no single figure; of 11月～12月, no figure at all.
  private mutating func parseEndOfRange(from unit: String) throws(FigureNumber.Failure) {
    followsBareNumber = false
    guard let end = try parseQuantities().first else { throw .notANumber }
    let isTime = [unit, end.unit].contains { $0.hasPrefix("月") || $0.hasPrefix("日") }
    throw isTime ? .notANumber : .range
  }

  // MARK: Beside the quantity

  /// H27：46,128人
  private mutating func parsePeriodBefore() {
    let start = scanner.position
    if let found = try? Period.scan(&scanner), scanner.skip(":") {
      period = found
    } else {
      scanner.position = start
    }
  }

  /// （5年間の合計）, （H30）, （6隊） or a remark.
  private mutating func parseBracket() -> Quantity? {
    guard let inner = scanner.textInBrackets(wholeText: false) else {
      remarks.append(scanner.rest)
      scanner.position = scanner.scalars.count
      return nil
    }
    if let time = FigureTime(inner) {
      period = time.period ?? period
      accumulation = time.accumulation ?? accumulation
      spansYears = spansYears || time.spansYears
      if time.keepsWords { remarks.append(inner) }
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
    if FigureTime.beginsWithPeriod(inner) { issues.append(.unreadPeriod(inner)) }
    remarks.append(inner)
    return nil
  }

  private mutating func parseNoteMark() {
    scanner.position += 1
    let digits = scanner.read { $0.decimalDigit != nil }
    remarks.append("※" + digits)
  }
}
