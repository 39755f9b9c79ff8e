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
    let rows = crosswalk.unsharedConcepts.flatMap { concept in
      crosswalk.members.filter { $0.concept.id == concept.id }.map { member -> ReportRow in
        [
          ReportCell(concept), ReportCell(member.municipality),
          ReportCell(
            member.name, sources: member.placed.map { [$0.indicator.citation] } ?? []),
          ReportCell(
            LocalizedText(
              ja: member.notes.map(\.ja).joined(), en: member.notes.map(\.en).joined(separator: " ")
            ), value: member.recognition.rawValue),
        ]
      }
    }
    return ReportTable(
      key: "unshared_concepts",
      caption: LocalizedText(ja: "片方の市だけが持つ概念", en: "Concepts of one municipality alone"),
      columns: [
        .key("concept", LocalizedText(ja: "概念", en: "concept")),
        .key("municipality", LocalizedText(ja: "市町村", en: "municipality")),
        .text("indicator", LocalizedText(ja: "指標", en: "indicator")),
        .text("note", LocalizedText(ja: "注意", en: "note")),
      ], rows: rows)
  }

  private var rejected: ReportTable {
    let rows = crosswalk.unpaired.compactMap { unpaired -> ReportRow? in
      guard let reason = unpaired.reason else { return nil }
      return [
        ReportCell(unpaired.municipality),
        ReportCell(
          LocalizedText(unpaired.placed.indicator.name),
          sources: [unpaired.placed.indicator.citation]),
        ReportCell(reason, value: "rejected"),
      ]
    }
    return ReportTable(
      key: "rejected",
      caption: LocalizedText(
        ja: "似ているが組にしない指標", en: "Indicators that look alike and are not paired"),
      columns: [
        .key("municipality", LocalizedText(ja: "市町村", en: "municipality")),
        .key("indicator", LocalizedText(ja: "指標", en: "indicator")),
        .text("reason", LocalizedText(ja: "理由", en: "reason")),
      ], rows: rows)
  }

  private var counts: ReportTable {
    let rows = crosswalk.municipalities.map { municipality -> ReportRow in
      let members = crosswalk.members.filter {
        $0.municipality == municipality && $0.placed != nil
      }
      let unpaired = crosswalk.unpaired.filter { $0.municipality == municipality }
      let shared = Set(crosswalk.sharedConcepts.map(\.id))
      let inShared = members.count { shared.contains($0.concept.id) }
      return [
        ReportCell(municipality), ReportCell(inShared), ReportCell(members.count - inShared),
        ReportCell(unpaired.count { $0.reason != nil }),
        ReportCell(unpaired.count { $0.reason == nil }),
      ]
    }
    return ReportTable(
      key: "indicator_counts",
      caption: LocalizedText(ja: "指標の数（共通指標の再掲を除く）", en: "Indicators (without repeats)"),
      columns: [
        .key("municipality", LocalizedText(ja: "市町村", en: "municipality")),
        .number("shared", LocalizedText(ja: "共通の概念", en: "shared concepts")),
        .number("unshared", LocalizedText(ja: "片方だけの概念", en: "concepts of one")),
        .number("rejected", LocalizedText(ja: "組にしない", en: "not paired")),
        .number("unknown", LocalizedText(ja: "概念なし", en: "no concept")),
      ], rows: rows)
  }

  private var issues: ReportTable {
    ReportTable(
      key: "issues",
      caption: LocalizedText(ja: "資料に当てはまらないデータ", en: "Data that does not fit the documents"),
      columns: [
        .key("code", LocalizedText(ja: "種類", en: "code")),
        .text("message", LocalizedText(ja: "内容", en: "message")),
      ],
      rows: crosswalk.issues.map { issue in
        [ReportCell(LocalizedText(issue.code.rawValue)), ReportCell(issue.message)]
      })
  }
}
