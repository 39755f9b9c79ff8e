import MunicipalModel
import Nationwide
import OpenData

/// What a table of a folder is about, in a few words.
struct NationwideTableSummary {
  var time = LocalizedText("")
  var counted = LocalizedText("")
  var municipalities = 0
}

extension NationwideData.Table {
  /// What the table is about.
  var summary: NationwideTableSummary {
    var summary = NationwideTableSummary()
    switch table {
    case .registry(let file):
      summary.time = LocalizedText(file.stockDate.description)
      summary.counted = file.definition.foreignResidents.counted
      summary.municipalities = file.municipalities.count
    case .registryAges(let file):
      summary.time = LocalizedText(file.stockDate.description)
      summary.counted = file.definition.foreignResidents.counted
      summary.municipalities = file.municipalities.count
    case .movers(let file):
      summary.time = Self.span(file.periods)
      summary.counted = file.nationalities.map(\.label).joined()
      summary.municipalities =
        Set(file.rows.filter(\.area.isMunicipality).compactMap(\.area.code)).count
    case .standard(let file):
      summary.time = Self.span(file.dates.map { .date($0) })
      summary.counted = file.definition.foreignResidents.counted
      summary.municipalities = file.municipalities.count
    case .ssdse(let file):
      summary.time = Self.span(
        Set(file.columns.compactMap(\.year) + file.rows.compactMap(\.year)).sorted()
          .map { .fiscalYear($0) })
      summary.municipalities = file.rows.count(where: \.area.isMunicipality)
    case .projection(let file):
      summary.time = Self.span(
        [file.years.first, file.years.last].compactMap { year in
          year.map { .calendarYear($0) }
        })
      summary.counted =
        file.ages?.label ?? LocalizedText(ja: "総人口", en: "all ages")
      summary.municipalities = file.rows.count(where: \.area.isMunicipality)
    case .estat(let file):
      let figures = file.figures(.population)
      summary.time = Self.span(Set(figures.compactMap(\.period)).sorted())
      summary.municipalities =
        Set(figures.filter(\.area.isMunicipality).compactMap(\.area.code)).count
    }
    return summary
  }

  private static func span(_ periods: [Period]) -> LocalizedText {
    guard let first = periods.first?.label, let last = periods.last?.label else {
      return LocalizedText("")
    }
    return first == last
      ? first : LocalizedText(ja: "\(first.ja)～\(last.ja)", en: "\(first.en)–\(last.en)")
  }
}
