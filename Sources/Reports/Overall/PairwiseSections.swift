import MunicipalModel
import PlanAnalysis
import Rendering

/// What is compared pair by pair. The pairs grow with the square of the municipalities, so of many
/// the report leaves them out and says so.
struct PairwiseSections {
  private let content: OverallContent
  /// Up to so many municipalities are compared pair by pair.
  private static let most = 4

  init(_ content: OverallContent) { self.content = content }

  var sections: [ReportSection] {
    guard content.records.count <= Self.most else { return [omitted] }
    return [
      SharedConceptSection(content.crosswalk).section.headed(Self.shared),
      LevelSection(content.crosswalk).section?.headed(
        LocalizedText(ja: "水準の比較", en: "Levels compared")),
      ConceptProgressSection(content.crosswalk).section,
    ].compactMap { $0 }
  }

  private static let shared = LocalizedText(ja: "共通の指標", en: "Shared indicators")

  private var omitted: ReportSection {
    let count = content.crosswalk.crosswalk.sharedConcepts.count
    return ReportSection(
      key: "shared_concepts", heading: Self.shared,
      introduction: [
        LocalizedText(
          ja: "2つ以上の市町村が測る概念は\(count)件です。市町村が\(Self.most)を超えるため、組ごとの比較は省きました。"
            + "市町村を選べば（--municipality）比較します。",
          en:
            "At least two municipalities measure \(count) concepts. As there are more than \(Self.most) "
            + "municipalities, pairs are not compared here; choose some with --municipality.")
      ])
  }
}
