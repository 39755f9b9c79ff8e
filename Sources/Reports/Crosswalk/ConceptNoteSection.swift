import MunicipalModel
import PlanAnalysis
import Rendering

/// What each indicator measures, its limits, and what was noticed about its figures.
struct ConceptNoteSection {
  private let contents: CrosswalkContents

  init(_ contents: CrosswalkContents) { self.contents = contents }

  var section: ReportSection? {
    guard !contents.pairings.isEmpty else { return nil }
    return ReportSection(
      key: "definitions", heading: LocalizedText(ja: "定義と限界", en: "Definitions and limits"),
      tables: [notes, remarks, others].filter { !$0.rows.isEmpty })
  }

  /// What the cities' files say, and remarks that are about one indicator alone.
  private var notes: ReportTable {
    typealias Row = (member: ConceptMember, code: String, text: LocalizedText, sources: [Citation])
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
