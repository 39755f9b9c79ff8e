package import Demography
package import MunicipalModel
import OpenData

/// A projection of one's own beside the published one of all people (社人研), on the days of one's own.
package struct PublishedComparison {
  /// One year.
  package struct Row {
    /// The day.
    package let day: CalendarDate
    /// The people of one's own projection.
    package let own: Double
    /// The published figure on that day: those of 1 October before and after it, by straight line.
    package let published: Double
    /// The cells that it lies between.
    package let sources: [Citation]

    /// One's own ÷ the published one.
    package var ratio: Double { own / published }
  }

  /// The years that both have.
  package let rows: [Row]

  /// - Parameters:
  ///   - projection: one's own.
  ///   - baseDay: the day of its years.
  ///   - town: the municipality, of whose newest published projection of all people figures are taken.
  /// - Returns: `nil` if the two have no year in common.
  package init?(
    _ projection: PopulationProjection, baseDay: CalendarDate, of town: MunicipalityData
  ) {
    let file = town.projections.last { $0.ages == nil }
    let points = (file?.figures(of: town.municipality.code) ?? []).compactMap { figure in
      figure.reading.wholeNumber.flatMap { people -> Point? in
        guard case .date(let day)? = figure.period, people > 0 else { return nil }
        return Point(day: day, people: Double(people), cell: figure.citation)
      }
    }
    rows = projection.years.compactMap { year -> Row? in
      guard let own = projection.total(in: year),
        let day = CalendarDate(year: year, month: baseDay.month, day: baseDay.day)
      else { return nil }
      for (before, after) in zip(points, points.dropFirst()) {
        guard let share = Self.share(of: day, from: before.day, to: after.day) else { continue }
        return Row(
          day: day, own: own,
          published: before.people + (after.people - before.people) * share,
          sources: [before.cell, after.cell])
      }
      return nil
    }
    if rows.isEmpty { return nil }
  }

  private struct Point {
    let day: CalendarDate
    let people: Double
    let cell: Citation
  }

  /// The part of the time between two days that is over on a day, in days; `nil` if it is not between them.
  static func share(
    of day: CalendarDate, from first: CalendarDate, to last: CalendarDate
  ) -> Double? {
    guard first <= day, day <= last, first < last else { return nil }
    return Double(day.dayNumber - first.dayNumber) / Double(last.dayNumber - first.dayNumber)
  }
}
