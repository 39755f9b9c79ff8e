import MunicipalModel

/// The rules of a layout that lines outside tables may follow, which state the figures of indicators.
enum LineDraft {
  /// The usual ways, those that name the indicator first.
  private static let usual = [
    "{indicator}：{baseline}→{target}", "{indicator} {baseline}→{target}",
    "{indicator}（{baseline}→{target}）", "{indicator}：現状値{baseline}→目標値{target}",
    "{indicator}：{baseline}（現状）→{target}（目標）",
    "現状値：{baseline}→目標値：{target}", "現状値{baseline}→目標値{target}",
    "基準値：{baseline}→目標値：{target}", "基準値{baseline}→目標値{target}",
    "現状：{baseline}→目標：{target}", "現状{baseline}→目標{target}",
  ]

  /// The rules that some lines may follow: those that their own words say, and the usual ones.
  static func rules(of lines: [String]) -> [LineRule] {
    let own = lines.compactMap(labelled)
    // Each rule is tried on the whole document, so only those that most lines follow are.
    let counts = Dictionary(own.map { ($0, 1) }, uniquingKeysWith: +)
    let ranked = own.uniqued.enumerated().sorted {
      (-counts[$0.element, default: 0], $0.offset) < (-counts[$1.element, default: 0], $1.offset)
    }
    return (ranked.prefix(20).map(\.element) + usual).compactMap(LineRule.init)
  }

  /// The rule of a line whose figures have words before them: 指標：健康寿命、直近値：72.6年、目標値：73.7年.
  ///
  /// What other words stand before is text: 出典：….
  private static func labelled(_ line: String) -> String? {
    let scanner = TextScanner(line)
    var rule = ""
    var roles: [ColumnRole] = []
    var start = 0
    for colon in scanner.scalars.indices where scanner.scalars[colon] == ":" {
      guard let label = label(before: colon, from: start, in: scanner) else { continue }
      let before = scanner.scalars[start..<label.lowerBound]
      if roles.isEmpty, before.contains(where: { !LineRule.marks.contains($0) }) {
        // What stands before the first word, such as No1.
        rule += "{text}"
      }
      if let separator = before.last, separator != " ", separators.contains(separator) {
        rule += String(separator)
      }
      let word = scanner.original(label)
      guard !word.unicodeScalars.contains(where: { "{}".unicodeScalars.contains($0) }) else {
        return nil
      }
      let role = TableColumn(heading: word).role
      rule += word + "：" + field(role)
      roles.append(role)
      start = colon + 1
    }
    let figures = roles.filter { if case .figure = $0 { true } else { false } }
    guard roles.count(where: { $0 == .indicator }) == 1, !figures.isEmpty,
      Set(figures).count == figures.count
    else { return nil }
    return rule
  }

  /// The word before a colon, behind a comma or a space; it has no figure.
  private static func label(
    before colon: Int, from start: Int, in scanner: TextScanner
  ) -> Range<Int>? {
    var first = colon
    while first > start, !separators.contains(scanner.scalars[first - 1]) { first -= 1 }
    if first == 0 {
      first += scanner.scalars[..<colon].prefix { LineRule.marks.contains($0) }.count
    }
    guard first < colon, colon - first <= 14, first > start || start == 0,
      !scanner.scalars[first..<colon].contains(where: { $0.decimalDigit != nil })
    else { return nil }
    return first..<colon
  }

  private static let separators = Set(" 、,;/。".unicodeScalars)

  private static func field(_ role: ColumnRole) -> String {
    switch role {
    case .indicator: "{indicator}"
    case .figure(let role) where role.isMeasured: "{\(role.rawValue)}"
    default: "{text}"
    }
  }
}
