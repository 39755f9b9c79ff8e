import Demography
import MunicipalModel

/// Sorts the indicators of one municipality by concept.
struct ConceptSorting {
  private(set) var members: [Crosswalk.Member] = []
  private(set) var unpaired: [Crosswalk.UnpairedIndicator] = []
  private(set) var issues: [Crosswalk.Issue] = []

  private let record: MunicipalityRecord
  private let taxonomy: ConceptTaxonomy
  private let accounts: [PopulationAccount]
  private var led: Set<String> = []

  init(
    _ record: MunicipalityRecord, plans: PlanSelection, taxonomy: ConceptTaxonomy,
    notes: ConceptNotes?
  ) {
    self.record = record
    self.taxonomy = taxonomy
    accounts = record.accounts
    var rest = ConceptPool(plans, of: record).entries
    for (index, mapping) in (notes?.indicators ?? []).enumerated() {
      guard let concept = taxonomy.concept(mapping.concept) else { continue }
      let entry = ConceptNotes.Entry(list: .indicators, index: index)
      if mapping.usesPopulationTable {
        if !addPopulationTable(concept, mapping: mapping) { noteFigures(of: concept, entry: entry) }
        continue
      }
      guard
        let index = rest.firstIndex(where: {
          $0.placed.isNamed(mapping.indicator, project: mapping.project)
        })
      else {
        noteMissing(
          mapping.indicator, project: mapping.project, concept: mapping.concept, entry: entry)
        continue
      }
      add(rest.remove(at: index), to: concept, mapping: mapping)
    }
    for (index, rejected) in (notes?.notPaired ?? []).enumerated() {
      let isMeant = { (entry: ConceptPool.Entry) in
        entry.placed.isNamed(rejected.indicator, project: rejected.project)
      }
      guard let index = rest.firstIndex(where: isMeant) else {
        noteMissing(
          rejected.indicator, project: rejected.project, concept: "",
          entry: ConceptNotes.Entry(list: .notPaired, index: index))
        continue
      }
      unpaired.append(
        Crosswalk.UnpairedIndicator(
          municipality: record.municipality, placed: rest.remove(at: index).placed,
          reason: rejected.reason))
    }
    for entry in rest where entry.placed.indicator.first(.shared) == nil { recognise(entry) }
    // The population table stands in where a rate is asked for and no indicator was found.
    for concept in taxonomy.concepts where concept.rate != nil && !led.contains(concept.id) {
      _ = addPopulationTable(concept, mapping: nil)
    }
  }

  private mutating func recognise(_ entry: ConceptPool.Entry) {
    let indicator = entry.placed.indicator
    let titles = [indicator.theme] + entry.placed.path.map(\.title)
    let found = taxonomy.concepts(for: indicator.name, titles: titles)
    guard let concept = found.first else {
      unpaired.append(
        Crosswalk.UnpairedIndicator(
          municipality: record.municipality, placed: entry.placed, reason: nil))
      return
    }
    if found.count > 1 {
      let names = found.map(\.id).joined(separator: ", ")
      issues.append(
        Crosswalk.Issue(
          code: .severalConcepts, municipality: record.municipality, concept: concept.id,
          message: LocalizedText(
            ja: "「\(indicator.name)」は複数の概念（\(names)）に当てはまり、最初のものとした。",
            en: "\"\(indicator.name)\" fits several concepts (\(names)); the first one is taken.")))
    }
    add(entry, to: concept, mapping: nil)
  }

  private mutating func add(
    _ entry: ConceptPool.Entry, to concept: IndicatorConcept, mapping: ConceptMapping?
  ) {
    let adjusted = AdjustedIndicator(
      entry.placed.indicator, mapping: mapping, twin: entry.twin)
    let placed = PlacedIndicator(indicator: adjusted.indicator, path: entry.placed.path)
    let progress = ConceptProgress(of: placed, term: entry.term)
    let series = ConceptSeries(
      adjusted.indicator, term: entry.term,
      denominator: record.contents(of: entry.document)?.rateDenominator)
    let remarks = MemberRemarks(
      placed.indicator, series: series, progress: progress, concept: concept, accounts: accounts)
    members.append(
      Crosswalk.Member(
        municipality: record.municipality, concept: concept,
        recognition: mapping == nil ? .pattern : .notes,
        isLead: led.insert(concept.id).inserted, name: LocalizedText(placed.indicator.name),
        document: entry.document, placed: placed, aspects: mapping?.aspects ?? [:],
        notes: mapping?.notes ?? [], remarks: adjusted.remarks + remarks.list,
        progress: progress, series: series, accounts: accounts))
  }

  /// Takes the figures of a concept's rate from the population table; `false` if it has none.
  private mutating func addPopulationTable(
    _ concept: IndicatorConcept, mapping: ConceptMapping?
  ) -> Bool {
    guard let rate = concept.rate else { return false }
    let series = ConceptSeries(rate.numerator, in: accounts)
    guard let document = series.newest?.sources.first?.document else { return false }
    let label = rate.numerator.label
    members.append(
      Crosswalk.Member(
        municipality: record.municipality, concept: concept, recognition: .populationTable,
        isLead: led.insert(concept.id).inserted,
        name: LocalizedText(ja: "（人口の表）\(label.ja)", en: "(population table) \(label.en)"),
        document: document, placed: nil,
        aspects: PopulationAspects.statements(of: accounts.last?.definition, for: concept)
          .merging(mapping?.aspects ?? [:]) { $1 },
        notes: mapping?.notes ?? [], remarks: [], progress: nil, series: series,
        accounts: accounts))
    return true
  }

  private mutating func noteFigures(of concept: IndicatorConcept, entry: ConceptNotes.Entry) {
    issues.append(
      Crosswalk.Issue(
        code: .figuresNotFound, municipality: record.municipality, concept: concept.id,
        entry: entry,
        message: LocalizedText(
          ja: "\(record.municipality.name.ja)の人口の表に「\(concept.name.ja)」の値がない。",
          en: "The population table of \(record.municipality.name.en) has no figure of "
            + "\"\(concept.name.en)\".")))
  }

  private mutating func noteMissing(
    _ indicator: String, project: String?, concept: String, entry: ConceptNotes.Entry
  ) {
    let name = (project.map { "\($0) / " } ?? "") + indicator
    issues.append(
      Crosswalk.Issue(
        code: .indicatorNotFound, municipality: record.municipality, concept: concept, entry: entry,
        message: LocalizedText(
          ja: "\(record.municipality.name.ja)の資料に指標「\(name)」がない。",
          en: "The documents of \(record.municipality.name.en) have no indicator \"\(name)\".")))
  }
}
