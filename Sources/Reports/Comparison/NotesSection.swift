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
    typealias Row = (
      municipality: Municipality, document: DocumentID, definition: PopulationDefinition
    )
    let rows: [Row] = records.flatMap { record in
      record.documents.compactMap { contents in
        contents.populationDefinition.map { (record.municipality, contents.document, $0) }
      }
    }
    return ReportTable(
      key: "definitions",
      caption: LocalizedText(ja: "人口の表の定義", en: "What the population tables count"), rows: rows,
      columns: [
        .municipality(\.municipality), .document(\.document),
        .text("source", "統計", "source") { Self.source($0.definition.source) },
        .text("stock_date", "基準日", "day of the stock") { ReportCell($0.definition.stockDate) },
        .text("foreign_residents", "外国人住民", "foreign residents") {
          let residents = $0.definition.foreignResidents
          return ReportCell(residents.label, value: residents.rawValue)
        },
        .text("other_change", "その他の増減", "other change") {
          ReportCell($0.definition.otherChange.label, value: $0.definition.otherChange.rawValue)
        },
      ])
  }

  /// The statistic, with its usual English name.
  private static func source(_ name: String) -> ReportCell {
    name == "住民基本台帳"
      ? ReportCell(LocalizedText(ja: name, en: "Basic Resident Register")) : ReportCell(name)
  }

  private var diagnostics: ReportTable {
    let rows: [(municipality: Municipality, diagnostic: Diagnostic)] = records.flatMap { record in
      record.diagnostics.filter { $0.code != "correction-applied" }.map {
        (record.municipality, $0)
      }
    }
    return ReportTable(
      key: "diagnostics", caption: LocalizedText(ja: "読み取りで気づいた点", en: "What the readers noticed"),
      rows: rows,
      columns: [
        .municipality(\.municipality),
        .key("line", "資料:行", "document:line") { ReportCell($0.diagnostic.citation.shortPlace) },
        .severity(\.diagnostic.severity),
        .text("code", "種類", "kind") {
          ReportCell($0.diagnostic.code.label, value: $0.diagnostic.code.rawValue)
        },
        .text("message", "内容", "message") { ReportCell($0.diagnostic.message) },
      ])
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
