import MunicipalModel
import Rendering

/// The population pyramids of the newest census, or other stock, over those of the oldest one at hand.
struct PyramidSection {
  private let members: [Member]

  /// A municipality's newest stock and an older one with the same ages, if there is one.
  private struct Member {
    let place: Int
    let municipality: Municipality
    let newest: CitedAgeTable
    let oldest: CitedAgeTable?

    init?(_ record: MunicipalityRecord, place: Int) {
      let tables = record.stocksByAge.filter {
        $0.table.counts(of: .male) != nil && $0.table.counts(of: .female) != nil
      }
      guard let newest = tables.last else { return nil }
      self.place = place
      municipality = record.municipality
      self.newest = newest
      oldest = tables.dropLast().first { $0.table.ages == newest.table.ages }
    }

    /// The newest stock first.
    var tables: [CitedAgeTable] { [newest] + [oldest].compactMap { $0 } }

    func cells(_ table: CitedAgeTable, _ sex: Sex) -> [AgeGroup: ReportCell] {
      let cells = zip(table.table.ages.groups, table.table.counts(of: sex) ?? []).map {
        ($0, ReportCell(rounding: $1, to: 0, sources: table.citations(of: sex, at: $0)))
      }
      return Dictionary(cells, uniquingKeysWith: { first, _ in first })
    }
  }

  init(_ records: [MunicipalityRecord]) {
    members = records.enumerated().compactMap { Member($1, place: $0) }
  }

  var section: ReportSection? {
    guard !members.isEmpty else { return nil }
    return ReportSection(
      key: "pyramids", heading: LocalizedText(ja: "人口ピラミッド", en: "Population pyramids"),
      introduction: [
        members.contains { $0.newest.statistic != .census }
          ? LocalizedText(
            ja: "塗った棒が新しい人口、線が古い人口です（\(statistics.ja)）。左が男、右が女。年齢不詳は含みません。",
            en:
              "Bars are the newest population, lines the oldest one at hand (\(statistics.en)), men to the left. "
              + "People of unknown age are in neither.")
          : LocalizedText(
            ja: "国勢調査の人口。塗った棒が新しい調査、線が古い調査です。左が男、右が女。年齢不詳は含みません。",
            en:
              "Census populations: bars are the newest census, lines the oldest one at hand, men to the left. "
              + "People of unknown age are in neither.")
      ] + scales, charts: members.map(chart), tables: members.map(table))
  }

  /// That pyramids of municipalities of different size are not on one scale.
  private var scales: [LocalizedText] {
    guard members.count > 1 else { return [] }
    return [
      LocalizedText(
        ja: "横軸は市町村により違います。", en: "Each municipality has a horizontal axis of its own.")
    ]
  }

  /// The statistics that the populations come from, by their names.
  private var statistics: LocalizedText {
    members.flatMap(\.tables).map(\.statistic.label).filter { !$0.ja.isEmpty }.uniqued.joined()
  }

  private static let sexes: [(sex: Sex, side: ChartSeries.Side)] = [
    (.male, .left), (.female, .right),
  ]

  private func label(_ table: CitedAgeTable, _ sex: Sex) -> LocalizedText {
    let year = table.period.map { "\($0.year)" } ?? ""
    return LocalizedText(ja: "\(sex.label.ja) \(year)年", en: "\(sex.label.en) \(year)")
  }

  private func chart(_ member: Member) -> ReportChart {
    let ages = member.newest.table.ages.groups.map { ChartCategory($0.label) }
    let series = member.tables.flatMap { table in
      Self.sexes.map { sex, side in
        let cells = member.cells(table, sex)
        return ChartSeries(
          label(table, sex), cells: table.table.ages.groups.compactMap { cells[$0] }, side: side)
      }
    }
    let name = member.municipality.name
    let peaks = series.compactMap { series -> LocalizedText? in
      let points = zip(ages, series.points).filter { $0.1.value != nil }
      guard let peak = points.max(by: { ($0.1.value ?? 0) < ($1.1.value ?? 0) }) else { return nil }
      return LocalizedText(
        ja: "\(series.label.ja)の最多は\(peak.0.label.ja)（\(peak.1.text.ja)人）。",
        en: "\(series.label.en): most at \(peak.0.label.en) (\(peak.1.text.en) persons). ")
    }
    return ReportChart(
      key: "pyramid_\(member.municipality.code.sixDigits)", kind: .pyramid,
      title: LocalizedText(
        ja: "\(name.ja)の人口ピラミッド\(years(member).ja)" + (members.count > 1 ? "、横軸は市町村ごと" : ""),
        en: "\(name.en): population pyramid\(years(member).en)"
          + (members.count > 1 ? ", on an axis of its own" : "")),
      summary: peaks.reduce(LocalizedText("")) { $0 + $1 },
      categoryLabel: LocalizedText(ja: "年齢", en: "age"),
      valueLabel: LocalizedText(ja: "人", en: "persons"), categories: ages, series: series
    ).found(finding(member), colour: member.place)
  }

  /// The years of the pyramids, the older one first.
  private func years(_ member: Member) -> LocalizedText {
    let years = member.tables.reversed().compactMap { $0.period?.year }
    return LocalizedText(
      ja: "（" + years.map { "\($0)年" }.joined(separator: "と") + "）",
      en: " (" + years.map { "\($0)" }.joined(separator: " and ") + ")")
  }

  /// How the share of the old has changed.
  private func finding(_ member: Member) -> LocalizedText? {
    let shares = member.tables.reversed().compactMap(ElderlyShare.init)
    guard let newest = shares.last else { return nil }
    let name = member.municipality.name
    func told(_ share: ElderlyShare) -> LocalizedText {
      let text = share.cell.text
      return LocalizedText(
        ja: "\(share.period.year)年 \(text.ja)", en: "\(text.en) in \(share.period.year)")
    }
    guard let oldest = shares.first, shares.count > 1 else {
      return LocalizedText(
        ja: "\(name.ja)の65歳以上は\(told(newest).ja)", en: "\(name.en): 65 and over \(told(newest).en)")
    }
    return LocalizedText(
      ja: "\(name.ja)の65歳以上は\(told(oldest).ja)から\(told(newest).ja)に",
      en: "\(name.en): people of 65 and over from \(told(oldest).en) to \(told(newest).en)")
  }

  private func table(_ member: Member) -> ReportTable {
    let name = member.municipality.name
    return ReportTable(
      key: "pyramid_\(member.municipality.code.sixDigits)",
      caption: LocalizedText(
        ja: "\(name.ja)の年齢別人口\(years(member).ja)（人）",
        en: "\(name.en): population by age\(years(member).en) (persons)"),
      rows: member.newest.table.ages.groups,
      columns: [.key("age", "年齢", "age") { ReportCell($0.label, value: $0.description) }]
        + member.tables.flatMap { table in
          Self.sexes.map { sex, _ in
            let cells = member.cells(table, sex)
            return .number(
              "\(sex.rawValue)_\(table.period?.code ?? "")", label(table, sex), unit: "人"
            ) { cells[$0] ?? .empty }
          }
        })
  }
}
