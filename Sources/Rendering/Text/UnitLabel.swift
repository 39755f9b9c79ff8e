package import MunicipalModel

/// The units of figures, as a person reads them.
package enum UnitLabel {
  private static let words: [String: String] = [
    "人": "persons", "件": "cases", "人泊": "guest nights", "世帯": "households", "社": "companies",
    "種": "kinds", "組": "couples", "団体": "groups", "回": "times", "5段階評価": "of five grades",
    "円": "yen", "千円": "thousand yen", "百万円": "million yen", "億円": "hundred million yen",
    "歳": "years", "泊": "nights", "年": "years", "月": "months", "日": "days", "か所": "places",
    "箇所": "places", "ヶ所": "places", "カ所": "places", "校": "schools", "戸": "dwellings",
    "台": "units", "名": "persons", "企業": "companies", "事業": "projects", "事業所": "establishments",
    "本": "items", "枚": "sheets", "便": "services", "店": "shops", "店舗": "shops", "品": "articles",
    "地区": "districts", "町内会": "neighbourhoods", "万人": "ten thousand persons", "トン": "tonnes",
    "ポイント": "points", "点": "points", "倍": "times as many", "隻": "ships", "講座": "courses",
    "冊": "books", "路線": "lines", "千t": "thousand tonnes", "時間": "hours", "式": "sets",
    "施設": "facilities", "千人": "thousand persons", "基": "units", "隊": "teams",
    "クラブ": "clubs", "万円": "ten thousand yen", "組織": "organisations", "グループ": "groups",
    "コース": "courses",
  ]

  /// The English word of a unit, also of one by time such as 人/年; the unit itself if none is known.
  ///
  /// - Parameter number: the number in front of it: 1 case, 2 cases.
  package static func english(_ unit: String, after number: ExactDecimal) -> String {
    if let word = words[unit] { return number == ExactDecimal(1) ? one(word) : word }
    let parts = unit.split(separator: "/", maxSplits: 1).map(String.init)
    guard parts.count == 2, let count = words[parts[0]], let time = singular[parts[1]] else {
      return unit
    }
    return "\(number == ExactDecimal(1) ? one(count) : count) a \(time)"
  }

  /// Units that English counts otherwise: by how many decimal places the number grows, and the unit then.
  private static let recounted = [
    "億円": (places: -1, unit: "billion yen"), "万円": (4, "yen"), "万人": (4, "persons"),
    "千円": (3, "yen"), "千人": (3, "persons"), "千t": (3, "tonnes"),
    "億": (-1, "billion"), "万": (4, ""),
  ]

  /// A number and its unit as English counts: 21.6億円 is 2.16 billion yen; as they are where it counts alike.
  static func counted(_ number: ExactDecimal, _ unit: String) -> (ExactDecimal, unit: String) {
    guard let (places, word) = recounted[unit] else {
      return (number, english(unit, after: number))
    }
    var counted: ExactDecimal? = number
    if places < 0 {
      counted = ExactDecimal(coefficient: number.coefficient, scale: number.scale + 1)
    }
    for _ in 0..<max(0, places) { counted = counted.flatMap(tenfold) }
    return counted.map { ($0, word) } ?? (number, english(unit, after: number))
  }

  /// Ten times a number; `nil` if it is too large.
  private static func tenfold(_ number: ExactDecimal) -> ExactDecimal? {
    guard number.scale == 0 else {
      return ExactDecimal(coefficient: number.coefficient, scale: number.scale - 1)
    }
    let (product, isTooLarge) = number.coefficient.multipliedReportingOverflow(by: 10)
    return isTooLarge ? nil : ExactDecimal(coefficient: product, scale: 0)
  }

  /// The word for a single one; of thousands and millions it stays as it is.
  private static func one(_ word: String) -> String {
    if word.contains("thousand ") || word.hasPrefix("of ") { return word }
    if word.hasSuffix("ies") { return String(word.dropLast(3)) + "y" }
    return word.hasSuffix("s") ? String(word.dropLast()) : word
  }

  private static let singular = ["年": "year", "月": "month", "日": "day", "人": "person"]

  /// The unit after a number.
  package static func text(_ unit: String, after number: ExactDecimal) -> LocalizedText {
    if unit.isEmpty || unit == "%" { return LocalizedText(unit) }
    // A unit that begins with a digit, such as 5段階評価, must not run into the number.
    if unit.first?.isNumber == true {
      return LocalizedText(ja: "（\(unit)）", en: " (\(english(unit, after: number)))")
    }
    if unit.hasSuffix("/千人") {
      let base = String(unit.dropLast(3))
      return LocalizedText(ja: base, en: " " + english(base, after: number))
    }
    return LocalizedText(ja: unit, en: " " + english(unit, after: number))
  }

  /// The unit of a difference.
  package static func difference(_ unit: String, after number: ExactDecimal) -> LocalizedText {
    unit == "%" ? LocalizedText(ja: "ポイント", en: " points") : text(unit, after: number)
  }
}
