import MunicipalModel
import OpenData

/// The municipalities by rank, all or the first and the last.
struct RankingSection {
  private let table: NationwideTable
  private let ranking: MunicipalRanking
  private let request: RankingReport.Request

  init(
    _ table: NationwideTable, _ ranking: MunicipalRanking, _ request: RankingReport.Request
  ) {
    self.table = table
    self.ranking = ranking
    self.request = request
  }

  var section: ReportSection {
    ReportSection(
      key: "ranking", heading: LocalizedText(ja: "順位", en: "Ranking"), introduction: [scope],
      tables: tables, closing: without)
  }

  private var scope: LocalizedText {
    var ja = "\(ranking.entries.count)市区町村"
    var en = "\(ranking.entries.count) municipalities"
    if let prefecture = ranking.filter.prefecture?.name {
      ja = "\(prefecture.ja)の\(ja)"
      en += " of \(prefecture.en)"
    }
    if let range = ranking.filter.population {
      let lower = FigureStyle.grouped.text(range.lowerBound)
      let upper = FigureStyle.grouped.text(range.upperBound)
      ja += "、人口\(lower)人から\(upper)人まで"
      en += " with \(lower) to \(upper) residents"
    }
    return LocalizedText(
      ja: ja + "。政令指定都市は1つに数え、区・郡・都道府県の行は含めない。",
      en: en + ". A designated city counts once; wards, districts and prefectures do not take part."
    )
  }

  private var tables: [ReportTable] {
    guard let top = request.top, ranking.entries.count > top * 2 else {
      return [
        entryTable(
          "ranking", LocalizedText(ja: "順位", en: "Ranking"), Array(ranking.entries))
      ]
    }
    return [
      entryTable(
        "highest", LocalizedText(ja: "高い方から\(top)", en: "The \(top) highest"),
        Array(ranking.entries.prefix(top))),
      entryTable(
        "lowest", LocalizedText(ja: "低い方から\(top)", en: "The \(top) lowest"),
        Array(ranking.entries.suffix(top))),
    ]
  }

  private func entryTable(
    _ key: String, _ caption: LocalizedText, _ entries: [MunicipalRanking.Entry]
  ) -> ReportTable {
    EntryTable(ranking.measure).table(key, caption, entries)
  }

  private var without: [LocalizedText] {
    guard !ranking.withoutFigure.isEmpty else { return [] }
    let names = ranking.withoutFigure.prefix(10).map(\.area.name).joined(separator: "、")
    let more = ranking.withoutFigure.count > 10 ? "…" : ""
    return [
      LocalizedText(
        ja: "値を計算できない市区町村: \(ranking.withoutFigure.count)（\(names)\(more)）",
        en: "Municipalities without a figure: \(ranking.withoutFigure.count) (\(names)\(more))")
    ]
  }
}

/// A table of lines of a ranking.
struct EntryTable {
  private let measure: RankingMeasure

  init(_ measure: RankingMeasure) { self.measure = measure }

  func table(
    _ key: String, _ caption: LocalizedText, _ entries: [MunicipalRanking.Entry],
    marked: MunicipalityCode? = nil
  ) -> ReportTable {
    ReportTable(
      key: key, caption: caption,
      columns: [
        .number("rank", LocalizedText(ja: "順位", en: "rank")),
        .key("municipality", LocalizedText(ja: "市区町村", en: "municipality")),
        .key("code", LocalizedText(ja: "団体コード", en: "code")),
        .number("population", LocalizedText(ja: "人口", en: "population"), unit: "persons"),
        .number(
          "value", RankingCells.heading(measure), unit: RankingCells.unit(measure)),
        .number("persons", LocalizedText(ja: "人数", en: "persons"), unit: "persons"),
        .number("percentile", LocalizedText(ja: "百分位", en: "percentile"), unit: "%"),
      ],
      rows: entries.map { entry in
        let isMarked = entry.member.area.code == marked
        let name = RankingCells.name(entry.member.area)
        return [
          ReportCell(entry.rank, style: .plain),
          isMarked
            ? ReportCell(
              LocalizedText(ja: "→ \(name.text.ja)", en: "→ \(name.text.en)"),
              value: entry.member.area.code?.sixDigits) : name,
          ReportCell(entry.member.area.code?.sixDigits ?? ""),
          ReportCell(entry.member.population), RankingCells.figure(entry.figure),
          RankingCells.numerator(entry.figure), ReportCell(rounding: entry.percentile, to: 1),
        ]
      })
  }
}
