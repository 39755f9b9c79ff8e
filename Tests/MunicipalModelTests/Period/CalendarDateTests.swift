import MunicipalModel
import Testing

@Suite struct CalendarDateTests {
  @Test(
    "A month ends on its last day",
    arguments: [
      (2023, 1, 31), (2023, 2, 28), (2024, 2, 29), (1900, 2, 28), (2000, 2, 29), (2023, 4, 30),
      (2023, 12, 31),
    ])
  func endOfMonth(_ year: Int, _ month: Int, _ day: Int) throws {
    let end = try #require(CalendarDate.end(ofMonth: month, year: year))
    #expect(end == CalendarDate(year: year, month: month, day: day))
    #expect(CalendarDate(year: year, month: month, day: day + 1) == nil)
  }

  @Test(
    "There is no such month or day",
    arguments: [
      (0, 1), (13, 1), (-1, 1), (1, 0), (1, -1), (Int.max, 1), (1, Int.max), (Int.min, 1),
    ])
  func impossible(_ month: Int, _ day: Int) {
    #expect(CalendarDate(year: 2023, month: month, day: day) == nil)
  }

  @Test("A month that does not exist has no end", arguments: [0, 13, Int.min])
  func noEnd(_ month: Int) { #expect(CalendarDate.end(ofMonth: month, year: 2023) == nil) }

  @Test("Dates order by time and print with leading zeros")
  func orderAndText() throws {
    let early = try #require(CalendarDate(year: 2022, month: 12, day: 31))
    let late = try #require(CalendarDate(year: 2023, month: 1, day: 2))
    #expect(early < late)
    #expect(late.description == "2023-01-02")
  }
}

@Suite struct JapaneseEraTests {
  @Test(
    "The first year of an era is the last year of the era before",
    arguments: [
      (JapaneseEra.meiji, 45, JapaneseEra.taisho), (.taisho, 15, .showa), (.showa, 64, .heisei),
      (.heisei, 31, .reiwa),
    ])
  func changes(_ old: JapaneseEra, _ lastYear: Int, _ new: JapaneseEra) {
    #expect(old.gregorianYear(lastYear) == new.gregorianYear(1))
    #expect(new.gregorianYear(1) == new.firstYear)
  }

  @Test(
    "An era has no such year",
    arguments: [
      (JapaneseEra.reiwa, 0), (.heisei, 100), (.showa, 65), (.reiwa, -1), (.meiji, Int.max),
    ])
  func outside(_ era: JapaneseEra, _ year: Int) { #expect(era.gregorianYear(year) == nil) }
}
