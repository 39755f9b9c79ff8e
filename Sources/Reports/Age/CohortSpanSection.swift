import Demography
import MunicipalModel
import Rendering

/// Sums over spans of ages, told by the age at the end and by the age at the start of the period.
struct CohortSpanSection {
  private let analyses: [CohortAnalysis]
  private let names: AgeReportNames
  private let sexes: [Sex]

  init(_ analyses: [CohortAnalysis], names: AgeReportNames, sexes: [Sex]) {
    self.analyses = analyses
    self.names = names
    self.sexes = sexes.filter { sex in analyses.contains { !$0.rows(of: sex).isEmpty } }
  }

  var section: ReportSection {
    ReportSection(
      key: "spans",
      heading: LocalizedText(
        ja: "年代別（期末年齢と期首年齢）", en: "By span of ages, at the end and at the start"),
      introduction: [
        LocalizedText(
          ja: "同じ「20～39歳」でも、期末の年齢か期首の年齢かで別の人々を指し、率も変わります。",
          en:
            "The same span of ages names other people at the end than at the start, and has another rate."
        )
      ], tables: [table])
  }

  private var table: ReportTable {
    var rows: [ReportRow] = []
    for reference in [CohortMigration.AgeReference.end, .start] {
      rows.append(.group(Self.label(reference), key: reference.rawValue))
      for sex in sexes {
        for span in spans(reference, sex) {
          let found = analyses.map { $0.span(span, at: reference, sex: sex) }
          guard found.contains(where: { $0 != nil }) else { continue }
          rows.append(
            ReportRow(
              [
                ReportCell(sex.label, value: sex.rawValue),
                ReportCell(span.label, value: span.description),
              ]
                + found.flatMap(cells)))
        }
      }
    }
    let columns: [ReportColumn] =
      [
        .key("sex", LocalizedText(ja: "性別", en: "sex")),
        .key("age", LocalizedText(ja: "年齢", en: "age")),
      ]
      + analyses.flatMap { analysis in
        let code = analysis.municipality.sixDigits
        let name = names.name(analysis.municipality)
        return [
          ReportColumn.number(
            "net_\(code)", LocalizedText(ja: "\(name.ja)\n人", en: "\(name.en)\npersons"),
            unit: "persons"),
          .number("rate_\(code)", LocalizedText(ja: "\n率 %", en: "\nrate %"), unit: "%"),
          .number(
            "contribution_\(code)", LocalizedText(ja: "\n寄与", en: "\ncontr."),
            unit: "percentage points"),
        ]
      }
    return ReportTable(
      key: "spans", caption: LocalizedText(""), columns: columns, rows: rows,
      basis: AgeSocialChangeReport.basis(of: analyses))
  }

  static func label(_ reference: CohortMigration.AgeReference) -> LocalizedText {
    reference == .end
      ? LocalizedText(ja: "期末年齢", en: "age at the end")
      : LocalizedText(ja: "期首年齢", en: "age at the start")
  }

  private func spans(_ reference: CohortMigration.AgeReference, _ sex: Sex) -> [AgeGroup] {
    let ages = analyses.flatMap { $0.rows(of: sex) }.compactMap {
      $0.ageAtStart == nil ? nil : reference == .start ? $0.ageAtStart : $0.ageAtEnd
    }
    return AgeSpans.spans(from: ages.map(\.lowerAge).min() ?? 0)
      + [AgeSpans.youngAdults].compactMap(\.self)
  }

  private func cells(_ span: CohortAnalysis.Span?) -> [ReportCell] {
    guard let span else { return Array(repeating: ReportCell(missing: .notAvailable), count: 3) }
    return [
      ReportCell(netPersons: span.net), ReportCell(signedRate: span.rate),
      ReportCell(signedRate: span.contribution),
    ]
  }
}
