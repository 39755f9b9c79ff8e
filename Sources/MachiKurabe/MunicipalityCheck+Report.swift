internal import MunicipalModel
internal import PlanAnalysis
public import Rendering

extension MunicipalityCheck {
  /// The report that `machi check` prints: what was read, and what is missing or odd.
  public var report: Report {
    let name = record?.municipality.name ?? LocalizedText(ja: "フォルダー", en: "folder")
    let code = record.map { " (\($0.municipality.code.sixDigits))" } ?? ""
    return Report(
      title: LocalizedText(ja: "点検: \(name.ja)\(code)", en: "Check: \(name.en)\(code)"),
      sections: [
        ReportSection(
          key: "check", heading: LocalizedText(ja: "点検の結果", en: "What was found"),
          introduction: [verdict],
          tables: [documentTable, findingTable].filter { !$0.rows.isEmpty })
      ])
  }

  private var verdict: LocalizedText {
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count { $0.severity == .warning }
    return errors == 0
      ? LocalizedText(
        ja: "使えます（警告\(warnings)件）。", en: "The folder can be used (warnings: \(warnings)).")
      : LocalizedText(
        ja: "直すところがあります（誤り\(errors)件、警告\(warnings)件）。",
        en: "There is something to repair (errors: \(errors), warnings: \(warnings)).")
  }

  private var documentTable: ReportTable {
    ReportTable(
      key: "documents", caption: LocalizedText(ja: "読んだもの", en: "What was read"),
      columns: [
        .key("document", LocalizedText(ja: "資料", en: "document")),
        .number("nodes", LocalizedText(ja: "計画の項目", en: "parts of the plan")),
        .number("indicators", LocalizedText(ja: "指標", en: "indicators")),
        .number("figures", LocalizedText(ja: "指標の値", en: "figures")),
        .number("population", LocalizedText(ja: "人口の値", en: "population figures")),
        .number("cells", LocalizedText(ja: "表の数値のセル", en: "cells with figures")),
        .number("read", LocalizedText(ja: "うち読んだもの", en: "of them read")),
      ],
      rows: (record?.documents ?? []).map { contents in
        let indicators = contents.plans.flatMap(\.indicators)
        let figures = indicators.flatMap(\.indicator.figures)
        return [
          ReportCell(contents.document.rawValue), ReportCell(contents.plans.flatMap(\.nodes).count),
          ReportCell(indicators.count),
          ReportCell(figures.count { !$0.reading.quantities.isEmpty }),
          ReportCell(contents.populationFigures.count),
          coverage[contents.document].map { ReportCell($0.seen) } ?? .empty,
          coverage[contents.document].map { ReportCell($0.read) } ?? .empty,
        ]
      })
  }

  private var findingTable: ReportTable {
    ReportTable(
      key: "findings", caption: LocalizedText(ja: "気づいた点", en: "Findings"),
      columns: [
        .key("severity", LocalizedText(ja: "重要度", en: "severity")),
        .key("file", LocalizedText(ja: "ファイル", en: "file")),
        .number("line", LocalizedText(ja: "行", en: "line")),
        .number("cell", LocalizedText(ja: "セル", en: "cell")),
        .key("code", LocalizedText(ja: "種類", en: "kind")),
        .text("message", LocalizedText(ja: "内容", en: "finding")),
      ],
      rows: findings.map { finding in
        [
          ReportCell(finding.severity.label, value: finding.severity.rawValue),
          ReportCell(finding.file + (finding.place.map { " \($0)" } ?? "")),
          finding.place == nil ? finding.line.map { ReportCell($0) } ?? .empty : .empty,
          finding.place == nil ? finding.cell.map { ReportCell($0) } ?? .empty : .empty,
          ReportCell(finding.kind, value: finding.code),
          ReportCell(finding.message),
        ]
      })
  }
}

extension MunicipalityCheck.Finding {
  /// The kind of finding in words: what a reader noticed, or what the audit found.
  fileprivate var kind: LocalizedText {
    let label = Diagnostic.Code(rawValue: code).label
    return label == LocalizedText(code) ? AuditFinding.Code(rawValue: code).label : label
  }
}
