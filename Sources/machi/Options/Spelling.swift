import MachiKurabe

/// Finds the word that was probably meant.
enum Spelling {
  /// What is expected instead of a word that is none of several: the nearest of them, and all.
  static func expectation(for word: String, among words: [String]) -> LocalizedText {
    let all = LocalizedText(
      ja: "\(words.joined(separator: "、"))のどれかを指定してください",
      en: "expected one of \(words.joined(separator: ", "))")
    guard let near = nearest(to: word, among: words) else { return all }
    return LocalizedText(
      ja: "「\(near)」のことですか？ \(all.ja)", en: "did you mean \(near)? \(all.en)")
  }

  /// The nearest of several words, or `nil` if none is near.
  ///
  /// Near is a word of which at most a third is wrong, or one that begins with what was typed.
  static func nearest(to word: String, among words: [String]) -> String? {
    let ranked = words.map { (word: $0, distance: distance(word, $0)) }
    if let best = ranked.min(by: { $0.distance < $1.distance }),
      best.distance <= max(1, best.word.count / 3)
    {
      return best.word
    }
    let beginning = words.filter { word.count >= 2 && $0.hasPrefix(word) }
    return beginning.count == 1 ? beginning.first : nil
  }

  /// How many letters have to be added, removed, replaced or swapped with their neighbour.
  static func distance(_ left: String, _ right: String) -> Int {
    let left = Array(left)
    let right = Array(right)
    var rows = [Array(0...right.count)]
    for (i, letter) in left.enumerated() {
      var row = [i + 1]
      for (j, other) in right.enumerated() {
        var cost = min(row[j] + 1, rows[i][j + 1] + 1, rows[i][j] + (letter == other ? 0 : 1))
        if i > 0, j > 0, letter == right[j - 1], left[i - 1] == other {
          cost = min(cost, rows[i - 1][j - 1] + 1)
        }
        row.append(cost)
      }
      rows.append(row)
    }
    return rows.last?.last ?? 0
  }
}
