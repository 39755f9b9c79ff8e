import Demography
import MunicipalModel
import Rendering

/// Every age with its bar, municipalities side by side, one table a sex.
struct CohortAgesSection {
  private let analyses: [CohortAnalysis]
  private let names: AgeReportNames
  private let sexes: [Sex]
  private let bar: DivergingBar

  init(_ analyses: [CohortAnalysis], names: AgeReportNames, sexes: [Sex]) {
    self.analyses = analyses
    self.names = names
    self.sexes = sexes.filter { sex in analyses.contains { !$0.rows(of: sex).isEmpty } }
    bar = DivergingBar(
      self.sexes.flatMap { sex in analyses.flatMap { $0.rows(of: sex).map(\.rate) } })
  }

  var section: ReportSection {
    let word = analyses.first?.method.rate ?? LocalizedText("")
    let side = bar.largest
    let text = ExactDecimal(rounding: side, to: 2).map { FigureStyle.grouped.text($0) } ?? "0"
    return ReportSection(
      key: "ages", heading: LocalizedText(ja: "年齢別", en: "By age"),
      introduction: [
        LocalizedText(
          ja: "棒は\(word.ja)です。左が減、右が増で、片側いっぱいが\(text)%です。",
          en:
            "Bars show the \(word.en): losses to the left, gains to the right; a full side is \(text) %."
        )
      ] + analyses.compactMap(\.caution).prefix(1),
      charts: sexes.map { AgeSocialChangeReport.chart(analyses, names: names, sex: $0) },
      tables: sexes.flatMap { sex in
        stride(from: 0, to: analyses.count, by: 2).map { first in
          table(sex, Array(analyses[first..<min(first + 2, analyses.count)]), part: first / 2)
        }
      })
  }

  private func table(_ sex: Sex, _ members: [CohortAnalysis], part: Int) -> ReportTable {
    var columns: [ReportColumn] = [
      .key("age_at_end", LocalizedText(ja: "期末\n年齢", en: "age at\nend")),
      .key("age_at_start", LocalizedText(ja: "期首\n年齢", en: "age at\nstart")),
    ]
    for member in members { columns += self.columns(of: member) }
    var order: [(AgeGroup, AgeGroup?)] = []
    for row in members.flatMap({ $0.rows(of: sex) })
    where !order.contains(where: { $0 == (row.ageAtEnd, row.ageAtStart) }) {
      order.append((row.ageAtEnd, row.ageAtStart))
    }
    var rows = order.map { end, start in
      let age = ReportCell(end.label, value: end.description)
      let before =
        start.map { ReportCell($0.label, value: $0.description) }
        ?? ReportCell(LocalizedText(ja: "出生", en: "born"), value: "birth")
      return ReportRow(
        [age, before]
          + members.flatMap { member in
            let found = member.rows(of: sex).first {
              $0.ageAtEnd == end && $0.ageAtStart == start
            }
            return found.map(cells)
              ?? Array(repeating: ReportCell(missing: .notAvailable), count: 4)
          })
    }
    rows.append(total(sex, members))
    return ReportTable(
      key: part == 0 ? sex.rawValue : "\(sex.rawValue)_\(part + 1)", caption: sex.label,
      columns: columns, rows: rows, basis: AgeSocialChangeReport.basis(of: members))
  }

  private func columns(of member: CohortAnalysis) -> [ReportColumn] {
    let code = member.municipality.sixDigits
    let name = names.name(member.municipality)
    func label(_ ja: String, _ en: String) -> LocalizedText {
      LocalizedText(ja: "\(name.ja)\n\(ja)", en: "\(name.en)\n\(en)")
    }
    return [
      .number("net_\(code)", label("人", "persons"), unit: "persons"),
      .number("rate_\(code)", LocalizedText(ja: "\n率 %", en: "\nrate %"), unit: "%"),
      .number(
        "contribution_\(code)", LocalizedText(ja: "\n寄与", en: "\ncontr."), unit: "percentage points"
      ),
      .text("bar_\(code)", LocalizedText("")),
    ]
  }

  private func cells(_ row: CohortAnalysis.Row) -> [ReportCell] {
    [
      ReportCell(netPersons: row.net), ReportCell(signedRate: row.rate),
      ReportCell(signedRate: row.contribution), ReportCell(bar: bar, row.rate),
    ]
  }

  private func total(_ sex: Sex, _ members: [CohortAnalysis]) -> ReportRow {
    let label = ReportCell(LocalizedText(ja: "計", en: "total"), value: "total")
    return .total(
      [label, .empty]
        + members.flatMap { member -> [ReportCell] in
          let total = member.total(of: sex)
          return [
            ReportCell(netPersons: total.net), ReportCell(signedRate: total.rate),
            ReportCell(signedRate: total.contribution), .empty,
          ]
        })
  }
}
