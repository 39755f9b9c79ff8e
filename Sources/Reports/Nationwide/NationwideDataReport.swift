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
        tables: [files(data.tables)] + (data.failures.isEmpty ? [] : [unread(data.failures)]))
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
    if let noticed = noticed(data) { sections.append(noticed) }
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
    let columns: [TableColumn<FoundTable>] = [
      .key("file", "ファイル", "file") { ReportCell($0.table.document.rawValue) },
      .key("sheet", "シート", "sheet") { ReportCell($0.table.sheet ?? "") },
      .text("format", "形式", "format") { ReportCell($0.file.formatName) },
      .text("time", "いつの値か", "time") { ReportCell($0.summary.time) },
      .text("counted", "数える人", "who is counted") { ReportCell($0.summary.counted) },
      .number("municipalities", "市区町村", "municipalities") {
        ReportCell($0.summary.municipalities)
      },
      .number("errors", "誤り", "errors") { ReportCell($0.file.diagnosticCount(.error)) },
      .number("warnings", "注意", "warnings") { ReportCell($0.file.diagnosticCount(.warning)) },
    ]
    return ReportTable(
      key: "files", caption: LocalizedText(ja: "ファイルとシート", en: "Files and sheets"),
      rows: tables.map(FoundTable.init), columns: columns)
  }

  /// A table with what it is about.
  private struct FoundTable {
    let table: NationwideData.Table
    let file: any OpenDataFile
    let summary: NationwideTableSummary

    init(_ table: NationwideData.Table) {
      self.table = table
      file = table.table.file
      summary = table.summary
    }
  }

  private static func unread(_ failures: [OpenDataError]) -> ReportTable {
    ReportTable(
      key: "unread", caption: LocalizedText(ja: "読まなかったもの", en: "Not read"), rows: failures,
      columns: [
        .key("file", "ファイル", "file") { ReportCell($0.document.rawValue) },
        .text("code", "種類", "code") { ReportCell($0.code.label, value: $0.code.rawValue) },
        .text("reason", "理由", "reason") { ReportCell($0.message) },
      ])
  }

  private static func series(_ data: NationwideData) -> ReportTable {
    ReportTable(
      key: "series", caption: LocalizedText(ja: "系列", en: "Series"), rows: FollowedSeries.all(data),
      columns: [
        .text("what", "内容", "what") { ReportCell($0.what) },
        .text("counted", "数える人", "who is counted") { ReportCell($0.counted) },
        .text("from", "初め", "first") { cell($0.times.first) },
        .text("to", "終わり", "last") { cell($0.times.last) },
        .number("tables", "表の数", "tables") { ReportCell($0.times.count) },
        .text("missing", "ない年", "years without one") {
          ReportCell($0.missing.map { "\($0)" }.joined(separator: ", "))
        },
      ])
  }

  private static func cell(_ time: LocalizedText?) -> ReportCell {
    time.map { ReportCell($0) } ?? ReportCell(missing: .notAvailable)
  }

  /// So many of what was noticed are listed.
  private static let limit = 50

  /// What was noticed of the tables together and in each file, the most severe first.
  private static func noticed(_ data: NationwideData) -> ReportSection? {
    let all = (data.diagnostics + data.tables.flatMap(\.table.file.diagnostics))
      .filter(\.isWorthTelling)
    guard !all.isEmpty else { return nil }
    let sorted = all.enumerated().sorted {
      ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
    }.map(\.element)
    let table = ReportTable(
      key: "noticed", caption: LocalizedText(ja: "気づいた点", en: "Noticed"),
      rows: Array(sorted.prefix(limit)),
      columns: [
        .key("place", "場所", "place") { ReportCell($0.citation.shortPlace) },
        .severity(\.severity),
        .kind(\.code),
        .text("message", "内容", "message") { ReportCell($0.message) },
      ])
    let more = sorted.dropFirst(limit).reduce(0) { $0 + $1.caseCount }
    return ReportSection(
      key: "noticed",
      heading: LocalizedText(ja: "ファイルについて気づいた点", en: "What was noticed of the files"),
      tables: [table],
      closing: more == 0
        ? [] : [LocalizedText(ja: "ほかに\(more)件ある。", en: "There are \(more) more.")])
  }
}
