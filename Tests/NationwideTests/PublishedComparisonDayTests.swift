import MunicipalModel
import Testing

@testable import Nationwide

/// The line between two published figures is read by days.
@Suite("Days between published projections")
struct PublishedComparisonDayTests {
  /// 31 March is 181 days after 1 October, of 365; 1 March would be 151.
  @Test(arguments: [
    ("2024-10-01", 0.0), ("2025-03-31", 181.0 / 365), ("2025-03-01", 151.0 / 365),
    ("2025-10-01", 1.0),
  ])
  func `The part of the time is that of days`(day: String, share: Double) throws {
    let first = try Self.date("2024-10-01")
    let last = try Self.date("2025-10-01")
    #expect(try PublishedComparison.share(of: Self.date(day), from: first, to: last) == share)
  }

  @Test(arguments: ["2024-09-30", "2025-10-02"])
  func `A day outside has no figure`(day: String) throws {
    let first = try Self.date("2024-10-01")
    let last = try Self.date("2025-10-01")
    #expect(try PublishedComparison.share(of: Self.date(day), from: first, to: last) == nil)
    #expect(PublishedComparison.share(of: first, from: first, to: first) == nil)
  }

  private static func date(_ code: String) throws -> CalendarDate {
    guard case .date(let day)? = Period(code: code) else {
      throw PeriodError(code: .unreadable, text: code)
    }
    return day
  }
}
