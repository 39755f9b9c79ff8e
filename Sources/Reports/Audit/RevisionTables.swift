import MunicipalModel
import PlanAnalysis
import Rendering

/// What a revision says it changes, and what it changes.
enum RevisionTables {
  static func statements(_ history: RevisionHistory, _ code: String) -> ReportTable {
    ReportTable(
      key: "revision_statements_\(code)",
      caption: LocalizedText(ja: "見直しの項目数", en: "Changes that the revision states"),
      rows: history.statements,
      columns: [
        .key("mark", "印", "mark") { ReportCell($0.mark.label, value: $0.mark.rawValue) },
        .number("stated", "記載", "stated") { ReportCell($0.stated, sources: [$0.citation]) },
        .number("counted", "実際", "counted") { ReportCell($0.counted, sources: $0.entries) },
        .number("difference", "差", "difference") { ReportCell($0.stated - $0.counted) },
      ])
  }

  static func changes(_ history: RevisionHistory, _ code: String) -> ReportTable {
    ReportTable(
      key: "revision_changes_\(code)",
      caption: LocalizedText(ja: "指標の履歴（変わったもの）", en: "History of indicators (those that changed)"),
      rows: history.indicators.filter { !$0.changes.isEmpty },
      columns: [
        .key("superseded", "旧", "superseded") {
          let before = $0.superseded?.indicator
          return ReportCell(before?.name ?? "", sources: before.map { [$0.citation] } ?? [])
        },
        .key("current", "新", "current") { entry in
          let after = entry.current.map { [$0] } ?? entry.replacements
          return ReportCell(
            after.map(\.indicator.name).joined(separator: "、"),
            sources: after.map(\.indicator.citation))
        },
        .text("changes", "変更", "changes") {
          ReportCell(
            $0.changes.map(\.label).joined(),
            value: $0.changes.map(\.code).joined(separator: ";"))
        },
      ])
  }
}

extension IndicatorHistory.Change {
  /// A stable word for files.
  var code: String {
    switch self {
    case .added: "added"
    case .takesPlace: "takes_place"
    case .renamed: "renamed"
    case .targetRaised(let by): "target_raised:\(by)"
    case .targetLowered(let by): "target_lowered:\(by)"
    case .unitChanged: "unit_changed"
    case .accumulationChanged: "accumulation_changed"
    case .baselineChanged: "baseline_changed"
    case .replaced: "replaced"
    case .dropped: "dropped"
    case .ended: "ended"
    }
  }

  /// The change in words.
  var label: LocalizedText {
    switch self {
    case .added: LocalizedText(ja: "新規", en: "added")
    case .takesPlace: LocalizedText(ja: "新規（差し替え）", en: "added in place of another")
    case .renamed: LocalizedText(ja: "名称変更", en: "renamed")
    case .targetRaised(let by):
      LocalizedText(
        ja: "目標 +\(FigureStyle.grouped.text(by))", en: "target +\(FigureStyle.grouped.text(by))")
    case .targetLowered(let by):
      LocalizedText(
        ja: "目標 -\(FigureStyle.grouped.text(by))", en: "target -\(FigureStyle.grouped.text(by))")
    case .unitChanged: LocalizedText(ja: "単位変更", en: "unit changed")
    case .accumulationChanged: LocalizedText(ja: "累計の変更", en: "accumulation changed")
    case .baselineChanged: LocalizedText(ja: "基準値変更", en: "baseline changed")
    case .replaced: LocalizedText(ja: "差し替え", en: "replaced")
    case .dropped: LocalizedText(ja: "廃止", en: "dropped")
    case .ended: LocalizedText(ja: "取組終了", en: "ended")
    }
  }
}
