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
    public let documentTitles: [DocumentID: String]
    /// The projections of the municipalities that have scenarios.
    public let projections: ProjectionStudies
    /// What stands behind the comparison of the dynamics, such as a municipality of the nation beside its peers.
    package var beside: [ReportSection] = []

    /// Takes together what a report is made from.
    public init(
      records: [MunicipalityRecord], conceptNotes: [ConceptNotes], scale: JudgementScale,
      documentTitles: [DocumentID: String], projections: ProjectionStudies = ProjectionStudies()
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
    let sections: @Sendable (OverallContent) throws -> [ReportSection]
    /// Whether it is about plans, and left out where no municipality has one.
    let isOfPlans: Bool

    init(
      isOfPlans: Bool = false,
      sections: @escaping @Sendable (OverallContent) throws -> [ReportSection]
    ) {
      self.sections = sections
      self.isOfPlans = isOfPlans
    }
  }

  /// The parts in reading order. A further part is a further line.
  static let parts: [Part] = [
    Part { try [OverviewSection($0).section] },
    Part { [PopulationSection($0.records).section].compactMap { $0 } },
    Part { $0.beside },
    Part { content in
      content.records.count == 1 && !content.beside.isEmpty
        ? [] : [DynamicsSection(content.dynamics).section.headed(Headings.dynamics)]
    },
    Part { [FertilityAndAgeingSection($0.records).section] },
    Part { [PyramidSection($0.records).section].compactMap { $0 } },
    Part { content in try content.cohorts.flatMap { try ages($0, of: content) } },
    Part { $0.projections.studies.map(ProjectionReport.overallSection) },
    Part { $0.projections.leftOut.map(ProjectionReport.leftOutSection) },
    Part { [ThemeProgressSection($0).section].compactMap { $0 } },
    Part(isOfPlans: true) {
      [ProgressSummarySection($0.progress).section.headed(Headings.progress)]
    },
    Part { PledgeSection.sections(of: $0.records) },
    Part { [ThemeSection($0.crosswalk).section?.headed(Headings.themes)].compactMap { $0 } },
    Part(isOfPlans: true) { PairwiseSections($0).sections },
    Part(isOfPlans: true) { [SDGSection($0.crosswalk).section].compactMap { $0 } },
    Part { [RederivationSection($0.records).section] },
    Part { content in
      AuditReport.report(content.audits).sections.map { $0.headed(Headings.audit($0)) }
    },
    Part { content in
      [DocumentSection(content).section, NotesSection(content.records).section]
    },
    Part(isOfPlans: true) { content in
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
    return Report(
      title: LocalizedText(ja: "まちくらべ: ", en: "Comparing towns: ")
        + input.records.map(\.municipality).namesWithCodes,
      sections: try parts.filter { !content.isWithoutPlans || !$0.isOfPlans }
        .flatMap { try $0.sections(content) }.compactMap(\.withoutEmptyParts),
      citing: input.records)
  }

  /// The change by cohort of municipalities with the same stocks; where others have other ones, headings say whose.
  private static func ages(
    _ analyses: [CohortAnalysis], of content: OverallContent
  ) throws -> [ReportSection] {
    let report = try AgeSocialChangeReport.report(
      analyses, records: content.records, sexes: [.both])
    guard content.cohorts.count > 1, let first = analyses.first else {
      return report.sections.map { $0.headed(Headings.ages($0)) }
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

    static func ages(_ section: ReportSection) -> LocalizedText {
      let all = LocalizedText(ja: "年齢別の社会増減", en: "Social change by age")
      guard let heading = section.heading, !heading.ja.isEmpty else { return all }
      return all + LocalizedText(": ") + heading
    }

    static func audit(_ section: ReportSection) -> LocalizedText {
      LocalizedText(ja: "資料の監査: ", en: "Audit of documents: ")
        + (section.heading ?? LocalizedText(""))
    }
  }
}
