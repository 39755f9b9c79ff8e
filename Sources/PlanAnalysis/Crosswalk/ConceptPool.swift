import MunicipalModel

/// The indicators of one municipality, each once, with its twin in another document.
struct ConceptPool {
  struct Entry {
    let placed: PlacedIndicator
    let document: DocumentID
    let term: Period?
    let twin: Indicator?
  }

  /// What tells indicators of one plan apart; to hash the whole of them with their paths takes long.
  private struct Key: Hashable {
    let citation: Citation
    let name: String
    let parent: Citation?

    init(_ placed: PlacedIndicator) {
      citation = placed.indicator.citation
      name = placed.indicator.name
      parent = placed.path.last?.citation
    }
  }

  let entries: [Entry]

  /// Takes the indicators of the current plans. Where two plans print the same indicator, the lead
  /// plan's counts, and the other one is its twin.
  init(_ selection: PlanSelection, of record: MunicipalityRecord) {
    guard let lead = selection.lead else {
      entries = []
      return
    }
    var twins: [Key: Indicator] = [:]
    var further: [PlacedIndicator] = []
    for matching in selection.matchings {
      for match in matching.matches where match.rule != .onlyOneLeft {
        let key = Key(match.left)
        if twins[key] == nil { twins[key] = match.right.indicator }
      }
      further += matching.unmatchedRight
    }
    let terms = Dictionary(
      record.plans.map { ($0.document, $0.term) }, uniquingKeysWith: { first, _ in first })
    entries =
      lead.indicators.map {
        Entry(placed: $0, document: lead.document, term: lead.term, twin: twins[Key($0)])
      }
      + further.map {
        let document = $0.indicator.citation.document
        return Entry(placed: $0, document: document, term: terms[document] ?? nil, twin: nil)
      }
  }

  /// A name as it is compared: half width, without ornaments, known variants of spelling unified.
  static func key(_ name: String) -> String {
    NameVariants.builtIn.unified(ComparedName.plain(name))
  }
}

extension PlacedIndicator {
  /// Whether the indicator is the one that a city's file names.
  func isNamed(_ name: String, project: String?) -> Bool {
    guard ConceptPool.key(indicator.name) == ConceptPool.key(name) else { return false }
    guard let project else { return true }
    return TextFolding.key(path.last?.title ?? "").hasPrefix(TextFolding.key(project))
  }
}
