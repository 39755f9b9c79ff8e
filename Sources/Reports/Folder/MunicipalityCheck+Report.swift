internal import DocumentReading
internal import MunicipalModel
public import MunicipalityFolders
internal import PlanAnalysis
public import Rendering

extension MunicipalityCheck {
  /// The report that `machi check` prints: what was read, and what is missing or odd.
  public var report: Report { report(upTo: .max) }

  /// The same with the worst findings only; how many were left out is said.
  ///
  /// - Parameter most: how many findings are shown.
  public func report(upTo most: Int) -> Report {
    let name = record?.municipality.name ?? LocalizedText(ja: "フォルダー", en: "folder")
    let code = record.map { " (\($0.municipality.code.sixDigits))" } ?? ""
    return Report(
      title: LocalizedText(ja: "点検: \(name.ja)\(code)", en: "Check: \(name.en)\(code)"),
      sections: [
        ReportSection(
          key: "check", heading: LocalizedText(ja: "点検の結果", en: "What was found"),
          introduction: [verdict] + leftOut(most),
          tables: [documentTable, findingTable(most)].filter { !$0.rows.isEmpty })
      ])
  }

  private var verdict: LocalizedText {
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count { $0.severity == .warning }
    return errors == 0
      ? LocalizedText(
        ja: "使えます（注意\(warnings)件）。", en: "The folder can be used (warnings: \(warnings)).")
      : LocalizedText(
        ja: "直すところがあります（誤り\(errors)件、注意\(warnings)件）。",
        en: "There is something to repair (errors: \(errors), warnings: \(warnings)).")
  }

  private var documentTable: ReportTable {
    ReportTable(
      key: "documents", caption: LocalizedText(ja: "読んだもの", en: "What was read"),
      rows: record?.documents ?? [],
      columns: [
        .key("document", "資料", "document") { ReportCell($0.document.rawValue) },
        .number("nodes", "計画の項目", "parts of the plan") {
          ReportCell($0.plans.flatMap(\.nodes).count)
        },
        .number("indicators", "指標", "indicators") {
          ReportCell($0.plans.flatMap(\.indicators).count)
        },
        .number("figures", "指標の値", "figures") {
          let figures = $0.plans.flatMap(\.indicators).flatMap(\.indicator.figures)
          return ReportCell(figures.count { !$0.reading.quantities.isEmpty })
        },
        .number("population", "人口の値", "population figures") {
          ReportCell($0.populationFigures.count)
        },
        .number("cells", "表の数値のセル", "cells with figures") {
          coverage[$0.document].map { ReportCell($0.seen) } ?? .empty
        },
        .number("read", "うち読んだもの", "of them read") {
          coverage[$0.document].map { ReportCell($0.read) } ?? .empty
        },
      ])
  }

  private func leftOut(_ most: Int) -> [LocalizedText] {
    guard findings.count > most else { return [] }
    return [
      LocalizedText(
        ja: "気づいた点\(findings.count)件のうち、重い順に\(most)件を示します。",
        en: "The worst \(most) of \(findings.count) findings are shown.")
    ]
  }

  private func findingTable(_ most: Int) -> ReportTable {
    ReportTable(
      key: "findings", caption: LocalizedText(ja: "気づいた点", en: "Findings"),
      rows: Array(findings.prefix(most)),
      columns: [
        .key("severity", "重要度", "severity") {
          ReportCell($0.severity)
        },
        .key("file", "ファイル", "file") { ReportCell($0.file + ($0.place.map { " \($0)" } ?? "")) },
        .number("line", "行", "line") {
          $0.place == nil ? $0.line.map { ReportCell($0) } ?? .empty : .empty
        },
        .number("cell", "セル", "cell") {
          $0.place == nil ? $0.cell.map { ReportCell($0) } ?? .empty : .empty
        },
        .key("code", "種類", "kind") { ReportCell($0.kind, value: $0.code) },
        .text("message", "内容", "finding") { ReportCell($0.message) },
      ])
  }
}

extension MunicipalityCheck.Finding {
  /// The kind of finding in words: what a reader noticed, or what the audit found.
  fileprivate var kind: LocalizedText {
    let label = Diagnostic.Code(rawValue: code).label
    return label == LocalizedText(code) ? AuditFinding.Code(rawValue: code).label : label
  }
}
