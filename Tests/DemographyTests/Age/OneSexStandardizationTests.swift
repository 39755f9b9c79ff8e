import Demography
import MunicipalModel
import Testing

@Suite("Standardisation of one sex")
struct OneSexStandardizationTests {
  private static func rates(_ sexes: [Sex], scale: RateScale) throws -> AgeSpecificRates {
    let ages = AgeClassification.broadGroups
    let deaths: [Sex: [Double]] = [.male: [2, 30, 200], .female: [1, 12, 180]]
    let people: [Sex: [Double]] = [.male: [1000, 5000, 2000], .female: [900, 4800, 3000]]
    func table(_ measure: AgeMeasure, _ values: [Sex: [Double]]) throws -> AgeTable {
      try AgeTable(
        measure, ages: ages, columns: sexes.map { AgeTable.Column($0, values[$0] ?? []) })
    }
    return try AgeSpecificRates(
      events: table(.deaths, deaths), population: table(.population, people), scale: scale)
  }

  private static func standard() throws -> StandardPopulation {
    try StandardPopulation(
      name: LocalizedText("model"),
      population: AgeTable(
        .population, ages: .broadGroups, columns: [AgeTable.Column(.both, [20.0, 60, 20])]))
  }

  /// By hand: women 100,000 × (0.2 × 1 ÷ 900 + 0.6 × 12 ÷ 4,800 + 0.2 × 180 ÷ 3,000) = 1,372.2; men 2,400; both
  /// 0.2 × 3 ÷ 1,900 + 0.6 × 42 ÷ 9,800 + 0.2 × 380 ÷ 5,000 = 0.018087.
  @Test func `Men and women apart on the one model population`() throws {
    let women = try Self.rates([.female], scale: .perHundredThousand)
    let value = try women.directlyStandardized(on: Self.standard()).value
    #expect(abs(value - 1_372.222_222) < 1e-5)
    let all = try Self.rates([.male, .female], scale: .perHundredThousand)
    for (sex, own) in [(Sex.female, value), (.male, 2_400)] {
      let rate = try all.only(sex).directlyStandardized(on: Self.standard())
      #expect(abs(rate.value - own) < 1e-9 && rate.scale == .perHundredThousand)
    }
    let both = try all.directlyStandardized(on: Self.standard()).value
    #expect(abs(both - 1_808.721_8) < 1e-3)
    #expect(throws: AgeMethodError.self) { try women.only(.male) }
  }

  @Test func `Women on 平成27年モデル人口`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 95)
    // One rate at every age is the standardised rate, whatever the standard.
    let rates = try AgeSpecificRates(
      events: AgeTable(
        .deaths, ages: ages, columns: [AgeTable.Column(.female, [Double](repeating: 3, count: 20))]),
      population: AgeTable(
        .population, ages: ages,
        columns: [AgeTable.Column(.female, [Double](repeating: 400, count: 20))]),
      scale: .perHundredThousand)
    let rate = try rates.directlyStandardized(on: .japanModel2015())
    #expect(abs(rate.value - 750) < 1e-9)
  }

  @Test func `A standard of men and women needs both`() throws {
    let women = try Self.rates([.female], scale: .perMille)
    let standard = try StandardPopulation(
      name: LocalizedText("two"),
      population: AgeTable(
        .population, ages: .broadGroups,
        columns: [
          AgeTable.Column(.male, [10.0, 30, 10]), AgeTable.Column(.female, [10.0, 30, 10]),
        ]))
    let error = try #require(throws: AgeMethodError.self) {
      try women.directlyStandardized(on: standard)
    }
    #expect(error.code == .missingSex && error.sex == .male)
  }

  @Test func `Per 100,000`() throws {
    let rates = try Self.rates([.male], scale: .perHundredThousand)
    #expect(rates.rates[0] == 200 && RateScale.perHundredThousand.exponent == 5)
    #expect(abs(rates.crudeRate - 2_900) < 1e-9)
  }
}
