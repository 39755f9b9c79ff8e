package import MunicipalModel

extension Crosswalk {
  /// Which part of a crosswalk is asked for.
  public struct Filter: Hashable, Sendable {
    /// The stable name of a concept; `nil` for all.
    public let concept: String?
    /// The stable name of a theme; `nil` for all.
    public let theme: String?
    /// One of the 17 goals; `nil` for all.
    public let goal: Int?

    /// Makes a filter. What it names is checked when it is used.
    public init(concept: String? = nil, theme: String? = nil, goal: Int? = nil) {
      self.concept = concept
      self.theme = theme
      self.goal = goal
    }

    /// Everything.
    public static let all = Self()

    /// Checks the names against a taxonomy.
    ///
    /// - Throws: ``TextFormats/DataFileError`` that says which names there are.
    package func check(against taxonomy: ConceptTaxonomy) throws(DataFileError) {
      if let concept, taxonomy.concept(concept) == nil {
        throw DataFileError(
          code: .unknownReference, file: "filter",
          expected: LocalizedText(taxonomy.concepts.map(\.id).joined(separator: ", ")),
          found: concept
        )
      }
      if let theme, taxonomy.theme(theme) == nil {
        throw DataFileError(
          code: .unknownReference, file: "filter",
          expected: LocalizedText(taxonomy.themes.map(\.id).joined(separator: ", ")), found: theme)
      }
      if let goal, !(1...17).contains(goal) {
        throw DataFileError(
          code: .badValue, file: "filter",
          expected: LocalizedText(
            ja: "1から17まで", en: "1 to 17"), found: "\(goal)")
      }
    }

    /// Whether a concept is asked for.
    public func includes(_ concept: IndicatorConcept) -> Bool {
      (self.concept ?? concept.id) == concept.id && (theme ?? concept.theme) == concept.theme
        && (goal.map { goal in concept.sdgs.contains { $0.goal == goal } } ?? true)
    }
  }
}
