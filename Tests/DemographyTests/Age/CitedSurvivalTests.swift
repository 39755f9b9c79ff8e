import MunicipalModel
import Testing

@testable import Demography

/// Japan's survival ratios as built in: 完全生命表 21, 22 and 23 (厚生労働省).
@Suite("Survival ratios of Japan")
struct CitedSurvivalTests {
  /// Published with six digits, so the mean of two tables is met within half of the last.
  @Test func `2010–15 is the mean of the life tables of both years`() throws {
    let survival = try CitedSurvivalRatios.japan(from: 2010, to: 2015)
    #expect(survival.lifeTables == [2010, 2015])
    #expect(survival.statistics == ["第21回完全生命表（厚生労働省）", "第22回完全生命表（厚生労働省）"])
    let ratios = survival.ratios
    let count = ratios.ages.count
    let published = [PublishedAges.maleSurvival, PublishedAges.femaleSurvival]
    for (column, expected) in published.enumerated() {
      #expect(abs(ratios.birthRatios[column] - expected[0]) < 6e-7)
      for (row, ratio) in expected.dropFirst().enumerated() {
        #expect(abs(ratios.ratios[column * count + row] - ratio) < 6e-7)
      }
    }
    #expect(ratios.years == 5 && ratios.ages.openGroup?.lowerAge == 90)
  }

  @Test func `Each ratio has its cells`() throws {
    let survival = try CitedSurvivalRatios.japan(from: 2010, to: 2015)
    let age = try #require(AgeGroup(0, through: 4))
    let cells = survival.citations(of: .male, at: age)
    #expect(
      cells.map(\.description) == [
        "japan-survival-ratios:3 \"0.999172\"", "japan-survival-ratios:43 \"0.999232\"",
      ])
    #expect(survival.citations(of: .both, at: nil).map(\.line) == [2, 22, 42, 62])
    #expect(survival.citations.count == 80)
  }

  @Test func `2005–10 has the life table of 2010 alone, and says so`() throws {
    let survival = try CitedSurvivalRatios.japan(from: 2005, to: 2010)
    #expect(survival.lifeTables == [2010])
    #expect(survival.ratios.ratios[0] == 0.999172)
    #expect(try CitedSurvivalRatios.japan(from: 2015, to: 2020).lifeTables == [2015, 2020])
  }

  @Test(arguments: [(2000, 2005), (2005, 2015), (2010, 2010), (2015, 2010), (2011, 2016)])
  func `Other periods are refused`(start: Int, end: Int) throws {
    let error = try #require(throws: AgeMethodError.self) {
      try CitedSurvivalRatios.japan(from: start, to: end)
    }
    #expect(error.code == .missingSurvival)
  }

  /// 20+ → 85+: T(x+5) ÷ T(x) of a life table, from its ratios to 90+ alone.
  @Test func `An earlier open-ended group is that of the life table`() throws {
    let fine = try AgeClassification.fiveYearGroups(openFrom: 95)
    let years = (0..<20).map { 500_000 / (1 + Double($0 * $0) / 20) }
    let table = try LifeTable(ages: fine, personYearsLived: years)
    let to90 = try SurvivalRatios(
      table, sex: .male, years: 5, ages: .fiveYearGroups(openFrom: 90))
    for age in stride(from: 20, through: 90, by: 5) {
      let pooled = try to90.pooled(from: age)
      let direct = try SurvivalRatios(
        table, sex: .male, years: 5, ages: .fiveYearGroups(openFrom: age))
      #expect(pooled.ages == direct.ages && pooled.birthRatios == direct.birthRatios)
      for (a, b) in zip(pooled.ratios, direct.ratios) { #expect(abs(a - b) < 1e-12) }
    }
    #expect(throws: AgeMethodError.self) { try to90.pooled(from: 87) }
    let nobody = SurvivalRatios.nobodyDies(
      years: 5, sexes: [.male], ages: try .fiveYearGroups(openFrom: 90))
    #expect(throws: AgeMethodError.self) { try nobody.pooled(from: 85) }
  }
}
