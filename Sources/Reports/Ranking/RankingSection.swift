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
      ja: ja + "。政令指定都市は1つに数え、区・郡・都道府県の行は含めない。",
      en: en + ". A designated city counts once; wards, districts and prefectures do not take part."
    )
  }

  private var tables: [ReportTable] {
    let ends = ranking.ends(request.top)
    guard let top = request.top, ends.count == 2 else {
      return [
        entryTable("ranking", LocalizedText(ja: "順位", en: "Ranking"), ranking.entries)
      ]
    }
    return [
      entryTable(
        "highest", LocalizedText(ja: "高い方から\(top)", en: "The \(top) highest"), ends[0]),
      entryTable(
        "lowest", LocalizedText(ja: "低い方から\(top)", en: "The \(top) lowest"), ends[1]),
    ]
  }

  private func entryTable(
    _ key: String, _ caption: LocalizedText, _ entries: [MunicipalRanking.Entry]
  ) -> ReportTable {
    EntryTable(ranking.measure).table(key, caption, entries)
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

/// A table of lines of a ranking.
struct EntryTable {
  private let measure: RankingMeasure

  init(_ measure: RankingMeasure) { self.measure = measure }

  func table(
    _ key: String, _ caption: LocalizedText, _ entries: [MunicipalRanking.Entry],
    marked: MunicipalityCode? = nil
  ) -> ReportTable {
    let columns = columns(marked: marked)
    return ReportTable(
      key: key, caption: caption, columns: columns.map(\.column),
      rows: entries.map { entry in ReportRow(columns.map { $0.cell(entry) }) })
  }

  private typealias Column = (
    column: ReportColumn, cell: (MunicipalRanking.Entry) -> ReportCell
  )

  private func columns(marked: MunicipalityCode?) -> [Column] {
    let identity: [Column] = [
      (
        .number("rank", LocalizedText(ja: "順位", en: "rank")),
        { ReportCell($0.rank, style: .plain) }
      ),
      (
        .key("municipality", LocalizedText(ja: "市区町村", en: "municipality")),
        { Self.name($0, isMarked: $0.member.area.code == marked) }
      ),
      (
        .key("code", LocalizedText(ja: "団体コード", en: "code")),
        { ReportCell($0.member.area.code?.sixDigits ?? "") }
      ),
    ]
    let people: [Column] = [
      (
        .number("population", LocalizedText(ja: "人口", en: "population"), unit: "persons"),
        { ReportCell($0.member.population) }
      )
    ]
    let figure: [Column] = [
      (
        .number("value", RankingCells.heading(measure), unit: RankingCells.unit(measure)),
        { RankingCells.figure($0.figure) }
      )
    ]
    let counted: [Column] = [
      (
        .number("persons", LocalizedText(ja: "人数", en: "persons"), unit: "persons"),
        { RankingCells.numerator($0.figure) }
      )
    ]
    let place: [Column] = [
      (
        .number("percentile", LocalizedText(ja: "百分位", en: "percentile"), unit: "%"),
        { ReportCell(rounding: $0.percentile, to: 1) }
      )
    ]
    // A population is itself the persons.
    return measure == .population
      ? identity + figure + place : identity + people + figure + counted + place
  }

  private static func name(_ entry: MunicipalRanking.Entry, isMarked: Bool) -> ReportCell {
    let name = RankingCells.name(entry.member.area)
    guard isMarked else { return name }
    return ReportCell(
      LocalizedText(ja: "→ \(name.text.ja)", en: "→ \(name.text.en)"),
      value: entry.member.area.code?.sixDigits)
  }
}
