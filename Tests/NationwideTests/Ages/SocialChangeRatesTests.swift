import MunicipalModel
import Nationwide
import Testing

/// Rates and ranks that were worked out by hand.
@Suite struct SocialChangeRatesTests {
  private func rates(_ rows: [String]) throws -> SocialChangeRates {
    let header = "code,name,year,sex,age,population,in_migrants,out_migrants\n"
    let text = header + rows.joined(separator: "\n")
    return try LongTable.read(Array(text.utf8), document: "table").socialChangeRates
  }

  private let code = MunicipalityCode(.hokkaido, 100)

  /// 20-24: (10 + 5 − 4 − 3) ÷ (100 + 60) = 8 ÷ 160 = 5 %.
  @Test func `Both sexes over the previous year`() throws {
    let rates = try rates([
      "01100,a,2019,male,20-24,100,1,1", "01100,a,2019,female,20-24,60,1,1",
      "01100,a,2020,male,20-24,106,10,4", "01100,a,2020,female,20-24,62,5,3",
      "01100,a,2022,male,20-24,1,1,1", "01100,a,2022,female,20-24,1,1,1",
    ])
    let young = try AgeLabel(printed: "20-24")
    let rate = try #require(try rates.rate(of: code, year: 2020, age: young))
    #expect(rate.numerator == 8)
    #expect(rate.denominator == ExactDecimal(160))
    #expect(rate.value == 5)
    #expect(rate.rounded?.description == "5.00")
    #expect(rate.formula.en == "(in-migrants − out-migrants) ÷ previous year-end population × 100")
    // 2022 has no year before it: 2021 is not in the table.
    #expect(throws: DemographyError.self) { try rates.rate(of: code, year: 2022, age: young) }
    #expect(try rates.rate(of: code, year: 2021, age: young) == nil)
    #expect(
      rateLines(of: rates.table) == [
        "011002,a,2019,20-24,0,,,no-previous-year", "011002,a,2020,20-24,8,160,5.0000,",
        "011002,a,2022,20-24,0,,,no-previous-year",
      ])
  }

  /// 1 ÷ 32 = 3.125 %, 1 ÷ 160000 = 0.000625 %: halves go up, away from zero.
  @Test func `Halves are rounded up`() throws {
    let rates = try rates([
      "01100,a,2019,計,0-4,160000,0,0", "01100,a,2020,計,0-4,1,1,9", "01100,a,2020,計,5-9,1,1,0",
      "01202,a,2019,計,0-4,160000,0,0", "01202,a,2020,計,0-4,1,9,0",
    ])
    #expect(
      rateLines(of: rates.table).filter { $0.contains(",2020,") } == [
        "011002,a,2020,0-4,-8,160000,-0.0050,", "011002,a,2020,5-9,1,,,no-previous-population",
        "012025,a,2020,0-4,9,160000,0.0056,",
      ])
  }

  @Test func `Why there is no rate`() throws {
    let rates = try rates([
      "01100,a,2019,male,0-4,0,0,0", "01100,a,2019,female,0-4,0,0,0",
      "01100,a,2020,male,0-4,1,1,0", "01100,a,2020,female,0-4,1,1,0",
      "01100,a,2019,male,5-9,9,0,0", "01100,a,2019,female,5-9,9,0,0",
      "01100,a,2020,male,5-9,1,,0", "01100,a,2020,female,5-9,1,1,0",
      "01100,a,2019,male,10-14,9,0,0", "01100,a,2020,male,10-14,1,1,0",
    ])
    func error(_ age: String) throws -> DemographyError? {
      let age = try AgeLabel(printed: age)
      return #expect(throws: DemographyError.self) {
        try rates.rate(of: code, year: 2020, age: age)
      }
    }
    #expect(try error("0-4")?.code == .denominatorNotPositive)
    #expect(try error("5-9")?.missing == [.inMigrants])
    #expect(try error("10-14")?.missing == [.openingStock, .inMigrants, .outMigrants])
    #expect(
      rateLines(of: rates.table).map { $0.split(separator: ",").last } == [
        "no-previous-year", "no-previous-year", "no-previous-year", "zero-population", "no-movers",
        "no-previous-population",
      ])
    #expect(throws: OpenDataError.self) { try rates.ranking(at: .ages(0...6), in: 2020) }
    #expect(throws: OpenDataError.self) { try rates.ranking(at: .ages(0...4), in: 2021) }
    #expect(try rates.ranking(at: .ages(0...4), in: 2020).entries.isEmpty)
  }

  /// (5 − 3 + 4 − 1) ÷ 200 × 100 = 2.5
  @Test func `Movers that are missing at one age are missing of all`() throws {
    func ranked(_ cells: String) throws -> CrudeRate? {
      try rates([
        "01202,x,2019,計,20-24,100,0,0", "01202,x,2019,計,25-29,100,0,0",
        "01202,x,2020,計,20-24,1,5,3", "01202,x,2020,計,25-29,\(cells)",
      ]).ranking(at: .ages(20...29), in: 2020).entries.first?.rate
    }
    #expect(try ranked("1,4,1")?.value == 2.5)
    #expect(try ranked("1,,1") == nil)
    #expect(try ranked("1,4,") == nil)
  }

  /// A: 6 ÷ 200, B: 3 ÷ 100, C: 1 ÷ 100, D: 4 ÷ 100 as 20-29, and the prefecture, which has no rank.
  @Test func `Ranks tie, and prefectures have none`() throws {
    var rows: [String] = []
    for (code, change, population) in [("01202", 6, 200), ("01203", 3, 100), ("01204", 1, 100)] {
      for age in ["20-24", "25-29"] {
        let (arrivals, leaving) = age == "20-24" ? (change + 2, 0) : (0, 2)
        rows.append("\(code),\(code),2019,計,\(age),\(population / 2),0,0")
        rows.append("\(code),\(code),2020,計,\(age),1,\(arrivals),\(leaving)")
      }
    }
    for (code, change) in [("01205", 4), ("01000", 50)] {
      rows += ["\(code),d,2019,計,20-29,100,0,0", "\(code),d,2020,計,20-29,1,\(change),0"]
    }
    let rates = try rates(rows)
    let entries = try rates.ranking(at: .ages(20...29), in: 2020).entries
    #expect(entries.map(\.municipality.code.fiveDigits) == ["01205", "01202", "01203", "01204"])
    #expect(entries.map(\.rank) == [1, 2, 2, 4])
    let all = try rates.ranking(at: .ages(20...29), in: 2020) { _ in true }
    #expect(all.entries.first?.municipality.code.fiveDigits == "01000")
  }
}
