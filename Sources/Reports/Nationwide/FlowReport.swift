import MunicipalModel
package import Nationwide
import OpenData
package import Rendering

/// The report that `machi flows` prints: where people come from and where they go.
package enum FlowReport {
  /// Makes the report.
  ///
  /// - Parameters:
  ///   - town: the municipality.
  ///   - flows: its movers of one year.
  ///   - top: how many municipalities are shown; `nil` for all.
  package static func report(
    _ town: MunicipalityData, _ flows: MigrationFlows, top: Int?
  ) -> Report {
    let name = town.municipality.name
    let year = flows.period.label
    let municipalities = flows.partners(.municipalities)
    let prefectures = flows.partners(.prefectures)
    let shown = Array(municipalities.prefix(top ?? municipalities.count))
    var tables = [
      table(
        "municipalities",
        top == nil || municipalities.count <= shown.count
          ? LocalizedText(
            ja: "市区町村（差の大きい順、人）", en: "Municipalities by the size of the balance (persons)")
          : LocalizedText(
            ja: "差の大きい\(shown.count)市区町村（人）",
            en: "The \(shown.count) municipalities of the largest balance (persons)"), shown)
    ]
    if !prefectures.isEmpty {
      tables.append(
        table(
          "prefectures",
          LocalizedText(
            ja: "都道府県（差の大きい順、人）", en: "Prefectures by the size of the balance (persons)"),
          prefectures))
    }
    let others = flows.partners.filter { $0.area.name.contains("その他") }
    if !others.isEmpty {
      tables.append(
        table(
          "others",
          LocalizedText(
            ja: "表がまとめて示す相手（人）", en: "Others that the table puts together (persons)"), others))
    }
    return Report(
      title: LocalizedText(
        ja: "どこから来て、どこへ行くか: \(name.ja)（\(town.municipality.code)）、\(year.ja)",
        en: "Where people come from and go: \(name.en) (\(town.municipality.code)), \(year.en)"),
      sections: [
        ReportSection(
          key: "flows", introduction: [flows.nationality.label], tables: tables,
          closing: [
            LocalizedText(
              ja: "表に行のない相手は「その他」に入っていて、0人とは限らない。そのときの差は計算しない。",
              en:
                "A pair that the table does not list is among the others and not known to be nobody; it has no balance."
            )
          ])
      ]
    ).answering([answer(municipalities, town.municipality, year)])
  }

  /// The municipalities to and from which the balance is the largest.
  private static func answer(
    _ partners: [MigrationFlows.Partner], _ town: Municipality, _ year: LocalizedText
  ) -> ReportAnswer? {
    // They are in the order of the size of the balance.
    let told = [-1, 1].compactMap { sign -> LocalizedText? in
      let most = partners.first { ($0.balance?.value.signum() ?? 0) == sign }
      return most.flatMap { partner in
        partner.balance.map { balance in
          let name = RankingCells.name(partner.area).text
          let people = FigureStyle.grouped.text(balance.value * sign)
          return LocalizedText(
            ja: "\(sign < 0 ? "最も多く出ていった先" : "最も多く入ってきた元")は\(name.ja)（差し引き\(people)人）",
            en: "the most \(sign < 0 ? "lost to" : "gained from") \(name.en) (\(people) net)")
        }
      }
    }
    guard !told.isEmpty else { return nil }
    let list = told.joined("、", "; ")
    return ReportAnswer(
      year,
      LocalizedText(
        ja: "\(year.ja)の\(town.name.ja)から\(list.ja)。",
        en: "\(town.name.en), \(year.en): \(list.en)."),
      sources: [])
  }

  private static func table(
    _ key: String, _ caption: LocalizedText, _ partners: [MigrationFlows.Partner]
  ) -> ReportTable {
    ReportTable(
      key: key, caption: caption, rows: partners,
      columns: [
        .key("area", "相手", "area") { RankingCells.name($0.area) },
        .number("arrivals", "転入", "arrivals", unit: "persons") { ReportCell($0.arrivals) },
        .number("departures", "転出", "departures", unit: "persons") { ReportCell($0.departures) },
        .number("balance", "差", "balance", unit: "persons") { partner in
          partner.balance.map {
            ReportCell($0.value, style: .signed, sources: $0.sources, formula: $0.formula)
          } ?? .notComputable
        },
      ])
  }
}
