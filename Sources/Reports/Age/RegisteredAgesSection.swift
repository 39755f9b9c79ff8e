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
            + "\(text) \(symbol).")
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
    let ages = Set(rows.joined().map(\.age)).sorted()
    var columns: [ReportColumn] = [.key("age", LocalizedText(ja: "年齢", en: "age"))]
    for member in members {
      let code = member.municipality.sixDigits
      let name = names.name(member.municipality)
      columns += [
        .number(
          "net_\(code)", LocalizedText(ja: "\(name.ja)\n人", en: "\(name.en)\npersons"),
          unit: "persons"),
        .number(
          "rate_\(code)", LocalizedText(ja: "\n率 \(symbol)", en: "\nrate \(symbol)"), unit: symbol),
        .number("contribution_\(code)", LocalizedText(ja: "\n寄与", en: "\ncontr."), unit: symbol),
        .number("share_\(code)", LocalizedText(ja: "\n構成比 %", en: "\nshare %"), unit: "%"),
        .text("bar_\(code)", LocalizedText("")),
      ]
    }
    let body = ages.map { age in
      ReportRow(
        [ReportCell(age.label, value: age.description)]
          + rows.flatMap { own in
            own.first { $0.age == age }.map(cells)
              ?? Array(repeating: ReportCell(missing: .notAvailable), count: 5)
          })
    }
    return ReportTable(
      key: part == 0 ? sex.rawValue : "\(sex.rawValue)_\(part + 1)", caption: sex.label,
      columns: columns, rows: body + [total(members, sex)] + spans(members, sex))
  }

  private func cells(_ row: RegisteredSocialChange.Row) -> [ReportCell] {
    [
      ReportCell(netPersons: row.netMigrants),
      row.socialChangeRate.map { ReportCell(signedRate: $0) } ?? .nobody,
      ReportCell(signedRate: row.contribution),
      row.shareOfTotal.map { ReportCell(rounding: $0, to: 1, style: .signed) }
        ?? ReportCell(missing: .notApplicable), ReportCell(bar: bar, row.socialChangeRate),
    ]
  }

  private func total(_ members: [RegisteredAnalysis], _ sex: Sex) -> ReportRow {
    .total(
      [ReportCell(LocalizedText(ja: "計", en: "total"), value: "total")]
        + members.flatMap { member -> [ReportCell] in
          let ages = member.change.ages
          let all =
            ages.openGroup != nil
            ? AgeGroup(andOver: ages.lowerAge)
            : ages.groups.last?.upperAge.flatMap { AgeGroup(ages.lowerAge, through: $0) }
          guard let all, let row = member.change.span(all, sex: sex) else {
            return Array(repeating: ReportCell(missing: .notAvailable), count: 5)
          }
          return cells(row).dropLast() + [.empty]
        })
  }

  /// The spans below the total, such as 20～29歳, where groups are narrower.
  private func spans(_ members: [RegisteredAnalysis], _ sex: Sex) -> [ReportRow] {
    let youngest = members.map(\.change.ages.lowerAge).min() ?? 0
    let known = Set(members.flatMap(\.change.ages.groups))
    let rows = (AgeSpans.spans(from: youngest) + [AgeSpans.youngAdults].compactMap(\.self))
      .filter { !known.contains($0) }
      .compactMap { span -> ReportRow? in
        let found = members.map { $0.change.span(span, sex: sex) }
        guard found.contains(where: { $0 != nil }) else { return nil }
        return ReportRow(
          [ReportCell(span.label, value: span.description)]
            + found.flatMap {
              $0.map { cells($0).dropLast() + [.empty] }
                ?? Array(repeating: ReportCell(missing: .notAvailable), count: 5)
            })
      }
    let heading = LocalizedText(ja: "うち（再掲）", en: "of which, in spans")
    return rows.isEmpty ? [] : [.group(heading, key: "spans")] + rows
  }
}
