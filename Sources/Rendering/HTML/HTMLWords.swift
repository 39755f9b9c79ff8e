import MunicipalModel

/// The words that a page adds to a report.
enum HTMLWords {
  static let skip = LocalizedText(ja: "本文へ", en: "Skip to the content")
  static let contents = LocalizedText(ja: "目次", en: "Contents")
  static let notes = LocalizedText(ja: "出典と算式", en: "Sources and formulas")
  static let documents = LocalizedText(ja: "資料", en: "Documents")
  static let noteColumn = LocalizedText(ja: "注", en: "Note")
  static let allTables = LocalizedText(ja: "すべての表と注", en: "All tables and notes")
  static let firstPage = LocalizedText(ja: "← 図とまとめ", en: "← Charts and summary")
  static let more = LocalizedText(ja: "くわしく", en: "More")
  static let cite = LocalizedText(ja: "引用", en: "Cite")
  static let table = LocalizedText(ja: "表", en: "table")
  static let chart = LocalizedText(ja: "図", en: "chart")
  static let row = LocalizedText(ja: "行", en: "row")

  /// How many there are of something: 表3点, 3 tables.
  static func count(_ number: Int, _ word: LocalizedText, _ language: Language) -> String {
    switch language {
    case .japanese: word == row ? "\(number)\(word.ja)" : "\(word.ja)\(number)点"
    case .english: "\(number) \(word.en)\(number == 1 ? "" : "s")"
    }
  }
}
