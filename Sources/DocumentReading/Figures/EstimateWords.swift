import MunicipalModel

/// The words by which a document says that a figure is not final: 見込み, 速報値, 推計, 暫定値, 概数.
enum EstimateWords {
  /// The words without 値 or み behind them, which may follow.
  private static let stems: WordList = [
    "見込", "見通し", "速報", "推計", "推定", "推測", "暫定", "予測", "予想", "予定", "概数", "概算", "試算", "想定", "未確定",
    "中間集計",
  ]

  /// What makes of such a word something else than a word on the figure: 見込みを除く, 推計人口.
  private static let others = ["除", "含まない", "含まず", "ではない", "でない", "人口", "比", "から"]

  /// Whether the folded text of a remark says that its figure is not final.
  static func areIn(_ text: String) -> Bool {
    stems.words.contains { text.contains(word: $0) } && !others.contains { text.contains(word: $0) }
  }

  /// Reads such a word where it stands alone before a figure: 見込み125人, 速報値：125人.
  static func skip(before scanner: inout TextScanner) -> String? {
    let start = scanner.position
    guard let stem = scanner.skip(anyOf: stems) else { return nil }
    let ending = scanner.skip(anyOf: endings) ?? ""
    guard let next = scanner.current,
      next.decimalDigit != nil || ": △▲-+約(".unicodeScalars.contains(next)
    else {
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

  /// Whether such a word stands at the scanner.
  static func begin(at scanner: TextScanner) -> Bool {
    guard let first = scanner.current, firstScalars.contains(first) else { return false }
    var scanner = scanner
    return scanner.skip(anyOf: stems) != nil
  }

  private static let firstScalars = Set(stems.words.compactMap { $0.unicodeScalars.first })

  private static let endings: WordList = ["み値", "み", "値", "数", "額"]
}
