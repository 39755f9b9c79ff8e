import MunicipalModel

/// Names of rows that are only a part of a measure's: 男性 below 健康寿命, うち児童書 below 図書貸出冊数, 20代.
///
/// They are read as 健康寿命（男性）. The measure is the nearest row above that is no part itself, with figures
/// or without, or else the theme of the row.
struct PartNames {
  private var measure: TableCell?
  private var unit: TableCell?
  /// Whether the measure's own row has no figures, so that the rows below it are its parts.
  private var isOpen = false

  /// Whether a row is a part of the measure above it.
  func isPart(_ name: String) -> Bool {
    Self.isPart(name) || isOpen && Self.isItem(name)
  }

  /// Takes a row that is no part.
  mutating func begin(_ name: TableCell, unit: TableCell?, hasFigures: Bool) {
    measure = name
    self.unit = unit
    isOpen = !hasFigures && Self.isMeasure(name.text)
  }

  /// Whether a name ends as those of measures do, rather than as a heading of several.
  static func isMeasure(_ name: String) -> Bool {
    let key = TableColumn.name(TextFolding.key(IndicatorName(name).name))
    return ["率", "数", "割合", "度", "額", "量", "寿命", "値", "人口", "時間", "面積", "平均", "者", "比"]
      .contains(where: key.hasSuffix)
  }

  /// The whole name of a part, and the unit of its measure; `nil` if nothing names a measure.
  func whole(_ part: TableCell, theme: TableCell?) -> (name: TableCell, unit: TableCell?)? {
    guard let named = measure ?? theme else { return nil }
    let name = Self.joined(named.text, part.text)
    return (
      TableCell(text: name, line: part.line, cell: part.cell, wrappedText: part.wrappedText),
      measure == nil ? nil : unit
    )
  }

  // MARK: Words

  private static let words: Set<String> = [
    "男性", "女性", "男", "女", "男子", "女子", "男児", "女児", "男女計", "男女", "男女合計", "男女平均",
  ]
  private static let beginnings = ["内訳", "内、", "内数", "(内", "(再掲", "再掲"]

  /// Whether a name says of itself that it is a part: 男性, 65歳以上, うち児童書, or nothing but （人／月）.
  static func isPart(_ name: String) -> Bool {
    let key = withoutMark(TextFolding.key(name))
    if beginnings.contains(where: key.begins) || isAmong(name) { return true }
    let plain = inBrackets(key) ?? key
    return words.contains(plain) || isAges(plain)
      || inBrackets(key).map {
        MeasureUnit.isUnit($0) && MeasureUnit.isWellFormed(Array($0.unicodeScalars))
      } ?? false
  }

  /// うち児童書, うち、女性, （うち65歳以上）; but not うちわ販売額 and うちエコ診断件数.
  private static func isAmong(_ name: String) -> Bool {
    var scanner = TextScanner(withoutMark(TextFolding.trimmed(name)))
    _ = scanner.read { $0 == " " || $0 == "(" }
    guard scanner.skip("うち"), let next = scanner.current else { return false }
    return " 、,・:(「『".unicodeScalars.contains(next) || next.decimalDigit != nil
      || next.properties.isIdeographic
  }

  /// Whether a name is an item of a list, as those below a measure are: （1）…, ①…, ・….
  private static func isItem(_ name: String) -> Bool {
    let key = TextFolding.key(name)
    return withoutMark(key) != key
      || ["小学", "中学", "高校", "幼児", "児童", "生徒", "成人", "高齢者", "一般"].contains(where: key.begins)
        && key.unicodeScalars.count <= 6
  }

  /// 20代, 20～29歳, 65歳以上; but not 18歳未満人口.
  private static func isAges(_ key: String) -> Bool {
    var scanner = TextScanner(key)
    guard scanner.number(maximumDigits: 3) != nil else { return false }
    if scanner.skip("歳代") || scanner.skip("代") {
      _ = scanner.skip(anyOf: ["以上", "男性", "女性"])
      return scanner.isAtEnd
    }
    _ = scanner.skip("歳")
    if scanner.skip(anyOf: ["~", "-", "から"]) != nil, scanner.number(maximumDigits: 3) != nil {
      return (scanner.skip("歳代") || scanner.skip("歳") || scanner.skip("代")) && scanner.isAtEnd
    }
    return scanner.skip(anyOf: ["以上", "以下", "未満"]) != nil && scanner.isAtEnd && key.contains("歳")
      || key.ends(with: "歳児")
  }

  /// A folded name without the mark before it: -男性, (1)男性.
  private static func withoutMark(_ key: String) -> String {
    var scanner = TextScanner(key)
    let marks = scanner.read { "・-‐–−ー○●◯･".unicodeScalars.contains($0) || $0.circledNumber != nil }
    if marks.isEmpty, scanner.skip("(") {
      guard scanner.number(maximumDigits: 2) != nil, scanner.skip(")") else { return key }
    }
    return scanner.isAtEnd ? key : scanner.rest
  }

  private static func inBrackets(_ key: String) -> String? {
    guard key.begins(with: "("), key.ends(with: ")"), key.unicodeScalars.count > 2 else {
      return nil
    }
    let inner = String(key.dropFirst().dropLast())
    return inner.contains("(") || inner.contains(")") ? nil : inner
  }

  // MARK: The whole name

  /// 健康寿命（年） and 男性 are 健康寿命（男性）（年）; 居宅介護（時間） and （人） are 居宅介護（人）.
  static func joined(_ measure: String, _ part: String) -> String {
    let whole = IndicatorName(measure)
    let total = whole.accumulation == .cumulative && !whole.name.contains("累計") ? "［累計］" : ""
    func named(_ name: String, in unit: String) -> String {
      unit.isEmpty ? name + total : "\(name)（\(unit)）\(total)"
    }
    if let inner = inBrackets(TextFolding.key(part)), MeasureUnit.isUnit(inner) {
      return named(whole.name, in: inner)
    }
    let own = IndicatorName(part)
    var scanner = TextScanner(own.name)
    _ = scanner.read { " ・-‐–−ー○●◯･".unicodeScalars.contains($0) }
    var text = scanner.original(scanner.position..<scanner.scalars.count)
    if let inner = inBrackets(TextFolding.key(text)) { text = inner }
    let name =
      PrintedUnit.parts(of: text) == nil ? "\(whole.name)（\(text)）" : "\(whole.name) \(text)"
    return named(name, in: own.unit.isEmpty ? whole.unit : own.unit)
  }
}
