import MunicipalModel

/// The hand-written parser behind ``PrintedFigure``.
struct FigureParser {
  var scanner: TextScanner
  let defaultUnit: String
  let grouping: PrintedFigure.DigitGrouping
  var accumulation: Accumulation?
  private(set) var period: Period?
  var remarks: [String] = []
  var issues: [PrintedFigure.Issue] = []
  /// Whether a word of the cell says that its figures are not final.
  var isEstimate = false
  /// Whether several years are named without a word on how their figures are taken together.
  var spansYears = false
  /// Whether the number before the scanner prints neither unit nor bound.
  var followsBareNumber = false

  /// The limit that a bracket says the figure beside it is.
  private var boundInBrackets: Quantity.Bound?
  /// The unit that a bracket gives to the figure before it.
  private var unitInBrackets: String?

  /// A quantity with how it is printed.
  struct Found {
    let quantity: Quantity
    /// Whether the cell prints its unit.
    let hasUnit: Bool
    /// Whether it stands in brackets behind another.
    var isInBrackets = false

    func with(_ bound: Quantity.Bound) -> Self {
      Self(
        quantity: Quantity(
          quantity.value, unit: quantity.unit, bound: bound,
          isPrintedWithPlus: quantity.isPrintedWithPlus, isEstimate: quantity.isEstimate),
        hasUnit: hasUnit, isInBrackets: isInBrackets)
    }

    func with(unit: String) -> Self {
      Self(quantity: quantity.with(unit: unit), hasUnit: true, isInBrackets: isInBrackets)
    }
  }

  init(_ text: some StringProtocol, unit: String, grouping: PrintedFigure.DigitGrouping) {
    scanner = TextScanner(TextFolding.trimmed(text))
    defaultUnit = unit
    self.grouping = grouping
  }

  mutating func parse() throws(FigureNumber.Failure) -> Reading {
    if let inner = scanner.textInBrackets(wholeText: true) {
      scanner = TextScanner(inner)
      let quantities = try parseQuantities()
      guard let quantity = quantities.first, quantities.count == 1 else { throw .notANumber }
      return isEstimate ? .reference(quantity.asEstimate) : .reference(quantity)
    }
    try parsePeriodBefore()
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

  mutating func parseQuantities() throws(FigureNumber.Failure) -> [Quantity] {
    var found: [Found] = []
    scanner.skipSpaces()
    while !scanner.isAtEnd {
      if scanner.current == "(" {
        if let other = parseBracket() { found.append(other) }
        takeBrackets(for: &found)
        followsBareNumber = false
      } else if scanner.current == "※" || scanner.current == "*"
        || !found.isEmpty && FigureNotes.begin(at: scanner)
      {
        remarks.append(FigureNotes.read(&scanner))
        followsBareNumber = false
      } else if !found.isEmpty, let word = EstimateWords.skip(atEndOf: &scanner) {
        remarks.append(word)
        isEstimate = true
      } else if !found.isEmpty, let years = FigureTime.scanYears(afterSlash: &scanner) {
        remarks.append(years)
        spansYears = true
      } else if !found.isEmpty, let year = FigureTime.scanYear(behind: &scanner) {
        period = period ?? year
        followsBareNumber = false
      } else {
        // 1 2人: whether digits that stand apart are one number or two, nothing tells.
        if followsBareNumber, scanner.current?.decimalDigit != nil { throw .digitsApart }
        found.append(try parseQuantity(isFirst: found.isEmpty))
        takeBrackets(for: &found)
        if let last = found.last, last.hasUnit, MeasureUnit.isUnit(last.quantity.unit),
          let digits = FigureNotes.readDigits(&scanner)
        {
          remarks.append(digits)
          issues.append(.noteMark(digits))
        }
      }
      scanner.skipSpaces()
    }
    found = Self.withTenths(found)
    guard Self.areDistinct(found) else { throw .severalFigures }
    return found.map(\.quantity)
  }

  /// Gives the last figure the limit or the unit that stands in brackets beside it.
  private mutating func takeBrackets(for found: inout [Found]) {
    guard var last = found.last else { return }
    if let bound = boundInBrackets { last = last.with(bound) }
    if let unit = unitInBrackets {
      if last.hasUnit { remarks.append(unit) } else { last = last.with(unit: unit) }
    }
    (boundInBrackets, unitInBrackets) = (nil, nil)
    found[found.count - 1] = last
  }

  /// Whether no two figures of a cell are of one unit, which would leave open which one is meant.
  ///
  /// A figure in brackets is another one of its own, and two limits may be those of a range.
  private static func areDistinct(_ found: [Found]) -> Bool {
    let plain = found.filter { !$0.isInBrackets }
    guard plain.count > 1 else { return true }
    if plain.count == 2, plain.allSatisfy({ $0.quantity.bound != nil }),
      plain[0].quantity.bound != plain[1].quantity.bound
    {
      return true
    }
    let units = plain.map(\.quantity.unit)
    return Set(units).count == units.count && plain.allSatisfy { $0.hasUnit }
      && !zip(units, units.dropFirst()).contains { Self.parts[$0.0]?.contains($0.1) ?? false }
  }

  /// Units that go on in a smaller one: 1時間50分 and 2年6か月 are one amount, whose first number is only a part.
  private static let parts: [String: Set<String>] = [
    "年": months, "歳": months, "時間": ["分"], "分": ["秒"], "日": ["時間"], "割": ["分"], "km": ["m"],
    "m": ["cm"], "kg": ["g"], "ha": ["a"],
  ]
  private static let months: Set<String> = ["か月", "ヶ月", "カ月", "ヵ月", "ヵ月間", "か月間", "月"]

  /// The figures with the tenths of a rate taken into it: 6割5分2厘 is 6.52割.
  private static func withTenths(_ found: [Found]) -> [Found] {
    let units = found.map(\.quantity.unit)
    guard units == ["割", "分"] || units == ["割", "分", "厘"],
      found.dropLast().allSatisfy({ $0.quantity.bound == nil || $0.quantity.bound == .about }),
      found.allSatisfy({ !$0.isInBrackets && $0.quantity.value.scale == 0 }),
      found.dropFirst().allSatisfy({ (0..<10).contains($0.quantity.value.coefficient) }),
      let last = found.last?.quantity, let first = found.first?.quantity,
      let value = ExactDecimal(
        "\(first.value)." + found.dropFirst().map(\.quantity.value.description).joined())
    else { return found }
    let quantity = Quantity(
      value, unit: "割", bound: last.bound ?? first.bound,
      isPrintedWithPlus: first.isPrintedWithPlus,
      isEstimate: first.isEstimate || last.isEstimate)
    return [Found(quantity: quantity, hasUnit: true)]
  }

  // MARK: Beside the quantity

  /// H27：46,128人, 2018年1,498千円 or R5 46人. A time alone is no figure.
  private mutating func parsePeriodBefore() throws(FigureNumber.Failure) {
    let start = scanner.position
    guard let found = try? Period.scan(&scanner) else {
      scanner.position = start
      return
    }
    let printed = scanner.scalars[start..<scanner.position]
    let isPlain =
      printed.first?.decimalDigit == nil || printed.contains { "年月/".unicodeScalars.contains($0) }
    scanner.skipSpaces()
    if isPlain, scanner.isAtEnd { throw .notANumber }
    let isApart = scanner.position > start + printed.count
    let isLinked = scanner.skip(":")
    scanner.skipSpaces()
    // 2018年 -0.02%; 2018年-2020年 is a span.
    let isSigned = isApart && scanner.current == "-" && scanner.peek(1)?.decimalDigit != nil
    if isLinked || isPlain && (isSigned || FigureTime.isStartOfFigure(scanner)) {
      period = found
    } else {
      scanner.position = start
    }
  }

  /// （5年間の合計）, （H30）, （6隊） or a remark.
  private mutating func parseBracket() -> Found? {
    guard let inner = scanner.textInBrackets(wholeText: false) else {
      let rest = String(scanner.rest.dropFirst())
      if isUnit(rest) { unitInBrackets = rest } else { remarks.append(scanner.rest) }
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
    if let bound = FigureBounds.bound(inner) {
      boundInBrackets = bound
      return nil
    }
    if isUnit(inner) {
      unitInBrackets = inner
      return nil
    }
    if let found = parseFigure(inBrackets: inner) { return found }
    let contradiction = FigureTime.contradiction(in: inner)
    if !contradiction.isEmpty {
      issues.append(.contradiction(inner, contradiction))
    } else if FigureTime.beginsWithPeriod(inner) {
      issues.append(.unreadPeriod(inner))
    }
    remarks.append(inner)
    return nil
  }

  /// Whether the text of a bracket is plainly a unit; （年） may say when, and （-） be a sign.
  private func isUnit(_ text: String) -> Bool {
    MeasureUnit.isCommon(text) && !["年", "月", "日"].contains(text)
      && !text.unicodeScalars.allSatisfy(FigureMarks.isDash)
  }

  /// The one figure that the text of a bracket is, if it is.
  private mutating func parseFigure(inBrackets inner: String) -> Found? {
    // Brackets within brackets are words, and a year or a month says when, not how much.
    guard !inner.unicodeScalars.contains("(") else { return nil }
    var parser = FigureParser(inner, unit: "", grouping: grouping)
    guard let quantities = try? parser.parseQuantities(), let quantity = quantities.first,
      quantities.count == 1, !quantity.unit.hasPrefix("年"), !quantity.unit.hasPrefix("月")
    else { return nil }
    issues += parser.issues
    return Found(
      quantity: parser.isEstimate ? quantity.asEstimate : quantity,
      hasUnit: !quantity.unit.isEmpty, isInBrackets: true)
  }
}
