import MunicipalModel
import PlanAnalysis
import Rendering

/// The indicators one by one, where they are not set side by side: what they measure, and which have no partner.
struct IndicatorListSections {
  private let contents: CrosswalkContents

  init(_ contents: CrosswalkContents) { self.contents = contents }

  /// What each indicator measures, its limits, and what was noticed about its figures.
  var definitions: ReportSection? {
    guard !contents.pairings.isEmpty else { return nil }
    return ReportSection(
      key: "definitions", heading: LocalizedText(ja: "定義と限界", en: "Definitions and limits"),
      tables: [notes, remarks, others].filter { !$0.rows.isEmpty })
  }

  /// What the cities' files say, and remarks that are about one indicator alone.
  private var notes: ReportTable {
    typealias Row = (
      member: Crosswalk.Member, code: String, text: LocalizedText, sources: [Citation]
    )
    let rows = contents.sharedMembers.filter(\.isLead).flatMap { member -> [Row] in
      member.notes.map { (member, "note", $0, []) }
        + member.remarks.filter { !$0.code.isGeneral }
        .map { (member, $0.code.rawValue, $0.text, $0.sources) }
    }
    return ReportTable(
      key: "limits", caption: LocalizedText(ja: "比べるときの注意", en: "What to know when comparing"),
      rows: rows,
      columns: [
        .concept(\.member.concept), .municipality(\.member.municipality),
        .key("indicator", "指標", "indicator") { ReportCell($0.member.name) },
        .text("note", "注意", "note") { ReportCell($0.text, value: $0.code, sources: $0.sources) },
      ])
  }

  /// Remarks that hold for several indicators alike, each once.
  private var remarks: ReportTable {
    let members = contents.sharedMembers.filter(\.isLead)
    typealias Row = (
      municipality: Municipality, found: [(concept: IndicatorConcept, remark: MemberRemark)]
    )
    let rows = MemberRemark.Code.allCases.filter(\.isGeneral).flatMap { code -> [Row] in
      contents.crosswalk.municipalities.map { municipality in
        let own = members.filter { $0.municipality == municipality }
        return (
          municipality,
          own.compactMap { member in
            member.remarks.first { $0.code == code }.map { (member.concept, $0) }
          }
        )
      }
    }
    return ReportTable(
      key: "remarks",
      caption: LocalizedText(ja: "値について気づいた点", en: "What was noticed about figures"),
      rows: rows.filter { !$0.found.isEmpty },
      columns: [
        .key("remark", "気づいた点", "remark") {
          $0.found.first.map { ReportCell($0.remark.text, value: $0.remark.code.rawValue) }
            ?? .empty
        },
        .municipality(\.municipality),
        .text("concepts", "概念", "concepts") { row in
          let concepts = row.found.map(\.concept)
          return ReportCell(
            concepts.map(\.name).joined(),
            value: concepts.map(\.id).joined(separator: ";"),
            sources: row.found.flatMap(\.remark.sources))
        },
      ])
  }

  /// The further indicators of a shared concept, which are listed and not compared.
  private var others: ReportTable {
    ReportTable(
      key: "further_indicators",
      caption: LocalizedText(
        ja: "同じ概念のほかの指標（並べて比べない）", en: "Further indicators of the same concepts (not compared)"),
      rows: contents.sharedMembers.filter { !$0.isLead }, columns: .listing(indicatorIsKey: true))
  }

  // MARK: Without a partner

  /// What has no partner: concepts of one city, pairings that are not made, and what fits nothing.
  var unpaired: ReportSection? {
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

extension MemberRemark.Code {
  /// Whether the remark reads the same for every indicator.
  fileprivate var isGeneral: Bool {
    switch self {
    case .countsFromZero, .baselineWithoutYear, .loweredExpectation, .targetNearBaseline,
      .unknownDirection, .noActualFigure:
      true
    case .baselineInOtherDocument, .accumulationDiffersElsewhere, .repeatsPopulationTable,
      .countedAs:
      false
    }
  }
}
