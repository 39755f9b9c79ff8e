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
    var lines: [TableRow<AgeLine>] = []
    for reference in [CohortMigration.AgeReference.end, .start] {
      lines.append(.group(Self.label(reference), key: reference.rawValue))
      for sex in sexes {
        for span in spans(reference, sex) {
          let found = analyses.map { $0.span(span, at: reference, sex: sex).map(figures) }
          guard found.contains(where: { $0 != nil }) else { continue }
          lines.append(
            .normal(
              AgeLine(
                first: ReportCell(sex.label, value: sex.rawValue),
                second: ReportCell(span.label, value: span.description), figures: found)))
        }
      }
    }
    return ReportTable(
      key: "spans", lines: lines,
      columns: [.key("sex", "性別", "sex") { $0.first }, .key("age", "年齢", "age") { $0.second }]
        + AgeLine.columns(of: analyses.map(\.municipality), names: names, hasBars: false),
      basis: AgeSocialChangeReport.basis(of: analyses))
  }

  private func figures(_ span: CohortAnalysis.Span) -> AgeLine.Figures {
    AgeLine.Figures(
      net: ReportCell(netPersons: span.net), rate: ReportCell(signedRate: span.rate),
      contribution: ReportCell(signedRate: span.contribution))
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
}
