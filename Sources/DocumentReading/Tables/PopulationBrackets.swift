import MunicipalModel

/// What stands in brackets behind the name of a population item.
///
/// A unit, a note mark, a statistic or another word for the same leave the item as it is, and a day says of when a
/// stock is: 人口（10月1日現在）. Anything else may make it that of fewer people or of other years: 死亡（65歳以上）,
/// 転入（県外から）, 人口増減（5年間）.
struct PopulationBrackets {
  private let item: PopulationItem
  private let places: PopulationPlaces
  /// What stands in each of the brackets, folded.
  private let texts: [String]

  init(behind name: String, of item: PopulationItem, places: PopulationPlaces) {
    self.item = item
    self.places = places
    texts = Self.texts(in: TextFolding.key(name))
  }

  /// The first words that may make the item another one.
  var narrowing: String? { texts.first { !isPlain($0) } }

  /// The time of a stock in a year, where a bracket says its day; `nil` where none does.
  func day(in period: Period) -> Period? {
    // 年末人口 says its day itself.
    guard !item.isFlow, item != .yearEndPopulation else { return nil }
    return texts.lazy.flatMap(Self.parts).compactMap { StockDay.of($0, in: period) }.first
  }

  /// The texts of the outermost brackets behind the first letter of a folded name.
  private static func texts(in key: String) -> [String] {
    var texts: [String] = []
    var text = ""
    var depth = 0
    var isBehindName = false
    for scalar in key.unicodeScalars {
      let isClosing = ")]】〕".unicodeScalars.contains(scalar)
      if isClosing { depth -= 1 }
      if depth > 0 { text.unicodeScalars.append(scalar) }
      if isClosing, depth == 0, isBehindName { texts.append(text) }
      if "([【〔".unicodeScalars.contains(scalar) { depth += 1 }
      if depth == 0 {
        text = ""
        isBehindName = isBehindName || !isClosing && scalar.properties.isAlphabetic
      }
    }
    return texts
  }

  private static func parts(_ text: String) -> [String] {
    text.split { "、,・;:".contains($0) }.map(String.init)
  }

  // MARK: Words that leave the item as it is

  private func isPlain(_ text: String) -> Bool {
    if ["除", "のみ", "だけ", "以外", "うち", "含ま"].contains(where: text.contains) { return false }
    if ["含む", "含み", "込み"].contains(where: text.contains) { return true }
    // 国勢調査・日本人 is of some.
    if text.contains("日本人") != text.contains("外国人") { return false }
    return isName(text) || Self.parts(text).allSatisfy(isName)
  }

  private func isName(_ text: String) -> Bool {
    Self.names.contains(text) || isSynonym(text) || isFormula(text) || isTime(text)
      || MeasureUnit.isUnit(text) || PopulationUnits.isCount(text)
      || PopulationUnits.rateUnit(in: text) != nil
      || ["統計", "調査", "報告"].contains(where: text.hasSuffix)
      || text.hasPrefix("単位") || Self.isMark(text) || isWhole(text)
      || PopulationTable.statistic([text]) != nil || PopulationYearReader.isMarked(text)
      || PopulationYearReader.saysFuture(text)
  }

  private static let names: Set = [
    "実数", "人数", "実人数", "人員", "数", "数値", "値", "自然増", "自然減", "社会増", "社会減", "自然", "社会", "自然動態", "社会動態",
    "全世帯", "総世帯", "総世帯数", "現住", "常住", "確定", "確定値", "速報", "速報値", "概数", "暫定値", "登録人口", "住民登録", "TFR",
    "ベイズ推定値",
  ]

  /// Another name of the item: 老年人口（65歳以上の人）, 高齢化率（65歳以上人口割合）.
  private func isSynonym(_ text: String) -> Bool {
    if item == .totalFertilityRate { return true }
    let counted = item == .ageingRate ? .elderlyPopulation : item
    let isName = PopulationItemRule.common.contains {
      $0.group.isEmpty && $0.label == text && ($0.item == item || $0.item == counted)
    }
    let key = text.replacing("才", with: "歳")
    return isName
      || Self.ages[counted]?.contains {
        key.hasPrefix($0) && !key.dropFirst($0.count).contains(where: \.isNumber)
      } ?? false
  }

  private static let ages: [PopulationItem: Set<String>] = [
    .youngPopulation: ["0~14", "0-14", "0歳~14歳", "0歳以上15歳未満", "0歳以上14歳以下", "15歳未満", "14歳以下"],
    .workingAgePopulation: ["15~64", "15-64", "15歳~64歳", "15歳以上65歳未満", "15歳以上64歳以下"],
    .elderlyPopulation: ["65~", "65歳~", "65歳以上", "老年人口"],
  ]

  /// 出生－死亡, A－B, △は減少: what a change is made of, or how it is printed.
  private func isFormula(_ text: String) -> Bool {
    let hasKatakana = text.unicodeScalars.contains { (0x30A1...0x30FA).contains($0.value) }
    guard item.isFlow, !item.isCount, !hasKatakana else { return false }
    return text.unicodeScalars.contains {
      FigureMarks.isDash($0) || "+△▲÷".unicodeScalars.contains($0)
    }
      || text.contains("超過")
  }

  /// 年間 of a flow, 対前年 of a change, 10月1日現在 of a stock.
  private func isTime(_ text: String) -> Bool {
    guard item.isFlow else { return StockDay.isDay(text) }
    if ["年間", "1年間", "年中", "暦年", "年次", "年計", "前月中", "月中", "当月中", "月間"].contains(text) {
      return true
    }
    return !item.isCount
      && ["対前年", "対前年比", "前年比", "前年差", "対前年差", "対前年度", "対前年度比", "前年度比", "前年度差"].contains(text)
  }

  private func isWhole(_ text: String) -> Bool {
    PopulationTable.isSum(text) || ["男女計", "全体"].contains(text)
      || text.contains("日本人") && text.contains("外国人") || places.subject(ofCell: text) == .whole
  }

  /// ※1, 注2, A, ①, (B): a mark of a note or of a column.
  private static func isMark(_ text: String) -> Bool {
    if ["※", "*", "注"].contains(where: text.hasPrefix) { return true }
    let digits = text.unicodeScalars.count { $0.decimalDigit != nil }
    return digits < 2
      && text.unicodeScalars.allSatisfy { $0.isASCII || $0.circledNumber != nil }
  }
}

extension PopulationTable {
  /// Tells that the brackets behind a name make its item another one; `false` if they leave it.
  func noteNarrowed(
    _ names: [String], rule: PopulationItemRule, at place: TablePlace,
    in session: inout DocumentSession
  ) -> Bool {
    guard rule.isWhole else { return false }
    for name in names {
      let brackets = PopulationBrackets(behind: name, of: rule.item, places: places)
      guard let words = brackets.narrowing else { continue }
      session.note(
        .warning, "part-not-read", at: session.cite(place),
        ja: "「\(name)」は「\(words)」の値なので、\(rule.item.rawValue) としては読んでいません",
        en: "\"\(name)\" is of \"\(words)\" and not read as \(rule.item.rawValue)")
      return true
    }
    return false
  }
}
