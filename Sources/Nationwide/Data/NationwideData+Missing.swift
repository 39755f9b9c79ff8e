public import MunicipalModel
import OpenData

extension NationwideData {
  /// What files of the folder do not give, and what would give it.
  public var missing: [LocalizedText] {
    var missing: [LocalizedText] = []
    if series.isEmpty {
      missing.append(
        LocalizedText(
          ja: "人口動態: 住民基本台帳に基づく人口、人口動態及び世帯数（総務省、市区町村別）の表がありません",
          en: "accounts: there is no sheet of the resident register (MIC, by municipality)"))
    }
    for series in series where !series.missingYears.isEmpty {
      let years = series.missingYears.map { "\($0)" }
      missing.append(
        LocalizedText(
          ja: "人口動態（\(series.label.ja)）: \(years.joined(separator: "、"))年の表がありません",
          en: "accounts (\(series.label.en)): no sheet of \(years.joined(separator: ", "))"))
    }
    if ages.isEmpty {
      missing.append(
        LocalizedText(
          ja: "年齢別人口: 住民基本台帳年齢階級別人口（総務省、市区町村別）の表がありません",
          en: "populations by age: there is no sheet by age of the resident register (MIC)"))
    }
    missing += missingOfMovers
    return missing
  }

  /// Movers without their counterpart, or without a population by age to set them against.
  package var missingOfMovers: [LocalizedText] {
    var missing: [LocalizedText] = []
    func years(_ measure: AgeMeasure, _ nationality: MoverTable.Row.Nationality) -> Set<Int> {
      Set(
        movers.flatMap(\.rows).filter { $0.measure == measure && $0.nationality == nationality }
          .compactMap { $0.period?.year })
    }
    var nationalities: [MoverTable.Row.Nationality] = []
    for nationality in movers.flatMap(\.nationalities) where !nationalities.contains(nationality) {
      nationalities.append(nationality)
    }
    for nationality in nationalities {
      let arrivals = years(.inMigrants, nationality)
      let departures = years(.outMigrants, nationality)
      let who = nationality.label
      let counted = nationality.foreignResidents.counted
      for year in arrivals.symmetricDifference(departures).sorted() {
        let lacks = arrivals.contains(year) ? AgeMeasure.outMigrants : .inMigrants
        missing.append(
          LocalizedText(
            ja: "年齢別の移動（\(who.ja)）: \(year)年の\(lacks.label.ja)の表がありません",
            en: "movers by age (\(who.en)): no table of \(lacks.label.en) of \(year)"))
      }
      for year in arrivals.intersection(departures).sorted()
      where !hasAges(beginning: year, nationality.foreignResidents) {
        missing.append(
          LocalizedText(
            ja: "年齢別の社会増減率（\(who.ja)）: \(year)年1月1日の年齢別人口（\(counted.ja)）の表がありません",
            en:
              "rates by age (\(who.en)): no population by age (\(counted.en)) of 1 January \(year)")
        )
      }
    }
    return missing
  }

  private func hasAges(
    beginning year: Int, _ residents: PopulationDefinition.ForeignResidents
  ) -> Bool {
    ages.contains {
      $0.stockDate == CalendarDate(year: year, month: 1, day: 1)
        && $0.definition.foreignResidents == residents
    }
  }

  /// In what the series of accounts differ, for which they are not put in one; empty if there is one.
  public var differences: [LocalizedText] {
    guard let first = series.first else { return [] }
    return series.dropFirst().map { other in
      var words: [LocalizedText] = []
      if first.definition.foreignResidents != other.definition.foreignResidents {
        words.append(
          LocalizedText(
            ja:
              "数える住民（\(first.definition.foreignResidents.counted.ja)と\(other.definition.foreignResidents.counted.ja)）",
            en:
              "who is counted (\(first.definition.foreignResidents.counted.en), \(other.definition.foreignResidents.counted.en))"
          ))
      }
      if first.definition.stockDate != other.definition.stockDate {
        words.append(
          LocalizedText(
            ja: "人口の日（\(first.definition.stockDate)と\(other.definition.stockDate)）",
            en:
              "the day of the stock (\(first.definition.stockDate), \(other.definition.stockDate))")
        )
      }
      return LocalizedText(
        ja:
          "\(first.label.ja)と\(other.label.ja)は、\(words.map(\.ja).joined(separator: "と"))が違うため、一つの系列にしません",
        en:
          "\(first.label.en) and \(other.label.en) differ in \(words.map(\.en).joined(separator: " and ")) and are "
          + "not put in one series")
    }
  }
}

extension RegistrySeries {
  /// The first and the last day with those who are counted: 総計 2016～2020年1月1日.
  public var label: LocalizedText {
    let who = definition.foreignResidents.counted
    let years = sheets.map(\.stockDate.year)
    let day = definition.stockDate.split(separator: "-").compactMap { Int($0) }
    let first = years.first.map { "\($0)" } ?? ""
    let last = years.last.map { "\($0)" } ?? ""
    let span = first == last ? first : "\(first)–\(last)"
    guard day.count == 2 else {
      return LocalizedText(ja: "\(who.ja) \(span)年", en: "\(who.en) \(span)")
    }
    return LocalizedText(
      ja: "\(who.ja) \(span.replacing("–", with: "～"))年（\(day[0])月\(day[1])日）",
      en: "\(who.en) \(span) (\(definition.stockDate))")
  }
}

extension PopulationDefinition.ForeignResidents {
  /// Whom a sheet of the register counts, as its title says.
  public var counted: LocalizedText {
    switch self {
    case .included: LocalizedText(ja: "総計", en: "all residents")
    case .excluded: LocalizedText(ja: "日本人住民", en: "Japanese residents")
    case .only: LocalizedText(ja: "外国人住民", en: "foreign residents")
    case .notStated: LocalizedText(ja: "どの住民か不明", en: "residents not told")
    }
  }
}
