import Demography
import MunicipalModel
import Nationwide
import Rendering

/// One municipality: the places around it, its peers, and its rates beside its prefecture's.
struct AroundSection {
  private let table: NationwideTable
  private let ranking: MunicipalRanking
  private let whole: MunicipalRanking
  private let code: MunicipalityCode
  private let key: String

  /// - Parameters:
  ///   - whole: the ranking of all municipalities, in which peers have their ranks.
  ///   - number: which of the sections of this kind it is, from 1.
  init(
    _ table: NationwideTable, _ ranking: MunicipalRanking, whole: MunicipalRanking,
    _ code: MunicipalityCode, number: Int = 1
  ) {
    key = number == 1 ? "around" : "around_\(number)"
    self.table = table
    self.ranking = ranking
    self.whole = whole
    self.code = code
  }

  var section: ReportSection {
    guard let member = table.member(code) else {
      return ReportSection(
        key: key, heading: LocalizedText("\(code)"),
        closing: [
          LocalizedText(
            ja: "団体コード\(code)の市区町村はファイルにありません。",
            en: "The file has no municipality of the code \(code).")
        ])
    }
    return ReportSection(
      key: key, heading: RankingCells.name(member.area).text, introduction: place,
      tables: [neighbours, comparison(member), peers].compactMap(\.self), closing: [distance])
  }

  private var place: [LocalizedText] {
    var lines: [LocalizedText] = []
    if let entry = whole.entry(code) {
      lines.append(
        LocalizedText(
          ja: "ファイルの\(table.areas.counted(whole.entries.count).ja)中\(entry.rank)位",
          en: "Rank \(entry.rank) of \(whole.entries.count) in the file"))
    }
    let own = MunicipalFilter(prefecture: code.prefecture)
    if table.areas != .prefectures,
      let prefecture = try? MunicipalRanking(table, by: whole.measure, filter: own),
      let entry = prefecture.entry(code)
    {
      lines.append(
        LocalizedText(
          ja:
            "\(code.prefecture.name.ja)で\(table.areas.counted(prefecture.entries.count).ja)中\(entry.rank)位",
          en: "Rank \(entry.rank) of \(prefecture.entries.count) in \(code.prefecture.name.en)"))
    }
    if ranking.entry(code) == nil {
      lines.append(
        LocalizedText(
          ja: "絞り込んだ\(table.areas.label.ja)には含まれません。",
          en: "It is not among the \(table.areas.label.en) chosen."))
    }
    return lines
  }

  private var neighbours: ReportTable? {
    let entries = ranking.around(code)
    guard !entries.isEmpty else { return nil }
    return EntryTable(ranking.measure).table(
      "neighbours", LocalizedText(ja: "順位が前後の\(table.areas.label.ja)", en: "The places around it"),
      entries,
      marked: code)
  }

  /// The city's rates, those of its prefecture and the nation, and the differences in points.
  private func comparison(_ member: NationwideTable.Member) -> ReportTable? {
    guard member.account != nil else { return nil }
    let prefecture = table.areas == .prefectures ? nil : table.prefectures[code.prefecture]
    let rows = CrudeRateKind.allCases.map { kind -> ReportRow in
      let own = Self.rate(member, kind)
      let rates = [prefecture, table.nation].map { $0.flatMap { Self.rate($0, kind) } }
      return ReportRow(
        [ReportCell(kind.label, value: kind.rawValue), Self.cell(own)]
          + rates.map { Self.cell($0) } + rates.map { Self.difference(own, $0) })
    }
    return ReportTable(
      key: "comparison",
      caption: LocalizedText(
        ja: "都道府県・全国との比較（%、差はポイント）",
        en: "Beside its prefecture and the nation (%, differences in points)"),
      columns: [
        .key("rate", LocalizedText(ja: "率", en: "rate")),
        .number("municipality", LocalizedText(member.area.name), unit: "%"),
        .number("prefecture", code.prefecture.name, unit: "%"),
        .number("nation", LocalizedText(ja: "全国", en: "Japan"), unit: "%"),
        .number(
          "less_prefecture",
          LocalizedText(ja: "\(code.prefecture.name.ja)との差", en: "less \(code.prefecture.name.en)"),
          unit: "points"),
        .number("less_nation", LocalizedText(ja: "全国との差", en: "less Japan"), unit: "points"),
      ], rows: rows)
  }

  private static func rate(
    _ member: NationwideTable.Member, _ kind: CrudeRateKind
  ) -> CrudeRate? {
    try? member.account?.crudeRate(of: kind, NationwideTable.rateDefinition)
  }

  private static func cell(_ rate: CrudeRate?) -> ReportCell {
    rate.map { RankingCells.rate($0) } ?? ReportCell(missing: .notAvailable)
  }

  private static func difference(_ rate: CrudeRate?, _ reference: CrudeRate?) -> ReportCell {
    guard let rate, let reference, let difference = try? rate.difference(from: reference),
      let rounded = difference.rounded(to: 2)
    else { return ReportCell(missing: .notAvailable) }
    return ReportCell(rounded, style: .signed, sources: difference.sources)
  }

  private var peers: ReportTable? {
    let peers = table.peers(of: code)
    guard !peers.isEmpty, let own = table.member(code) else { return nil }
    let lines: [(NationwideTable.Member, Double)] =
      [(own, 0)] + peers.map { ($0.member, $0.distance) }
    let hasAgeing = own.ageing != nil
    return ReportTable(
      key: "peers",
      caption: hasAgeing
        ? LocalizedText(ja: "人口と高齢化率が近い\(table.areas.label.ja)", en: "Its peers in size and ageing")
        : LocalizedText(ja: "人口が近い\(table.areas.label.ja)", en: "Its peers in size"),
      columns: [
        .key("municipality", LocalizedText(ja: "市区町村", en: "municipality")),
        .number("distance", LocalizedText(ja: "距離", en: "distance")),
        .number("population", LocalizedText(ja: "人口", en: "population"), unit: "persons"),
        .number("ageing_rate", LocalizedText(ja: "高齢化率（%）", en: "ageing rate (%)"), unit: "%"),
        .number(
          "value", RankingCells.heading(whole.measure), unit: RankingCells.unit(whole.measure)),
        .number("rank", LocalizedText(ja: "順位", en: "rank")),
      ],
      rows: lines.map { member, distance in
        let entry = member.area.code.flatMap { whole.entry($0) }
        return [
          RankingCells.name(member.area),
          ReportCell(rounding: distance, to: 3),
          ReportCell(member.population),
          member.ageing.map { RankingCells.figure(.share($0)) }
            ?? ReportCell(missing: .notAvailable),
          entry.map { RankingCells.figure($0.figure) } ?? ReportCell(missing: .notAvailable),
          entry.map { ReportCell($0.rank, style: .plain) } ?? ReportCell(missing: .notAvailable),
        ]
      })
  }

  private var distance: LocalizedText {
    LocalizedText(
      ja: "距離 = √(((ln 人口の差) ÷ 標準偏差)² + ((高齢化率の差) ÷ 標準偏差)²)。標準偏差は全市区町村のもの。"
        + "高齢化率のあるファイル（SSDSE-A など）がなければ人口だけで測る。",
      en:
        "Distance = √((difference of ln population ÷ its standard deviation)² + (difference of the "
        + "ageing rate ÷ its standard deviation)²), over all municipalities; without a file of ageing "
        + "rates, such as SSDSE-A, by population alone.")
  }
}
