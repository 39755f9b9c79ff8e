import MachiKurabe
import Testing
import Tomakomai

/// 国勢調査 (総務省統計局).
@Suite("Tomakomai: census by age")
struct TomakomaiCensusTests {
  /// Totals as published: 172,758, 173,320 and 172,737, with 0, 45 and 650 of unknown age.
  @Test func `Three censuses with their totals`() throws {
    let populations = try BuiltIn.record().censusPopulations
    #expect(populations.map { $0.period?.code } == ["2005-10-01", "2010-10-01", "2015-10-01"])
    #expect(populations.map(\.table.total) == [172_758, 173_320, 172_737])
    #expect(populations.map { $0.table.notReported.reduce(0, +) } == [0, 45, 650])
  }

  /// 社人研's base population of 2015 shares 年齢不詳 out, so it has as many people.
  @Test func `The base of the projection has the people of the census`() throws {
    let record = try BuiltIn.record()
    let base = try #require(
      record.populationsByAge.first { $0.statistic == .projectionBase2018 })
    #expect(base.table.total == 172_737 && !base.table.hasAgeNotReported)
    let cell = try #require(base.citations.first)
    #expect(cell.description == "tomakomai-population-by-age:128 \"3717\"")
  }
}
