public import MunicipalModel

/// What a city's folder says about its indicators: which concept each measures, and how it is defined.
///
/// It extends the taxonomy, from a file `concepts.json` beside the city's documents.
public struct ConceptNotes: Hashable, Sendable {
  /// The municipality.
  public let municipality: MunicipalityCode
  /// Which indicator measures which concept; the first one of a concept leads.
  package let indicators: [ConceptMapping]
  /// Indicators that look alike and are not paired, and why.
  package let notPaired: [RejectedIndicator]
  /// Which theme the nodes of the city's plans belong to.
  package let themes: [ThemeAssignment]
  /// Which of the 17 goals a node serves, where words would not tell.
  package let goals: [GoalAssignment]
  /// The name of the file, for messages.
  public let file: String

  /// Reads a city's file.
  ///
  /// - Throws: ``TextFormats/DataFileError`` that names the entry.
  public init(_ file: BuiltInFile) throws(DataFileError) {
    let contents = try StrictJSON.decode(NotesFile.self, from: file)
    municipality = contents.municipality
    indicators = contents.indicators
    notPaired = contents.notPaired
    themes = contents.themes
    goals = contents.goals
    self.file = file.name
  }

  /// Checks every name against a taxonomy.
  ///
  /// - Throws: ``TextFormats/DataFileError`` for a concept, an aspect or a theme that the taxonomy does not have.
  func check(against taxonomy: ConceptTaxonomy) throws(DataFileError) {
    for (index, mapping) in indicators.enumerated() {
      let path = "indicators[\(index)]"
      guard let concept = taxonomy.concept(mapping.concept) else {
        throw DataFileError(
          code: .unknownReference, file: file, path: "\(path).concept", found: mapping.concept)
      }
      let known = concept.aspects.map(\.id)
      for aspect in mapping.aspects.keys.sorted() where !known.contains(aspect) {
        throw DataFileError(
          code: .unknownReference, file: file, path: "\(path).aspects",
          expected: LocalizedText(known.joined(separator: ", ")), found: aspect)
      }
      if mapping.usesPopulationTable, concept.rate == nil {
        throw DataFileError(
          code: .badValue, file: file, path: "\(path).population_table",
          expected: LocalizedText(
            ja: "rate のある概念", en: "a concept with a rate"), found: mapping.concept)
      }
    }
    for (index, assignment) in themes.enumerated() {
      for theme in assignment.themes where taxonomy.theme(theme) == nil {
        throw DataFileError(
          code: .unknownReference, file: file, path: "themes[\(index)].themes",
          expected: LocalizedText(taxonomy.themes.map(\.id).joined(separator: ", ")), found: theme)
      }
    }
  }
}

/// One indicator of a city, or its population table, and the concept that it measures.
package struct ConceptMapping: Hashable, Sendable {
  /// The concept.
  package let concept: String
  /// The indicator's name as printed; empty for the population table.
  package let indicator: String
  /// The beginning of the project's title, if the name alone is not enough.
  package let project: String?
  /// Whether the city's population table stands in for an indicator.
  package let usesPopulationTable: Bool
  /// The unit that the figures count in truth, where the printed one says less.
  package let countedAs: CountedAs?
  /// What the definition says on each aspect of the concept.
  package let aspects: [String: AspectStatement]
  /// Limits that a reader has to know.
  package let notes: [LocalizedText]

  /// A unit that stands for the printed one, and why.
  package struct CountedAs: Hashable, Sendable {
    /// The unit.
    package let unit: String
    /// Why.
    package let reason: LocalizedText
  }
}

/// What an indicator's definition says on one aspect.
package struct AspectStatement: Hashable, Sendable {
  /// A word by which statements are compared; `nil` if the document does not say.
  package let value: String?
  /// What to show.
  package let text: LocalizedText
}

/// An indicator that is left without a partner on purpose.
package struct RejectedIndicator: Hashable, Sendable {
  /// The indicator's name as printed.
  package let indicator: String
  /// The beginning of the project's title, if the name alone is not enough.
  package let project: String?
  /// Why it is not paired.
  package let reason: LocalizedText
}

/// Which themes a node of a city's plan belongs to, with everything below it.
package struct ThemeAssignment: Hashable, Sendable {
  /// The documents that it holds for; all of the city's if empty.
  package let documents: [DocumentID]
  /// The rank of the node.
  package let level: PlanLevel
  /// The number of the node; `nil` if the title names it.
  package let number: String?
  /// The beginning of the node's title; `nil` if the number names it.
  package let title: String?
  /// The themes, the main one first.
  package let themes: [String]
  /// Why.
  package let reason: LocalizedText
}

/// Which of the 17 goals a node of a city's plan serves.
package struct GoalAssignment: Hashable, Sendable {
  /// The rank of the node.
  package let level: PlanLevel
  /// The beginning of the node's title.
  package let title: String
  /// The goals, 1 to 17.
  package let goals: [Int]
  /// Why.
  package let reason: LocalizedText
}

private struct NotesFile: Decodable {
  let municipality: MunicipalityCode
  let indicators: [ConceptMapping]
  let notPaired: [RejectedIndicator]
  let themes: [ThemeAssignment]
  let goals: [GoalAssignment]

  enum CodingKeys: String, CodingKey, CaseIterable {
    case municipality, indicators, themes
    case notPaired = "not_paired"
    case goals = "sdgs"
  }

  init(from decoder: any Decoder) throws {
    let members = try decoder.members(CodingKeys.self)
    municipality = try members.municipalityCode(.municipality)
    indicators = try members.list(.indicators)
    notPaired = try members.list(.notPaired)
    themes = try members.list(.themes)
    goals = try members.list(.goals)
  }
}
