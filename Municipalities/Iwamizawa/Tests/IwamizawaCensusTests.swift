import Iwamizawa
import MachiKurabe
import Testing

/// 国勢調査 (総務省統計局), 岩見沢市 in its present boundaries.
@Suite("Iwamizawa: census by age")
struct IwamizawaCensusTests {
  let populations: [CitedAgeTable]

  init() throws { populations = try BuiltIn.record().censusPopulations }

  /// Totals as published: 93,677, 90,145 and 84,499, with 0, 26 and 165 of unknown age.
  @Test func `Three censuses with their totals`() {
    #expect(populations.map { $0.period?.code } == ["2005-10-01", "2010-10-01", "2015-10-01"])
    #expect(populations.map(\.table.total) == [93_677, 90_145, 84_499])
    #expect(populations.map { $0.table.notReported.reduce(0, +) } == [0, 26, 165])
    #expect(populations.allSatisfy { $0.citations.count == 38 })
  }

  /// The city's own document, lines 80 to 83, shares the 26 out as 0, 19 and 7.
  @Test func `The city's three age groups of 2010`() throws {
    let groups = try populations[1].table.broadAgeGroups()
    #expect(groups.young == 10_253)
    #expect(groups.workingAge + 19 == 54_853)
    #expect(groups.old + 7 == 25_039)
    let printed = try BuiltIn.record().populationFigures
    for (item, value) in [
      (PopulationItem.youngPopulation, 10_253), (.workingAgePopulation, 54_853),
    ] {
      let figure = printed.first { $0.item == item && $0.period == .calendarYear(2010) }
      #expect(figure?.reading.value == ExactDecimal(exactly: value))
    }
  }
}
