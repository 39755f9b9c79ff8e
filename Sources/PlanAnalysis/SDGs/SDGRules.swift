package import MunicipalModel

/// One of the 17 Sustainable Development Goals.
package struct SDGGoal: Hashable, Sendable {
  /// The goal, 1 to 17.
  package let number: Int
  /// Its short name.
  package let name: LocalizedText
}

/// A rule that assigns a goal by words: a title with one of the words serves the goal.
package struct SDGRule: Hashable, Sendable, Identifiable {
  /// The stable name, in snake case.
  package let id: String
  /// The goal, 1 to 17.
  package let goal: Int
  /// Words of which at least one must be in the title.
  package let any: [String]
  /// Words that must not be in the title.
  package let none: [String]
  /// Why a title with such a word serves the goal.
  package let rationale: LocalizedText
  /// The words as texts are folded.
  private let anyKeys: [String]
  private let noneKeys: [String]
  /// The first character of each word.
  private let anyFirsts: [Unicode.Scalar?]

  /// The word by which a text is taken, or `nil` if it is not.
  ///
  /// - Parameter scalars: the characters of the text; a word that begins with none of them need not be looked for.
  func word(in key: String, of scalars: Set<Unicode.Scalar>) -> String? {
    let found = anyKeys.indices.first { index in
      anyFirsts[index].map(scalars.contains) == true && key.contains(word: anyKeys[index])
    }
    guard let found, !noneKeys.contains(where: key.contains(word:))
    else { return nil }
    return any[found]
  }
}

/// The 17 goals and the rules that assign them to what plans say.
package struct SDGRules: Hashable, Sendable {
  /// The goals, 1 to 17.
  package let goals: [SDGGoal]
  /// The rules, in the order of the goals.
  package let rules: [SDGRule]

  /// The rules that come with the package.
  ///
  /// - Throws: ``TextFormats/DataFileError`` if the built-in file is damaged.
  package static func builtIn() throws(DataFileError) -> Self {
    try Self(BuiltInFiles.all.file("sdg-rules.json"))
  }

  /// Reads rules from a file like the built-in `sdg-rules.json`.
  ///
  /// - Throws: ``TextFormats/DataFileError`` that names the entry: a goal outside of 1 to 17, an identifier or a
  ///   goal that is there twice, a goal that is missing, a member that is missing or unknown.
  package init(_ file: BuiltInFile) throws(DataFileError) {
    let contents = try StrictJSON.decode(RuleFile.self, from: file)
    try ConceptTaxonomy.checkUnique(
      contents.goals.map { "\($0.number)" }, file: file.name, list: "goals")
    try ConceptTaxonomy.checkUnique(
      contents.rules.map(\.id), file: file.name, list: "rules")
    goals = contents.goals.sorted { $0.number < $1.number }
    rules = contents.rules
    guard goals.count == 17 else {
      throw DataFileError(
        code: .missingMember, file: file.name, path: "goals",
        expected: LocalizedText(
          ja: "17のゴール", en: "17 goals"),
        found: "\(goals.count)")
    }
  }
}

extension SDGGoal: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable { case goal, name }

  /// Decodes a goal.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.members(CodingKeys.self)
    number = try members.decode(SDGNumber.self, forKey: .goal).value
    name = try members.decode(LocalizedText.self, forKey: .name)
  }
}

extension SDGRule: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable { case id, goal, any, none, rationale }

  /// Decodes a rule, which must have a word to look for.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.members(CodingKeys.self)
    id = try members.word(.id)
    goal = try members.decode(SDGNumber.self, forKey: .goal).value
    any = try members.list(.any)
    none = try members.list(.none)
    rationale = try members.decode(LocalizedText.self, forKey: .rationale)
    anyKeys = any.map { TextFolding.key($0) }
    noneKeys = none.map { TextFolding.key($0) }
    anyFirsts = anyKeys.map(\.unicodeScalars.first)
    guard !any.isEmpty, !(any + none).contains("") else {
      throw StrictDecodingError(
        code: .badValue, path: decoder.codingPath,
        expected: LocalizedText(
          ja: "any の言葉（空のものは不可）", en: "words in any, none empty"))
    }
  }
}

private struct RuleFile: Decodable {
  let goals: [SDGGoal]
  let rules: [SDGRule]

  enum CodingKeys: String, CodingKey, CaseIterable { case goals, rules }

  init(from decoder: any Decoder) throws {
    let members = try decoder.members(CodingKeys.self)
    goals = try members.decode([SDGGoal].self, forKey: .goals)
    rules = try members.list(.rules)
  }
}
