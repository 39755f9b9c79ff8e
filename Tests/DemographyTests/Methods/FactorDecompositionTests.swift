import MunicipalModel
import Testing

@testable import Demography

/// Das Gupta, Standardization and Decomposition of Rates: A User's Manual (1993): examples with their published
/// standardised rates and effects.
@Suite("Decomposition by any number of factors")
struct FactorDecompositionTests {
  typealias Factor = FactorDecomposition.Factor

  static func factor(_ name: String, _ first: [Double], _ second: [Double]) -> Factor {
    Factor(LocalizedText(name), first: first, second: second)
  }

  /// Effects, standardised rates of the first and of the second, to the digits that are printed.
  static func check(
    _ result: FactorDecomposition, _ expected: [(Double, Double, Double)], within tolerance: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(result.effects.count == expected.count, sourceLocation: sourceLocation)
    for (effect, figures) in zip(result.effects, expected) {
      #expect(
        abs(effect.firstStandardized - figures.0) < tolerance, sourceLocation: sourceLocation)
      #expect(
        abs(effect.secondStandardized - figures.1) < tolerance, sourceLocation: sourceLocation)
      #expect(abs(effect.value - figures.2) < tolerance, sourceLocation: sourceLocation)
    }
    let sum = result.effects.reduce(0) { $0 + $1.value }
    #expect(abs(sum - result.difference) < 1e-9, sourceLocation: sourceLocation)
  }

  /// Example 2.1: mean earnings and the share of earners, black and white men.
  @Test func `Two factors`() throws {
    let result = try FactorDecomposition([
      Factor(LocalizedText("earnings"), 10_930, 16_591),
      Factor(LocalizedText("earners"), 0.717892, 0.825974),
    ])
    Self.check(
      result, [(8_437.228, 12_807.14, 4_369.913), (9_878.553, 11_365.82, 1_487.262)], within: 0.005)
    #expect(abs(result.firstRate - 7_846.560) < 0.001)
    #expect(abs(result.secondRate - 13_703.73) < 0.01)
  }

  /// Example 2.2: crude birth rates of Austria and Chile, 1981.
  @Test func `Three factors`() throws {
    let result = try FactorDecomposition([
      Factor(LocalizedText("births of women of 15–49"), 51.78746, 84.90502),
      Factor(LocalizedText("15–49 of women"), 0.45919, 0.75756),
      Factor(LocalizedText("women of all"), 0.52638, 0.51065),
    ])
    Self.check(
      result,
      [
        (16.31618, 26.75021, 10.4340333), (16.25309, 26.81394, 10.5608476),
        (22.32040, 21.65339, -0.6670084),
      ], within: 0.00001)
    #expect(abs(result.difference - 20.3278726) < 1e-6)
    #expect(result.effects.map(\.label.en)[2] == "women of all")
  }

  /// Example 2.3: non-marital births of women of 15–19, 1971 and 1979.
  @Test func `Four factors`() throws {
    let result = try FactorDecomposition([
      Factor(LocalizedText("births of pregnancies"), 25.3, 32.7),
      Factor(LocalizedText("pregnancies of active"), 0.214, 0.290),
      Factor(LocalizedText("active of single"), 0.279, 0.473),
      Factor(LocalizedText("single of all"), 0.949, 0.986),
    ])
    Self.check(
      result,
      [
        (2.355434, 3.044375, 0.6889411), (2.287936, 3.100474, 0.8125381),
        (1.988818, 3.371723, 1.3829055), (2.686817, 2.791572, 0.1047547),
      ], within: 0.000001)
    #expect(abs(result.firstRate - 1.433523) < 1e-6 && abs(result.secondRate - 4.422663) < 1e-6)
  }

  /// Example 2.4: Bongaarts' indices of South Korea.
  @Test func `Five factors`() throws {
    let result = try FactorDecomposition([
      Factor(LocalizedText("married"), 0.58, 0.72),
      Factor(LocalizedText("noncontraception"), 0.76, 0.97),
      Factor(LocalizedText("abortion"), 0.84, 0.97),
      Factor(LocalizedText("lactation"), 0.66, 0.56),
      Factor(LocalizedText("fecundity"), 16.573, 16.158),
    ])
    Self.check(
      result,
      [
        (4.519768, 5.610746, 1.0909785), (4.450863, 5.680707, 1.2298438),
        (4.702966, 5.430806, 0.7278399), (5.543146, 4.703276, -0.8398707),
        (5.152352, 5.023334, -0.1290187),
      ], within: 0.000001)
  }

  /// Example 3.1: the rate of natural increase is a difference, no product.
  @Test func `A difference of two factors`() throws {
    let result = try FactorDecomposition([
      Factor(LocalizedText("birth rate"), 19.4, 23.7),
      Factor(LocalizedText("death rate"), 10.8, 9.5),
    ]) { $0[0][0] - $0[1][0] }
    Self.check(result, [(9.25, 13.55, 4.3), (10.75, 12.05, 1.3)], within: 1e-9)
  }

  /// Example 4.3: births of 1,000 people of Taiwan, 1960 and 1970, by seven ages.
  @Test func `Factors by age`() throws {
    let result = try FactorDecomposition([
      Self.factor(
        "births of married", [393, 407, 369, 274, 184, 90, 16], [488, 452, 338, 156, 63, 22, 3]),
      Self.factor(
        "married of women", [0.122, 0.622, 0.903, 0.930, 0.916, 0.873, 0.800],
        [0.082, 0.527, 0.866, 0.941, 0.942, 0.923, 0.876]),
      Self.factor(
        "women of all", [0.043, 0.041, 0.036, 0.032, 0.026, 0.020, 0.018],
        [0.058, 0.038, 0.032, 0.030, 0.026, 0.023, 0.019]),
    ])
    Self.check(
      result,
      [
        (36.72867, 29.44304, -7.285632), (34.47028, 31.74965, -2.720633),
        (33.83095, 32.26577, -1.565181),
      ], within: 0.00001)
    #expect(abs(result.difference - -11.571446) < 1e-6)
  }

  /// Example 4.4: the illegitimacy ratio of 1963 and 1983 is a quotient of sums over six ages.
  @Test func `A function of factors by age`() throws {
    let result = try FactorDecomposition([
      Self.factor(
        "A", [0.200, 0.163, 0.146, 0.154, 0.168, 0.169], [0.169, 0.195, 0.190, 0.174, 0.150, 0.122]),
      Self.factor(
        "B", [0.866, 0.325, 0.119, 0.099, 0.099, 0.121], [0.931, 0.563, 0.311, 0.216, 0.199, 0.191]),
      Self.factor(
        "C", [0.007, 0.021, 0.023, 0.015, 0.008, 0.002], [0.018, 0.026, 0.023, 0.016, 0.008, 0.002]),
      Self.factor(
        "D", [0.454, 0.326, 0.195, 0.107, 0.051, 0.015], [0.380, 0.201, 0.149, 0.079, 0.025, 0.006]),
    ]) { values in
      var unmarried = 0.0
      var married = 0.0
      for age in 0..<6 {
        unmarried += values[0][age] * values[1][age] * values[2][age]
        married += values[0][age] * (1 - values[1][age]) * values[3][age]
      }
      return unmarried / (unmarried + married)
    }
    Self.check(
      result,
      [
        (0.07770985, 0.07150487, -0.00620498), (0.04742107, 0.09608261, 0.04866154),
        (0.05924498, 0.08630419, 0.02705922), (0.05962676, 0.08433604, 0.02470928),
      ], within: 1e-8)
    #expect(abs(result.firstRate - 0.03094957) < 1e-8)
  }

  /// Example 5.1: heads of households by age, 1970 and 1985; the sizes are percent of all.
  @Test func `The composition of a population is a factor too`() throws {
    let size1970 = [12.9, 10.9, 9.5, 8.0, 7.8, 8.4, 8.6, 7.8, 7.0, 5.9, 4.7, 3.6, 4.9]
    let size1985 = [10.1, 11.2, 11.6, 10.9, 9.4, 7.7, 6.3, 6.0, 6.3, 5.9, 5.1, 4.0, 5.5]
    let rates1970 = [
      1.9, 25.8, 45.7, 49.6, 51.2, 51.6, 51.8, 54.9, 58.7, 60.4, 62.8, 66.6, 66.8,
    ]
    let rates1985 = [
      2.2, 24.3, 45.8, 52.5, 56.1, 55.6, 56.0, 57.4, 57.2, 61.2, 63.9, 68.6, 72.2,
    ]
    let result = try FactorDecomposition([
      Self.factor("size", size1970.map { $0 / 100 }, size1985.map { $0 / 100 }),
      Self.factor("rate", rates1970, rates1985),
    ])
    Self.check(result, [(45.5876, 46.8145, 1.2269), (45.3309, 47.0712, 1.7403)], within: 0.00006)
  }

  /// Example 5.3, as Kitagawa's decomposition has it.
  @Test func `With two factors it is Kitagawa's`() throws {
    func shares(_ people: [Double]) -> [Double] {
      let all = people.reduce(0, +)
      return people.map { $0 / all }
    }
    let result = try FactorDecomposition([
      Self.factor(
        "composition", shares(DecompositionTests.population1970),
        shares(DecompositionTests.population1985)),
      Self.factor("rate", DecompositionTests.rates1970, DecompositionTests.rates1985),
    ])
    Self.check(
      result, [(8.372751, 9.914260, 1.5415096), (10.257368, 8.029643, -2.2277254)],
      within: 0.000001)
    let kitagawa = try KitagawaDecomposition(
      from: DecompositionTests.strata1970, to: DecompositionTests.strata1985)
    #expect(abs(result.effects[0].value - kitagawa.compositionEffect) < 1e-9)
    #expect(abs(result.effects[1].value - kitagawa.rateEffect) < 1e-9)
  }

  @Test func `From second to first the signs turn, and a factor that agrees has no effect`() throws
  {
    let factors = [
      Factor(LocalizedText("a"), 2, 3), Factor(LocalizedText("b"), 5, 5),
      Factor(LocalizedText("c"), 7, 4),
    ]
    let there = try FactorDecomposition(factors)
    let back = try FactorDecomposition(
      factors.map { Factor($0.label, first: $0.second, second: $0.first) })
    for (one, other) in zip(there.effects, back.effects) {
      #expect(abs(one.value + other.value) < 1e-12)
    }
    #expect(there.effects[1].value == 0)
    // 5 × (3 − 2) × (7 + 4) ÷ 2, and 5 × (4 − 7) × (2 + 3) ÷ 2.
    #expect(abs(there.effects[0].value - 27.5) < 1e-12)
    #expect(abs(there.effects[2].value - -37.5) < 1e-12)
    let one = try FactorDecomposition([Factor(LocalizedText("a"), 2, 3)])
    #expect(one.effects[0].firstStandardized == 2 && one.effects[0].secondStandardized == 3)
  }

  @Test func `What cannot be decomposed is refused`() throws {
    func code(_ factors: [Factor]) throws -> AgeMethodError {
      try #require(throws: AgeMethodError.self) { try FactorDecomposition(factors) }
    }
    #expect(try code([]).code == .parameterOutOfRange)
    let many = Array(repeating: Factor(LocalizedText("a"), 1, 2), count: 13)
    #expect(try code(many).code == .parameterOutOfRange)
    let uneven = [Self.factor("a", [1, 2], [1, 2]), Self.factor("b", [1], [1])]
    #expect(try code(uneven).row == 2)
    #expect(try code([Self.factor("a", [1, 2], [1])]).code == .differentTables)
    #expect(try code([Self.factor("a", [], [])]).code == .noRows)
    #expect(try code([Self.factor("a", [1], [.nan])]).code == .notFinite)
    let error = #expect(throws: AgeMethodError.self) {
      try FactorDecomposition([Factor(LocalizedText("a"), 0, 1)]) { 1 / $0[0][0] }
    }
    #expect(error?.code == .notFinite)
  }
}
