import MunicipalModel

extension FigureParser {
  /// Prefix, sign, number, unit, bound: 累計148人, 約20件, △0.44P, 100人以上.
  mutating func parseQuantity(isFirst: Bool) throws(FigureNumber.Failure) -> Found {
    var bound = parsePrefixes()
    let isEither = scanner.skip("±")
    let sign = scanner.skip(anyOf: Self.signs)
    let isNegative = sign != nil
    // 5人 - 10人 is a range, not a number and a negative one.
    if !isFirst, isNegative, sign != "△", sign != "▲", scanner.current == " " {
      throw .notANumber
    }
    let hasPlus = !isNegative && scanner.skip("+")
    scanner.skipSpaces()
    let isPlace = scanner.skip("第")
    if FigureLetters.beginNumber(at: scanner) { throw .letterForDigit }
    let isInWords = scanner.skip("ゼロ")
    let number =
      isInWords
      ? FigureNumber(value: ExactDecimal(0), magnitude: "")
      : try FigureNumber.scan(&scanner, grouping: grouping)
    // ±0 says that nothing changes; ±5 is no single figure.
    if isEither, !number.value.isZero { throw .notANumber }
    if let digits = number.misplacedGroups { issues.append(.malformedGrouping(digits)) }
    if FigureLetters.continueNumber(at: scanner) { throw .letterForDigit }
    scanner.skipSpaces()
    var unit = try number.magnitude + parseUnit()
    // ゼロ is nothing of a unit, ゼロカーボン a name.
    if isInWords, !unit.isEmpty, !MeasureUnit.isCommon(unit) { throw .notANumber }
    let last = unit.unicodeScalars.last
    if let last, Self.lastOfChanges.contains(last), Self.changes.contains(where: unit.ends) {
      throw .change
    }
    // 47位中1位 and 3対1 say two numbers in one.
    if scanner.current?.decimalDigit != nil, unit.ends(with: "中") || unit.ends(with: "対") {
      throw .notANumber
    }
    if last == "計" || last == "積" { takeSum(from: &unit) }
    bound = try parseTail(unit: &unit) ?? bound
    // 第3位 counts places; 第3回 is the name of a meeting.
    if isPlace, unit != "位" { throw .notANumber }
    if unit == "年" || unit == "年度", Self.endsInYear(number.value) { throw .digitsApart }
    if scanner.skip("~") { try parseEndOfRange(from: unit) }
    followsBareNumber = unit.isEmpty && bound == nil
    let counted = unit.isEmpty ? defaultUnit : unit
    if number.hasSpaces || number.hasCommaOfDecimals, MeasureUnit.isShare(counted) {
      throw .digitsApart
    }
    if number.hasPointOfThousands, !isMean, MeasureUnit.countsWhole(counted) {
      throw .pointForComma
    }
    let quantity = Quantity(
      isNegative ? -number.value : number.value, unit: counted, bound: bound,
      isPrintedWithPlus: hasPlus)
    return Found(quantity: quantity, hasUnit: !unit.isEmpty)
  }

  /// Whether the last digits of a number that has more of them are a year: the 2018 of 122018年.
  private static func endsInYear(_ number: ExactDecimal) -> Bool {
    let digits = number.coefficient.magnitude
    return digits >= 10_000 && (1980...2070).contains(digits % 10_000)
  }

  /// Takes 計 or 累計 off the end of a unit: 148人累計.
  private mutating func takeSum(from unit: inout String) {
    for word in ["累計", "累積", "合計", "計"] where unit.hasSuffix(word) {
      let counted = String(unit.dropLast(word.count))
      guard MeasureUnit.isUnit(counted) else { continue }
      unit = counted
      accumulation = .cumulative
      return
    }
  }

  private var isMean: Bool {
    accumulation == .average || remarks.contains { $0.contains(word: "平均") }
  }

  /// Reads the words before a number; returns the bound that they say.
  private mutating func parsePrefixes() -> Quantity.Bound? {
    var bound: Quantity.Bound?
    while true {
      if let years = FigureTime.scanYears(before: &scanner) {
        remarks.append(years)
        spansYears = true
      } else if let word = EstimateWords.skip(before: &scanner) {
        remarks.append(word)
        isEstimate = true
        _ = scanner.skip(":")
        scanner.skipSpaces()
      } else if let words = skipDivisor() {
        remarks.append(words)
      } else if let found = FigureBounds.skip(before: &scanner) {
        bound = found.bound
        if !found.remark.isEmpty { remarks.append(found.remark) }
        skipLink()
      } else if let prefix = scanner.skip(anyOf: Self.prefixes) {
        if prefix == "累計" || prefix == "累積" {
          accumulation = .cumulative
        } else {
          if let meaning = Self.accumulation(before: prefix, spansYears: spansYears) {
            accumulation = meaning
          }
          remarks.append(prefix)
        }
        skipLink()
      } else {
        return bound
      }
    }
  }

  /// Reads what a figure is divided by: the 1人1日 of 1人1日850g, the 1日 of 1日平均20人.
  ///
  /// 1世帯2人 and 1人2団体 are two figures, and 1日3時間 is one amount.
  private mutating func skipDivisor() -> String? {
    let start = scanner.position
    var units: [String] = []
    while scanner.current == "1" || scanner.current == "一" {
      let before = scanner.position
      scanner.position += 1
      guard let unit = scanner.skip(anyOf: Self.divisors) else {
        scanner.position = before
        break
      }
      units.append(unit)
    }
    let words = scanner.original(start..<scanner.position)
    var ahead = scanner
    _ = ahead.skip(anyOf: ["約", "平均", "およそ", "概ね"])
    let number = try? FigureNumber.scan(&ahead, grouping: grouping)
    if let number, !units.isEmpty {
      let isTime = units == ["日"] && ["時間", "分"].contains(where: ahead.rest.hasPrefix)
      if units.count > 1 || units == ["日"] && !isTime || number.value.scale > 0
        || Self.amounts.contains(where: ahead.rest.hasPrefix)
      {
        return words
      }
    }
    scanner.position = start
    return nil
  }

  private static let divisors: WordList = ["人", "日", "世帯", "戸", "家庭"]
  /// Units of amounts, none of which counts what stands beside persons or households.
  private static let amounts = [
    "g", "kg", "t", "トン", "キロ", "グラム", "L", "l", "リットル", "m", "㎡", "㎥", "kWh", "円", "千円", "万円", "冊",
    "歩",
  ]

  private mutating func skipLink() {
    _ = scanner.skip(anyOf: Self.links)
    scanner.skipSpaces()
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

  private static let signs: WordList = ["△", "▲", "▼", "-", "‐", "–", "—"]
  private static let links: WordList = [":", "で"]
  private static let keeping: WordList = ["を維持", "の維持", "維持"]

  private static let prefixes: WordList = [
    "累計", "累積", "合計", "延べ", "のべ", "年間", "年平均", "平均", "毎年度", "毎年", "各年度", "各年", "単年度", "年", "月", "全",
    "計", "各",
  ]

  /// 8人増, 10%削減: a change from another figure, not a level.
  private static let changes = ["増", "減", "増加", "減少", "削減", "上昇", "低下", "アップ", "ダウン"]

  private static let lastOfChanges = Set(changes.compactMap(\.unicodeScalars.last))

  /// Reads what stands behind a unit: 以上, 見込み, を維持, and the /年 of 2,000人以上/年.
  private mutating func parseTail(
    unit: inout String
  ) throws(FigureNumber.Failure) -> Quantity.Bound? {
    var bound: Quantity.Bound?
    while true {
      if let found = FigureBounds.skip(behind: &scanner) {
        // 10以上以下 says two things.
        if let bound, bound != found { throw .notANumber }
        bound = found
        // 50超人, but a sign before a unit is no limit of it.
        if unit.isEmpty, scanner.peek(-1).map({ !$0.isASCII }) ?? false,
          MeasureUnit.isCommon(scanner.rest)
        {
          unit = try parseUnit()
        }
      } else if let word = EstimateWords.skip(atEndOf: &scanner) {
        remarks.append(word)
        isEstimate = true
      } else if let word = scanner.skip(anyOf: Self.keeping) {
        remarks.append(word)
      } else if bound != nil, scanner.current == "/", scanner.peek(1)?.decimalDigit == nil {
        unit = try parseUnit(behind: unit)
      } else {
        // 10%以上増
        if bound != nil, scanner.skip(anyOf: Self.changes) != nil { throw .change }
        return bound
      }
    }
  }

  /// Reads a unit, or the rest of one.
  private mutating func parseUnit(
    behind start: String = ""
  ) throws(FigureNumber.Failure) -> String {
    var unit = Array(start.unicodeScalars)
    while let scalar = scanner.current, !endsUnit(scalar, behind: unit) {
      // A digit belongs to the unit only after a letter: m2, CO2.
      if scalar.decimalDigit != nil, unit.last?.isASCII != true || unit.last == "%" { break }
      if scalar == "/", scanner.peek(1)?.decimalDigit != nil { break }
      unit.append(scalar)
      scanner.position += 1
    }
    guard unit.isEmpty || MeasureUnit.isWellFormed(unit) else { throw .notANumber }
    return String(scalars: unit)
  }

  private func endsUnit(_ scalar: Unicode.Scalar, behind unit: [Unicode.Scalar]) -> Bool {
    switch scalar {
    case " ", "(", ")", "△", "▲", "▼", "~": true
    case "²", "³": unit.last != "m"
    case "維": scanner.peek(1) == "持"
    case "を" where scanner.peek(1) == "維", "の" where scanner.peek(1) == "維": true
    default:
      FigureNotes.begin(at: scanner) || FigureBounds.begin(at: scanner)
        || EstimateWords.begin(at: scanner)
    }
  }

  /// Reads on after the ~ of 20～30人, which is no single figure; of 11月～12月, no figure at all.
  private mutating func parseEndOfRange(from unit: String) throws(FigureNumber.Failure) {
    followsBareNumber = false
    guard let end = try parseQuantities().first else { throw .notANumber }
    let isTime = [unit, end.unit].contains { $0.hasPrefix("月") || $0.hasPrefix("日") }
    throw isTime ? .notANumber : .range
  }
}
