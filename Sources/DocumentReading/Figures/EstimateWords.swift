import MunicipalModel

/// The words by which a document says that a figure is not final: 見込み, 速報値, 推計, 暫定値, 概数.
enum EstimateWords {
  /// The words without 値 or み behind them, which may follow.
  private static let stems = [
    "見込", "見通し", "速報", "推計", "推定", "推測", "暫定", "予測", "予想", "予定", "概数", "概算", "試算", "想定", "未確定",
    "中間集計",
  ]

  /// What makes of such a word something else than a word on the figure: 見込みを除く, 推計人口.
  private static let others = ["除", "含まない", "含まず", "ではない", "でない", "人口", "比", "から"]

  /// Whether the folded text of a remark says that its figure is not final.
  static func areIn(_ text: String) -> Bool {
    stems.contains { text.contains(word: $0) } && !others.contains { text.contains(word: $0) }
  }

  /// Reads such a word where it stands alone before a figure: 見込み125人, 速報値：125人.
  static func skip(_ scanner: inout TextScanner) -> String? {
    let start = scanner.position
    guard let stem = scanner.skip(anyOf: stems) else { return nil }
    let ending = scanner.skip(anyOf: endings) ?? ""
    guard let next = scanner.current, next.decimalDigit != nil || ": △▲-+約(".unicodeScalars.contains(next) else {
      scanner.position = start
      return nil
    }
    return stem + ending
  }

  /// Reads such a word where nothing but brackets or a mark follows it: 125 人 見込み.
  static func skip(atEndOf scanner: inout TextScanner) -> String? {
    let start = scanner.position
    guard let stem = scanner.skip(anyOf: stems) else { return nil }
    let ending = scanner.skip(anyOf: endings) ?? ""
    guard scanner.current.map({ " (※*".unicodeScalars.contains($0) }) ?? true else {
      scanner.position = start
      return nil
    }
    return stem + ending
  }

  /// Takes such a word off the end of a unit: 人 and 見込み of 125人見込み.
  static func remove(from unit: inout String) -> String? {
    guard unit.utf8.count >= 6 else { return nil }
    for stem in stems {
      guard let offset = unit.firstOffset(of: stem) else { continue }
      let start = unit.utf8.index(unit.startIndex, offsetBy: offset)
      let word = String(unit[start...])
      guard word == stem || endings.contains(where: { word == stem + $0 }) else { continue }
      unit.removeSubrange(start...)
      return word
    }
    return nil
  }

  private static let endings = ["み値", "み", "値", "数", "額"]
}
