import MunicipalModel
import PlanAnalysis
import Rendering

/// One row a finding: what was found, about whom, and the figure or word.
struct CrosswalkFindings {
  let contents: CrosswalkContents

  init(_ contents: CrosswalkContents) { self.contents = contents }

  /// What a finding is about.
  struct Subject {
    var concept: IndicatorConcept?
    var theme = ""
    var goal: Int?
    var municipality: Municipality?
    var other: Municipality?
    var document = ""
    var item = ""
    var period = ""
    var accumulation = ""
  }

  /// What was found, and the figure or word.
  struct Finding {
    let code: String
    let subject: Subject
    let cell: ReportCell
  }

  func table(in language: Language?) -> TidyTable {
    TidyTable(
      name: "findings", description: "Something that the comparison of plans found.", rows: rows,
      columns: Self.columns(in: language), in: language)
  }

  private static func columns(in language: Language?) -> [TableColumn<Finding>] {
    func text(_ cell: ReportCell, _ language: Language) -> String? {
      cell.status == "value" ? nil : cell.text[language]
    }
    return [
      .field("code", "Stable name of what kind of finding it is.", isRequired: true, ja: "所見の種類") {
        $0.code
      },
      .field("concept", "The concept that it is about.", ja: "概念") { $0.subject.concept?.id },
      .field("theme", "The theme that it is about.", ja: "テーマ") { $0.subject.theme },
      .field(
        "goal", "The Sustainable Development Goal that it is about, 1 to 17.", .integer,
        ja: "SDGのゴール"
      ) {
        $0.subject.goal.map(String.init)
      },
      .field("municipality_code", "Six-digit code of the municipality.", ja: "団体コード") {
        $0.subject.municipality?.code.sixDigits
      },
      .field(
        "other_municipality_code", "The municipality that it is compared with.", ja: "相手の団体コード"
      ) {
        $0.subject.other?.code.sixDigits
      },
      .field("document", "The document.", ja: "資料") { $0.subject.document },
      .field("item", "The indicator, aspect, way of counting or node that it is about.", ja: "対象") {
        $0.subject.item
      },
      .field("period", "The time of the figure: FY2022, CY2021, or a year.", ja: "時期") {
        $0.subject.period
      },
      .field("accumulation", "Over which time the figure counts.", ja: "数え方") {
        $0.subject.accumulation
      },
      .field("value", "The figure, or a stable word.", ja: "値") { $0.cell.value.plainText },
      .field("unit", "The unit of the figure.", ja: "単位") { $0.cell.unit },
      .field(
        "status", "value, label, or the reason for no value.", isRequired: true, ja: "値のない理由など"
      ) {
        $0.cell.status(in: language)
      },
      .field("text_ja", "The finding in Japanese, if it is not a figure.", ja: "日本語の文") {
        text($0.cell, .japanese)
      },
      .field("text_en", "The finding in English, if it is not a figure.", ja: "英語の文") {
        text($0.cell, .english)
      },
      .field("formula", "How the figure was computed, in English.", ja: "算式（英語）") {
        $0.cell.formula?.en
      },
      .field(
        "sources", "The printed cells, document:line:cell, separated by semicolons.",
        ja: "出典（資料:行:セル）"
      ) {
        $0.cell.sources.map(\.cellPlace).uniqued.joined(separator: ";")
      },
      .field(
        "qualifiers",
        "Words that limit the value, separated by semicolons: "
          + FigureQualifier.allCases.map(\.rawValue).joined(separator: ", ") + ".", ja: "値の限定"
      ) { $0.cell.qualifiers.map(\.rawValue).joined(separator: ";") },
    ]
  }

  private var rows: [Finding] {
    let unfiltered = contents.filter == .all
    let byTheme = contents.filter.concept == nil && contents.filter.goal == nil
    let byGoal = contents.filter.concept == nil && contents.filter.theme == nil
    return pairingRows + memberRows + (unfiltered ? leftoverRows : [])
      + (byTheme ? themeRows : []) + (byGoal ? goalRows : []) + correctionRows
  }

  /// The cells that were read with a correction, which may bear on any finding.
  private var correctionRows: [Finding] {
    contents.corrections.map { municipality, correction in
      row(
        "correction",
        Subject(
          municipality: municipality, document: correction.document.rawValue,
          item: correction.printed),
        ReportCell(
          correction.reason, value: correction.used,
          sources: [
            Citation(
              document: correction.document, line: correction.line, cell: correction.cell,
              printed: correction.printed)
          ]))
    }
  }

  func row(_ code: String, _ subject: Subject, _ cell: ReportCell) -> Finding {
    Finding(code: code, subject: subject, cell: cell)
  }
}
