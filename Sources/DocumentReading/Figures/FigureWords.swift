import MunicipalModel

/// Targets that are stated in words: 現状維持, 前年度比増, 毎年度増加, 基準値の1.5倍.
enum FigureWords {
  /// Whether a folded text without spaces says which way a figure is to go, and nothing else.
  static func areTarget(_ key: String) -> Bool {
    var scanner = TextScanner(key)
    let isCompared = scanner.skip(anyOf: references) != nil
    if isCompared {
      _ = scanner.skip(anyOf: ["対比", "比", "の", "から", "より", "と", "を", "に"])
      skipAmount(&scanner)
    }
    guard
      scanner.skip(anyOf: trends) != nil
        || isCompared && scanner.skip(anyOf: comparisons) != nil
    else { return false }
    _ = scanner.skip(anyOf: ["させる", "する", "傾向"])
    return scanner.isAtEnd
  }

  /// The words and the level of 現状値を維持（141か所）; `nil` of any other text.
  static func keptLevel(_ text: String) -> (words: String, level: String)? {
    var scanner = TextScanner(text)
    let words = scanner.read { $0 != "(" }
    let key = TextFolding.key(words)
    guard ["維持", "横ばい"].contains(where: key.hasSuffix), areTarget(key) else { return nil }
    let start = scanner.position + 1
    guard scanner.textInBrackets(wholeText: false) != nil, scanner.isAtEnd else { return nil }
    return (TextFolding.trimmed(words), scanner.original(start..<scanner.position - 1))
  }

  /// 10% or 1.5 of 前年比10%増 and 基準値の1.5倍.
  private static func skipAmount(_ scanner: inout TextScanner) {
    guard (try? FigureNumber.scan(&scanner)) != nil else { return }
    _ = scanner.skip(anyOf: ["%", "ポイント", "割", "人", "件"])
  }

  /// What is compared with, the longer words first.
  private static let references: WordList = [
    "毎年度前年度", "毎年前年", "前年度", "前年", "毎年度", "毎年", "各年度", "各年", "年々", "基準値", "基準年度", "基準年",
    "現状値", "現状", "現況値", "現況", "策定時", "全国平均", "全道平均", "道内平均", "県内平均", "県平均", "国平均", "道平均",
  ]

  /// Which way, the longer words first.
  private static let trends: WordList = [
    "維持・向上", "維持向上", "維持", "増加", "減少", "倍増", "半減", "増", "減", "向上", "上昇", "低下", "改善", "拡大", "縮小",
    "抑制", "横ばい",
  ]

  /// What needs something to be compared with.
  private static let comparisons: WordList = [
    "倍", "同程度", "同水準", "以上", "以下", "未満", "上回る", "下回る",
  ]
}
