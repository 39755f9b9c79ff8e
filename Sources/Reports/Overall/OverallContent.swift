import Demography
import MunicipalModel
import PlanAnalysis
import Rendering

/// The analyses that the parts of the report share, each made once.
struct OverallContent {
  let records: [MunicipalityRecord]
  let titles: [DocumentID: String]
  let projections: ProjectionStudies
  let dynamics: DynamicsComparison
  /// The change by cohort between the last two censuses that all municipalities with censuses have.
  let cohorts: [CohortAnalysis]
  let progress: ProgressContent
  let crosswalk: CrosswalkContents
  let audits: [(record: MunicipalityRecord, audit: DocumentAudit)]

  init(_ input: OverallReport.Input) throws {
    records = input.records
    titles = input.documentTitles
    projections = input.projections
    dynamics = DynamicsComparison(input.records)
    cohorts = Self.cohorts(input.records)
    progress = try ProgressContent(
      input.records, document: nil, scale: input.scale, directions: .builtIn, detail: .overview)
    crosswalk = try CrosswalkContents(
      input.records, notes: input.conceptNotes, filter: .all, taxonomy: nil, rules: nil)
    audits = input.records.map { (record: $0, audit: DocumentAudit($0)) }
  }
}

extension OverallContent {
  /// Net migrants by the survival ratios of the period; the plain change of the cohorts where there
  /// are none. The section names the method.
  private static func cohorts(_ records: [MunicipalityRecord]) -> [CohortAnalysis] {
    let populations = records.map(\.censusPopulations).filter { $0.count > 1 }
    let years = populations.map { Set($0.compactMap(\.period?.year)) }
    let common = years.dropFirst().reduce(years.first ?? []) { $0.intersection($1) }.sorted()
    guard let end = common.last, let start = common.dropLast().last else { return [] }
    for method in [CohortMethod.forward, .cohortChange] {
      if let members = try? CohortAnalysis.members(
        of: populations.flatMap { $0 }, from: start, to: end, method: method)
      {
        return members
      }
    }
    return []
  }
}

extension ReportCell {
  /// Makes a cell of a crude rate, or of why there is none.
  init(rate: () throws -> CrudeRate) {
    guard let rate = try? rate(), let rounded = rate.rounded else {
      self = .notComputable
      return
    }
    self.init(
      rounded, unit: rate.definition.scale.symbol, sources: rate.sources, formula: rate.formula)
  }
}

extension LocalizedText {
  /// The text as a title: the English one begins with a capital letter.
  var capitalized: Self { Self(ja: ja, en: en.prefix(1).uppercased() + en.dropFirst()) }
}
