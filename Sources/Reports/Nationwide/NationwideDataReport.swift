import MunicipalModel
public import Nationwide
import OpenData
public import Rendering

/// The report that `machi data` prints: what lies in a folder of published files, and what is missing for what.
public enum NationwideDataReport {
  /// Makes the report.
  ///
  /// - Parameter folder: the folder, as it was named.
  public static func report(_ data: NationwideData, folder: String) -> Report {
    var sections = [
      ReportSection(
        key: "files", heading: LocalizedText(ja: "見つかったファイル", en: "Files that were found"),
        tables: [files(data.tables)] + (data.failures.isEmpty ? [] : [unread(data)]))
    ]
    sections.append(
      ReportSection(
        key: "series",
        heading: LocalizedText(ja: "年を追えるもの", en: "What can be followed over the years"),
        tables: [series(data)], closing: data.differences))
    if !data.missing.isEmpty {
      sections.append(
        ReportSection(
          key: "missing", heading: LocalizedText(ja: "足りないもの", en: "What is missing"),
          introduction: data.missing))
    }
    let noticed = data.diagnostics.filter(\.isWorthTelling)
    if !noticed.isEmpty {
      sections.append(
        ReportSection(
          key: "noticed",
          heading: LocalizedText(ja: "表を並べて気づいた点", en: "What was noticed of tables together"),
          tables: [diagnostics(noticed)]))
    }
    return Report(
      title: LocalizedText(ja: "公表データのフォルダー: \(folder)", en: "Folder of published data: \(folder)"),
      sections: sections)
  }

  /// The files that a series is made of.
  static func files(_ data: NationwideData?, of series: RegistrySeries) -> ReportTable {
    let own = Set(series.sheets.map(\.document))
    return files(
      (data?.tables ?? []).filter { table in
        guard case .registry(let registry) = table.table else { return false }
        return own.contains(registry.document) && registry.definition == series.definition
      })
  }

  private static func files(_ tables: [NationwideData.Table]) -> ReportTable {
    ReportTable(
      key: "files", caption: LocalizedText(ja: "ファイルとシート", en: "Files and sheets"),
      columns: [
        .key("file", LocalizedText(ja: "ファイル", en: "file")),
        .key("sheet", LocalizedText(ja: "シート", en: "sheet")),
        .text("format", LocalizedText(ja: "形式", en: "format")),
        .text("time", LocalizedText(ja: "いつの値か", en: "time")),
        .text("counted", LocalizedText(ja: "数える人", en: "who is counted")),
        .number("municipalities", LocalizedText(ja: "市区町村", en: "municipalities")),
        .number("errors", LocalizedText(ja: "誤り", en: "errors")),
        .number("warnings", LocalizedText(ja: "注意", en: "warnings")),
      ],
      rows: tables.map { table in
        let summary = table.summary
        let file = table.table.file
        return [
          ReportCell(table.document.rawValue), ReportCell(table.sheet ?? ""),
          ReportCell(file.formatName), ReportCell(summary.time), ReportCell(summary.counted),
          ReportCell(summary.municipalities), ReportCell(file.diagnosticCount(.error)),
          ReportCell(file.diagnosticCount(.warning)),
        ]
      })
  }

  private static func unread(_ data: NationwideData) -> ReportTable {
    ReportTable(
      key: "unread", caption: LocalizedText(ja: "読まなかったもの", en: "Not read"),
      columns: [
        .key("file", LocalizedText(ja: "ファイル", en: "file")),
        .text("code", LocalizedText(ja: "種類", en: "code")),
        .text("reason", LocalizedText(ja: "理由", en: "reason")),
      ],
      rows: data.failures.map { error in
        [
          ReportCell(error.document.rawValue), ReportCell(error.code.rawValue),
          ReportCell(error.message),
        ]
      })
  }

  private static func series(_ data: NationwideData) -> ReportTable {
    func row(
      _ what: LocalizedText, _ counted: LocalizedText, _ times: [LocalizedText],
      missing: [Int] = []
    ) -> ReportRow {
      let none = ReportCell(missing: .notAvailable)
      return [
        ReportCell(what), ReportCell(counted), times.first.map { ReportCell($0) } ?? none,
        times.last.map { ReportCell($0) } ?? none, ReportCell(times.count),
        ReportCell(missing.map { "\($0)" }.joined(separator: ", ")),
      ]
    }
    var rows = data.series.map { series in
      row(
        LocalizedText(ja: "人口動態", en: "accounts"), series.definition.foreignResidents.counted,
        series.sheets.map { LocalizedText($0.stockDate.description) }, missing: series.missingYears)
    }
    for residents in data.ages.map(\.definition.foreignResidents).uniqued {
      let own = data.ages.filter { $0.definition.foreignResidents == residents }
      rows.append(
        row(
          LocalizedText(ja: "年齢別人口", en: "populations by age"),
          residents.counted,
          own.map { LocalizedText($0.stockDate.description) }))
    }
    for nationality in data.movers.flatMap(\.nationalities).uniqued {
      let periods = data.movers.flatMap(\.rows).filter { $0.nationality == nationality }
        .compactMap(\.period)
      rows.append(
        row(
          LocalizedText(ja: "年齢別の移動", en: "movers by age"), nationality.label,
          Set(periods).sorted().map(\.label)))
    }
    return ReportTable(
      key: "series", caption: LocalizedText(ja: "系列", en: "Series"),
      columns: [
        .text("what", LocalizedText(ja: "内容", en: "what")),
        .text("counted", LocalizedText(ja: "数える人", en: "who is counted")),
        .text("from", LocalizedText(ja: "初め", en: "first")),
        .text("to", LocalizedText(ja: "終わり", en: "last")),
        .number("tables", LocalizedText(ja: "表の数", en: "tables")),
        .text("missing", LocalizedText(ja: "ない年", en: "years without one")),
      ], rows: rows)
  }

  private static func diagnostics(_ noticed: [Diagnostic]) -> ReportTable {
    ReportTable(
      key: "noticed", caption: LocalizedText(ja: "気づいた点", en: "Noticed"),
      columns: [
        .key("place", LocalizedText(ja: "場所", en: "place")),
        .text("severity", LocalizedText(ja: "重要度", en: "severity")),
        .text("code", LocalizedText(ja: "種類", en: "code")),
        .text("message", LocalizedText(ja: "内容", en: "message")),
      ],
      rows: noticed.prefix(50).map { diagnostic in
        [
          ReportCell(diagnostic.citation.shortPlace),
          ReportCell(diagnostic.severity.label, value: diagnostic.severity.rawValue),
          ReportCell(diagnostic.code.label, value: diagnostic.code.rawValue),
          ReportCell(diagnostic.message),
        ]
      })
  }
}
