import MunicipalModel
import OpenData
import Testing

/// Rates and ranks that were worked out by hand.
@Suite struct SocialChangeRatesTests {
  private func table(_ rows: [String]) throws -> LongTable {
    let header = "code,name,year,sex,age,population,in_migrants,out_migrants\n"
    return try .read(Array((header + rows.joined(separator: "\n")).utf8))
  }

  /// 20-24: (10 + 5 − 4 − 3) ÷ (100 + 60) = 8 ÷ 160 = 5 %.
  @Test func bothSexesOverThePreviousYear() throws {
    let table = try table([
      "01100,a,2019,male,20-24,100,1,1", "01100,a,2019,female,20-24,60,1,1",
      "01100,a,2020,male,20-24,106,10,4", "01100,a,2020,female,20-24,62,5,3",
      "01100,a,2022,male,20-24,1,1,1", "01100,a,2022,female,20-24,1,1,1",
    ])
    let rates = table.socialChangeRates()
    let code = MunicipalityCode(.hokkaido, 100)
    let young = try AgeLabel(printed: "20-24")
    let rate = try #require(rates.rate(of: code, year: 2020, age: young)?.rate)
    #expect(rate.socialChange == 8)
    #expect(rate.previousPopulation == 160)
    #expect(rate.percent == 5)
    #expect(rate.rounded(to: 2)?.description == "5.00")
    // 2022 has no year before it: 2021 is not in the table.
    #expect(rates.rate(of: code, year: 2022, age: young) == .none(.noPreviousYear))
    #expect(rates.rate(of: code, year: 2021, age: young) == nil)
    #expect(
      try rateLines(of: table) == [
        "011002,a,2019,20-24,0,,,no-previous-year", "011002,a,2020,20-24,8,160,5.0000,",
        "011002,a,2022,20-24,0,,,no-previous-year",
      ])
  }

  /// 1 ÷ 32 = 3.125 %, 1 ÷ 160000 = 0.000625 %: halves go up, away from zero.
  @Test func halvesAreRoundedUp() throws {
    let table = try table([
      "01100,a,2019,計,0-4,160000,0,0", "01100,a,2020,計,0-4,1,1,9", "01100,a,2020,計,5-9,1,1,0",
      "01202,a,2019,計,0-4,160000,0,0", "01202,a,2020,計,0-4,1,9,0",
    ])
    #expect(
      try rateLines(of: table).filter { $0.contains(",2020,") } == [
        "011002,a,2020,0-4,-8,160000,-0.0050,", "011002,a,2020,5-9,1,,,no-previous-population",
        "012025,a,2020,0-4,9,160000,0.0056,",
      ])
    let exact = try #require(SocialChangeRate(socialChange: -1, previousPopulation: 32))
    #expect(exact.rounded(to: 2)?.description == "-3.13")
    #expect(SocialChangeRate(socialChange: 1, previousPopulation: 0) == nil)
  }

  @Test func whyThereIsNoRate() throws {
    let table = try table([
      "01100,a,2019,male,0-4,0,0,0", "01100,a,2019,female,0-4,0,0,0",
      "01100,a,2020,male,0-4,1,1,0", "01100,a,2020,female,0-4,1,1,0",
      "01100,a,2019,male,5-9,9,0,0", "01100,a,2019,female,5-9,9,0,0",
      "01100,a,2020,male,5-9,1,,0", "01100,a,2020,female,5-9,1,1,0",
      "01100,a,2019,male,10-14,9,0,0", "01100,a,2020,male,10-14,1,1,0",
    ])
    let rates = table.socialChangeRates()
    let code = MunicipalityCode(.hokkaido, 100)
    func reason(_ age: String) throws -> SocialChangeOutcome? {
      rates.rate(of: code, year: 2020, age: try AgeLabel(printed: age))
    }
    #expect(try reason("0-4") == .none(.zeroPopulation))
    #expect(try reason("5-9") == .none(.noMovers))
    #expect(try reason("10-14") == .none(.noPreviousPopulation))
    #expect(throws: LongTableError.self) { try rates.ranked(at: 0..<7) }
    #expect(throws: LongTableError.self) { try rates.ranked(at: 7..<7) }
    let ranking = try rates.ranked(at: 0..<5)
    #expect(ranking.years.map(\.unranked.first?.reason) == [.noPreviousYear, .zeroPopulation])
  }

  /// A: 6 ÷ 200, B: 3 ÷ 100, C: 1 ÷ 100, D: 4 ÷ 100 as 20-29, and the prefecture, which has no rank.
  @Test func ranksTieAndPrefecturesHaveNone() throws {
    var rows: [String] = []
    for (code, change, population) in [("01202", 6, 200), ("01203", 3, 100), ("01204", 1, 100)] {
      for age in ["20-24", "25-29"] {
        rows.append("\(code),\(code),2019,計,\(age),\(population / 2),0,0")
        rows.append(
          "\(code),\(code),2020,計,\(age),1,\(age == "20-24" ? change + 2 : 0),\(age == "20-24" ? 0 : 2)"
        )
      }
    }
    for (code, change) in [("01205", 4), ("01000", 50)] {
      rows += ["\(code),d,2019,計,20-29,100,0,0", "\(code),d,2020,計,20-29,1,\(change),0"]
    }
    let ranking = try table(rows).socialChangeRates().ranked(at: 20..<30)
    let year = try #require(ranking.years.last)
    #expect(year.entries.map(\.code.fiveDigits) == ["01205", "01202", "01203", "01204"])
    #expect(year.entries.map(\.rank) == [1, 2, 2, 4])
    let all = try table(rows).socialChangeRates().ranked(at: 20..<30) { _ in true }
    #expect(all.years.last?.entries.first?.code.fiveDigits == "01000")
    try withTemporaryFile { path in
      try ranking.writeCSV(to: path)
      let written = try LongTableFileText.read(path)
      #expect(written.first == "year,rank,code,name,social_change,previous_population,rate_percent")
      #expect(written.dropFirst().first == "2020,1,012050,d,4,100,4.0000")
    }
  }
}
