import Demography
import MunicipalModel
import Nationwide
import Rendering

/// The files with their definitions, and what their readers noticed.
struct RankingNotesSection {
  private let table: NationwideTable
  private let ranking: MunicipalRanking
  private let shownDiagnostics: Int?

  /// - Parameter shownDiagnostics: how many diagnostics of each file are shown; `nil` for all.
  init(_ table: NationwideTable, _ ranking: MunicipalRanking, shownDiagnostics: Int?) {
    self.table = table
    self.ranking = ranking
    self.shownDiagnostics = shownDiagnostics
  }

  var section: ReportSection {
    ReportSection(
      key: "notes", heading: LocalizedText(ja: "ファイルと定義", en: "Files and definitions"),
      introduction: notes, tables: [files] + diagnostics,
      closing: ranking.caveats.map(\.message))
  }

  private var notes: [LocalizedText] {
    var notes: [LocalizedText] = []
    if let definition = table.registry?.definition, ranking.measure.kind != nil {
      notes.append(
        LocalizedText(
          ja: "率は\(base.ja)に対する%。人口は\(Self.day(definition.stockDate))現在、外国人住民: "
            + "\(definition.foreignResidents.label.ja)、その他の増減（職権など）: "
            + "\(definition.otherChange.label.ja)。",
          en: "Rates are in % of \(base.en). Stocks are those of "
            + "\(definition.stockDate); foreign residents: \(definition.foreignResidents.label.en); "
            + "other change: \(definition.otherChange.label.en)."))
    }
    if ranking.measure.kind != nil, let reason = table.registry?.withheldRates {
      notes.append(reason.message)
    }
    if let span = table.span {
      notes.append(table.statement(of: span))
    }
    if table.registry != nil, table.pair == nil {
      notes.append(
        LocalizedText(
          ja: "前年の表がないため、前年の人口は「人口 − 増減数」で求めた。",
          en:
            "Without the table of the year before, its population is population less total change."
        ))
    }
    if table.pair?.countsAlike == false {
      notes.append(
        LocalizedText(
          ja: "数え方の違う2年の表を、求めに応じて並べている。",
          en: "The tables of the two years count differently; they stand side by side on request."))
    }
    return notes
  }

  /// What rates divide by.
  private var base: LocalizedText {
    table.span != nil && table.combination == .sum
      ? LocalizedText(ja: "期間の初めの人口", en: "the population at the beginning of the years")
      : LocalizedText(ja: "前年の人口", en: "the population of the year before")
  }

  /// 01-01 as 1月1日.
  private static func day(_ text: String) -> String {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    return parts.count == 2 ? "\(parts[0])月\(parts[1])日" : text
  }

  private var files: ReportTable {
    let rows: [(file: any OpenDataFile, isUsed: Bool)] =
      table.files.map { ($0, true) } + table.unused.map { ($0, false) }
    return ReportTable(
      key: "files", caption: LocalizedText(ja: "読んだファイル", en: "Files"), rows: rows,
      columns: [
        .key("file", "ファイル", "file") { ReportCell($0.file.document.rawValue) },
        .text("format", "形式", "format") { ReportCell($0.file.formatName) },
        .text("encoding", "文字コード", "encoding") { ReportCell($0.file.encoding.rawValue) },
        .text("use", "使用", "used") {
          ReportCell(
            $0.isUsed
              ? LocalizedText(ja: "使用", en: "yes") : LocalizedText(ja: "使わない", en: "no"))
        },
        .number("errors", "誤り", "errors") { ReportCell($0.file.diagnosticCount(.error)) },
        .number("warnings", "注意", "warnings") { ReportCell($0.file.diagnosticCount(.warning)) },
      ])
  }

  /// The first diagnostics of each file, or all that its reader keeps.
  private var diagnostics: [ReportTable] {
    (table.files + table.unused).enumerated().compactMap { index, file in
      let noticed = table.diagnostics(of: file).filter(\.isWorthTelling)
      return noticed.isEmpty ? nil : table(of: noticed, in: file, number: index + 1)
    }
  }

  private func table(
    of noticed: [Diagnostic], in file: any OpenDataFile, number: Int
  ) -> ReportTable {
    let shown = noticed.prefix(shownDiagnostics ?? noticed.count)
    let rest = noticed.count - shown.count
    return ReportTable(
      key: "diagnostics_\(number)",
      caption: LocalizedText(
        ja: "読み取りで気づいた点: \(file.document)", en: "What the reader noticed: \(file.document)"),
      rows: Array(shown),
      columns: [
        .key("place", "行:セル", "line:cell") {
          ReportCell("\($0.citation.line)" + ($0.citation.cell.map { ":\($0)" } ?? ""))
        },
        .severity(\.severity),
        .kind(\.code),
        .text("printed", "記載", "printed") { ReportCell($0.citation.printed) },
        .text("message", "内容", "message") { ReportCell($0.message) },
      ],
      notes: rest > 0
        ? [LocalizedText(ja: "ほかに\(rest)件（json にすべて）", en: "and \(rest) more; all are in json")]
        : [])
  }
}
