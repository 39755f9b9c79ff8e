import Demography
import MunicipalModel
import Testing

@Suite("Columns and rules of a life table")
struct LifeTableColumnTests {
  /// Peru's men, 2015–2020: every column as printed.
  ///
  /// Source: Instituto Nacional de Estadística e Informática, Perú, tabla de mortalidad masculina 2015–2020.
  @Test func `A whole published table from its survivors`() throws {
    let survivors: [Double] = [
      100000, 97346, 95894, 95454, 95182, 94772, 94153, 93409, 92539, 91400, 89875, 87724, 84676,
      80253, 74076, 65377, 54071, 40491,
    ]
    let deaths: [Double] = [
      2654, 1452, 440, 272, 410, 620, 744, 870, 1139, 1525, 2151, 3049, 4423, 6177, 8699, 11305,
      13580, 40491,
    ]
    let probabilities = [
      0.02654, 0.01492, 0.00459, 0.00285, 0.00431, 0.00654, 0.00790, 0.00931, 0.01231, 0.01669,
      0.02393, 0.03475, 0.05224, 0.07697, 0.11743, 0.17293, 0.25115, 1,
    ]
    let lived: [Double] = [
      97802, 385918, 478370, 476591, 474887, 472312, 468904, 464870, 459848, 453188, 443999, 431001,
      412322, 385821, 348631, 298620, 236407, 318424,
    ]
    let above: [Double] = [
      7_107_916, 7_010_114, 6_624_196, 6_145_825, 5_669_234, 5_194_347, 4_722_035, 4_253_131,
      3_788_261, 3_328_413, 2_875_225, 2_431_226, 2_000_225, 1_587_904, 1_202_082, 853_451, 554_831,
      318_424,
    ]
    let expectancies = [
      71.08, 72.01, 69.08, 64.39, 59.56, 54.81, 50.15, 45.53, 40.94, 36.42, 31.99, 27.71, 23.62,
      19.79, 16.23, 13.05, 10.26, 7.86,
    ]
    // The infants' figures as the table implies them: (97,802 − 97,346) ÷ 2,654 and (385,918 − 383,576) ÷ 1,452.
    let years = [0.17182, 1.61295] + [Double](repeating: 2.5, count: 15)
    let table = try LifeTable(
      ages: PublishedLifeTableTests.abridged(openFrom: 80), survivors: survivors,
      closing: .deathRate(0.12716), averageYearsLived: .given(years))
    let rows = try #require(table.rows)
    for (row, own) in rows.enumerated() {
      #expect(own.survivors == survivors[row] && own.age == table.ages.groups[row])
      #expect(abs(own.deaths - deaths[row]) <= 1, "d, row \(row + 1)")
      #expect(
        abs(try #require(own.probabilityOfDying) - probabilities[row]) < 1.1e-5, "q, row \(row + 1)"
      )
      #expect(abs(own.personYears - lived[row]) <= 3, "L, row \(row + 1)")
      #expect(abs(own.personYearsAbove - above[row]) <= 25, "T, row \(row + 1)")
      #expect(
        abs(try #require(own.lifeExpectancy) - expectancies[row]) < 0.006, "e, row \(row + 1)")
    }
    #expect(abs(try #require(rows[0].averageYearsLived) - 0.17182) < 1e-9)
    #expect(abs(try #require(rows[17].averageYearsLived) - 1 / 0.12716) < 1e-9)
    #expect(abs(try #require(rows[16].deathRate) - 0.05744) < 1e-5)
    #expect(abs(try #require(rows[17].deathRate) - 0.12716) < 1e-9)
    // From its own probabilities and from its own rates it is the same table.
    let again = try LifeTable(
      ages: table.ages, probabilitiesOfDying: rows.compactMap(\.probabilityOfDying),
      closing: .deathRate(0.12716), averageYearsLived: .given(years))
    let third = try LifeTable(
      ages: table.ages, deathRates: rows.compactMap(\.deathRate), averageYearsLived: .given(years))
    for other in [again, third] {
      #expect(
        zip(other.personYearsLived, table.personYearsLived).allSatisfy { abs($0 - $1) < 1e-4 })
    }
    let onlyLived = try LifeTable(ages: table.ages, personYearsLived: table.personYearsLived)
    #expect(onlyLived.rows == nil && onlyLived.personYearsAbove == table.personYearsAbove)
  }

  /// Life expectancies that the United Nations print for its rule, with rates of five digits.
  ///
  /// Sources: United Nations, Model Life Tables for Developing Countries (1982), p. 34 (men), and MORTPAK (1988), p. 82
  /// (women), as the tests of the R package DemoTools carry them over.
  @Test(arguments: [
    (
      Sex.male,
      [
        0.23669, 0.04672, 0.00982, 0.00511, 0.00697, 0.01036, 0.01169, 0.01332, 0.01528, 0.01757,
        0.02092, 0.02517, 0.03225, 0.04241, 0.06056, 0.08574, 0.11840, 0.16226, 0.23745,
      ],
      [
        35.000, 42.901, 47.190, 44.438, 40.523, 36.868, 33.691, 30.567, 27.500, 24.485, 21.504,
        18.599, 15.758, 13.080, 10.584, 8.466, 6.729, 5.312, 4.211,
      ], 0.004
    ),
    (
      .female,
      [
        0.12846, 0.02477, 0.00603, 0.0034, 0.00417, 0.00513, 0.00581, 0.00645, 0.00725, 0.00813,
        0.00913, 0.01199, 0.01647, 0.0256, 0.04047, 0.06624, 0.10638, 0.19611,
      ],
      [
        49.997, 55.675, 57.245, 53.921, 49.803, 45.799, 41.922, 38.084, 34.249, 30.420, 26.578,
        22.701, 18.945, 15.349, 12.095, 9.240, 6.903, 5.099,
      ], 0.0015
    ),
  ])
  func `The United Nations' rule`(
    sex: Sex, rates: [Double], expectancies: [Double], tolerance: Double
  ) throws {
    let ages = try PublishedLifeTableTests.abridged(openFrom: (rates.count - 2) * 5)
    let table = try LifeTable(
      ages: ages, deathRates: rates, averageYearsLived: .unitedNations(sex))
    let rows = try #require(table.rows)
    for (row, expectancy) in zip(rows, expectancies) {
      #expect(abs(try #require(row.lifeExpectancy) - expectancy) < tolerance, "\(row.age)")
    }
    // The repeated search from the probabilities leads back to the same years; 0 and 1–4 are near.
    let again = try LifeTable(
      ages: ages, probabilitiesOfDying: rows.compactMap(\.probabilityOfDying),
      closing: .deathRate(rates[rates.count - 1]), averageYearsLived: .unitedNations(sex))
    for (own, row) in zip(try #require(again.rows).dropFirst(2), rows.dropFirst(2)) {
      #expect(
        abs(try #require(own.averageYearsLived) - #require(row.averageYearsLived)) < 1e-6,
        "\(row.age)")
    }
    #expect(abs(again.lifeExpectancy - table.lifeExpectancy) < 0.01)
  }

  /// Men's and women's a₀ of the segments as printed: 0.14929 − 1.99545 m, 0.02832 + 3.26021 m, 0.29915; 0.14903 −
  /// 2.05527 m, 0.04667 + 3.88089 m, 0.31411.
  @Test(arguments: [
    (Sex.male, 0.005, 0.139_312_75), (.male, 0.05, 0.191_330_5), (.male, 0.1, 0.29915),
    (.female, 0.005, 0.138_753_65), (.female, 0.05, 0.240_714_5), (.female, 0.1, 0.31411),
  ])
  func `Andreev and Kingkade's infants`(sex: Sex, rate: Double, years: Double) throws {
    let rates = [rate, 0.001, 0.001, 0.02]
    let single = try LifeTable(
      ages: .singleYears(openFrom: 3), deathRates: rates,
      averageYearsLived: .andreevKingkade(sex))
    let rows = try #require(single.rows)
    #expect(abs(try #require(rows[0].averageYearsLived) - years) < 1e-9)
    #expect(abs(try #require(rows[1].averageYearsLived) - 0.5) < 1e-9)
    // From the probability the printed formula is another one, and close.
    let probability = try LifeTable(
      ages: .singleYears(openFrom: 3), probabilitiesOfDying: rows.compactMap(\.probabilityOfDying),
      closing: .deathRate(0.02), averageYearsLived: .andreevKingkade(sex))
    let own = try #require(probability.rows?[0].averageYearsLived)
    #expect(abs(own - years) < 0.003)
  }

  /// Coale and Demeny's constants where q(0) is 0.1 and more, and South at q(0) = 0.05: 0.0425 + 2.875 × 0.05 =
  /// 0.18625 and 1.541 − 3.013 × 0.05 = 1.39035.
  @Test(arguments: [
    (LifeTable.CoaleDemenyRegion.north, Sex.male, 0.2, 0.33, 1.558),
    (.north, .female, 0.2, 0.35, 1.570),
    (.south, .male, 0.2, 0.33, 1.240), (.east, .female, 0.2, 0.31, 1.324),
    (.west, .male, 0.2, 0.33, 1.352), (.south, .male, 0.05, 0.18625, 1.39035),
    (.east, .male, 0.05, 0.14625, 1.46335),
  ])
  func `Coale and Demeny's regions`(
    region: LifeTable.CoaleDemenyRegion, sex: Sex, probability: Double, infant: Double,
    child: Double
  ) throws {
    let ages = try AgeClassification(
      ["0", "1-4", "5+"].compactMap { AgeGroup(printed: $0) })
    let table = try LifeTable(
      ages: ages, probabilitiesOfDying: [probability, 0.02], closing: .deathRate(0.02),
      averageYearsLived: .coaleDemeny(region, sex))
    let rows = try #require(table.rows)
    #expect(abs(try #require(rows[0].averageYearsLived) - infant) < 1e-9)
    #expect(abs(try #require(rows[1].averageYearsLived) - child) < 1e-9)
    // From the rate, q(0) comes back.
    guard region != .west else { return }
    let again = try LifeTable(
      ages: ages, deathRates: rows.compactMap(\.deathRate),
      averageYearsLived: .coaleDemeny(region, sex))
    #expect(abs(try #require(again.rows?[0].probabilityOfDying) - probability) < 1e-9)
  }

  /// The rates of the third help example of the R package MortalityLaws, whose rule is q = 1 − e^(−nm).
  @Test func `A constant force takes any rate`() throws {
    let rates = [
      0.053, 0.005, 0.001, 0.0012, 0.0018, 0.002, 0.003, 0.004, 0.004, 0.005, 0.006, 0.0093, 0.0129,
      0.019, 0.031, 0.049, 0.084, 0.129, 0.180, 0.2354, 0.3085, 0.390, 0.478, 0.551,
    ]
    let ages = try PublishedLifeTableTests.abridged(openFrom: 110)
    let table = try LifeTable(ages: ages, deathRates: rates, averageYearsLived: .constantForce)
    let rows = try #require(table.rows)
    // 1 − e^(−0.053), 1 − e^(−5 × 0.478); and the years of 5–9, 2.5 − 25 × 0.001 ÷ 12.
    #expect(abs(try #require(rows[0].probabilityOfDying) - 0.051_619_98) < 1e-8)
    #expect(abs(try #require(rows[22].probabilityOfDying) - 0.908_370_31) < 1e-6)
    #expect(abs(try #require(rows[2].averageYearsLived) - 2.497_916_67) < 1e-6)
    for (row, rate) in zip(rows, rates) {
      #expect(abs(try #require(row.deathRate) - rate) < 1e-12, "\(row.age)")
    }
    // With half of the group only 105–109 has too high a rate.
    let error = try #require(throws: AgeMethodError.self) {
      try LifeTable(ages: ages, deathRates: rates)
    }
    #expect(error.code == .impossibleLifeTable && error.age?.description == "105-109")
    #expect(error.hint.en.contains("nax is too high") && error.hint.en.contains("2.09"))
    #expect(error.hint.ja.contains("everybodyDies"))
    let infant = try LifeTable(
      ages: ages, deathRates: rates, averageYearsLived: .infant(0.1), highRates: .everybodyDies)
    #expect(abs(try #require(infant.rows?[0].averageYearsLived) - 0.1) < 1e-12)
  }

  /// By hand: q(100–104) = 1, so those alive at 100 live 1 ÷ 0.45 years and nobody is left at 105.
  @Test func `Nobody is left where the rate is too high`() throws {
    let ages = try AgeClassification(
      ["95-99", "100-104", "105+"].compactMap { AgeGroup(printed: $0) })
    let rates = [0.3, 0.45, 0.6]
    let table = try LifeTable(
      ages: ages, deathRates: rates, highRates: .everybodyDies, radix: 1000)
    let rows = try #require(table.rows)
    #expect(rows[1].probabilityOfDying == 1 && rows[2].survivors == 0)
    #expect(abs(try #require(rows[1].deathRate) - 0.45) < 1e-12)
    #expect(abs(try #require(rows[1].lifeExpectancy) - 1 / 0.45) < 1e-12)
    #expect(rows[2].lifeExpectancy == nil && rows[2].personYears == 0)
    // A nax that suits the rate needs no rule.
    let given = try LifeTable(ages: ages, deathRates: rates, averageYearsLived: .given([2.5, 2]))
    #expect(abs(try #require(given.rows?[1].probabilityOfDying) - 2.25 / 2.35) < 1e-12)
    #expect(throws: AgeMethodError.self) { try LifeTable(ages: ages, deathRates: rates) }
  }

  @Test func `Rules that do not suit the table are refused`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 10)
    for rule: LifeTable.AverageYearsLived in [
      .infant(0.1), .andreevKingkade(.male), .unitedNations(.female), .coaleDemeny(.north, .male),
    ] {
      let error = try #require(throws: AgeMethodError.self) {
        try LifeTable(ages: ages, deathRates: [0.1, 0.1, 0.1], averageYearsLived: rule)
      }
      #expect(error.code.rawValue == "unsupported-ages" && error.row == 1)
    }
    let infants = try AgeClassification.singleYears(openFrom: 2)
    #expect(throws: AgeMethodError.self) {
      try LifeTable(
        ages: infants, deathRates: [0.1, 0.1, 0.1], averageYearsLived: .infant(1.5))
    }
    for survivors in [[100.0, 101, 90], [100, 90], [0, 0, 0], [100, -1, 0], [100, .nan, 50]] {
      #expect(throws: AgeMethodError.self) {
        try LifeTable(ages: ages, survivors: survivors, closing: .deathRate(0.1))
      }
    }
    // The open-ended group can be closed otherwise than by its rate.
    let closed = try LifeTable(
      ages: ages, deathRates: [0.1, 0.1], closing: .remainingLifeExpectancy(7), radix: 1)
    #expect(abs(try #require(closed.rows?[2].lifeExpectancy) - 7) < 1e-12)
  }
}
