import MunicipalModel
import Rendering

/// The definitions of the sources, the corrections that were applied, and what the readers noticed.
struct NotesSection {
  private let records: [MunicipalityRecord]

  init(_ records: [MunicipalityRecord]) { self.records = records }

  var section: ReportSection {
    ReportSection(
      key: "notes",
      heading: LocalizedText(ja: "定義・訂正・診断", en: "Definitions, corrections, diagnostics"),
      tables: [definitions, CorrectionTable.of(records), diagnostics])
  }

  private var definitions: ReportTable {
    let rows = records.flatMap { record in
      record.documents.compactMap { contents -> ReportRow? in
        guard let definition = contents.populationDefinition else { return nil }
        return [
          ReportCell(record.municipality.name, value: record.municipality.code.sixDigits),
          ReportCell(LocalizedText(contents.document.rawValue)),
          Self.source(definition.source),
          ReportCell(LocalizedText(definition.stockDate)),
          ReportCell(
            definition.foreignResidents.label, value: definition.foreignResidents.rawValue),
          ReportCell(definition.otherChange.label, value: definition.otherChange.rawValue),
        ]
      }
    }
    return ReportTable(
      key: "definitions",
      caption: LocalizedText(ja: "人口の表の定義", en: "What the population tables count"),
      columns: [
        .key("municipality", LocalizedText(ja: "市町村", en: "municipality")),
        .key("document", LocalizedText(ja: "資料", en: "document")),
        .text("source", LocalizedText(ja: "統計", en: "source")),
        .text("stock_date", LocalizedText(ja: "基準日", en: "day of the stock")),
        .text("foreign_residents", LocalizedText(ja: "外国人住民", en: "foreign residents")),
        .text("other_change", LocalizedText(ja: "その他の増減", en: "other change")),
      ], rows: rows)
  }

  /// The statistic, with its usual English name.
  private static func source(_ name: String) -> ReportCell {
    name == "住民基本台帳"
      ? ReportCell(LocalizedText(ja: name, en: "Basic Resident Register")) : ReportCell(name)
  }

  private var diagnostics: ReportTable {
    let rows = records.flatMap { record in
      record.diagnostics.filter { $0.code != "correction-applied" }.map { diagnostic -> ReportRow in
        [
          ReportCell(record.municipality.name, value: record.municipality.code.sixDigits),
          ReportCell(LocalizedText("\(diagnostic.citation.shortPlace)")),
          ReportCell(diagnostic.severity.label, value: diagnostic.severity.rawValue),
          ReportCell(diagnostic.code.label, value: diagnostic.code.rawValue),
          ReportCell(diagnostic.message),
        ]
      }
    }
    return ReportTable(
      key: "diagnostics", caption: LocalizedText(ja: "読み取りで気づいた点", en: "What the readers noticed"),
      columns: [
        .key("municipality", LocalizedText(ja: "市町村", en: "municipality")),
        .key("line", LocalizedText(ja: "資料:行", en: "document:line")),
        .text("severity", LocalizedText(ja: "重要度", en: "severity")),
        .text("code", LocalizedText(ja: "種類", en: "kind")),
        .text("message", LocalizedText(ja: "内容", en: "message")),
      ], rows: rows)
  }
}

extension PopulationDefinition.ForeignResidents {
  var label: LocalizedText {
    switch self {
    case .included: LocalizedText(ja: "含む", en: "included")
    case .excluded: LocalizedText(ja: "含まない", en: "excluded")
    case .only: LocalizedText(ja: "外国人住民のみ", en: "foreign residents only")
    case .notStated: LocalizedText(ja: "記載なし", en: "not stated")
    }
  }
}

extension PopulationDefinition.OtherChange {
  var label: LocalizedText {
    switch self {
    case .apart: LocalizedText(ja: "社会増減と別", en: "apart from social change")
    case .insideSocialChange: LocalizedText(ja: "社会増減に含む", en: "inside social change")
    case .notStated: LocalizedText(ja: "記載なし", en: "not stated")
    }
  }
}
