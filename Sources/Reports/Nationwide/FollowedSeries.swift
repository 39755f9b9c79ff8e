import MunicipalModel
import Nationwide
import OpenData

/// What a folder of published files has of one kind, year by year.
struct FollowedSeries {
  let what: LocalizedText
  /// Who is counted.
  let counted: LocalizedText
  /// The days or years that there is a table of, the oldest first.
  let times: [LocalizedText]
  /// The years between them that have none.
  let missing: [Int]

  /// The series of a folder: accounts, populations by age, movers by age, movers by where they came from and went.
  static func all(_ data: NationwideData) -> [Self] {
    accounts(data) + ages(data)
      + movers(
        LocalizedText(ja: "年齢別の移動", en: "movers by age"),
        data.movers.flatMap(\.rows).map { ($0.nationality, $0.period) })
      + movers(
        LocalizedText(ja: "移動前後の住所地別の移動", en: "movers by origin and destination"),
        data.flowTimes)
  }

  private static func accounts(_ data: NationwideData) -> [Self] {
    data.series.map { series in
      Self(
        what: LocalizedText(ja: "人口動態", en: "accounts"),
        counted: series.definition.foreignResidents.counted,
        times: series.sheets.map { LocalizedText($0.stockDate.description) },
        missing: series.missingYears)
    }
  }

  private static func ages(_ data: NationwideData) -> [Self] {
    data.ages.map(\.definition.foreignResidents).uniqued.map { residents in
      let days = data.ages.filter { $0.definition.foreignResidents == residents }.map(\.stockDate)
      return Self(
        what: LocalizedText(ja: "年齢別人口", en: "populations by age"), counted: residents.counted,
        times: days.map { LocalizedText($0.description) }, missing: days.map(\.year).gaps)
    }
  }

  private static func movers(
    _ what: LocalizedText, _ all: [(who: MoverTable.Row.Nationality, period: Period?)]
  ) -> [Self] {
    all.map(\.who).uniqued.map { who in
      let periods = Set(all.filter { $0.who == who }.compactMap(\.period)).sorted()
      return Self(
        what: what, counted: who.label, times: periods.map(\.label),
        missing: periods.map(\.year).gaps)
    }
  }
}
