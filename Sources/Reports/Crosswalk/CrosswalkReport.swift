public import MunicipalModel
public import PlanAnalysis
public import Rendering

/// The report that `machi crosswalk` prints: what plans can be compared on, and what comes of it.
public enum CrosswalkReport {
  /// Makes the report for a reader.
  ///
  /// - Parameters:
  ///   - records: what each municipality published.
  ///   - notes: what the cities' own files say about their indicators.
  ///   - filter: the concept, theme or goal that is asked for.
  /// - Throws: ``TextFormats/DataFileError`` if a data file is damaged, or the filter names what
  ///   there is not.
  public static func report(
    _ records: [MunicipalityRecord], notes: [ConceptNotes], filter: Crosswalk.Filter = .all
  ) throws(DataFileError) -> Report {
    let contents = try CrosswalkContents(records, notes: notes, filter: filter)
    return Report(
      title: contents.title,
      sections: [
        SharedConceptSection(contents).section,
        LevelSection(contents).section,
        ConceptProgressSection(contents).section,
        IndicatorListSections(contents).definitions,
        IndicatorListSections(contents).unpaired,
        ThemeSection(contents).section,
        SDGSection(contents).section,
        CorrectionTable.section(records),
      ].compactMap { $0 }, citing: records)
  }

  /// Makes the findings for a program: one row a finding, each with a stable code.
  ///
  /// The parameters are those of ``report(_:notes:filter:)``, and the language of headings for people.
  ///
  /// - Throws: ``TextFormats/DataFileError``, as that does.
  public static func findings(
    _ records: [MunicipalityRecord], notes: [ConceptNotes], filter: Crosswalk.Filter = .all,
    forPeople language: Language? = nil
  ) throws(DataFileError) -> TidyTable {
    let contents = try CrosswalkContents(records, notes: notes, filter: filter)
    return CrosswalkFindings(contents).table(in: language)
  }
}

/// Everything that the sections show, computed once.
struct CrosswalkContents {
  let crosswalk: Crosswalk
  let themes: ThemeMap
  let matrix: SDGMatrix
  let rules: SDGRules
  let filter: Crosswalk.Filter
  /// The repairs of cells, each with its municipality.
  let corrections: [(municipality: Municipality, correction: Correction)]

  init(
    _ records: [MunicipalityRecord], notes: [ConceptNotes], filter: Crosswalk.Filter
  ) throws(DataFileError) {
    let taxonomy = try ConceptTaxonomy.builtIn()
    try filter.check(against: taxonomy)
    rules = try SDGRules.builtIn()
    crosswalk = try Crosswalk(records, taxonomy: taxonomy, notes: notes)
    themes = ThemeMap(crosswalk)
    matrix = SDGMatrix(crosswalk, rules: rules)
    self.filter = filter
    corrections = records.flatMap { record in
      record.corrections.map { (record.municipality, $0) }
    }
  }

  var title: LocalizedText {
    LocalizedText(ja: "計画くらべ: ", en: "Comparing plans: ")
      + crosswalk.municipalities.namesWithCodes
  }

  /// The pairings that are asked for.
  var pairings: [Crosswalk.Pairing] {
    crosswalk.pairings.filter { filter.includes($0.concept) }
  }

  /// The members of the concepts that are shared and asked for.
  var sharedMembers: [Crosswalk.Member] {
    let shared = Set(pairings.map(\.concept.id))
    return crosswalk.members.filter { shared.contains($0.concept.id) }
  }

  /// The pairs of municipalities, in the order of the pairings.
  var pairs: [(left: Municipality, right: Municipality)] {
    let all = crosswalk.municipalities
    return all.indices.flatMap { index in
      all[(index + 1)...].map { (all[index], $0) }
    }
  }

  /// What counts by theme or goal are made from: the nodes of the current plans and their indicators.
  var planBasis: ReportBasis {
    ReportBasis(
      formula: LocalizedText(
        ja: "現行計画の事業・指標・公約を数えた。ペース = 進捗 ÷ 経過割合、その中央値",
        en: "counted among the projects, indicators and pledges of the current plans; pace = "
          + "progress ÷ share of the time passed, of which the median is shown"),
      sources: matrix.nodes.flatMap { tagged in
        [tagged.placed.node.citation] + tagged.placed.node.indicators.map(\.citation)
      })
  }

  func theme(_ id: String) -> LocalizedText {
    crosswalk.taxonomy.theme(id)?.name ?? LocalizedText(id)
  }
}
