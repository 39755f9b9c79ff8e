import MunicipalModel

extension StatisticalArea {
  /// The area that a code and names stand for.
  ///
  /// A dash in a cell says that there is none, as an empty cell does. A mark behind a name (函館市*), which leads to a
  /// remark below the table, is no part of it.
  ///
  /// - Parameters:
  ///   - code: five or six digits as `MunicipalityCode` reads print; empty if none is printed.
  ///   - prefecture: the name of the prefecture, if it has a cell of its own.
  ///   - name: the name of the area; empty in the row of a prefecture.
  ///   - keepsZeros: whether no code of the file has lost a zero.
  /// - Throws: `MunicipalityCodeError` if there is a code and it cannot be one.
  static func classify(
    code text: String, prefecture prefectureName: String = "", name: String,
    keepsZeros: Bool = false
  ) throws(MunicipalityCodeError) -> StatisticalArea {
    let prefectureName = isNone(prefectureName) ? "" : withoutMark(prefectureName)
    let name = isNone(name) ? "" : withoutMark(name)
    let digits = isNone(text) ? "" : TextFolding.key(text)
    let named = Self.prefecture(named: prefectureName)
    let key = TextFolding.key(name)
    if digits.isEmpty {
      return StatisticalArea(
        kind: kindWithoutCode(prefectureName, key, named), code: nil, prefecture: named,
        name: key.isEmpty ? TextFolding.trimmed(prefectureName) : TextFolding.trimmed(name))
    }
    // 00000, of which a spreadsheet leaves 0.
    if digits.utf8.allSatisfy({ "0R.=\"'".utf8.contains($0) }), digits.utf8.contains(0x30) {
      return StatisticalArea(kind: .nation, code: nil, prefecture: nil, name: "全国")
    }
    let code =
      keepsZeros
      ? try MunicipalityCode(digits)
      : try MunicipalityCode(printed: digits, in: named, name: name)
    return StatisticalArea(
      kind: kind(of: code, named: key), code: code, prefecture: code.prefecture,
      name: key.isEmpty
        ? TextFolding.trimmed(prefectureName) : withoutPrefecture(name, of: code.prefecture))
  }

  private static func withoutMark(_ name: String) -> String {
    let text = TextFolding.trimmed(name)
    switch text.unicodeScalars.last {
    case "*", "＊", "※": return withoutMark(String(text.unicodeScalars.dropLast()))
    default: return name
    }
  }

  /// Whether a cell holds nothing but dashes, such as `-`, `－` or `―`.
  private static func isNone(_ text: String) -> Bool {
    var isFilled = false
    for scalar in text.unicodeScalars {
      switch TextFolding.fold(scalar) {
      case " ": continue
      case "-", "‐", "–", "—", "―", "─", "ー": isFilled = true
      default: return false
      }
    }
    return isFilled
  }

  /// The name without its prefecture, which e-Stat sets before it: 昭島市 for 東京都 昭島市.
  private static func withoutPrefecture(_ name: String, of prefecture: Prefecture) -> String {
    let name = TextFolding.trimmed(name)
    guard name.hasPrefix(prefecture.name.ja) else { return name }
    let parts = name.split(maxSplits: 1, whereSeparator: \.isWhitespace)
    guard parts.count == 2, parts[0] == prefecture.name.ja else { return name }
    return TextFolding.trimmed(String(parts[1]))
  }

  static func prefecture(named name: String) -> Prefecture? {
    prefectures[TextFolding.key(name)]
  }

  private static let prefectures = Dictionary(
    uniqueKeysWithValues: Prefecture.allCases.map { ($0.name.ja, $0) })

  private static let nationNames: Set<String> = ["全国", "合計", "総計", "全国計", "総数"]

  private static func kindWithoutCode(
    _ prefectureName: String, _ key: String, _ prefecture: Prefecture?
  ) -> Kind {
    let outer = TextFolding.key(prefectureName)
    if key.isEmpty {
      if nationNames.contains(outer) { return .nation }
      return prefecture != nil ? .prefecture : .unknown
    }
    if outer.isEmpty, nationNames.contains(key) { return .nation }
    if outer.isEmpty, Self.prefecture(named: key) != nil { return .prefecture }
    return isSubtotalName(key) ? .subtotal : .unknown
  }

  /// Whether a name is that of a sum: 市部, 石狩郡, 空知総合振興局, 島しょ, 県計.
  private static func isSubtotalName(_ key: String) -> Bool {
    // Of nearly all rows the last character tells that the area is none.
    if let last = key.unicodeScalars.last, "市区町".unicodeScalars.contains(last) { return false }
    let endings = [
      "市部", "郡部", "区部", "郡", "計", "支庁", "振興局", "島しょ", "島嶼", "島部", "町村部", "町村", "合計",
    ]
    return endings.contains { key.ends(with: $0) }
  }

  /// The codes of 政令指定都市, whose wards have the numbers behind them.
  private static let designatedCities: Set<Int> = [
    1100, 4100, 11100, 12100, 14100, 14130, 14150, 15100, 22100, 22130, 23100, 26100, 27100,
    27140, 28100, 33100, 34100, 40100, 40130, 43100,
  ]

  /// Source of the ranges: 総務省, 全国地方公共団体コード. 100s are designated cities with their wards and
  /// the special wards, 200s cities, 300 to 799 towns and villages; 01695–01700 are 北方領土.
  private static func kind(of code: MunicipalityCode, named key: String) -> Kind {
    let local = code.number % 1000
    if local == 0 { return .prefecture }
    if (1695...1700).contains(code.number) { return .northernTerritory }
    if local < 100 || isSubtotalName(key) { return .subtotal }
    if local < 200 {
      if code.prefecture == .tokyo { return local == 100 ? .subtotal : .specialWard }
      if designatedCities.contains(code.number) { return .designatedCity }
      // A city that was designated later is known by its name.
      return key.hasSuffix("市") ? .designatedCity : .ward
    }
    return local < 800 ? .municipality : .unknown
  }
}
