import Demography
import MunicipalModel
import Rendering

/// Every age with its bar, municipalities side by side, one table a sex.
struct RegisteredAgesSection {
  private let analyses: [RegisteredAnalysis]
  private let names: AgeReportNames
  private let sexes: [Sex]
  private let bar: DivergingBar

  init(_ analyses: [RegisteredAnalysis], names: AgeReportNames, sexes: [Sex]) {
    self.analyses = analyses
    self.names = names
    self.sexes = sexes.filter { sex in analyses.contains { !$0.change.rows(of: sex).isEmpty } }
    bar = DivergingBar(
      self.sexes.flatMap { sex in
        analyses.flatMap { $0.change.rows(of: sex).map(\.socialChangeRate) }
      })
  }

  private var symbol: String { analyses.first?.change.scale.symbol ?? "%" }

  var section: ReportSection {
    let text =
      ExactDecimal(rounding: bar.largest, to: 2).map { FigureStyle.grouped.text($0) } ?? "0"
    return ReportSection(
      key: "ages", heading: LocalizedText(ja: "年齢別", en: "By age"),
      introduction: [
        LocalizedText(
          ja: "棒は社会増減率です。左が減、右が増で、片側いっぱいが\(text)\(symbol)です。",
          en:
            "Bars show the social change rate: losses to the left, gains to the right; a full side is "
            + "\(text)\(symbol).")
      ],
      charts: sexes.map { AgeSocialChangeReport.chart(analyses, names: names, sex: $0) },
      tables: sexes.flatMap { sex in
        stride(from: 0, to: analyses.count, by: 2).map { first in
          table(sex, Array(analyses[first..<min(first + 2, analyses.count)]), part: first / 2)
        }
      })
  }

  private func table(_ sex: Sex, _ members: [RegisteredAnalysis], part: Int) -> ReportTable {
    let rows = members.map { $0.change.rows(of: sex) }
    let ages = Set(rows.joined().map(\.age)).sorted().map { age in
      AgeLine(
        first: ReportCell(age.label, value: age.description),
        figures: rows.map { own in own.first { $0.age == age }.map { figures($0) } })
    }
    let total = AgeLine(
      first: AgeLine.total,
      figures: members.map { member in
        let ages = member.change.ages
        let all =
          ages.openGroup != nil
          ? AgeGroup(andOver: ages.lowerAge)
          : ages.groups.last?.upperAge.flatMap { AgeGroup(ages.lowerAge, through: $0) }
        return all.flatMap { member.change.span($0, sex: sex) }.map { figures($0, hasBar: false) }
      })
    return ReportTable(
      key: part == 0 ? sex.rawValue : "\(sex.rawValue)_\(part + 1)", caption: sex.label,
      lines: ages.map { .normal($0) } + [.total(total)] + spans(members, sex),
      columns: [.key("age", "年齢", "age") { $0.first }]
        + AgeLine.columns(
          of: members.map(\.municipality), names: names, symbol: symbol, contribution: symbol,
          hasShares: true))
  }

  private func figures(
    _ row: RegisteredSocialChange.Row, hasBar: Bool = true
  ) -> AgeLine.Figures {
    AgeLine.Figures(
      net: ReportCell(netPersons: row.netMigrants),
      rate: row.socialChangeRate.map { ReportCell(signedRate: $0) } ?? .nobody,
      contribution: ReportCell(signedRate: row.contribution),
      share: row.shareOfTotal.map { ReportCell(rounding: $0, to: 1, style: .signed) }
        ?? ReportCell(missing: .notApplicable),
      bar: hasBar ? ReportCell(bar: bar, row.socialChangeRate) : .empty)
  }

  /// The spans below the total, such as 20～29歳, where groups are narrower.
  private func spans(_ members: [RegisteredAnalysis], _ sex: Sex) -> [TableRow<AgeLine>] {
    let youngest = members.map(\.change.ages.lowerAge).min() ?? 0
    let known = Set(members.flatMap(\.change.ages.groups))
    let lines = (AgeSpans.spans(from: youngest) + [AgeSpans.youngAdults].compactMap(\.self))
      .filter { !known.contains($0) }
      .compactMap { span -> TableRow<AgeLine>? in
        let found = members.map { member in
          member.change.span(span, sex: sex).map { figures($0, hasBar: false) }
        }
        guard found.contains(where: { $0 != nil }) else { return nil }
        return .normal(
          AgeLine(first: ReportCell(span.label, value: span.description), figures: found))
      }
    let heading = LocalizedText(ja: "うち（再掲）", en: "of which, in spans")
    return lines.isEmpty ? [] : [.group(heading, key: "spans")] + lines
  }
}
