import MunicipalModel
import Nationwide
import Rendering

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
      tables: tables,
      closing: [ranking.statementOfUnknownAges, ranking.statementWithoutFigure].compactMap(\.self))
  }

  private var scope: LocalizedText {
    let counted = ranking.areas.counted(ranking.entries.count)
    var ja = counted.ja
    var en = counted.en
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
    guard ranking.areas == .municipalities else {
      return LocalizedText(ja: ja + "。", en: en + ".")
    }
    return LocalizedText(
      ja: ja + "。政令指定都市は1つに数え（区は含めない）、東京都の特別区は1区ずつ数える。郡・都道府県の行は含めない。",
      en: en
        + ". A designated city counts once, without its wards; Tokyo's special wards count one by one. "
        + "Districts and prefectures do not take part."
    )
  }

  /// That the rates are those of several years together.
  private var sum: LocalizedText {
    guard let years = table.span?.period?.label, ranking.measure.kind != nil,
      table.combination == .sum
    else { return LocalizedText("") }
    return LocalizedText(ja: "（\(years.ja)の合計）", en: " (sum of \(years.en))")
  }

  private var tables: [ReportTable] {
    func table(
      _ key: String, _ ja: String, _ en: String, _ entries: [MunicipalRanking.Entry]
    ) -> ReportTable {
      ReportTable(
        key: key, caption: LocalizedText(ja: ja, en: en) + sum, ranked: entries, by: ranking.measure
      )
    }
    let ends = ranking.ends(request.top)
    guard let top = request.top, ends.count == 2 else {
      return [table("ranking", "順位", "Ranking", ranking.entries)]
    }
    return [
      table("highest", "高い方から\(top)", "The \(top) highest", ends[0]),
      table("lowest", "低い方から\(top)", "The \(top) lowest", ends[1]),
    ]
  }
}

extension MunicipalRanking {
  /// How many municipalities have no figure, with the names of the first; `nil` if all have one.
  var statementWithoutFigure: LocalizedText? {
    guard !withoutFigure.isEmpty else { return nil }
    let names = withoutFigure.prefix(10).map(\.area.name).joined(separator: "、")
    let more = withoutFigure.count > 10 ? "…" : ""
    return LocalizedText(
      ja: "値を計算できない\(areas.label.ja): \(withoutFigure.count)（\(names)\(more)）",
      en:
        "\(areas.label.en.sentenceCased) without a figure: \(withoutFigure.count) (\(names)\(more))"
    )
  }

  /// Of how many municipalities the ageing rate divides by all residents, whose age may be unknown; `nil` if of none.
  var statementOfUnknownAges: LocalizedText? {
    let count = entries.count { entry in
      if case .share(let share) = entry.figure { share.whole.formula == nil } else { false }
    }
    guard measure == .ageingRate, count > 0 else { return nil }
    return LocalizedText(
      ja: "15歳未満・15～64歳の人口がファイルにないため、高齢化率は年齢不詳を含む総人口で割った値です（\(count)市区町村）",
      en:
        "Ageing rates divide by all residents, those of unknown age among them, for the files do not tell "
        + "those under 15 and of 15–64 (municipalities: \(count))")
  }

  /// The first lines and the last, or all of them as one if there are not more than that.
  func ends(_ top: Int?) -> [[Entry]] {
    guard let top, entries.count > top * 2 else { return [entries] }
    return [Array(entries.prefix(top)), Array(entries.suffix(top))]
  }
}

extension ReportTable {
  /// A table of lines of a ranking.
  init(
    key: String, caption: LocalizedText, ranked entries: [MunicipalRanking.Entry],
    by measure: MunicipalRanking.Measure, marked: MunicipalityCode? = nil
  ) {
    let identity: [TableColumn<MunicipalRanking.Entry>] = [
      .number("rank", "順位", "rank") { ReportCell($0.rank, style: .plain) },
      .key("municipality", "市区町村", "municipality") {
        let name = RankingCells.name($0.member.area)
        guard let code = $0.member.area.code, code == marked else { return name }
        return ReportCell(LocalizedText("→ ") + name.text, value: code.sixDigits)
      },
      .key("code", "団体コード", "code") { ReportCell($0.member.area.code?.sixDigits ?? "") },
    ]
    let figure = TableColumn<MunicipalRanking.Entry>.number(
      "value", RankingCells.heading(measure), unit: RankingCells.unit(measure)
    ) { RankingCells.figure($0.figure) }.drawn
    let place = TableColumn<MunicipalRanking.Entry>.number(
      "percentile", "百分位", "percentile", unit: "%"
    ) {
      ReportCell(rounding: $0.percentile, to: 1)
    }
    // A population is itself the persons.
    self.init(
      key: key, caption: caption, rows: entries,
      columns: measure == .population
        ? identity + [figure, place]
        : identity + [
          .number("population", "人口", "population", unit: "persons") {
            ReportCell($0.member.population)
          }, figure,
          .number("persons", "人数", "persons", unit: "persons") {
            RankingCells.numerator($0.figure)
          }, place,
        ])
  }
}
