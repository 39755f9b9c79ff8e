import MunicipalModel

/// The units that municipal tables count in.
package enum MeasureUnit {
  /// Whether a folded text, such as the last bracket of a name, is a unit.
  package static func isUnit(_ text: String) -> Bool {
    let key = TextFolding.key(text)
    if counters.contains(key) { return true }
    var scalars = Array(key.unicodeScalars)
    for period in ["/年度", "/年", "/月", "/日", "/回"] {
      let suffix = Array(period.unicodeScalars)
      if scalars.count > suffix.count, scalars.suffix(suffix.count).elementsEqual(suffix) {
        scalars.removeLast(suffix.count)
        break
      }
    }
    let base = String(scalars: scalars)
    if (!base.isEmpty && scalars.allSatisfy(FigureMarks.isDash)) || counters.contains(base) {
      return true
    }
    if isScaleOfGrades(scalars) { return true }
    while let first = scalars.first, magnitudes.contains(first), scalars.count > 1 {
      scalars.removeFirst()
    }
    if counters.contains(String(scalars: scalars)) { return true }
    guard scalars.count == 1, let only = scalars.first else { return false }
    return isIdeograph(only) && !notCounters.contains(only)
  }

  /// Whether a text is one of the units that tables have, and not only such as could be one.
  static func isCommon(_ text: String) -> Bool {
    guard isUnit(text) else { return false }
    let key = TextFolding.key(text)
    let scalars = key.unicodeScalars
    guard let only = scalars.first, isIdeograph(only), scalars.count == 1 else { return true }
    return counters.contains(key) || magnitudes.contains(only)
  }

  /// Whether figures of several years in a unit can be added up: 人, 件 and 千円, but no share, age or place.
  static func canBeAddedUp(_ unit: String) -> Bool {
    !unit.isEmpty && !unit.contains("/") && !notAddedUp.contains(unit)
      && !isScaleOfGrades(Array(unit.unicodeScalars))
  }

  /// Whether a unit is one of shares, marks, ages or places, which have no thousands.
  static func isShare(_ unit: String) -> Bool { notAddedUp.contains(unit) && unit != "年" }

  /// Whether what a unit counts comes whole: there is no half person, and no thousandth of one.
  static func countsWhole(_ unit: String) -> Bool { whole.contains(unit) }

  private static let whole: Set<String> = [
    "人", "名", "件", "社", "組", "団体", "施設", "回", "事業", "路線", "か所", "カ所", "ヶ所", "ケ所", "箇所", "個所", "本",
    "泊",
    "人泊", "世帯", "校", "園", "店", "店舗", "台", "戸", "棟", "種類", "品目", "隊", "艇", "便", "隻", "頭", "羽", "枚",
    "冊", "部",
    "通", "票", "地区", "区画", "町内会", "クラブ", "チーム", "グループ", "プラン", "講座", "コース", "自治体", "市町村", "企業", "法人",
    "組織", "延べ人", "人回", "アクセス", "フォロワー", "ダウンロード",
  ]

  private static let notAddedUp: Set<String> = [
    "%", "パーセント", "‰", "割", "P", "pt", "ポイント", "点", "歳", "位", "倍", "℃", "段階", "年", "年間",
  ]

  /// Whether the scalars after a number can be a unit at all, known or not: no sentence, no range.
  static func isWellFormed(_ scalars: [Unicode.Scalar]) -> Bool {
    scalars.count <= 12 && scalars.last != "/"
      && scalars.indices.allSatisfy { index in
        let previous = index > 0 ? scalars[index - 1] : " "
        switch scalars[index] {
        case "2", "3": return previous == "m" || previous == "O"
        case "-":
          let next = index + 1 < scalars.count ? scalars[index + 1] : " "
          return isLatinLetter(previous) && isLatinLetter(next)
        case "/": return index > 0
        case "ー", "ｰ": return isKatakana(previous)
        case "²", "³": return previous == "m"
        case "%", "‰", "℃", "°", "\u{3099}", "\u{309A}", "か", "つ", "べ", "み", "り":
          return true
        case "\u{3041}"..."\u{309F}": return false
        case "\u{3300}"..."\u{33FF}": return true
        default: return scalars[index].properties.isAlphabetic
        }
      }
  }

  private static func isLatinLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII && scalar.properties.isAlphabetic
  }

  private static func isKatakana(_ scalar: Unicode.Scalar) -> Bool {
    (0x30A1...0x30FE).contains(scalar.value) || (0xFF66...0xFF9D).contains(scalar.value)
  }

  private static let magnitudes: Set<Unicode.Scalar> = ["十", "百", "千", "万", "億", "兆"]

  private static let counters: Set<String> = [
    "%", "‰", "P", "pt", "ポイント", "人", "名", "件", "社", "組", "団体", "施設", "回", "事業", "路線", "基",
    "か所", "カ所", "ヶ所", "ケ所", "箇所", "個所", "本", "泊", "人泊", "時間", "分", "秒", "式", "世帯", "円",
    "t", "kg", "g", "トン", "ha", "a", "km", "m", "km2", "m2", "m3", "㎡", "㎥", "㎢", "k㎡", "㌶", "L",
    "kL",
    "kW", "MW", "kWh", "MWh", "GJ", "TJ", "t-CO2", "tCO2", "トンCO2", "℃", "歳", "年", "日", "か月",
    "ヶ月", "校", "園", "店", "店舗", "台", "戸", "棟", "床", "種", "種類", "品", "品目", "隊", "艇", "便", "隻",
    "頭", "羽", "尾", "枚", "冊", "部", "通", "点", "票", "位", "倍", "地区", "区画", "町内会", "クラブ", "チーム",
    "グループ", "プラン", "講座", "コース", "自治体", "市町村", "企業", "法人", "組織", "延べ人", "人/日", "アクセス",
    "PV", "mm", "cm", "mg", "GB", "MB", "dB", "ppm", "ppb", "lx", "Sv", "Bq", "ビュー", "フォロワー",
    "ダウンロード", "DL", "セット", "箱", "袋", "合", "L/人", "人回",
  ]

  /// Single ideographs that qualify a name rather than count.
  private static let notCounters: Set<Unicode.Scalar> = [
    "男", "女", "新", "旧", "計", "市", "国", "道", "都", "府", "県", "他", "内", "外", "上", "下", "前", "後",
    "案", "仮", "再", "例", "注", "略", "済", "延", "有", "無", "率", "数", "額", "等", "春", "夏", "秋", "冬", "東",
    "西", "南", "北", "大", "小", "中", "高", "低", "累", "註", "也", "余", "強", "弱", "丨", "〇", "一", "二", "三",
    "四",
    "五", "六", "七", "八",
    "九",
  ]

  /// 5段階評価, 10段階: points on a scale.
  private static func isScaleOfGrades(_ scalars: [Unicode.Scalar]) -> Bool {
    let digits = scalars.prefix { $0.decimalDigit != nil }
    guard !digits.isEmpty else { return false }
    let rest = String(scalars: scalars[digits.count...])
    return rest == "段階" || rest == "段階評価" || rest == "点満点"
  }

  private static func isIdeograph(_ scalar: Unicode.Scalar) -> Bool {
    (0x4E00...0x9FFF).contains(scalar.value)
  }
}
