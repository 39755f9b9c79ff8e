public import Demography
public import MunicipalModel
public import PlanAnalysis
public import Rendering

/// The report that `report` writes: all that the documents say about some municipalities, with charts.
public enum OverallReport {
  /// What the report is made from.
  public struct Input: Sendable {
    /// What each municipality published.
    public let records: [MunicipalityRecord]
    /// What the cities' own files say about their indicators.
    public let conceptNotes: [ConceptNotes]
    /// The scale that progress is judged on.
    public let scale: JudgementScale
    /// The titles of the documents whose publication the records do not tell.
    public let documentTitles: [DocumentID: LocalizedText]
    /// The projections of the municipalities that have scenarios.
    public let projections: ProjectionStudies
    /// The day on which the report is made; `nil` if the report is not to say it.
    package var date: Period?
    /// What stands behind the comparison of the dynamics, such as a municipality of the nation beside its peers.
    package var beside: [ReportSection] = []
    /// The accounts whose rates those sections show, in place of those of the records, so that all rates divide alike.
    package var accounts: [MunicipalityCode: [PopulationAccount]] = [:]
    /// Where the nation's files contradict each other about a municipality.
    package var differences: [MunicipalityCode: [Diagnostic]] = [:]

    /// Takes together what a report is made from.
    public init(
      records: [MunicipalityRecord], conceptNotes: [ConceptNotes], scale: JudgementScale,
      documentTitles: [DocumentID: LocalizedText],
      projections: ProjectionStudies = ProjectionStudies()
    ) {
      self.records = records
      self.conceptNotes = conceptNotes
      self.scale = scale
      self.documentTitles = documentTitles
      self.projections = projections
    }
  }

  /// A part of the report: it makes its sections from what the municipalities published.
  struct Part: Sendable {
    let chapter: OverallChapter
    let sections: @Sendable (OverallContent) throws -> [ReportSection]
    /// Whether it is about plans, and left out where no municipality has one.
    let isOfPlans: Bool
    /// How many charts and tables of each section stand open on a page.
    let open: (charts: Int, tables: Int)

    init(
      _ chapter: OverallChapter, open: (charts: Int, tables: Int) = (0, 0), isOfPlans: Bool = false,
      sections: @escaping @Sendable (OverallContent) throws -> [ReportSection]
    ) {
      self.chapter = chapter
      self.open = open
      self.sections = sections
      self.isOfPlans = isOfPlans
    }
  }

  /// The parts in reading order, those of a chapter together. A further part is a further line.
  static let parts: [Part] = [
    Part(.overview) { try [OverviewSection($0).section] },
    Part(.population, open: (2, 0)) { [PopulationSection($0).section].compactMap { $0 } },
    Part(.population, open: (2, 1)) { $0.beside },
    Part(.population, open: (0, 1)) { content in
      content.records.count == 1 && !content.beside.isEmpty
        ? []
        : [
          DynamicsSection(content.dynamics, undefined: content.records.withoutDefinition).section
            .headed(Headings.dynamics)
        ]
    },
    Part(.ages, isOfPlans: true) { [FertilityAndAgeingSection($0.records).section] },
    Part(.ages, open: (2, 0)) { [PyramidSection($0.records).section].compactMap { $0 } },
    Part(.ages, open: (1, 0)) { content in
      try content.cohorts.flatMap { try ages($0, of: content) }
    },
    Part(.projection, open: (1, 0)) { content in
      content.projections.studies.map { study in
        ProjectionReport.overallSection(study)
          .coloured(content.place(of: study.record.municipality.code))
      }
    },
    Part(.projection) { $0.projections.leftOut.map(ProjectionReport.leftOutSection) },
    Part(.progress) { [ThemeProgressSection($0).section].compactMap { $0 } },
    Part(.progress, open: (1, 1), isOfPlans: true) {
      [ProgressSummarySection($0.progress).section.headed(Headings.progress)]
    },
    Part(.progress) { PledgeSection.sections(of: $0.records) },
    Part(.shared, open: (1, 0)) {
      [ThemeSection($0.crosswalk).section?.headed(Headings.themes)].compactMap { $0 }
    },
    Part(.shared, isOfPlans: true) { PairwiseSections($0).sections },
    Part(.shared, isOfPlans: true) { [SDGSection($0.crosswalk).section].compactMap { $0 } },
    Part(.contradictions, open: (0, 1)) { content in
      [
        RederivationSection(
          content.audits.map { ($0.record.municipality, $0.audit.rederivation) }
        ).section
      ]
    },
    Part(.contradictions) { content in
      // One section a municipality, in their order.
      AuditReport.report(content.audits, publications: content.publications).sections.enumerated()
        .map { place, section in
          section.headed(Headings.audit(section)).coloured(place)
        }
    },
    Part(.documents, open: (0, 1)) { [DocumentSection($0).section] },
    Part(.documents) { [NotesSection($0.records).section] },
    Part(.documents, isOfPlans: true) { content in
      [
        MeasureNotesSection(content.progress).section.headed(Headings.measures),
        IndicatorListSections(content.crosswalk).definitions?.headed(Headings.concepts),
      ].compactMap { $0 }
    },
  ]

  /// Makes the report.
  ///
  /// - Throws: ``Demography/DemographyError``, ``PlanAnalysis/ScaleError`` or
  ///   ``TextFormats/DataFileError``, as the analyses do.
  public static func report(_ input: Input) throws -> Report {
    let content = try OverallContent(input)
    var made: [OverallChapter: [ReportChapter.Part]] = [:]
    for part in parts where !content.isWithoutPlans || !part.isOfPlans {
      made[part.chapter, default: []] += try part.sections(content).compactMap(\.withoutEmptyParts)
        .map { ReportChapter.Part($0, openCharts: part.open.charts, openTables: part.open.tables) }
    }
    return Report(
      title: LocalizedText(
        ja: "まちくらべ: ", en: input.records.count == 1 ? "Town profile: " : "Comparing towns: ")
        + input.records.map(\.municipality).namesWithCodes,
      chapters: OverallChapter.allCases.compactMap { chapter in
        made[chapter].flatMap { $0.isEmpty ? nil : chapter.made(of: $0, content) }
      }, citing: input.records, publications: content.publications, date: input.date)
  }

  /// The change by cohort of municipalities with the same stocks; where others have other ones, headings say whose.
  private static func ages(
    _ analyses: [CohortAnalysis], of content: OverallContent
  ) throws -> [ReportSection] {
    let report = try AgeSocialChangeReport.report(
      analyses, records: content.records, sexes: [.both])
    guard content.cohorts.count > 1, let first = analyses.first else {
      let all =
        analyses.contains { $0.method == .cohortChange } ? Headings.cohorts : Headings.moves
      return report.sections.map { $0.headed(Headings.ages($0, all)) }
    }
    let code = first.municipality.sixDigits
    return report.sections.map { section in
      let heading = section.heading.map { report.title + LocalizedText(": ") + $0 }
      return section.headed(heading ?? report.title, key: "\(section.key)_\(code)")
    }
  }

  /// The headings of sections that stand alone in a report of their own under a shorter one.
  private enum Headings {
    static let dynamics = LocalizedText(ja: "人口の動きの比較", en: "Population dynamics compared")
    static let progress = LocalizedText(ja: "進捗のまとめ", en: "Progress in numbers")
    static let themes = LocalizedText(ja: "計画とテーマ", en: "Plans by theme")
    static let measures = LocalizedText(
      ja: "進捗の注意と定義", en: "Progress: cautions and definitions")
    static let concepts = LocalizedText(
      ja: "比較の定義と限界", en: "Comparison: definitions and limits")

    static let moves = LocalizedText(ja: "年齢別の社会増減", en: "Social change by age")
    static let cohorts = LocalizedText(
      ja: "年齢別の増減（死亡を含む）", en: "Change by age, deaths included")

    static func ages(_ section: ReportSection, _ all: LocalizedText) -> LocalizedText {
      guard let heading = section.heading, !heading.ja.isEmpty else { return all }
      return all + LocalizedText(": ") + heading
    }

    static func audit(_ section: ReportSection) -> LocalizedText {
      LocalizedText(ja: "資料の照合: ", en: "Audit of documents: ")
        + (section.heading ?? LocalizedText(""))
    }
  }
}
