import MunicipalModel

@testable import Rendering

/// A small report with every kind of row, a missing figure, a computed one, and sources.
enum SampleReport {
  static func source(_ document: DocumentID, _ line: Int, _ printed: String) -> Citation {
    Citation(document: document, line: line, cell: 2, headings: ["人口"], printed: printed)
  }

  static let births = source("tomakomai-progress", 103, "1,032人")
  static let deaths = source("tomakomai-progress", 104, "1,891人")
  static let unpublished = source("iwamizawa-plan", 12, "未公表")

  static let table = ReportTable(
    key: "natural_change",
    caption: LocalizedText(ja: "自然増減率", en: "Natural change"),
    columns: [
      .key("city", LocalizedText(ja: "市", en: "City")),
      .key("year", LocalizedText(ja: "年", en: "Year")),
      .number("births", LocalizedText(ja: "出生（人）", en: "Births"), unit: "persons"),
      .number("rate", LocalizedText(ja: "自然増減率\n（‰）", en: "Rate\n(‰)"), unit: "per_mille"),
    ],
    rows: [
      .group(LocalizedText(ja: "2市", en: "Two cities"), key: "cities"),
      [
        ReportCell(LocalizedText(ja: "苫小牧市", en: "Tomakomai"), value: "012131"),
        ReportCell(Period.calendarYear(2021)),
        ReportCell(1032, sources: [births]),
        ReportCell(
          rounding: -5.214, to: 2, style: .signed, sources: [births, deaths],
          formula: LocalizedText(ja: "(出生-死亡)/人口", en: "(births - deaths) / population")),
      ],
      [
        ReportCell(LocalizedText(ja: "岩見沢市", en: "Iwamizawa"), value: "012106"),
        ReportCell(Period.calendarYear(2021)),
        ReportCell(missing: .notPublished, sources: [unpublished]),
        ReportCell(rounding: nil, to: 2),
      ],
      .total([
        ReportCell(LocalizedText(ja: "合計", en: "Total"), value: "total"), .empty,
        ReportCell(1032, sources: [births, unpublished]),
      ]),
    ],
    notes: [LocalizedText(ja: "日本人のみ。", en: "Japanese nationals only.")])

  static let report = Report(
    title: LocalizedText(ja: "人口動態", en: "Population"),
    sections: [
      ReportSection(
        key: "nature", heading: LocalizedText(ja: "自然増減", en: "Births and deaths"),
        introduction: [LocalizedText(ja: "暦年の数値です。", en: "By calendar year.")],
        tables: [table], closing: [LocalizedText(ja: "以上。", en: "That is all.")])
    ])

  /// A report of one table with given columns and rows.
  static func report(columns: [ReportColumn], rows: [ReportRow]) -> Report {
    Report(
      title: LocalizedText("t"), key: "s",
      tables: [ReportTable(key: "t", caption: LocalizedText(""), columns: columns, rows: rows)])
  }
}
