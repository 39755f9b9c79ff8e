import MunicipalModel
import PlanAnalysis
import Rendering

/// What a revision says it changes, and what it changes.
enum RevisionTables {
  static func statements(_ history: RevisionHistory, _ code: String) -> ReportTable {
    let rows = history.statements.map { check -> ReportRow in
      [
        ReportCell(check.mark.label, value: check.mark.rawValue),
        ReportCell(check.stated, sources: [check.citation]),
        ReportCell(check.counted, sources: check.entries),
        ReportCell(check.stated - check.counted),
      ]
    }
    return ReportTable(
      key: "revision_statements_\(code)",
      caption: LocalizedText(ja: "見直しの項目数", en: "Changes that the revision states"),
      columns: [
        .key("mark", LocalizedText(ja: "印", en: "mark")),
        .number("stated", LocalizedText(ja: "記載", en: "stated")),
        .number("counted", LocalizedText(ja: "実際", en: "counted")),
        .number("difference", LocalizedText(ja: "差", en: "difference")),
      ], rows: rows)
  }

  static func changes(_ history: RevisionHistory, _ code: String) -> ReportTable {
    let rows = history.indicators.filter { !$0.changes.isEmpty }.map { entry -> ReportRow in
      let before = entry.superseded
      let after = entry.current.map { [$0] } ?? entry.replacements
      return [
        ReportCell(
          before?.indicator.name ?? "", sources: before.map { [$0.indicator.citation] } ?? []),
        ReportCell(
          after.map(\.indicator.name).joined(separator: "、"),
          sources: after.map(\.indicator.citation)),
        ReportCell(
          LocalizedText(
            ja: entry.changes.map(\.label.ja).joined(separator: "、"),
            en: entry.changes.map(\.label.en).joined(separator: ", ")),
          value: entry.changes.map(\.code).joined(separator: ";")),
      ]
    }
    return ReportTable(
      key: "revision_changes_\(code)",
      caption: LocalizedText(ja: "指標の履歴（変わったもの）", en: "History of indicators (those that changed)"),
      columns: [
        .key("superseded", LocalizedText(ja: "旧", en: "superseded")),
        .key("current", LocalizedText(ja: "新", en: "current")),
        .text("changes", LocalizedText(ja: "変更", en: "changes")),
      ], rows: rows)
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
