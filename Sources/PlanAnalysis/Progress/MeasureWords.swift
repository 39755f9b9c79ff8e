import MunicipalModel

/// Words that only measure what stands before them in a name: 数, の割合, 1人当たり, the data file `measure-words.tsv`.
struct MeasureWords {
  private let words: [Unicode.Scalar: [(word: [Unicode.Scalar], isNegation: Bool)]]

  static let builtIn = MeasureWords(table: BuiltInFiles.all.text("measure-words.tsv"))

  private init(table: String) {
    let entries = table.utf8.split(separator: 0x0A).dropFirst().map { line in
      let cells = line.split(separator: 0x09).map { String(Substring($0)) }
      let word = TextFolding.key(cells.first ?? "").uppercased()
      return (word: Array(word.unicodeScalars), isNegation: cells.count > 1 && cells[1] == "not")
    }
    words = Dictionary(grouping: entries.filter { !$0.word.isEmpty }) { $0.word[0] }
      .mapValues { $0.sorted { $0.word.count > $1.word.count } }
  }

  /// Whether an odd number of negations stands among words of measure; `nil` if something else stands there.
  func negation(in tail: ArraySlice<Unicode.Scalar>) -> Bool? {
    // A longer word may leave a rest that a shorter one would not: each length that fits is tried.
    var memo: [Int: Bool?] = [:]
    func read(_ start: Int) -> Bool? {
      guard start < tail.endIndex else { return false }
      if let known = memo[start] { return known }
      var result: Bool?
      let scalar = tail[start]
      if scalar.isASCII || ["・", "、", "，", "。", "／", "～"].contains(scalar) {
        let isLetter = scalar.properties.isAlphabetic
        result = isLetter ? nil : read(start + 1)
      }
      for entry in words[scalar] ?? [] where result == nil {
        guard tail[start...].starts(with: entry.word), let rest = read(start + entry.word.count)
        else { continue }
        result = rest != entry.isNegation
      }
      memo[start] = .some(result)
      return result
    }
    return read(tail.startIndex)
  }

  /// Whether a name ends in a word of measure: 排出量, 待機児童数, 自殺者.
  func ends(_ name: [Unicode.Scalar]) -> Bool {
    Self.endings.contains { name.suffix($0.count).elementsEqual($0) }
  }

  private static let endings: [[Unicode.Scalar]] = [
    "数", "率", "量", "額", "費", "件", "者", "人", "割合", "面積", "時間", "度", "高", "比", "値", "日", "間", "戸",
    "債", "指数",
    "残高", "コスト",
  ].map { Array($0.unicodeScalars) }
}
