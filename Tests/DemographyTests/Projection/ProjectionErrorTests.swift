import MunicipalModel
import Testing

@testable import Demography

@Suite("Projections that cannot be made")
struct ProjectionErrorTests {
  @Test("More people leaving than are there is refused, with year, sex and age")
  func negativePopulation() throws {
    var values = [Double](repeating: 0, count: 38)
    values[19 + 5] = -5_000  // 3,470 women were 20–24 in 2015.
    let numbers = try AgeSchedule(ages: ProjectionSamples.fiveYear(), values: values)
    let error = #expect(throws: ProjectionError.self) {
      try ProjectionSamples.plan(migration: .numbers(numbers)).projection()
    }
    #expect(error?.code == .negativePopulation)
    #expect(error?.sex == .female)
    #expect(error?.age == AgeGroup(25, through: 29))
    #expect(error?.year == 2015)
  }

  @Test("Figures without end, or too large for exact sums, are refused")
  func range() throws {
    #expect(throws: ProjectionError.self) {
      try AgeSchedule(ages: ProjectionSamples.fiveYear(), values: .init(repeating: .nan, count: 38))
    }
    for total in [Double.nan, .infinity, 1e300] {
      let error = #expect(throws: ProjectionError.self) {
        try ProjectionSamples.plan(totalFertility: total).projection()
      }
      #expect(error?.code == .outOfRange, "\(total)")
    }
    let error = #expect(throws: ProjectionError.self) {
      try ProjectionSamples.plan(totalFertility: -1).projection()
    }
    #expect(error?.code == .negative)
  }

  @Test("Ages that are no steps, unknown ages and a table of deaths are refused")
  func base() throws {
    let uneven = try AgeClassification([
      try #require(AgeGroup(0, through: 4)), try #require(AgeGroup(5, through: 14)),
      try #require(AgeGroup(andOver: 15)),
    ])
    let ages = try ProjectionSamples.fiveYear()
    let zeros = Array(repeating: 1.0, count: 19)
    let tables = try [
      AgeTable(.population, ages: uneven, columns: [AgeTable.Column(.female, [1.0, 2, 3])]),
      AgeTable(
        .population, ages: ages, columns: [AgeTable.Column(.female, zeros, notReported: 4)]),
      AgeTable(.deaths, ages: ages, columns: [AgeTable.Column(.female, zeros)]),
      AgeTable(.population, ages: ages, columns: [AgeTable.Column(.both, zeros)]),
    ]
    let codes: [ProjectionError.Code] = [
      .unsupportedAges, .ageNotReportedLeft, .notComparable, .differentAges,
    ]
    for (table, code) in zip(tables, codes) {
      let error = #expect(throws: ProjectionError.self) {
        try ProjectionSamples.plan(base: table).projection()
      }
      #expect(error?.code == code)
    }
  }

  @Test("A path is refused outside its points unless it says that it holds")
  func paths() throws {
    let path = try AssumptionPath(.linear, [.init(2015, 1), .init(2025, 2)])
    #expect(try path.value(at: 2020) == 1.5)
    #expect(try path.value(at: 2015) == 1)
    #expect(try path.value(at: 2025) == 2)
    #expect(try path.value(fromStep: 2020, years: 5) == 1.75)
    #expect(throws: ProjectionError(code: .pathEndsEarly, text: "2025.5 > 2025.0")) {
      try path.value(at: 2025.5)
    }
    #expect(throws: ProjectionError(code: .pathBeginsLate, text: "2014.0 < 2015.0")) {
      try path.value(at: 2014)
    }
    let steps = try AssumptionPath(
      .steps, [.init(2015, 1), .init(2025, 2)], holdsBefore: true, holdsAfter: true)
    #expect(try steps.value(at: 2024.9) == 1)
    #expect(try steps.value(at: 2025) == 2)
    #expect(try steps.value(at: 1900) == 1)
    #expect(try steps.value(at: 2100) == 2)
    #expect(throws: ProjectionError.self) {
      try AssumptionPath(.linear, [.init(2025, 1), .init(2025, 2)])
    }
    #expect(throws: ProjectionError.self) { try AssumptionPath(.linear, []) }
  }

  @Test("Cohorts that come from nobody cannot be followed")
  func nobody() throws {
    let ages = try ProjectionSamples.fiveYear()
    let nobody = try AgeTable(
      .population, ages: ages,
      columns: [AgeTable.Column(.female, Array(repeating: 0.0, count: 19))])
    let somebody = try AgeTable(
      .population, ages: ages,
      columns: [AgeTable.Column(.female, Array(repeating: 1.0, count: 19))])
    let error = #expect(throws: ProjectionError.self) {
      try CohortChange(from: nobody, to: somebody)
    }
    #expect(error?.code == .noPopulation)
  }

  @Test("A base beyond any number of people is refused")
  func huge() throws {
    // 172,737 people × 10^11 are too many in all; × 10^200 already 3,717 of one group are.
    let error = #expect(throws: ProjectionError.self) {
      try ProjectionSamples.plan(base: ProjectionSamples.base(times: 1e11), steps: 0).projection()
    }
    #expect(error?.code == .outOfRange)
    let table = #expect(throws: AgeTableError.self) { try ProjectionSamples.base(times: 1e200) }
    #expect(table?.code == .tooLarge)
  }

  @Test("Nobody at all stays nobody")
  func empty() throws {
    let projection = try ProjectionSamples.plan(base: ProjectionSamples.base(times: 0)).projection()
    #expect(projection.total(in: 2060) == 0)
  }
}
