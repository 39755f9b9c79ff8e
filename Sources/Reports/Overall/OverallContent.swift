import Demography
import MunicipalModel
import PlanAnalysis
import Rendering

/// The analyses that the parts of the report share, each made once.
struct OverallContent {
  let records: [MunicipalityRecord]
  let titles: [DocumentID: LocalizedText]
  let projections: ProjectionStudies
  let dynamics: DynamicsComparison
  /// The change by cohort between the last two censuses, or other stocks, that all municipalities have; where they
  /// have no two in common, those with the same two newest ones together.
  let cohorts: [[CohortAnalysis]]
  let progress: ProgressContent
  let crosswalk: CrosswalkContents
  /// The English names of the concepts that indicators were found to measure, by the cell of the indicator.
  private let concepts: [Citation: String]
  let audits: [(record: MunicipalityRecord, audit: DocumentAudit)]
  let beside: [ReportSection]
  private let accounts: [MunicipalityCode: [PopulationAccount]]
  let differences: [MunicipalityCode: [Diagnostic]]
  /// Whether the records are made from the nation's files, which have no plans.
  let isWithoutPlans: Bool

  init(_ input: OverallReport.Input) throws {
    records = input.records
    titles = input.documentTitles
    projections = input.projections
    accounts = input.accounts
    differences = input.differences
    dynamics =
      input.accounts.isEmpty
      ? DynamicsComparison(input.records)
      : DynamicsComparison(
        input.records.map { record in
          DynamicsComparison.Member(
            municipality: record.municipality,
            accounts: input.accounts[record.municipality.code] ?? record.accounts)
        })
    cohorts = Self.cohorts(input.records)
    progress = try ProgressContent(
      input.records, document: nil, scale: input.scale, directions: .builtIn, detail: .overview)
    crosswalk = try CrosswalkContents(
      input.records, notes: input.conceptNotes, filter: .all)
    concepts = Dictionary(
      crosswalk.crosswalk.members.compactMap { member in
        member.placed.map { ($0.indicator.citation, member.concept.name.en) }
      }, uniquingKeysWith: { first, _ in first })
    audits = input.records.map { (record: $0, audit: DocumentAudit($0)) }
    beside = input.beside
    isWithoutPlans = !input.beside.isEmpty && input.records.allSatisfy(\.plans.isEmpty)
  }
}

extension OverallContent {
  /// The accounts that rates are formed of.
  func accounts(of record: MunicipalityRecord) -> [PopulationAccount] {
    accounts[record.municipality.code] ?? record.accounts
  }

  /// Where the nation's files contradict each other, a sentence a municipality.
  var remarks: [LocalizedText] {
    records.compactMap { record in
      differences[record.municipality.code].flatMap { $0.isEmpty ? nil : told($0) }
    }
  }

  /// What was noticed of a municipality, in a sentence: 2024年: 前年の人口…
  func told(_ noticed: [Diagnostic]) -> LocalizedText {
    let list = noticed.map(\.message).joined("。", "; ")
    return LocalizedText(ja: list.ja + "。", en: list.en + ".")
  }

  /// Where printed cells stand, by the titles of their documents.
  func words(of sources: [Citation]) -> LocalizedText {
    let known = publications
    return LocalizedText(
      ja: SourceWords(known, language: .japanese).lines(sources),
      en: SourceWords(known, language: .english).lines(sources))
  }

  /// The name of an indicator as printed; in English after that of its concept, where one is known.
  func name(_ printed: String, of indicator: Indicator) -> LocalizedText {
    guard let concept = concepts[indicator.citation] else { return LocalizedText(printed) }
    return LocalizedText(ja: printed, en: "\(concept.sentenceCased) (\(printed))")
  }

  private static func cohorts(_ records: [MunicipalityRecord]) -> [[CohortAnalysis]] {
    let stocks = records.map(\.stocksByAge).filter { $0.count > 1 }
    if let all = cohorts(between: stocks) { return all.isEmpty ? [] : [all] }
    let newest = stocks.map { Array($0.suffix(2)) }
    return newest.map(Stocks.init).uniqued.compactMap { same in
      cohorts(between: newest.filter { Stocks($0) == same })
    }.filter { !$0.isEmpty }
  }

  /// The statistic and the years of some stocks.
  private struct Stocks: Hashable {
    let statistics: [PopulationStatistic]
    let years: [Int]

    init(_ stocks: [CitedAgeTable]) {
      statistics = stocks.map(\.statistic).uniqued
      years = stocks.compactMap(\.period?.year)
    }
  }

  /// Net migrants by the survival ratios of the period; the plain change of the cohorts where there
  /// are none. The section names the method.
  ///
  /// - Returns: `nil` if the municipalities have no two stocks of one statistic in common.
  private static func cohorts(between stocks: [[CitedAgeTable]]) -> [CohortAnalysis]? {
    let years = stocks.map { Set($0.compactMap(\.period?.year)) }
    let common = years.dropFirst().reduce(years.first ?? []) { $0.intersection($1) }.sorted()
    guard !stocks.isEmpty else { return [] }
    guard let end = common.last, let start = common.dropLast().last,
      stocks.joined().map(\.statistic).uniqued.count == 1
    else { return nil }
    for method in [CohortMethod.forward, .cohortChange] {
      if let members = try? CohortAnalysis.members(
        of: stocks.flatMap { $0 }, from: start, to: end, method: method)
      {
        return members
      }
    }
    return []
  }
}
