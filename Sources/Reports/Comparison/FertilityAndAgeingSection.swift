import MunicipalModel
import Rendering

/// Total fertility beside the nation's and the prefecture's, and the ageing rates as printed.
struct FertilityAndAgeingSection {
  private let records: [MunicipalityRecord]

  init(_ records: [MunicipalityRecord]) { self.records = records }

  var section: ReportSection {
    ReportSection(
      key: "fertility_and_ageing",
      heading: LocalizedText(ja: "出生率と高齢化", en: "Fertility and ageing"),
      tables: [fertility, ageing], closing: notes)
  }

  // MARK: Fertility

  /// The observed figures of an item, one an area and year; a table of its own wins over a table's
  /// second figure in a cell, as it stands later in the document.
  private func series(_ item: PopulationItem) -> [(area: Area, figures: [Period: PopulationFigure])]
  {
    var areas: [Area] = []
    var figures: [Area: [Period: PopulationFigure]] = [:]
    for figure in records.flatMap(\.populationFigures)
    where figure.item == item && figure.basis == .observed {
      guard let period = figure.period else { continue }
      if figures[figure.area] == nil { areas.append(figure.area) }
      figures[figure.area, default: [:]][period] = figure
    }
    return areas.sorted { $0.rank < $1.rank }.map { ($0, figures[$0] ?? [:]) }
  }

  private var fertility: ReportTable {
    let series = series(.totalFertilityRate)
    let years = Set(series.flatMap { $0.figures.keys }).sorted()
    let rows: [(area: ReportCell, figures: [Period: PopulationFigure])] =
      series.map { (ReportCell(label(of: $0.area), value: $0.area.name), $0.figures) }
      + municipalities(without: series.map(\.area)).map {
        (ReportCell($0.name, value: $0.name.ja), [:])
      }
    return ReportTable(
      key: "total_fertility_rate",
      caption: LocalizedText(ja: "合計特殊出生率（公表値）", en: "Total fertility rate (as published)"),
      rows: rows,
      columns: [.key("area", "地域", "area") { $0.area }]
        + years.map { year in
          .number("y\(year.year)", year.heading) { cell($0.figures[year]) }
        })
  }

  /// The municipality's own name, also in English.
  private func label(of area: Area) -> LocalizedText {
    records.map(\.municipality.name).first { area == .municipality(name: $0.ja) } ?? area.label
  }

  // MARK: Ageing

  /// 高齢化率, and the share of the elderly where a document calls it a share.
  private var ageing: ReportTable {
    let observed = records.flatMap(\.ageingFigures)
    let periods = Set(observed.compactMap(\.period)).sorted()
    return ReportTable(
      key: "ageing_rate",
      caption: LocalizedText(
        ja: "高齢化率・老年人口の構成比（%、公表値）", en: "Ageing rate: share of 65 and over (%, as published)"),
      rows: records,
      columns: [.municipality(\.municipality)]
        + periods.map { period in
          .number("y\(period.year)", period.heading, unit: "%") { record in
            cell(
              observed.first {
                $0.period == period && $0.area.name == record.municipality.name.ja
              })
          }
        })
  }

  /// Whether the years can be set side by side, and which of them are of the future.
  private var ageingNotes: [LocalizedText] {
    var notes: [LocalizedText] = []
    let years = records.map { record in
      Set(record.ageingFigures.filter { $0.basis == .observed }.compactMap(\.period))
    }.filter { !$0.isEmpty }
    if let first = years.first, years.count > 1,
      years.dropFirst().reduce(first, { $0.intersection($1) }).isEmpty
    {
      notes.append(
        LocalizedText(
          ja: "高齢化率は資料にある年が市により異なり、年をそろえた比較はできません。",
          en:
            "The documents print the ageing rates of different years, so they cannot be compared year "
            + "by year."))
    }
    let visions = records.flatMap(\.ageingFigures).filter { $0.basis == .vision }
      .compactMap { $0.period?.year }
    if !visions.isEmpty {
      let list = Set(visions).sorted().map { "\($0)" }
      notes.append(
        LocalizedText(
          ja: "\(list.joined(separator: "、"))年の高齢化率は人口ビジョンの将来展望です。",
          en:
            "The ageing rates of \(list.joined(separator: ", ")) are those of the population visions."
        ))
    }
    return notes
  }

  private func cell(_ figure: PopulationFigure?) -> ReportCell {
    guard let figure else { return .notPrinted }
    let cell = ReportCell(figure)
    return figure.basis == .vision && cell.value.isNumber ? cell.qualified(by: [.vision]) : cell
  }

  // MARK: Notes

  private func municipalities(without areas: [Area]) -> [Municipality] {
    records.map(\.municipality).filter { municipality in
      !areas.contains { $0 == .municipality(name: municipality.name.ja) }
    }
  }

  /// What is not comparable is said.
  private var notes: [LocalizedText] {
    var notes: [LocalizedText] = []
    for municipality in municipalities(without: series(.totalFertilityRate).map(\.area)) {
      let target = records.first { $0.municipality == municipality }?.populationFigures.last {
        $0.item == .totalFertilityRate && $0.basis == .assumption
      }
      let aim = target?.reading.value.map { ($0.description, target?.period?.year ?? 0) }
      notes.append(
        LocalizedText(
          ja: "\(municipality.name.ja)の資料には年々の合計特殊出生率がありません"
            + (aim.map { "（\($0.1)年の目標は\($0.0)）。" } ?? "。"),
          en: "The documents of \(municipality.name.en) print no yearly total fertility rate"
            + (aim.map { " (the aim for \($0.1) is \($0.0))." } ?? ".")))
    }
    return notes + ageingNotes
  }
}

extension MunicipalityRecord {
  /// The shares of people of 65 and over of the municipality itself, as printed.
  var ageingFigures: [PopulationFigure] {
    populationFigures.filter { figure in
      guard case .municipality = figure.area else { return false }
      return [.ageingRate, PopulationItem.elderlyPopulation.share].contains(figure.item)
        && [.observed, .vision].contains(figure.basis)
    }
  }
}

extension Period {
  /// A calendar year by its number, any other time by its label.
  fileprivate var heading: LocalizedText {
    if case .calendarYear(let year) = self { LocalizedText("\(year)") } else { label }
  }
}

extension Area {
  fileprivate var rank: Int {
    switch self {
    case .japan: 0
    case .prefecture: 1
    case .municipality: 2
    }
  }

  fileprivate var label: LocalizedText {
    switch self {
    case .japan: LocalizedText(ja: "全国", en: "Japan")
    case .prefecture(let name):
      Prefecture.allCases.map(\.name).first { $0.ja == name } ?? LocalizedText(name)
    case .municipality(let name): LocalizedText(name)
    }
  }
}
