import MunicipalModel

/// Reads from the name of an indicator which way is better, by the words of the built-in list.
///
/// The last word of the list decides, as the head of a Japanese name stands last: in ごみのリサイクル率 it is リサイクル, in
/// 交通事故防止教室の開催回数 開催. It decides only where nothing but words of measure follow (数, の割合, 1人当たり: the data
/// file `measure-words.tsv`); ごみステーション数 counts no waste. A negation turns the sense: むし歯のない児童の割合, 未利用.
/// A name that ends in an aim (満足度の向上, ごみ排出量の削減) is read as that.
struct NameDirection {
  private let rules: [Unicode.Scalar: [(word: [Unicode.Scalar], rule: DirectionRule)]]

  init(_ rules: [DirectionRule]) {
    self.rules = Dictionary(
      grouping: rules.map { (word: Array($0.word.uppercased().unicodeScalars), rule: $0) }
    ) { $0.word.first ?? " " }
  }

  /// What the name tells; `nil` if nothing.
  func rule(for name: String) -> DirectionRule? {
    let key = Self.scalars(of: name)
    let outside = Self.withoutBrackets(key)
    return rule(in: outside.isEmpty ? key.filter { !Self.isMark($0) } : outside)
  }

  /// Whether such figures may be above and below zero, also where no direction is told.
  func mayChangeSign(_ name: String) -> Bool {
    lastMatch(in: Self.withoutBrackets(Self.scalars(of: name)))?.rule.mayChangeSign == true
  }

  private func rule(in name: [Unicode.Scalar]) -> DirectionRule? {
    for aim in Self.aims where name.count > aim.word.count && name.ends(with: aim.word) {
      return rule(aimingAt: aim, base: Array(name.dropLast(aim.word.count)))
    }
    guard let match = lastMatch(in: name), !isDivisor(match, in: name) else { return nil }
    guard let isNegated = MeasureWords.builtIn.negation(in: name[match.end...]) else { return nil }
    let isTurned = isNegated != Self.isNegated(before: match.start, in: name)
    switch match.rule.sense {
    case .growth, .decline: return change(match, in: name)
    case .higher, .lower, .loss:
      return isTurned ? match.rule.with(match.rule.sense.turned) : match.rule
    case .either: return match.rule
    }
  }

  /// The residents of 人口10万人当たり are what is divided by.
  private func isDivisor(_ match: Match, in name: [Unicode.Scalar]) -> Bool {
    match.rule.word == "人口"
      && name[match.end...].contains {
        $0 == "当" || $0 == "あ" || $0 == "対" || $0.decimalDigit != nil
      }
  }

  /// 転入者増加率 is good as 転入者 is, 人口減少率 a loss as 人口 is good.
  private func change(_ match: Match, in name: [Unicode.Scalar]) -> DirectionRule? {
    guard let base = rule(in: Array(name[..<match.start])) else { return nil }
    let sense: DirectionRule.Sense
    switch (match.rule.sense, base.sense) {
    case (.growth, let own): sense = own
    case (_, .higher): sense = .loss
    case (_, .lower), (_, .loss): sense = .higher
    default: sense = .either
    }
    let word = base.word + match.rule.word
    return DirectionRule(word: word, sense: sense, mayChangeSign: true, reason: base.reason)
  }

  // MARK: Aims

  private struct Ending {
    let word: [Unicode.Scalar]
    let direction: Direction?

    init(_ word: String, _ direction: Direction?) {
      self.word = Array(word.unicodeScalars)
      self.direction = direction
    }
  }

  /// How names end that say what is aimed at, the longer ones first; without a direction what stands before
  /// decides.
  private static let aims: [Ending] =
    [("増加抑制", Direction.lower), ("上昇抑制", .lower)].map(Ending.init)
    + ["減少", "低下", "削減", "抑制", "縮小", "軽減", "低減", "短縮", "縮減"].map { Ending($0, .lower) }
    + ["増加", "向上", "上昇", "拡大", "増大", "延伸"].map { Ending($0, .higher) }
    + ["ゼロ", "改善", "維持", "現状維持", "確保", "適正化", "安定化", "健全化", "充実", "強化"].map { Ending($0, nil) }

  private func rule(aimingAt aim: Ending, base: [Unicode.Scalar]) -> DirectionRule? {
    let hasParticle = base.last == "の"
    let base = hasParticle ? Array(base.dropLast()) : base
    let told = rule(in: base)
    guard let direction = aim.direction else { return told }
    let isMeasure = MeasureWords.builtIn.ends(base)
    switch (told?.sense, direction) {
    case (.loss, _): return told
    case (.either, _): return nil
    case (.lower, .lower): return hasParticle || isMeasure ? told : nil
    case (.higher, .higher): return told
    case (.some, _): return nil
    case (nil, .lower) where !isMeasure: return nil
    case (nil, _):
      let word = String(String.UnicodeScalarView(aim.word))
      return DirectionRule(
        word: word, sense: direction == .higher ? .higher : .lower,
        reason: LocalizedText(ja: "名称が目指す向き", en: "what the name aims at"))
    }
  }

  // MARK: Words

  private struct Match {
    let start: Int
    let end: Int
    let rule: DirectionRule
  }

  /// The last word of the list in a name; of words that overlap the longest counts.
  private func lastMatch(in name: [Unicode.Scalar]) -> Match? {
    var found: [Match] = []
    for start in name.indices {
      for entry in rules[name[start]] ?? [] where name[start...].starts(with: entry.word) {
        found.append(Match(start: start, end: start + entry.word.count, rule: entry.rule))
      }
    }
    found.sort { ($0.end - $0.start, $1.start) > ($1.end - $1.start, $0.start) }
    var taken: [Match] = []
    for match in found
    where taken.allSatisfy({ match.end <= $0.start || $0.end <= match.start }) {
      taken.append(match)
    }
    return taken.max { $0.start < $1.start }
  }

  /// 未利用, 不参加, 無事故, 低所得.
  private static func isNegated(before start: Int, in name: [Unicode.Scalar]) -> Bool {
    start > 0 && ["未", "不", "非", "無", "低"].contains(name[start - 1])
  }

  private static func scalars(of name: String) -> [Unicode.Scalar] {
    TextFolding.key(name).uppercased().unicodeScalars.map { $0 == "₂" ? "2" : $0 }
  }

  /// A name without what stands in brackets, and without quotes and arrows.
  private static func withoutBrackets(_ key: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var depth = 0
    var result: [Unicode.Scalar] = []
    for scalar in key {
      switch scalar {
      case "(", "[", "【", "〔", "<", "〈": depth += 1
      case ")", "]", "】", "〕", ">", "〉":
        if depth == 0, !isMark(scalar) { result.append(scalar) }
        depth = max(0, depth - 1)
      default: if depth == 0, !isMark(scalar) { result.append(scalar) }
      }
    }
    return result
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "「", "」", "『", "』", "“", "”", "\"", "※", "*", "(", ")", "[", "]", "【", "】": true
    default: Direction.isArrow(scalar)
    }
  }
}

extension [Unicode.Scalar] {
  fileprivate func ends(with word: [Unicode.Scalar]) -> Bool {
    suffix(word.count).elementsEqual(word)
  }
}

extension DirectionRule {
  /// The rule with another sense, as a negation gives it.
  fileprivate func with(_ sense: Sense) -> Self {
    Self(word: word, sense: sense, mayChangeSign: mayChangeSign, reason: reason)
  }
}

extension DirectionRule.Sense {
  fileprivate var turned: Self {
    switch self {
    case .higher: .lower
    case .lower, .loss: .higher
    case .either, .growth, .decline: self
    }
  }
}
