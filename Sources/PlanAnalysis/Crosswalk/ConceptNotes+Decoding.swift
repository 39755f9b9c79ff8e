import MunicipalModel

extension ConceptMapping: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case concept, indicator, project, aspects, notes
    case usesPopulationTable = "population_table"
    case countedAs = "counted_as"
  }

  /// Decodes a mapping, which names either an indicator or the population table.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.members(CodingKeys.self)
    concept = try members.word(.concept)
    usesPopulationTable =
      try members.decodeIfPresent(Bool.self, forKey: .usesPopulationTable) ?? false
    let name = try members.decodeIfPresent(String.self, forKey: .indicator)
    guard (name ?? "").isEmpty == usesPopulationTable else {
      throw StrictDecodingError(
        code: .badValue, path: decoder.codingPath,
        expected: LocalizedText(
          ja: "indicator か population_table のどちらか", en: "either an indicator or population_table"))
    }
    indicator = name ?? ""
    project = try members.decodeIfPresent(String.self, forKey: .project)
    countedAs = try members.decodeIfPresent(CountedAs.self, forKey: .countedAs)
    aspects =
      try members.decodeIfPresent([String: AspectStatement].self, forKey: .aspects) ?? [:]
    notes = try members.list(.notes)
  }
}

extension ConceptMapping.CountedAs: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable { case unit, reason }

  /// Decodes a unit with its reason.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.members(CodingKeys.self)
    unit = try members.word(.unit)
    reason = try members.decode(LocalizedText.self, forKey: .reason)
  }
}

extension AspectStatement: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable { case value, ja, en }

  /// Decodes a statement; without `value`, the document does not say.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.members(CodingKeys.self)
    value = try members.decodeIfPresent(String.self, forKey: .value)
    text = LocalizedText(ja: try members.word(.ja), en: try members.word(.en))
  }
}

extension RejectedIndicator: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable { case indicator, project, reason }

  /// Decodes an indicator that is not paired.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.members(CodingKeys.self)
    indicator = try members.word(.indicator)
    project = try members.decodeIfPresent(String.self, forKey: .project)
    reason = try members.decode(LocalizedText.self, forKey: .reason)
  }
}

extension ThemeAssignment: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case documents, level, number, title, themes, reason
  }

  /// Decodes an assignment, which names its node by number or by title.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.members(CodingKeys.self)
    documents = try members.list(.documents, of: String.self).map(DocumentID.init(rawValue:))
    level = PlanLevel(rawValue: try members.word(.level))
    number = try members.decodeIfPresent(String.self, forKey: .number)
    title = try members.decodeIfPresent(String.self, forKey: .title)
    themes = try members.decode([String].self, forKey: .themes)
    reason = try members.decode(LocalizedText.self, forKey: .reason)
    guard (number == nil) != (title == nil), !themes.isEmpty else {
      throw StrictDecodingError(
        code: .badValue, path: decoder.codingPath,
        expected: LocalizedText(
          ja: "number か title と、一つ以上の theme", en: "a number or a title, and at least one theme"))
    }
  }
}

extension GoalAssignment: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable { case level, title, goals, reason }

  /// Decodes an assignment of at least one goal.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.members(CodingKeys.self)
    level = PlanLevel(rawValue: try members.word(.level))
    title = try members.word(.title)
    goals = try members.decode([SDGNumber].self, forKey: .goals).map(\.value)
    reason = try members.decode(LocalizedText.self, forKey: .reason)
    guard !goals.isEmpty else {
      throw StrictDecodingError(
        code: .badValue, path: decoder.codingPath,
        expected: LocalizedText(
          ja: "一つ以上の goal", en: "at least one goal"))
    }
  }
}
