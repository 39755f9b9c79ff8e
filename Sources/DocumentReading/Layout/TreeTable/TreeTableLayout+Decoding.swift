internal import MunicipalModel

extension TreeTableLayout: Decodable {
  private enum Key: String, CodingKey, CaseIterable { case title, columns }

  /// Decodes a table's layout; a member of an unknown name is an error.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.members(Key.self)
    let path = members.codingPath + [Key.columns]
    self.init(
      title: members.contains(.title) ? try members.word(.title) : nil,
      columns: try members.decode([TreeColumnRule].self, forKey: .columns))
    guard columns.contains(where: { !$0.isList }) else {
      throw StrictDecodingError(
        code: .badValue, path: path,
        expected: LocalizedText(
          ja: "リストでない列", en: "a column that is no list"),
        found: columns.isEmpty ? "[]" : "")
    }
    for (index, column) in columns.enumerated() {
      if column.isList, index == 0 || columns[index - 1].isList {
        throw StrictDecodingError(
          code: .badValue, path: path,
          expected: LocalizedText(
            ja: "リストでない列の後にあるリスト", en: "a list behind a column that is no list"),
          found: column.heading)
      }
      guard let level = column.numberFrom else { continue }
      let numbered = columns[(index + 1)...].filter {
        !$0.isList && $0.pattern?.hasNumber == true
      }
      guard numbered.contains(where: { $0.level == level }) else {
        throw StrictDecodingError(
          code: .unknownReference, path: path,
          expected: LocalizedText(
            ja: "書き方に {number} のある、後の列の level",
            en: "the level of a later column whose pattern has a {number}"),
          found: level.rawValue)
      }
    }
  }
}

extension TreeColumnRule: Decodable {
  private enum Key: String, CodingKey, CaseIterable {
    case level, heading, pattern, list, effect
    case numberFrom = "number_from"
  }

  /// Decodes a rule; a member of an unknown name is an error.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.members(Key.self)
    let effect = try members.choice(.effect, of: HeadingRule.Effect.self, default: .opens)
    let isList = try members.decodeIfPresent(Bool.self, forKey: .list) ?? false
    guard effect == .opens || effect == .reopens && !isList else {
      throw StrictDecodingError(
        code: .badValue, path: members.codingPath + [Key.effect],
        expected: LocalizedText(isList ? "opens" : "opens, reopens"), found: effect.rawValue)
    }
    self.init(
      level: PlanLevel(rawValue: try members.word(.level)),
      heading: try members.word(.heading),
      pattern: try members.parsedIfPresent(
        .pattern,
        expected: LocalizedText(
          ja: "{number} {title} のような書き方", en: "a pattern such as {number} {title}"),
        HeadingPattern.init),
      isList: isList, effect: effect,
      numberFrom: members.contains(.numberFrom)
        ? PlanLevel(rawValue: try members.word(.numberFrom)) : nil)
  }
}
