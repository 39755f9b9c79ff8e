import MunicipalModel
import PlanAnalysis
import Rendering

/// What has no partner: concepts of one city, pairings that are not made, and what fits nothing.
struct UnpairedSection {
  private let contents: CrosswalkContents

  init(_ contents: CrosswalkContents) { self.contents = contents }

  var section: ReportSection? {
    // A filter asks for something else than what is left over.
    guard contents.filter == .all else { return nil }
    let tables = [concepts, rejected, counts, issues].filter { !$0.rows.isEmpty }
    return tables.isEmpty
      ? nil
      : ReportSection(
        key: "unpaired", heading: LocalizedText(ja: "組にならないもの", en: "What has no partner"),
        tables: tables)
  }

  private var crosswalk: Crosswalk { contents.crosswalk }

  private var concepts: ReportTable {
    ReportTable(
      key: "unshared_concepts",
      caption: LocalizedText(ja: "片方の市だけが持つ概念", en: "Concepts of one municipality alone"),
      rows: crosswalk.unsharedConcepts.flatMap { concept in
        crosswalk.members.filter { $0.concept.id == concept.id }
      }, columns: .listing(indicatorIsKey: false))
  }

  private var rejected: ReportTable {
    ReportTable(
      key: "rejected",
      caption: LocalizedText(
        ja: "似ているが組にしない指標", en: "Indicators that look alike and are not paired"),
      rows: crosswalk.unpaired.filter { $0.reason != nil },
      columns: [
        .municipality(\.municipality),
        .key("indicator", "指標", "indicator") {
          ReportCell($0.placed.indicator.name, sources: [$0.placed.indicator.citation])
        },
        .text("reason", "理由", "reason") {
          $0.reason.map { ReportCell($0, value: "rejected") } ?? .empty
        },
      ])
  }

  private var counts: ReportTable {
    let shared = Set(crosswalk.sharedConcepts.map(\.id))
    func members(_ municipality: Municipality, areShared: Bool) -> ReportCell {
      ReportCell(
        crosswalk.members.count {
          $0.municipality == municipality && $0.placed != nil
            && shared.contains($0.concept.id) == areShared
        })
    }
    func unpaired(_ municipality: Municipality, areRejected: Bool) -> ReportCell {
      ReportCell(
        crosswalk.unpaired.count {
          $0.municipality == municipality && ($0.reason != nil) == areRejected
        })
    }
    return ReportTable(
      key: "indicator_counts",
      caption: LocalizedText(ja: "指標の数（共通指標の再掲を除く）", en: "Indicators (without repeats)"),
      rows: crosswalk.municipalities,
      columns: [
        .municipality(\.self),
        .number("shared", "共通の概念", "shared concepts") { members($0, areShared: true) },
        .number("unshared", "片方だけの概念", "concepts of one") { members($0, areShared: false) },
        .number("rejected", "組にしない", "not paired") { unpaired($0, areRejected: true) },
        .number("unknown", "概念なし", "no concept") { unpaired($0, areRejected: false) },
      ])
  }

  private var issues: ReportTable {
    ReportTable(
      key: "issues",
      caption: LocalizedText(ja: "資料に当てはまらないデータ", en: "Data that does not fit the documents"),
      rows: crosswalk.issues,
      columns: [
        .key("code", "種類", "code") { ReportCell($0.code.rawValue) },
        .text("message", "内容", "message") { ReportCell($0.message) },
      ])
  }
}
