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
      key: key, heading: RankingCells.name(member.area).text, introduction: notChosen,
      tables: [neighbours, comparison(member), peers].compactMap(\.self), closing: [distance])
  }

  /// Its figure and its rank among all and in its prefecture; `nil` if it has no figure.
  ///
  /// - Parameter heading: what the measure is called.
  func answer(_ heading: LocalizedText) -> ReportAnswer? {
    guard let entry = whole.entry(code) else { return nil }
    let name = RankingCells.name(entry.member.area).text
    let figure = RankingCells.figure(entry.figure)
    let isOfPeople = whole.measure == .population
    func rank(_ entry: MunicipalRanking.Entry) -> String { FigureStyle.grouped.text(entry.rank) }
    let filter = MunicipalRanking.Filter(prefecture: code.prefecture)
    let own = try? MunicipalRanking(table, by: whole.measure, filter: filter)
    let inside = table.areas == .prefectures ? nil : own?.entry(code)
    let all = table.areas.counted(whole.entries.count)
    let count = FigureStyle.grouped.text(own?.entries.count ?? 0)
    return ReportAnswer(
      heading,
      LocalizedText(
        ja: "\(name.ja)の\(heading.ja) \(figure.text.ja)\(isOfPeople ? "人" : "%")は、高いほうから"
          + "\(all.ja)中\(rank(entry))位"
          + (inside.map { "、\(code.prefecture.name.ja)の\(count)中\(rank($0))位" } ?? "") + "。",
        en: "\(name.en): \(heading.en) \(figure.text.en)\(isOfPeople ? "" : "%"), rank "
          + "\(rank(entry)) of \(all.en) from the highest"
          + (inside.map { ", \(rank($0)) of \(count) in \(code.prefecture.name.en)" } ?? "") + "."),
      sources: figure.sources)
  }

  private var notChosen: [LocalizedText] {
    guard ranking.entry(code) == nil else { return [] }
    return [
      LocalizedText(
        ja: "絞り込んだ\(table.areas.label.ja)には含まれません。",
        en: "It is not among the \(table.areas.label.en) chosen.")
    ]
  }

  private var neighbours: ReportTable? {
    let entries = ranking.around(code)
    guard !entries.isEmpty else { return nil }
    return ReportTable(
      key: "neighbours",
      caption: LocalizedText(
        ja: "順位が前後の\(table.areas.label.ja)", en: "The places around it"),
      ranked: entries, by: ranking.measure, marked: code)
  }

  /// The city's rates, those of its prefecture and the nation, and the differences in points.
  private func comparison(_ member: NationwideTable.Member) -> ReportTable? {
    guard member.account != nil else { return nil }
    let prefecture = code.prefecture.name
    func rate(_ kind: CrudeRateKind, _ member: NationwideTable.Member?) -> CrudeRate? {
      try? member?.account?.crudeRate(of: kind, NationwideTable.rateDefinition)
    }
    func cell(_ member: NationwideTable.Member?) -> (CrudeRateKind) -> ReportCell {
      { rate($0, member).map { RankingCells.rate($0) } ?? ReportCell(missing: .notAvailable) }
    }
    func difference(_ reference: NationwideTable.Member?) -> (CrudeRateKind) -> ReportCell {
      {
        guard let own = rate($0, member), let reference = rate($0, reference),
          let difference = try? own.difference(from: reference),
          let rounded = difference.rounded(to: 2)
        else { return ReportCell(missing: .notAvailable) }
        return ReportCell(rounded, style: .signed, sources: difference.sources)
      }
    }
    let around = table.areas == .prefectures ? nil : table.prefectures[code.prefecture]
    return ReportTable(
      key: "comparison",
      caption: LocalizedText(
        ja: "都道府県・全国との比較（%、差はポイント）",
        en: "Beside its prefecture and the nation (%, differences in points)"),
      rows: CrudeRateKind.allCases,
      columns: [
        .key("rate", "率", "rate") { ReportCell($0.label, value: $0.rawValue) },
        .number("municipality", LocalizedText(member.area.name), unit: "%", cell: cell(member)),
        .number("prefecture", prefecture, unit: "%", cell: cell(around)),
        .number("nation", "全国", "Japan", unit: "%", cell: cell(table.nation)),
        .number(
          "less_prefecture", "\(prefecture.ja)との差", "less \(prefecture.en)", unit: "points",
          cell: difference(around)),
        .number(
          "less_nation", "全国との差", "less Japan", unit: "points", cell: difference(table.nation)),
      ])
  }

  private var peers: ReportTable? {
    let peers = table.peers(of: code)
    guard !peers.isEmpty, let own = table.member(code) else { return nil }
    typealias Row = (
      member: NationwideTable.Member, distance: Double, entry: MunicipalRanking.Entry?
    )
    let rows: [Row] = ([(own, 0)] + peers.map { ($0.member, $0.distance) }).map {
      ($0, $1, $0.area.code.flatMap { whole.entry($0) })
    }
    return ReportTable(
      key: "peers",
      caption: own.ageing != nil
        ? LocalizedText(ja: "人口と高齢化率が近い\(table.areas.label.ja)", en: "Its peers in size and ageing")
        : LocalizedText(ja: "人口が近い\(table.areas.label.ja)", en: "Its peers in size"), rows: rows,
      columns: [
        .key("municipality", "市区町村", "municipality") { RankingCells.name($0.member.area) },
        .number("distance", "距離", "distance") { ReportCell(rounding: $0.distance, to: 3) },
        .number("population", "人口", "population", unit: "persons") {
          ReportCell($0.member.population)
        },
        .number("ageing_rate", "高齢化率（%）", "ageing rate (%)", unit: "%") {
          $0.member.ageing.map { RankingCells.figure(.share($0)) }
            ?? ReportCell(missing: .notAvailable)
        },
        .number(
          "value", RankingCells.heading(whole.measure), unit: RankingCells.unit(whole.measure)
        ) {
          $0.entry.map { RankingCells.figure($0.figure) } ?? ReportCell(missing: .notAvailable)
        },
        .number("rank", "順位", "rank") {
          $0.entry.map { ReportCell($0.rank, style: .plain) } ?? ReportCell(missing: .notAvailable)
        },
      ])
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
