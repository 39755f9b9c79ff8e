import Demography
import MunicipalModel
import Rendering

/// The chapters of the page, in reading order.
enum OverallChapter: String, CaseIterable, Sendable {
  case overview
  case population
  case ages
  case projection
  case progress
  case shared
  case contradictions
  case documents

  var heading: LocalizedText {
    switch self {
    case .overview: LocalizedText(ja: "概要", en: "Overview")
    case .population: LocalizedText(ja: "人口の動き", en: "Population dynamics")
    case .ages: LocalizedText(ja: "年齢", en: "Ages")
    case .projection: LocalizedText(ja: "将来推計", en: "Projection")
    case .progress: LocalizedText(ja: "計画の進捗", en: "Progress of plans")
    case .shared: LocalizedText(ja: "比べられる指標", en: "Comparable indicators")
    case .contradictions: LocalizedText(ja: "資料の照合", en: "Audit of documents")
    case .documents: LocalizedText(ja: "資料と定義", en: "Documents and definitions")
    }
  }
}

extension OverallChapter {
  /// The chapter with what answers at first, and its sections.
  func made(of parts: [ReportChapter.Part], _ content: OverallContent) -> ReportChapter {
    ReportChapter(
      key: rawValue, heading: heading,
      cards: self == .overview ? TownCards(content).table : nil, answers: answers(content),
      chart: self == .overview
        ? PopulationSection(content).section?.charts.last {
          $0.key == "rate_total_change"
        } : nil,
      parts: parts)
  }

  private func answers(_ content: OverallContent) -> [ReportAnswer] {
    if self == .overview { return ComparingAnswers(content).answers }
    if self == .shared { return ComparingAnswers(content).concepts }
    guard content.records.count <= AnswerTable.most else { return [] }
    let table = AnswerTable(content)
    let answers: [AnswerTable.Answer] =
      switch self {
      case .population: table.moving
      case .ages: table.ages
      case .progress: table.behind
      case .contradictions: table.contradictions
      case .overview, .projection, .shared, .documents: []
      }
    return answers.map { ReportAnswer($0.municipality.name, $0.text, sources: $0.sources) }
  }
}

extension OverallContent {
  /// The place of a municipality among all, which its colour goes by.
  func place(of code: MunicipalityCode) -> Int {
    records.firstIndex { $0.municipality.code == code } ?? 0
  }

  /// What is known of documents that the records do not describe: their titles, and the statistics of ages.
  var publications: [DocumentID: Publication] {
    var publications: [DocumentID: Publication] = [:]
    for record in records {
      let tables = Dictionary(grouping: record.populationsByAge) { $0.citations.first?.document }
      for (document, tables) in tables {
        guard let document else { continue }
        let statistics = tables.map(\.statistic).uniqued
        let first = statistics.contains(.census) ? .census : statistics[0]
        let others = LocalizedText(ja: "ほか", en: " and others")
        let label = statistics.count == 1 ? first.label : first.label + others
        // A file of each municipality's own: its statistic alone would not tell one from another.
        let isShared = records.contains { other in
          other.municipality != record.municipality
            && other.populationsByAge.contains { $0.citations.first?.document == document }
        }
        let name = record.municipality.name
        publications[document] = Publication(
          title: isShared || records.count == 1
            ? label : LocalizedText(ja: "\(name.ja)の\(label.ja)", en: "\(name.en): \(label.en)"))
      }
    }
    for survival in cohorts.joined().compactMap(\.survival) {
      guard let document = survival.citations.first?.document else { continue }
      let names = survival.statistics.joined(separator: "、")
      let isOfJapan = survival.statistics.allSatisfy { $0.hasSuffix("完全生命表（厚生労働省）") }
      publications[document] = Publication(
        title: LocalizedText(
          ja: names,
          en: isOfJapan ? "complete life tables (Ministry of Health, Labour and Welfare)" : names))
    }
    for record in records {
      for document in record.documents.map(\.document) {
        guard let title = titles[document] else { continue }
        publications[document] = Publication(title: title, publisher: record.municipality.name.ja)
      }
    }
    return publications
  }
}
