import Demography
import MunicipalModel
import Testing

@Suite("When in a step migrants come")
struct MigrationTimingTests {
  /// 1,000 women of 15–19, nobody dies, one child each at 20–24; 1,000 women come by the timing.
  private static func births(
    _ migration: (AgeSchedule) -> ProjectionPlan.Migration, at row: Int
  ) throws -> (births: Double, people: Double) {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 30)
    func women(_ row: Int) -> [Double] { ages.groups.indices.map { $0 == row ? 1000 : 0 } }
    let step = try ProjectionPlan.Step(
      survival: .nobodyDies(
        years: 5, sexes: [.female], ages: ages,
        birthAges: AgeClassification([ages.groups[0]])),
      births: .fertility(
        FertilitySchedule(ages: AgeClassification([ages.groups[4]]), weights: [1]),
        totalFertility: 1, sexRatioAtBirth: 0),
      migration: migration(
        AgeSchedule(ages: ages, sexes: [.female], values: women(row))))
    let projection = try ProjectionPlan(
      base: AgeTable(.population, ages: ages, columns: [AgeTable.Column(.female, women(3))]),
      startYear: 2020, steps: [step]
    ).projection()
    return (projection.steps[0].births(), try #require(projection.total(in: 2025)))
  }

  /// By hand: births are half of the women of 20–24 at the start and at the end. Of the 1,000 there at the
  /// end, 500 children; of 1,000 more from the start, 500; of 500 at both ends, 500; of rates, half of 1,000.
  @Test("Women who come at the end bear no children in the step")
  func byHand() throws {
    let nobody = try Self.births({ _ in .none }, at: 4)
    #expect(nobody.births == 500 && nobody.people == 1500)
    let end = try Self.births({ .numbers($0, .end) }, at: 4)
    #expect(end.births == 500 && end.people == nobody.people + 1000)
    let start = try Self.births({ .numbers($0, .start) }, at: 3)
    #expect(start.births == 1000 && start.people == nobody.people + 1500)
    let even = try Self.births({ .numbers($0, .even) }, at: 4)
    #expect(even.births == 1000 && even.people == nobody.people + 1500)
    let rates = try Self.births({ .rates($0.scaled(by: 0.001)) }, at: 4)
    #expect(rates.births == 1000 && rates.people == nobody.people + 1500)
    let gone = try Self.births({ .numbers($0.scaled(by: -1), .end) }, at: 4)
    #expect(gone.births == 500 && gone.people == 500)
  }

  @Test(
    "500 women at the end add 500 people, by total fertility and by children for each woman",
    arguments: [true, false])
  func fiveHundred(byFertility: Bool) throws {
    let ages = try ProjectionSamples.fiveYear()
    let numbers = try AgeSchedule(ages: ages, values: (0..<38).map { $0 == 23 ? 500.25 : 0 })
    let births =
      byFertility
      ? try ProjectionSamples.births(1.5)
      : .childrenPerWoman(
        try ChildrenPerWoman(
          boys: 105, girls: 100, women: 1_000, womenAges: #require(AgeGroup(20, through: 44))))
    func projection(_ migration: ProjectionPlan.Migration) throws -> PopulationProjection {
      let step = try ProjectionPlan.Step(
        survival: ProjectionSamples.survival(), births: births, migration: migration)
      return try ProjectionPlan(
        base: ProjectionSamples.base(), startYear: 2015, steps: [step]
      ).projection()
    }
    let (without, with) = (try projection(.none), try projection(.numbers(numbers)))
    let added = try #require(with.total(in: 2020)) - #require(without.total(in: 2020))
    #expect(added == 500.25)
    #expect(with.steps[0].births() == without.steps[0].births())
    // The total fertility that a step tells is that of the women who bore its children.
    for projection in [without, with] {
      let schedule = try ProjectionSamples.schedule()
      let other = try FertilitySchedule(
        ages: schedule.ages, weights: schedule.shares.map { $0 + 1e-12 })
      let told = try #require(try projection.steps[0].totalFertility(with: other))
      let own = try #require(try without.steps[0].totalFertility(with: schedule))
      #expect(abs(told - own) < 1e-9)
    }
  }

  @Test("Migrants at the start are people of the base")
  func atTheStart() throws {
    let numbers = try AgeSchedule(
      ages: ProjectionSamples.fiveYear(), values: (0..<38).map { Double($0 % 7) * 32 })
    let base = try ProjectionSamples.base()
    let larger = try AgeTable(
      .population, ages: base.ages,
      columns: base.sexes.enumerated().map { column, sex in
        AgeTable.Column(
          sex, (0..<19).map { base.counts[column * 19 + $0] + numbers.values[column * 19 + $0] })
      })
    let moved = try ProjectionSamples.plan(migration: .numbers(numbers, .start), steps: 1)
      .projection()
    let closed = try ProjectionSamples.plan(base: larger, steps: 1).projection()
    let (one, two) = (moved.population(in: 2020), closed.population(in: 2020))
    for (one, two) in zip(one?.counts ?? [], two?.counts ?? [0]) { #expect(abs(one - two) < 1e-6) }
  }

  /// The births of 1950 in the example of the UN's projection (R package ccmppWPP, wpp_input_example and
  /// wpp_output_example: single years, migration at the end): 372,056 of both sexes, 180,785 girls.
  ///
  /// Women of 11–53 and their survival are as there; no others bear children.
  @Test("A published projection with migration at the end")
  func end() throws {
    let women = [
      112_573, 110_021, 108_301, 107_264, 106_547, 106_104, 106_224, 106_976, 108_149, 109_413,
      110_774, 111_942, 112_718, 113_152, 113_570, 114_000, 113_704, 112_376, 110_350, 108_229,
      105_845, 103_733, 102_205, 100_989, 99_554, 98_069, 96_157, 93_597, 90_624, 87_717, 84_806,
      82_006, 79_430, 77_040, 74_635, 72_198, 70_134, 68_606, 67_426, 66_259, 65_197, 63_925,
      62_261,
    ]
    let survival = [
      0.999513, 0.999501, 0.999477, 0.999442, 0.999399, 0.99935, 0.999298, 0.999247, 0.999198,
      0.999155, 0.999116, 0.999081, 0.99905, 0.99902, 0.998989, 0.998956, 0.998918, 0.998873,
      0.99882, 0.998757, 0.998685, 0.998602, 0.998506, 0.998398, 0.998276, 0.998138, 0.997984,
      0.997814, 0.997628, 0.997427, 0.997213, 0.996986, 0.996746, 0.996492, 0.996218, 0.995919,
      0.995593, 0.995235, 0.994847, 0.994433, 0.993997, 0.993541,
    ]
    let fertility = [
      3.7238e-05, 0.000484085, 0.00176103, 0.00489907, 0.012176, 0.0325841, 0.0665403, 0.106885,
      0.148897, 0.178953, 0.195435, 0.204823, 0.208616, 0.206913, 0.200726, 0.194393, 0.188525,
      0.18147, 0.172731, 0.161782, 0.148925, 0.136016, 0.123327, 0.110185, 0.096681, 0.0838823,
      0.0719618, 0.0606089, 0.0497878, 0.0396496, 0.0302698, 0.0218281, 0.0144823, 0.00874639,
      0.0046809, 0.00203773, 0.000655475, 7.18645e-05, 5.9848e-05, 8.27219e-05, 3.71276e-05,
      5.01722e-06,
    ]
    let migrants = [
      962, 757, 682, 615, 508, 437, 476, 569, 637, 727, 788, 793, 764, 743, 735, 779, 815, 844, 881,
      935, 947, 892, 802, 712, 589, 587, 776, 940, 815, 933, 934, 829, 656, 479, 275, 224, 204, 185,
      101, 14, -6, -77,
    ]
    let ages = try AgeClassification.singleYears(openFrom: 60)
    func spread<Value: Numeric>(_ values: [Value], from first: Int) -> [Value] {
      ages.groups.indices.map { values.indices.contains($0 - first) ? values[$0 - first] : 0 }
    }
    let ratios = ages.groups.indices.map {
      survival.indices.contains($0 - 11) ? survival[$0 - 11] : 1
    }
    let rows =
      zip(ages.groups, ratios).map { SurvivalRatios.Row(.female, $0, $1) }
      + [.init(.female, ages.groups[0], 1, isFromBirth: true)]
    let step = try ProjectionPlan.Step(
      survival: SurvivalRatios(years: 1, sexes: [.female], rows: rows),
      births: .fertility(
        FertilitySchedule(
          ages: AgeClassification(Array(ages.groups[12...53])), weights: fertility),
        totalFertility: fertility.reduce(0, +), sexRatioAtBirth: 1.058),
      migration: .numbers(
        AgeSchedule(
          ages: ages, sexes: [.female], values: spread(migrants, from: 12).map(Double.init)),
        .end))
    let projection = try ProjectionPlan(
      base: AgeTable(
        .population, ages: ages, columns: [AgeTable.Column(.female, spread(women, from: 11))]),
      startYear: 1950, steps: [step]
    ).projection()
    let births = try #require(projection.steps[0].birthsByMother).reduce(0) { $0 + $1.births }
    #expect(abs(births - 372_056.3) < 0.1)
    #expect(abs(projection.steps[0].births(of: .female) - 180_785.4) < 0.1)
  }
}
