package import MunicipalModel

/// The years that a plan counts in, and which of them a period belongs to.
///
/// A plan of fiscal years (令和2年度～令和6年度, or 1 April to 31 March) counts a day in its fiscal year: 令和5年3月末 is
/// of fiscal 2022. A plan of calendar years counts it in its calendar year. A year of the other kind keeps its
/// number.
package struct PlanYears: Hashable, Sendable {
  /// What the years are.
  package let kind: Period.YearKind
  /// The plan's years, if its term is known.
  package let term: ClosedRange<Int>?

  /// The years of a plan; without a term those are fiscal, as plans in Japan are.
  package init(_ term: Period?) {
    let kind = term.flatMap(Self.kind) ?? .fiscal
    let years = Self(kind: kind, term: nil)
    self.init(kind: kind, term: term.map(years.years))
  }

  private init(kind: Period.YearKind, term: ClosedRange<Int>?) {
    self.kind = kind
    self.term = term
  }

  /// The year of the plan that a period belongs to; the last one of a span.
  package func year(of period: Period) -> Int { years(of: period).upperBound }

  /// The years of the plan that a period covers.
  package func years(of period: Period) -> ClosedRange<Int> {
    switch period {
    case .calendarYear(let year), .fiscalYear(let year): return year...year
    case .date(let date):
      let year = kind == .fiscal && date.month < 4 ? date.year - 1 : date.year
      return year...year
    case .span(let first, let last):
      let (from, to) = (years(of: first).lowerBound, years(of: last).upperBound)
      return from <= to ? from...to : to...to
    }
  }

  /// Whether two periods are of one year of the plan.
  package func areSame(_ left: Period?, _ right: Period?) -> Bool {
    guard let left, let right else { return left == right }
    return years(of: left) == years(of: right)
  }

  private static func kind(of term: Period) -> Period.YearKind? {
    switch term {
    case .calendarYear: .calendar
    case .fiscalYear: .fiscal
    case .date(let date): date.month == 1 && date.day == 1 ? .calendar : .fiscal
    case .span(let first, let last): kind(of: first) ?? kind(of: last)
    }
  }
}
