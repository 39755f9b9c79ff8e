import MunicipalModel
import Testing

@testable import Demography

@Suite("Confidence intervals")
struct ConfidenceIntervalTests {
  /// Quantiles by SciPy (scipy.stats.gamma.ppf), at 0.001, 0.025, 0.5, 0.975 and 0.999.
  @Test(
    arguments: [
      (
        0.5,
        [
          7.853985746312461e-07, 0.0004910345585876, 0.227468211559786, 2.511943093657444,
          5.413783085331366,
        ]
      ),
      (
        1,
        [
          0.001000500333583534, 0.02531780798428988, 0.6931471805599455, 3.688879454113936,
          6.907755278982137,
        ]
      ),
      (
        3.7,
        [
          0.348643700878963, 0.9408724643775055, 3.3725380132364, 8.312977261150271,
          12.524783303198976,
        ]
      ),
      (
        25,
        [
          12.33695263593863, 16.17868184782933, 24.66746836698842, 35.71009759375321,
          43.330407595201585,
        ]
      ),
      (
        1000,
        [
          905.1207909349766, 938.9730184076952, 999.666686426965, 1062.9211512248878,
          1100.5780982933145,
        ]
      ),
      (
        100_000,
        [
          99025.63189050092, 99381.15266374472, 99999.6666668642, 100620.7416407738,
          100980.0677919592,
        ]
      ),
    ] as [(Double, [Double])])
  func `Quantiles of the gamma distribution`(shape: Double, published: [Double]) {
    let gamma = GammaDistribution(shape: shape)
    for (probability, quantile) in zip([0.001, 0.025, 0.5, 0.975, 0.999], published) {
      let own = gamma.quantile(probability)
      #expect(abs(own / quantile - 1) < 1e-9, "\(probability)")
      #expect(abs(gamma.probabilities(at: own).below - probability) < 1e-9)
    }
  }

  /// The tables' 1.959964, 2.575829 and 3.090232; and Γ(½) = √π, 9! = 362,880.
  @Test func `Normal quantiles and the gamma function`() {
    for (probability, z) in [
      (0.975, 1.959963984540054), (0.995, 2.5758293035489), (0.999, 3.090232306167813),
    ] {
      #expect(abs(GammaDistribution.normalQuantile(probability) - z) < 1e-9)
    }
    #expect(abs(GammaDistribution.logGamma(0.5) - 0.5723649429247001) < 1e-13)
    #expect(abs(GammaDistribution.logGamma(10) - 12.801827480081469) < 1e-12)
  }

  /// Rates for 100 and their limits: exact and Byar's, at 95 % and 99.8 %.
  ///
  /// Source: the test data of the R package PHEindicatormethods (testdata_Rate.xlsx).
  @Test(arguments: [
    (
      1.0, 100.0, ConfidenceInterval.PoissonLimits.exact, 0.0253178079842899, 5.571643390938898,
      0.001000500333583534,
      9.233413476451585
    ),
    (5, 100, .exact, 1.62348639011842, 11.668332079322669, 0.739371731917839, 16.454745203680105),
    (20, 100, .byar, 12.211428834875937, 30.889880369197066, 8.922802365144193, 38.08503562504191),
    (65, 100, .byar, 50.163187710459454, 82.84913854593984, 42.8802614714802, 94.00029084431802),
    (9856, 12345, .byar, 78.26949058976757, 81.4300165427214, 77.37590543271052, 82.3544727709543),
  ])
  func `Crude rates`(
    events: Double, people: Double, method: ConfidenceInterval.PoissonLimits, lower: Double,
    upper: Double,
    lower998: Double, upper998: Double
  ) throws {
    let all = try AgeClassification([#require(AgeGroup(andOver: 0))])
    let rates = try AgeSpecificRates(
      events: AgeTable(.deaths, ages: all, columns: [AgeTable.Column(.both, [events])]),
      population: AgeTable(.population, ages: all, columns: [AgeTable.Column(.both, [people])]),
      scale: .percent)
    let interval = try rates.crudeRateInterval(method: method)
    #expect(abs(interval.lower / lower - 1) < 1e-9 && abs(interval.upper / upper - 1) < 1e-9)
    #expect(interval.level == 0.95)
    let wide = try rates.crudeRateInterval(level: 0.998, method: method)
    #expect(abs(wide.lower / lower998 - 1) < 1e-9 && abs(wide.upper / upper998 - 1) < 1e-9)
  }

  /// Ages of the test data of PHEindicatormethods: 0–4 to 90 and over.
  private static func table(_ measure: AgeMeasure, _ counts: [Double]) throws -> AgeTable {
    try AgeTable(
      measure, ages: .fiveYearGroups(openFrom: 90), columns: [AgeTable.Column(.both, counts)])
  }

  private static let people: [Double] = [
    636, 558, 609, 543, 384, 594, 669, 843, 660, 576, 606, 522, 426, 273, 300, 288, 153, 123, 207,
  ]
  private static let many: [Double] = [
    127, 25, 18, 21, 12, 27, 48, 27, 29, 32, 32, 34, 45, 65, 38, 68, 74, 82, 91,
  ]

  /// Per 100,000, on the European Standard Population of 2013, Dobson's method with Byar's limits.
  ///
  /// Source: the test data of the R package PHEindicatormethods (testdata_DSR_ISR.xlsx, testdata_big).
  @Test func `A directly standardised rate by Dobson's method`() throws {
    let standard = try StandardPopulation(
      name: LocalizedText("ESP 2013"),
      population: Self.table(
        .population,
        [
          5000, 5500, 5500, 5500, 6000, 6000, 6500, 7000, 7000, 7000, 7000, 6500, 6000, 5500, 5000,
          4000, 2500, 1500, 1000,
        ]))
    let rate = try AgeSpecificRates(
      events: Self.table(.deaths, Self.many), population: Self.table(.population, Self.people),
      scale: .perHundredThousand
    ).directlyStandardized(on: standard)
    #expect(abs(rate.value - 10430.247991469423) < 1e-6)
    let interval = try rate.interval()
    #expect(abs(interval.lower - 9717.709067985681) < 1e-4)
    #expect(abs(interval.upper - 11178.94091547925) < 1e-4)
    let wide = try rate.interval(level: 0.998)
    #expect(abs(wide.lower - 9323.287880219903) < 1e-4)
    #expect(abs(wide.upper - 11620.595999522058) < 1e-4)
    // The exact limits and the gamma interval lie close by, and hold the rate.
    for method in [ConfidenceInterval.StandardizedRateLimits.dobson(.exact), .gamma] {
      let other = try rate.interval(method: method)
      #expect(abs(other.lower - interval.lower) < 60 && abs(other.upper - interval.upper) < 60)
    }
  }

  /// Down's syndrome by age of mother and birth order, on the mean of the populations, per 100,000.
  ///
  /// Source: Fay and Feuer (1997), table I, by the data and the formula of the R package epitools
  /// (ageadjust.direct; Fleiss 1981, p. 249).
  @Test(arguments: [
    (0, 56.3475, 92.3045, 80.4417, 105.7633), (1, 67.6199, 91.1741, 82.3612, 100.8676),
    (2, 83.3305, 85.0692, 77.1835, 94.2236), (3, 115.4512, 92.7179, 80.01, 114.6694),
    (4, 167.1142, 75.529, 67.7021, 188.3002),
  ])
  func `A directly standardised rate by the gamma method`(
    order: Int, crude: Double, value: Double, lower: Double, upper: Double
  ) throws {
    let births: [[Double]] = [
      [230061, 329449, 114920, 39487, 14208, 3052], [72202, 326701, 208667, 83228, 28466, 5375],
      [15050, 175702, 207081, 117300, 45026, 8660], [2293, 68800, 132424, 98301, 46075, 9834],
      [327, 30666, 123419, 149919, 104088, 34392],
    ]
    let cases: [[Double]] = [
      [107, 141, 60, 40, 39, 25], [25, 150, 110, 84, 82, 39], [3, 71, 114, 103, 108, 75],
      [1, 26, 64, 89, 137, 96], [0, 8, 63, 112, 262, 295],
    ]
    let ages = try AgeClassification(
      ["0-19", "20-24", "25-29", "30-34", "35-39", "40+"].compactMap { AgeGroup(printed: $0) })
    func table(_ measure: AgeMeasure, _ counts: [Double]) throws -> AgeTable {
      try AgeTable(measure, ages: ages, columns: [AgeTable.Column(.both, counts)])
    }
    let standard = try StandardPopulation(
      name: LocalizedText("mean"),
      population: table(
        .population, (0..<6).map { row in births.reduce(0) { $0 + $1[row] } / 5 }))
    let rate = try AgeSpecificRates(
      events: table(.deaths, cases[order]), population: table(.population, births[order]),
      scale: .perHundredThousand
    ).directlyStandardized(on: standard)
    let interval = try rate.interval(method: .gamma)
    #expect(abs(rate.crudeRate - crude) < 1e-4 && abs(rate.value - value) < 1e-4)
    #expect(abs(interval.lower - lower) < 1e-4 && abs(interval.upper - upper) < 1e-4)
  }

  /// Source: the test data of PHEindicatormethods: 835.88 expected; 895 observed (Byar's) and 9 (exact).
  @Test func `A standardised ratio`() throws {
    let standard = try AgeSpecificRates(
      events: Self.table(
        .deaths,
        [
          10303, 2824, 0, 3615, 3641, 3490, 3789, 3213, 3031, 2771, 3089, 3490, 3595, 4745, 5514,
          7125, 5694, 6210, 5757,
        ]),
      population: Self.table(
        .population,
        [
          50520, 57173, 60213, 54659, 44345, 50128, 62163, 67423, 62899, 55463, 60479, 49974, 44140,
          40888, 37239, 30819, 18136, 15325, 13918,
        ]),
      scale: .perHundredThousand)
    func ratio(_ observed: Double) throws -> StandardizedRatio {
      let all = try AgeClassification([#require(AgeGroup(andOver: 0))])
      return try standard.standardizedRatio(
        of: AgeTable(.deaths, ages: all, columns: [AgeTable.Column(.both, [observed])]),
        among: Self.table(.population, Self.people), standard: LocalizedText("test"))
    }
    let many = try ratio(895)
    #expect(abs(many.expected - 835.8835612311743) < 1e-8)
    #expect(abs(many.value - 1.0707232939020275) < 1e-10)
    let byar = try many.interval(method: .byar)
    #expect(abs(byar.lower - 1.0017147712553987) < 1e-9)
    #expect(abs(byar.upper - 1.143233287249895) < 1e-9)
    let exact = try ratio(9).interval()
    #expect(abs(exact.lower - 0.004923380825095776) < 1e-11)
    #expect(abs(exact.upper - 0.02043921455549973) < 1e-11)
    #expect(abs(many.indirectlyStandardizedRate - 10011.137622091057) < 1e-6)
    let none = try ratio(0).interval()
    // −ln 0.025 = 3.689 events at most.
    #expect(none.lower == 0 && abs(none.upper - 3.688879454113936 / many.expected) < 1e-11)
  }

  @Test func `What has no interval is refused`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 10)
    func rates(_ measure: AgeMeasure, _ counts: [Double]) throws -> AgeSpecificRates {
      try AgeSpecificRates(
        events: AgeTable(measure, ages: ages, columns: [AgeTable.Column(.both, counts)]),
        population: AgeTable(
          .population, ages: ages, columns: [AgeTable.Column(.both, [50.0, 60, 90])]))
    }
    let standard = try StandardPopulation(
      name: LocalizedText("test"),
      population: AgeTable(.population, ages: ages, columns: [AgeTable.Column(.both, [1.0, 2, 3])]))
    func code(_ body: () throws -> ConfidenceInterval) -> AgeMethodError.Code? {
      #expect(throws: AgeMethodError.self) { try body() }?.code
    }
    let net = try rates(.netMigrants, [5, -3, 2])
    #expect(code { try net.crudeRateInterval() } == .wrongMeasure)
    let adjusted = try net.directlyStandardized(on: standard)
    #expect(code { try adjusted.interval() } == .wrongMeasure)
    let deaths = try rates(.deaths, [0, 0, 0])
    for level in [0, 1, -0.5, Double.nan] {
      #expect(code { try deaths.crudeRateInterval(level: level) } == .parameterOutOfRange)
    }
    let none = try deaths.directlyStandardized(on: standard)
    #expect(code { try none.interval() } == .noRows)
    // Per mille: 3.689 events at the largest weight, 1,000 × 3 ÷ 6 ÷ 90.
    let gamma = try none.interval(method: .gamma)
    #expect(gamma.lower == 0 && abs(gamma.upper - 3.688879454113936 * 500 / 90) < 1e-9)
  }
}
