public import MunicipalModel
public import PlanAnalysis
public import Rendering

/// The report that `machi progress` prints: how far every indicator has come, and what it was judged by.
public enum ProgressReport {
  /// How much of each indicator a report shows.
  public enum Detail: String, Hashable, Sendable, CaseIterable {
    /// What fits a page: two narrow tables of the indicators.
    case overview
    /// Every measure with its formula and its cells, in one wide table.
    case full
  }

  /// Makes the report of one municipality.
  ///
  /// - Parameters:
  ///   - record: what the municipality published.
  ///   - document: the document whose plan is judged; by default the one with the newest actual figures, or the
  ///     first with indicators where none has actual figures.
  ///   - scale: the scale to judge on.
  ///   - directions: words in names that tell which way is better.
  ///   - detail: how much of each indicator is shown.
  /// - Throws: ``PlanAnalysis/ScaleError`` if the built-in scales are damaged.
  public static func report(
    _ record: MunicipalityRecord, document: DocumentID? = nil, scale: JudgementScale,
    directions: DirectionList = .builtIn, detail: Detail = .overview
  ) throws(ScaleError) -> Report {
    try report(
      [record], document: document, scale: scale, directions: directions, detail: detail)
  }

  /// Makes the report of several municipalities on one scale.
  public static func report(
    _ records: [MunicipalityRecord], document: DocumentID? = nil, scale: JudgementScale,
    directions: DirectionList = .builtIn, detail: Detail = .overview
  ) throws(ScaleError) -> Report {
    try report(
      records, document: document, scale: scale, directions: directions, detail: detail,
      isBrief: false)
  }

  /// Makes the report, or the part of it that a brief form shows.
  package static func report(
    _ records: [MunicipalityRecord], document: DocumentID?, scale: JudgementScale,
    directions: DirectionList, detail: Detail, isBrief: Bool
  ) throws(ScaleError) -> Report {
    let content = try ProgressContent(
      records, document: document, scale: scale, directions: directions, detail: detail)
    return Report(
      title: LocalizedText(ja: "指標の進捗: ", en: "Progress of indicators: ")
        + records.map(\.municipality).namesWithCodes,
      isBrief: isBrief,
      sections: [
        { [ProgressSummarySection(content, isBrief: isBrief).section] },
        {
          [
            detail == .overview
              ? ProgressOverviewSection(content).section : Self.everything(of: content),
            ProgressDirectionSection(content).section,
            AlternativeReadingsSection(content).section,
            PublishedAssessmentSection(content).section,
            MeasureNotesSection(content).section,
            CorrectionTable.section(records),
          ].compactMap { $0 }
        },
        { PledgeSection.sections(of: records) },
      ],
      citing: records
    ).answering([ComparingAnswers.behind(content)])
  }

  /// Every measure of every indicator in one wide table, with formulas and cells.
  private static func everything(of content: ProgressContent) -> ReportSection {
    let heading = LocalizedText(ja: "指標ごとの進捗", en: "Progress by indicator")
    return ReportSection(
      key: "indicators", heading: heading,
      tables: [
        ReportTable(
          key: "progress", caption: heading, rows: content.rows, columns: ProgressRow.columns)
      ])
  }

  /// One row an indicator, with every measure and a stable word where there is none.
  ///
  /// - Parameters:
  ///   - records: as for ``report(_:document:scale:directions:detail:)-(MunicipalityRecord,_,_,_,_)``, like those below.
  ///   - language: of headings and words, for people; `nil` for stable ones.
  /// - Throws: ``PlanAnalysis/ScaleError`` if the built-in scales are damaged.
  public static func indicatorTable(
    _ records: [MunicipalityRecord], document: DocumentID? = nil, scale: JudgementScale,
    directions: DirectionList = .builtIn, forPeople language: Language? = nil
  ) throws(ScaleError) -> TidyTable {
    let content = try ProgressContent(
      records, document: document, scale: scale, directions: directions, detail: .full)
    return TidyTable(
      name: "progress", description: "The progress of one indicator.", rows: content.rows,
      columns: ProgressRow.columns, key: ["document", "line", "indicator"], in: language)
  }
}

/// What the sections of the report are made from.
struct ProgressContent {
  let records: [MunicipalityRecord]
  let scale: JudgementScale
  /// The scales that come with the package.
  let builtInScales: [JudgementScale]
  /// The scale of the compound growth method.
  let growthScale: JudgementScale
  /// Words that tell which way is better.
  let directions: DirectionList
  /// How much of each indicator is shown.
  let detail: ProgressReport.Detail
  /// One judged plan for each municipality that has one.
  let plans: [PlanProgress]
  /// Plans of the same municipalities that were left aside.
  let otherPlans: [(municipality: Municipality, plan: Plan)]

  init(
    _ records: [MunicipalityRecord], document: DocumentID?, scale: JudgementScale,
    directions: DirectionList, detail: ProgressReport.Detail
  ) throws(ScaleError) {
    self.records = records
    self.scale = scale
    self.directions = directions
    self.detail = detail
    builtInScales = try JudgementScale.builtIn()
    growthScale = try JudgementScale.find("eurostat", in: builtInScales)
    var plans: [PlanProgress] = []
    var others: [(municipality: Municipality, plan: Plan)] = []
    for record in records {
      let available = record.plansToJudge
      let chosen = document.map { id in available.first { $0.document == id } } ?? available.first
      for plan in available {
        if plan == chosen {
          plans.append(
            PlanProgress(
              of: plan, in: record.municipality, scale: scale, directions: directions))
        } else {
          others.append((record.municipality, plan))
        }
      }
    }
    self.plans = plans
    otherPlans = others
  }

  /// Whether tables name the municipality of a row.
  var namesMunicipality: Bool { plans.count > 1 || detail == .full }

  /// The indicators of all plans.
  var rows: [ProgressRow] {
    plans.flatMap { plan in
      let corrections =
        records.first { $0.municipality == plan.municipality }?.corrections ?? []
      return plan.entries.map {
        ProgressRow(
          plan: plan, entry: $0, growthScale: growthScale, corrections: corrections)
      }
    }
  }
}

/// An indicator as the tables show it.
struct ProgressRow {
  let plan: PlanProgress
  let entry: PlanProgress.Entry
  let growthScale: JudgementScale
  /// The repairs of cells in the documents of the municipality.
  var corrections: [Correction] = []

  var progress: IndicatorProgress { entry.progress }
  var indicator: Indicator { entry.indicator }
  var line: Int { indicator.citation.line }
  /// The line, or the place in a workbook or the like.
  var placeCell: ReportCell {
    guard let place = indicator.citation.place else { return ReportCell(line, style: .plain) }
    return ReportCell(place.description)
  }

  /// The project, if there is one, and the name.
  var name: String {
    let project = progress.placed.node(.project)?.title ?? ""
    return project.isEmpty || project == indicator.name
      ? indicator.name : "\(indicator.name)（\(project)）"
  }

  /// What has to be read with the target, and with what follows from it.
  var targetQualifiers: [FigureQualifier] {
    guard let target = indicator.target, let quantity = target.reading.quantity else { return [] }
    return FigureQualifier.all(of: quantity, target.accumulation)
  }

  /// The grade on the growth scale, if the method is defined.
  var growthGrade: JudgementScale.Grade? {
    progress.compoundGrowth.defined.flatMap { growthScale.grade(of: $0.ratio.value) }
  }

  /// Why there is no figure, with the mark that the table prints in its place.
  func explanation(_ gap: FigureGap) -> LocalizedText {
    guard gap == .missingActual, let reason = progress.newestMissingReason,
      reason != .notApplicable
    else { return gap.label }
    return LocalizedText(
      ja: "\(gap.label.ja)（\(reason.label.ja)）", en: "\(gap.label.en) (\(reason.label.en))")
  }
}
