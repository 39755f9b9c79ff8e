import MunicipalModel

/// Words by which the indicators of a concept are recognised.
///
/// Width and spaces do not matter. A pattern without any word to look for recognises nothing.
package struct NamePattern: Hashable, Sendable {
  /// Words that must all be in the name.
  package let all: [String]
  /// Words of which at least one must be in the name; none is asked for if the list is empty.
  package let any: [String]
  /// Words that must not be in the name.
  package let none: [String]
  /// Words of which at least one must be in the project's title, if the list is not empty.
  package let project: [String]
  /// The words as names are folded: all, any, none, project.
  private let keys: [[String]]

  /// Makes a pattern.
  package init(
    all: [String] = [], any: [String] = [], none: [String] = [], project: [String] = []
  ) {
    self.all = all
    self.any = any
    self.none = none
    self.project = project
    keys = [all, any, none, project].map { $0.map { TextFolding.key($0) } }
  }

  /// Whether an indicator's name has the words.
  ///
  /// - Parameters:
  ///   - name: the name as printed.
  ///   - titles: the titles of the nodes that it belongs to, the project's among them.
  package func matches(name: String, titles: [String]) -> Bool {
    matches(key: TextFolding.key(name), titles: titles.map { TextFolding.key($0) })
  }

  /// The same for a name and titles that have been folded.
  func matches(key: String, titles: [String]) -> Bool {
    guard !all.isEmpty || !any.isEmpty else { return false }
    let has = key.contains(word:)
    guard keys[0].allSatisfy(has), any.isEmpty || keys[1].contains(where: has),
      !keys[2].contains(where: has)
    else { return false }
    guard !project.isEmpty else { return true }
    return keys[3].contains { word in titles.contains { $0.contains(word: word) } }
  }
}

extension NamePattern: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable { case all, any, none, project }

  /// Decodes a pattern; it must have a word to look for.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.members(CodingKeys.self)
    self.init(
      all: try members.list(.all), any: try members.list(.any), none: try members.list(.none),
      project: try members.list(.project))
    guard !all.isEmpty || !any.isEmpty, !(all + any + none + project).contains("") else {
      throw StrictDecodingError(
        code: .badValue, path: decoder.codingPath,
        expected: LocalizedText(
          ja: "all か any の言葉（空のものは不可）", en: "words in all or any, none empty"))
    }
  }
}
