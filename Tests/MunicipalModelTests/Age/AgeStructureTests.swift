import MunicipalModel
import Testing

@Suite("Structure by age")
struct AgeStructureTests {
  /// 国勢調査 2010 (総務省統計局), 苫小牧市, men and women by five-year age.
  static func tomakomai2010() throws -> AgeTable {
    try AgeTable(
      .population, period: .calendarYear(2010), ages: .fiveYearGroups(openFrom: 90),
      columns: [
        AgeTable.Column(
          .male,
          [
            3836, 4003, 4091, 4417, 4079, 5178, 5898, 7011, 5610, 5412, 5408, 7006, 7027, 5108,
            4140, 3146, 2050, 886, 340,
          ], notReported: 41),
        AgeTable.Column(
          .female,
          [
            3761, 3875, 3910, 3908, 3938, 4641, 5897, 6613, 5579, 5387, 5614, 7060, 7601, 5516,
            4933, 4087, 3183, 1975, 1151,
          ], notReported: 4),
      ])
  }

  /// The three broad groups of Iwamizawa, iwamizawa-progress, lines 80–83 (2010) and 89–92 (2040).
  @Test(arguments: [
    ([10253, 54853, 25039], [11.4, 60.8, 27.8]), ([6241, 28483, 25812], [10.3, 47.1, 42.6]),
  ])
  func `Iwamizawa's shares`(counts: [Int], printed: [Double]) throws {
    let groups = try AgeTable(
      .population, ages: .broadGroups, columns: [AgeTable.Column(.both, counts)]
    ).broadAgeGroups()
    let shares = [groups.youngShare, groups.workingAgeShare, groups.ageingRate]
    #expect(zip(shares, printed).allSatisfy { abs($0 - $1) < 0.05 })
    #expect(
      abs(
        groups.youngDependencyRatio + groups.oldAgeDependencyRatio
          - groups.totalDependencyRatio) < 1e-9)
  }

  @Test func `Ratios of a census`() throws {
    let table = try Self.tomakomai2010()
    #expect(table.total == 173_320)
    let groups = try table.broadAgeGroups()
    #expect(groups.young == 23476 && groups.old == 36515 && groups.notReported == 45)
    #expect(groups.total == 173_275)
    #expect(abs(groups.ageingRate - 21.073) < 0.001)
    let ratio = try table.childWomanRatio()
    #expect(ratio.women == 35963 && ratio.children == 7597)
    let projection = try table.childWomanRatio(womenAges: AgeGroup(20, through: 44))
    #expect(projection.women == 26668)
    let children = try #require(projection.children(of: 26668))
    #expect(abs(children.boys - 3836) < 1e-9 && abs(children.girls - 3761) < 1e-9)
    let median = try table.medianAge()
    #expect((43...46).contains(median))
  }

  @Test func `The median of an even spread is its middle`() throws {
    let even = try AgeTable(
      .population, ages: .groups(ofWidth: 10, openFrom: 80),
      columns: [AgeTable.Column(.both, [5, 5, 5, 5, 5, 5, 5, 5, 0])])
    #expect(try even.medianAge() == 40)
    // 50 of 100 are below 5, and nobody is 5 to 9: the half is reached at 5, not at 10.
    let gap = try AgeTable(
      .population, ages: .groups(ofWidth: 5, openFrom: 15),
      columns: [AgeTable.Column(.both, [50, 0, 50, 0])])
    #expect(try gap.medianAge() == 5)
    // 10 + 10 × (20 − 5) ÷ 20 = 17.5, with the people of both sexes.
    let uneven = try AgeTable(
      .population, ages: .groups(ofWidth: 10, openFrom: 30),
      columns: [AgeTable.Column(.male, [5, 0, 15, 0]), AgeTable.Column(.female, [0, 20, 0, 0])])
    #expect(try uneven.medianAge() == 17.5)
    let old = try AgeTable(
      .population, ages: .groups(ofWidth: 10, openFrom: 10),
      columns: [AgeTable.Column(.both, [1, 5])])
    let error = try #require(throws: AgeTableError.self) { try old.medianAge() }
    #expect(error.code == .medianInOpenGroup && error.row == 2)
    let empty = try AgeTable(
      .population, ages: .groups(ofWidth: 10, openFrom: 10),
      columns: [AgeTable.Column(.both, [0, 0])])
    #expect(
      try #require(throws: AgeTableError.self) { try empty.medianAge() }.code == .noPopulation)
  }

  @Test func `A pyramid has a bar for each group`() throws {
    let pyramid = try Self.tomakomai2010().populationPyramid()
    #expect(pyramid.bars.count == 19 && pyramid.notReported == 45)
    #expect(pyramid.longestBar == 7601)
    let shares = pyramid.bars.reduce(0) { $0 + $1.maleShare + $1.femaleShare }
    #expect(abs(shares - 100) < 1e-9)
    #expect(pyramid.bars[0].sexRatio.map { abs($0 - 101.994) < 0.001 } == true)
    let error = try #require(throws: AgeTableError.self) {
      try Self.tomakomai2010().only(.male).populationPyramid()
    }
    #expect(error.code == .missingSex && error.sex == .female)
  }

  @Test func `Ratios that nobody stands under are refused`() throws {
    let none = try AgeTable(
      .population, ages: .broadGroups, columns: [AgeTable.Column(.female, [1, 0, 1])])
    #expect(
      try #require(throws: AgeTableError.self) { try none.broadAgeGroups() }.code
        == .noPopulation)
    #expect(
      try #require(throws: AgeTableError.self) { try none.childWomanRatio() }.code
        == .needsSplitting)
    let late = try Self.tomakomai2010().only(ages: #require(AgeGroup(andOver: 20)))
    #expect(
      try #require(throws: AgeTableError.self) { try late.broadAgeGroups() }.code == .notCovered)
    let men = try Self.tomakomai2010().only(.male)
    #expect(
      try #require(throws: AgeTableError.self) { try men.childWomanRatio() }.sex == .female)
  }
}
