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
    let rows = contents.sharedMembers.filter(\.isLead).flatMap { member -> [ReportRow] in
      let notes = member.notes.map { ("note", $0, [Citation]()) }
      let remarks = member.remarks.filter { !$0.code.isGeneral }
        .map { ($0.code.rawValue, $0.text, $0.sources) }
      return (notes + remarks).map { code, text, sources in
        [
          ReportCell(member.concept), ReportCell(member.municipality),
          ReportCell(member.name), ReportCell(text, value: code, sources: sources),
        ]
      }
    }
    return ReportTable(
      key: "limits", caption: LocalizedText(ja: "比べるときの注意", en: "What to know when comparing"),
      columns: [
        .key("concept", LocalizedText(ja: "概念", en: "concept")),
        .key("municipality", LocalizedText(ja: "市町村", en: "municipality")),
        .key("indicator", LocalizedText(ja: "指標", en: "indicator")),
        .text("note", LocalizedText(ja: "注意", en: "note")),
      ], rows: rows)
  }

  /// Remarks that hold for several indicators alike, each once.
  private var remarks: ReportTable {
    let members = contents.sharedMembers.filter(\.isLead)
    var rows: [ReportRow] = []
    for code in MemberRemark.Code.allCases where code.isGeneral {
      for municipality in contents.crosswalk.municipalities {
        let found = members.filter { $0.municipality == municipality }.compactMap { member in
          member.remarks.first { $0.code == code }.map { (member.concept, $0) }
        }
        guard let first = found.first?.1 else { continue }
        rows.append([
          ReportCell(first.text, value: code.rawValue), ReportCell(municipality),
          ReportCell(
            LocalizedText(
              ja: found.map(\.0.name.ja).joined(separator: "、"),
              en: found.map(\.0.name.en).joined(separator: ", ")),
            value: found.map(\.0.id).joined(separator: ";"), sources: found.flatMap(\.1.sources)),
        ])
      }
    }
    return ReportTable(
      key: "remarks",
      caption: LocalizedText(ja: "値について気づいた点", en: "What was noticed about figures"),
      columns: [
        .key("remark", LocalizedText(ja: "気づいた点", en: "remark")),
        .key("municipality", LocalizedText(ja: "市町村", en: "municipality")),
        .text("concepts", LocalizedText(ja: "概念", en: "concepts")),
      ], rows: rows)
  }

  /// The further indicators of a shared concept, which are listed and not compared.
  private var others: ReportTable {
    let rows = contents.sharedMembers.filter { !$0.isLead }.map { member -> ReportRow in
      [
        ReportCell(member.concept), ReportCell(member.municipality),
        ReportCell(
          member.name, sources: member.placed.map { [$0.indicator.citation] } ?? []),
        ReportCell(
          LocalizedText(
            ja: member.notes.map(\.ja).joined(), en: member.notes.map(\.en).joined(separator: " ")),
          value: member.recognition.rawValue),
      ]
    }
    return ReportTable(
      key: "further_indicators",
      caption: LocalizedText(
        ja: "同じ概念のほかの指標（並べて比べない）", en: "Further indicators of the same concepts (not compared)"),
      columns: [
        .key("concept", LocalizedText(ja: "概念", en: "concept")),
        .key("municipality", LocalizedText(ja: "市町村", en: "municipality")),
        .key("indicator", LocalizedText(ja: "指標", en: "indicator")),
        .text("note", LocalizedText(ja: "注意", en: "note")),
      ], rows: rows)
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
