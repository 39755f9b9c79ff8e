/// Which way of an indicator is better.
public enum Direction: String, Hashable, Sendable, Codable, CaseIterable {
  /// More is better.
  case higher
  /// Less is better.
  case lower
}

/// A direction that a document prints, as a column 方向性 does: ↑, 減, 高いほど良い.
package struct PrintedDirection: Hashable, Sendable, Codable {
  /// Which way is better.
  package let direction: Direction
  /// Where it was printed.
  package let citation: Citation

  /// Makes a printed direction.
  package init(_ direction: Direction, citation: Citation) {
    self.direction = direction
    self.citation = citation
  }
}

extension Direction {
  /// Reads a cell that says nothing but a direction: ↑, 増, 減少させる, 高いほど良い; `nil` for anything else,
  /// such as 継続 or 拡充.
  package init?(printed text: some StringProtocol) {
    var key = TextFolding.key(text)
    for phrase in Self.phrases {
      while key.hasSuffix(phrase), key != phrase { key.removeLast(phrase.count) }
    }
    if Self.higherWords.contains(key) {
      self = .higher
    } else if Self.lowerWords.contains(key) {
      self = .lower
    } else {
      return nil
    }
  }

  /// Reads the direction that the words of a target end in: 10％削減, 現状より増加, 100件以下.
  package init?(endOf text: some StringProtocol) {
    let key = TextFolding.key(text)
    func ends(in words: [String]) -> Bool { words.contains(where: key.hasSuffix) }
    if ends(in: Self.higherEndings) {
      self = .higher
    } else if ends(in: Self.lowerEndings) {
      self = .lower
    } else {
      return nil
    }
  }

  /// The arrow that a text has, if it has one kind only.
  package init?(arrowIn text: some StringProtocol) {
    let arrows = Set(
      text.unicodeScalars.compactMap { scalar -> Direction? in
        Self.upward.contains(scalar) ? .higher : Self.downward.contains(scalar) ? .lower : nil
      })
    guard arrows.count == 1, let arrow = arrows.first else { return nil }
    self = arrow
  }

  /// Whether a scalar is an arrow up or down.
  package static func isArrow(_ scalar: Unicode.Scalar) -> Bool {
    upward.contains(scalar) || downward.contains(scalar)
  }

  private static let upward: Set<Unicode.Scalar> = ["↑", "⇑", "⇧", "⬆", "↗", "⬈", "⤴", "🡅"]
  private static let downward: Set<Unicode.Scalar> = ["↓", "⇓", "⇩", "⬇", "↘", "⬊", "⤵", "🡇"]

  /// What may follow the word; the longer phrases first.
  private static let phrases = [
    "を目指す", "をめざす", "が望ましい", "ほど望ましい", "ほど良い", "ほどよい", "ほうが良い", "ほうがよい", "方が良い",
    "方がよい", "が良い", "がよい", "させる", "する", "傾向", "方向", "目標", "を図る", "に努める",
  ]
  private static let higherWords: Set<String> = [
    "↑", "⇑", "⇧", "⬆", "↗", "増", "増加", "上昇", "向上", "拡大", "増大", "増やす", "高める", "上げる", "高", "高い", "大",
    "大きい", "多", "多い", "上", "上向き", "プラス", "+", "UP", "up", "Up", "higher",
  ]
  private static let lowerWords: Set<String> = [
    "↓", "⇓", "⇩", "⬇", "↘", "減", "減少", "低下", "下降", "削減", "抑制", "縮小", "軽減", "低減", "減らす", "低める",
    "下げる",
    "低", "低い", "小", "小さい", "少", "少ない", "下", "下向き", "マイナス", "-", "DOWN", "down", "Down", "lower",
  ]
  private static let higherEndings = [
    "増加", "増", "上昇", "向上", "拡大", "増大", "延伸", "以上", "超", "超える", "上回る", "増やす", "増加させる", "向上させる",
    "高める", "↑", "増加傾向",
  ]
  private static let lowerEndings = [
    "減少", "減", "低下", "削減", "抑制", "縮小", "軽減", "低減", "短縮", "以下", "以内", "未満", "下回る", "減らす", "減少させる",
    "低下させる", "削減する", "抑制する", "抑える", "↓", "減少傾向",
  ]
}
