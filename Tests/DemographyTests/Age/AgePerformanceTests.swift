import MunicipalModel
import TestSupport
import Testing

@testable import Demography

/// All five-year ages and both sexes of 1,741 municipalities × 10 years, against the plain loop.
///
/// Times that mean something: `swift test -c release -Xswiftc -enable-testing --filter AgePerformance`.
@Suite("Speed by age", .serialized)
struct AgePerformanceTests {
  static let count = TestSize.of(17410)

  static func table(
    _ measure: AgeMeasure, _ seed: Int, year: Int, ages: AgeClassification
  ) throws -> AgeTable {
    let factor = measure.rawValue.utf8.count
    func column(_ sex: Sex, _ offset: Int) -> AgeTable.Column {
      let counts: [Int] = ages.groups.indices.map { row in
        let mixed = row * (31 + 53 * factor) + seed * 17 + offset * factor
        return 100 + mixed % 900
      }
      return AgeTable.Column(sex, counts)
    }
    return try AgeTable(
      measure, period: .calendarYear(year), ages: ages,
      columns: [column(.male, 0), column(.female, 1)])
  }

  #if DEBUG
    static let runs = 1  // Without optimisation the time says little.
  #else
    static let runs = 5
  #endif

  /// The shortest of some runs, and the result.
  static func timed<Value>(_ body: () throws -> Value) throws -> (Duration, Value) {
    let clock = ContinuousClock()
    var best = Duration.seconds(3600)
    var value: Value?
    for _ in 0..<runs { best = min(best, try clock.measure { value = try body() }) }
    return (best, try #require(value))
  }

  @Test func `Registered movers`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 90)
    let years = try (0..<Self.count).map { seed in
      try RegisteredYear(
        inMigrants: Self.table(.inMigrants, seed, year: 2020, ages: ages),
        outMigrants: Self.table(.outMigrants, seed, year: 2020, ages: ages),
        exposure: .previousYearEnd(Self.table(.population, seed, year: 2019, ages: ages)))
    }
    let (time, rates) = try Self.timed {
      try years.reduce(into: 0.0) { sum, year in
        let change = try RegisteredSocialChange(year)
        sum += (change.socialChangeRates[3] ?? 0) + change.contributions[7]
      }
    }
    let inMigrants = years.flatMap(\.inMigrants.counts)
    let outMigrants = years.flatMap(\.outMigrants.counts)
    let population = years.flatMap(\.exposure.population.counts)
    let width = 2 * ages.count
    let (plainTime, plain) = try Self.timed {
      var sum = 0.0
      var own = [Double](repeating: 0, count: width)
      var contributions = own
      for first in stride(from: 0, to: inMigrants.count, by: width) {
        var people = 0.0
        for row in 0..<width { people += population[first + row] }
        for row in 0..<width {
          let net = (inMigrants[first + row] - outMigrants[first + row]) * 100
          own[row] = net / population[first + row]
          contributions[row] = net / people
        }
        sum += own[3] + contributions[7]
      }
      return sum
    }
    Self.tell("registered movers, \(Self.count) municipality-years", time, plainTime)
    #expect(abs(rates - plain) < 1e-9 * Double(Self.count))
  }

  @Test func `Two stocks`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 90)
    let survival = SurvivalRatios.nobodyDies(years: 5, sexes: [.male, .female], ages: ages)
    let stocks = try (0..<Self.count).map { seed in
      (
        try Self.table(.population, seed, year: 2015, ages: ages),
        try Self.table(.population, seed + 1, year: 2020, ages: ages)
      )
    }
    let (time, net) = try Self.timed {
      try stocks.reduce(into: 0.0) { sum, pair in
        sum += try IntercensalPair(start: pair.0, end: pair.1)
          .survivalRatioResidual(.forward, survival).netMigrants
      }
    }
    // Nobody dies: the net migration is the whole change without the children.
    let starts = stocks.flatMap(\.0.counts)
    let ends = stocks.flatMap(\.1.counts)
    let ratios = survival.ratios
    let (plainTime, plain) = try Self.timed {
      var sum = 0.0
      let open = ages.count - 1
      var net = [Double](repeating: 0, count: 2 * open)
      for first in stride(from: 0, to: starts.count, by: 2 * ages.count) {
        for sex in 0..<2 {
          let column = first + sex * ages.count
          for row in 0..<open {
            net[sex * open + row] =
              ends[column + row + 1] - starts[column + row] * ratios[sex * ages.count + row]
          }
          net[sex * open + open - 1] -=
            starts[column + open] * ratios[sex * ages.count + open]
        }
        sum += net.reduce(0, +)
      }
      return sum
    }
    Self.tell("two stocks, \(Self.count) pairs", time, plainTime)
    #expect(net == plain)
  }

  /// Prints both times and their ratio; nothing is asserted of them, for machines differ.
  private static func tell(_ what: String, _ time: Duration, _ plain: Duration) {
    let ratio = plain > .zero ? Int((time / plain).rounded()) : 0
    print("\(what): \(time); plain loop over arrays: \(plain); ratio \(ratio)")
  }
}
