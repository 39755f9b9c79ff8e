import MunicipalModel
import OpenData

/// The population by age of an area on one day, or why a file that has the area has none.
struct DayAges {
  /// Whom it counts, and in which statistic.
  struct Source: Hashable {
    let residents: PopulationDefinition.ForeignResidents
    let statistic: PopulationStatistic
  }

  /// What it counts.
  let source: Source
  /// The day.
  let day: CalendarDate
  /// The table.
  let outcome: Result<CitedAgeTable, OpenDataError>
}

extension NationwideData {
  /// The populations by age of an area: those of the register, then those of the standard data set, each the oldest
  /// first; none of a sheet that does not have it.
  func dayAges(of code: MunicipalityCode) -> [DayAges] {
    let register = ages.compactMap { sheet -> DayAges? in
      var outcome = Result { () throws(OpenDataError) in try sheet.ages(of: code) }
      if let difference = ageTotalDifference(of: code, in: sheet) {
        outcome = .failure(
          OpenDataError(
            code: .noAgeTable, document: sheet.document,
            line: difference.ages.sources.first?.line, found: difference.message))
      }
      if case .failure(let error) = outcome, error.code == .notInFile { return nil }
      return DayAges(
        source: DayAges.Source(
          residents: sheet.definition.foreignResidents, statistic: sheet.statistic),
        day: sheet.stockDate, outcome: outcome)
    }
    var days: [CalendarDate: DayAges] = [:]
    for table in tables {
      guard case .standard(let file) = table.table, file.municipalities.contains(code) else {
        continue
      }
      for day in file.dates(of: code) where days[day] == nil {
        days[day] = DayAges(
          source: DayAges.Source(
            residents: file.definition.foreignResidents, statistic: .standardDataset),
          day: day,
          outcome: Result { () throws(OpenDataError) in try file.ages(of: code, on: day) })
      }
    }
    return register + days.values.sorted { $0.day < $1.day }
  }
}
