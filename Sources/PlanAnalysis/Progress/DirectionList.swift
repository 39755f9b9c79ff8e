public import MunicipalModel

/// A word in an indicator's name that tells which way is better.
package struct DirectionRule: Hashable, Sendable {
  /// What the word tells.
  package enum Sense: String, Hashable, Sendable, CaseIterable {
    /// More is better.
    case higher
    /// Less is better.
    case lower
    /// The name is that of a loss (転出超過), so less is better; but where it is printed below zero
    /// (▲312), it is printed as a balance, and more is better.
    case loss
    /// Neither way is better in itself (保険料, 職員数): baseline and target tell nothing either.
    case either
    /// A growth (増加率), good if what grows is good.
    case growth
    /// A decline (減少率), good if what declines is bad.
    case decline
  }

  /// The word, in half width.
  package let word: String
  /// What it tells.
  package let sense: Sense
  /// Whether such figures may be above and below zero, so that growth rates are not defined for them.
  package let mayChangeSign: Bool
  /// Why.
  package let reason: LocalizedText

  /// Makes a rule.
  package init(word: String, sense: Sense, mayChangeSign: Bool = false, reason: LocalizedText) {
    self.word = TextFolding.key(word)
    self.sense = sense
    self.mayChangeSign = mayChangeSign
    self.reason = reason
  }
}

/// Words in the names of indicators that tell which way is better.
///
/// Of the built-in list the last word that a name contains decides, where only words of measure follow it: in
/// 転出超過数 転出超過 does, in ごみのリサイクル率 リサイクル. Of a caller's list the longest word does, wherever it
/// stands; of words of one length, the one that begins first in the name.
public struct DirectionList: Hashable, Sendable {
  /// Lists of rules, the one that wins first.
  private let lists: [Part]

  /// One list, the caller's or the built-in one.
  private struct Part: Hashable, Sendable {
    let rules: [DirectionRule]
    let isBuiltIn: Bool
  }

  /// The rules.
  package var rules: [DirectionRule] { lists.flatMap(\.rules) }

  /// Makes a list.
  package init(_ rules: [DirectionRule]) {
    self.init(lists: [Part(rules: rules, isBuiltIn: false)])
  }

  private init(lists: [Part]) { self.lists = lists }

  /// The built-in list, the data file `directions.tsv`.
  public static let builtIn: DirectionList = {
    let rules = (try? DirectionList(table: BuiltInFiles.all.text("directions.tsv")))?.rules ?? []
    return DirectionList(lists: [Part(rules: rules, isBuiltIn: true)])
  }()

  private static let names = NameDirection(builtIn.rules)

  /// Reads a table of tab-separated columns: word, direction, reason in Japanese and in English, sign.
  ///
  /// The first line is a heading. `direction` is `higher`, `lower`, `loss`, `either`, `growth` or `decline`; `sign`
  /// is `any` for figures that may change sign, and may be left out.
  ///
  /// - Throws: ``DirectionListError`` with the line that cannot be read.
  public init(table: String) throws(DirectionListError) {
    var rules: [DirectionRule] = []
    // Line feeds alone are looked for by bytes, which most tables have.
    let lines =
      table.utf8.contains(0x0D)
      ? table.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      : Array(table.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
        .map { Substring(decoding: $0, as: UTF8.self) }
    for (index, line) in lines.enumerated().dropFirst() where !TextFolding.isBlank(line) {
      let cells = Array(line.utf8).split(separator: 0x09, omittingEmptySubsequences: false)
        .map { TextFolding.trimmed(String(decoding: $0, as: UTF8.self)) }
      func error(_ code: DirectionListError.Code) -> DirectionListError {
        DirectionListError(code: code, line: index + 1, text: String(line))
      }
      guard (4...5).contains(cells.count) else { throw error(.wrongColumns) }
      guard !cells[0].isEmpty else { throw error(.noWord) }
      guard let sense = DirectionRule.Sense(rawValue: cells[1]) else {
        throw error(.unknownDirection)
      }
      let sign = cells.count > 4 ? cells[4] : ""
      guard ["", "any"].contains(sign) else { throw error(.unknownSign) }
      rules.append(
        DirectionRule(
          word: cells[0], sense: sense, mayChangeSign: sign == "any",
          reason: LocalizedText(ja: cells[2], en: cells[3])))
    }
    self.init(rules)
  }

  /// This list, and another one for the names that none of its words is in.
  public func before(_ other: DirectionList) -> DirectionList {
    DirectionList(lists: lists + other.lists)
  }

  /// The rule for a name, if a word of the list tells of it.
  ///
  /// Where a negation turns the word (未利用, むし歯のない), or a change stands behind it (人口減少率), the sense is that of
  /// the whole name.
  package func rule(for name: String) -> DirectionRule? {
    let key = TextFolding.key(name)
    for part in lists {
      let found = part.isBuiltIn ? Self.names.rule(for: name) : Self.rule(for: key, in: part.rules)
      if let found { return found }
    }
    return nil
  }

  /// Whether figures of the name may be above and below zero, also where no direction is told (増加率).
  ///
  /// - Parameter rule: the rule for the name.
  func mayChangeSign(_ name: String, _ rule: DirectionRule?) -> Bool {
    if let rule { return rule.mayChangeSign }
    return lists.contains(where: \.isBuiltIn) && Self.names.mayChangeSign(name)
  }

  private static func rule(for key: String, in rules: [DirectionRule]) -> DirectionRule? {
    var best: (rule: DirectionRule, offset: Int)?
    for rule in rules {
      guard let offset = key.firstOffset(of: rule.word) else { continue }
      if let found = best {
        let (length, longest) = (rule.word.utf8.count, found.rule.word.utf8.count)
        guard length > longest || (length == longest && offset < found.offset) else { continue }
      }
      best = (rule, offset)
    }
    return best?.rule
  }
}

/// Says why a table of directions cannot be read.
public struct DirectionListError: Failure {
  /// What is wrong.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// A stable name.
    public let rawValue: String
    /// Makes a code from its name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The line has not four or five columns.
    package static let wrongColumns = Self(rawValue: "wrong-columns")
    /// The line names no word.
    package static let noWord = Self(rawValue: "no-word")
    /// The direction is none of ``DirectionRule/Sense``.
    package static let unknownDirection = Self(rawValue: "unknown-direction")
    /// The sign is neither empty nor `any`.
    package static let unknownSign = Self(rawValue: "unknown-sign")
  }

  /// What is wrong.
  public let code: Code
  /// The line of the table, from 1.
  public let line: Int
  /// The text of the line.
  public let text: String
}

extension DirectionRule.Sense {
  fileprivate static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension DirectionListError: CustomStringConvertible {
  /// Where it was noticed.
  public var place: FailurePlace? { FailurePlace("", line: line) }

  /// One sentence for a person to read.
  public var message: LocalizedText {
    let (ja, en) =
      switch code {
      case .wrongColumns:
        ("列は「語、向き、理由（日本語）、理由（英語）」の4つと任意の「符号」です", "expected 4 or 5 columns separated by tabs")
      case .noWord: ("語がありません", "there is no word")
      case .unknownDirection:
        (
          "向きは \(DirectionRule.Sense.names) のどれかです",
          "the direction must be one of \(DirectionRule.Sense.names)"
        )
      case .unknownSign: ("符号は空欄か any です", "the sign must be empty or any")
      default: (code.rawValue, code.rawValue)
      }
    return LocalizedText(
      ja: "\(line)行目: \(ja)（「\(text)」）", en: "line \(line): \(en); found \"\(text)\"")
  }

  /// The English message.
  public var description: String { message.en }
}
