public import MunicipalModel

/// What the plans of several municipalities can be compared on.
public struct Crosswalk: Sendable {
  /// The concepts and themes.
  package let taxonomy: ConceptTaxonomy
  /// The municipalities, in the order given.
  public let municipalities: [Municipality]
  /// Every indicator that measures a concept, by concept and municipality.
  public let members: [Crosswalk.Member]
  /// The members that lead, in pairs of municipalities, by concept.
  public let pairings: [Crosswalk.Pairing]
  /// The indicators of which no concept is known, and those that are left alone on purpose.
  public let unpaired: [Crosswalk.UnpairedIndicator]
  /// What in the data files does not fit the documents.
  public let issues: [Crosswalk.Issue]

  let plans: [MunicipalityCode: PlanSelection]
  let notes: [MunicipalityCode: ConceptNotes]
  private let membersByCell: [Citation: Crosswalk.Member]

  /// Sorts the indicators of several municipalities by concept, and pairs them.
  ///
  /// - Parameters:
  ///   - records: what each municipality published.
  ///   - taxonomy: the concepts; an indicator of no concept is not compared.
  ///   - notes: what the cities' own files say; those of other cities are ignored.
  /// - Throws: ``TextFormats/DataFileError`` if a city's file names what the taxonomy does not have.
  package init(
    _ records: [MunicipalityRecord], taxonomy: ConceptTaxonomy, notes: [ConceptNotes] = []
  ) throws(DataFileError) {
    self.taxonomy = taxonomy
    municipalities = records.map(\.municipality)
    var members: [Crosswalk.Member] = []
    var unpaired: [Crosswalk.UnpairedIndicator] = []
    var issues: [Crosswalk.Issue] = []
    var plans: [MunicipalityCode: PlanSelection] = [:]
    var ownNotes: [MunicipalityCode: ConceptNotes] = [:]
    for record in records {
      let code = record.municipality.code
      let own = notes.first { $0.municipality == code }
      try own?.check(against: taxonomy)
      let selection = PlanSelection(record)
      let sorting = ConceptSorting(record, plans: selection, taxonomy: taxonomy, notes: own)
      plans[code] = selection
      ownNotes[code] = own
      members += sorting.members
      unpaired += sorting.unpaired
      issues += sorting.issues + (own?.nodeIssues(in: record) ?? [])
    }
    let order = Dictionary(
      uniqueKeysWithValues: taxonomy.concepts.enumerated().map { ($0.element.id, $0.offset) })
    self.members = members.enumerated().sorted { first, second in
      let ranks = (order[first.element.concept.id] ?? 0, order[second.element.concept.id] ?? 0)
      return ranks.0 == ranks.1 ? first.offset < second.offset : ranks.0 < ranks.1
    }.map(\.element)
    self.unpaired = unpaired
    self.plans = plans
    self.notes = ownNotes
    membersByCell = Dictionary(
      members.compactMap { member in
        member.placed.map { ($0.indicator.citation, member) }
      }, uniquingKeysWith: { first, _ in first })
    pairings = Self.pairs(of: self.members.filter(\.isLead))
    let found = Set(members.map(\.concept.id))
    self.issues =
      issues
      + taxonomy.concepts.filter { !found.contains($0.id) }.map(Crosswalk.Issue.matchesNothing)
  }

  /// The concepts that at least two municipalities measure.
  public var sharedConcepts: [IndicatorConcept] {
    taxonomy.concepts.filter { concept in pairings.contains { $0.concept.id == concept.id } }
  }

  /// The concepts that one municipality alone measures.
  public var unsharedConcepts: [IndicatorConcept] {
    taxonomy.concepts.filter { concept in
      !pairings.contains { $0.concept.id == concept.id }
        && members.contains { $0.concept.id == concept.id }
    }
  }

  /// The member that an indicator is, if it measures a concept.
  func member(_ indicator: Indicator) -> Crosswalk.Member? { membersByCell[indicator.citation] }

  /// The pace of an indicator, and whether it may decide a median.
  func pace(
    of indicator: Indicator, at placed: PlacedNode, term: Period?
  ) -> (value: Double, isExtreme: Bool)? {
    let own = PlacedIndicator(indicator: indicator, path: placed.path + [placed.node])
    let progress = member(indicator)?.progress ?? ConceptProgress(of: own, term: term)
    return progress.pace.defined.map { ($0.value, progress.isExtreme) }
  }

  private static func pairs(of leads: [Crosswalk.Member]) -> [Crosswalk.Pairing] {
    var pairings: [Crosswalk.Pairing] = []
    for (index, left) in leads.enumerated() {
      for right in leads[(index + 1)...] where right.concept.id == left.concept.id {
        // Two population tables are compared by their rates, not as indicators.
        if left.placed == nil, right.placed == nil { continue }
        pairings.append(Crosswalk.Pairing(left, right))
      }
    }
    return pairings
  }
}

extension Crosswalk {
  /// An indicator without a partner.
  public struct UnpairedIndicator: Hashable, Sendable {
    /// The municipality.
    public let municipality: Municipality
    /// The indicator.
    public let placed: PlacedIndicator
    /// Why it is left alone, if that was decided; `nil` if no concept is known for it.
    public let reason: LocalizedText?
  }
}

extension Crosswalk {
  /// Something in the data files that does not fit the documents.
  public struct Issue: Hashable, Sendable {
    /// A stable name of what does not fit.
    public struct Code: RawRepresentable, Hashable, Sendable {
      /// The name.
      public let rawValue: String
      /// Makes a code from its name.
      public init(rawValue: String) { self.rawValue = rawValue }
      /// No municipality has an indicator of the concept.
      package static let conceptMatchesNothing = Self(rawValue: "concept_matches_nothing")
      /// A city's file names an indicator that its documents do not have.
      package static let indicatorNotFound = Self(rawValue: "indicator_not_found")
      /// A city's file takes figures from the population table, which does not have them.
      package static let figuresNotFound = Self(rawValue: "figures_not_found")
      /// A city's file gives a theme to a node that its documents do not have.
      package static let themeMatchesNothing = Self(rawValue: "theme_matches_nothing")
      /// A city's file gives SDGs to a node that its documents do not have.
      package static let goalsMatchNothing = Self(rawValue: "goals_match_nothing")
      /// An indicator's name has the words of several concepts; the first one is taken.
      package static let severalConcepts = Self(rawValue: "several_concepts")
    }

    /// What does not fit.
    public let code: Code
    /// The municipality, if it is about one.
    public let municipality: Municipality?
    /// The stable name of the concept.
    public internal(set) var concept: String = ""
    /// The entry of the city's file that it is about.
    package internal(set) var entry: ConceptNotes.Entry? = nil
    /// One sentence for a person to read.
    public let message: LocalizedText

    static func matchesNothing(_ concept: IndicatorConcept) -> Self {
      Self(
        code: .conceptMatchesNothing, municipality: nil, concept: concept.id,
        message: LocalizedText(
          ja: "概念「\(concept.name.ja)」の指標はどの市にもない。",
          en: "No municipality has an indicator of \"\(concept.name.en)\"."))
    }
  }
}

extension Crosswalk {
  /// The time of the newest actual figure of the plan that stands for a municipality.
  package func newestActual(of municipality: MunicipalityCode) -> Period? {
    guard let lead = plans[municipality]?.lead else { return nil }
    // As ``PlanProgress/newestPeriod``: of times of the same year of the plan that of the first indicator.
    let years = PlanYears(lead.term)
    return lead.indicators.sorted { $0.indicator.citation.line < $1.indicator.citation.line }
      .flatMap(\.indicator.actuals).filter { $0.reading.quantity != nil }.compactMap(\.period)
      .filter { years.term?.contains(years.year(of: $0)) ?? true }
      .max { years.year(of: $0) < years.year(of: $1) }
  }
}
