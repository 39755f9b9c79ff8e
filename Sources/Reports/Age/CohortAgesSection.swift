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
            "Bars show the \(word.en): losses to the left, gains to the right; a full side is \(text)%."
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
    var order: [(end: AgeGroup, start: AgeGroup?)] = []
    for row in members.flatMap({ $0.rows(of: sex) })
    where !order.contains(where: { $0 == (row.ageAtEnd, row.ageAtStart) }) {
      order.append((row.ageAtEnd, row.ageAtStart))
    }
    let ages = order.map { end, start in
      AgeLine(
        first: ReportCell(end.label, value: end.description),
        second: start.map { ReportCell($0.label, value: $0.description) }
          ?? ReportCell(LocalizedText(ja: "出生", en: "born"), value: "birth"),
        figures: members.map { member in
          member.rows(of: sex).first { $0.ageAtEnd == end && $0.ageAtStart == start }.map(figures)
        })
    }
    let total = AgeLine(
      first: AgeLine.total,
      figures: members.map { member in
        let total = member.total(of: sex)
        return AgeLine.Figures(
          net: ReportCell(netPersons: total.net), rate: ReportCell(signedRate: total.rate),
          contribution: ReportCell(signedRate: total.contribution))
      })
    return ReportTable(
      key: part == 0 ? sex.rawValue : "\(sex.rawValue)_\(part + 1)", caption: sex.label,
      lines: ages.map { .normal($0) } + [.total(total)],
      columns: [
        .key("age_at_end", "期末\n年齢", "age at\nend") { $0.first },
        .key("age_at_start", "期首\n年齢", "age at\nstart") { $0.second },
      ] + AgeLine.columns(of: members.map(\.municipality), names: names),
      basis: AgeSocialChangeReport.basis(of: members))
  }

  private func figures(_ row: CohortAnalysis.Row) -> AgeLine.Figures {
    AgeLine.Figures(
      net: ReportCell(netPersons: row.net), rate: ReportCell(signedRate: row.rate),
      contribution: ReportCell(signedRate: row.contribution), bar: ReportCell(bar: bar, row.rate))
  }
}
