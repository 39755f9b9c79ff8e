import Demography
import MunicipalModel
import Testing

@Suite("Reproduction, and fertility given as rates")
struct ReproductionTests {
  static func mothers() throws -> AgeClassification {
    try AgeClassification(
      stride(from: 15, to: 50, by: 5).compactMap { AgeGroup($0, through: $0 + 4) })
  }

  /// Women's nLx for each born; the ages outside childbearing by hand, they do not matter.
  static func women() throws -> LifeTable {
    let mothers = try mothers().groups
    let ages = try AgeClassification(
      [AgeGroup(0, through: 14)].compactMap(\.self) + mothers
        + [AgeGroup(andOver: 50)].compactMap(\.self))
    return try LifeTable(
      ages: ages,
      personYearsLived: [14.4, 4.766, 4.741, 4.707, 4.668, 4.619, 4.556, 4.467, 25], radix: 1)
  }

  /// IUSSP, Population Analysis for Policies and Programmes, module 103, session 6, exercise 4: Kuwait 1982 has a TFR of
  /// 5.08, a GRR of 2.48 and an NRR of 2.32 with 105 boys for 100 girls.
  @Test func `Kuwait in 1982`() throws {
    let rates = try FertilityRates(
      ages: Self.mothers(), rates: [66, 212, 255, 213, 159, 78, 33])
    #expect(abs(rates.totalFertilityRate - 5.08) < 0.005)
    #expect(abs(try rates.grossReproductionRate(sexRatioAtBirth: 1.05) - 2.48) < 0.005)
    let net = try rates.netReproductionRate(Self.women(), sexRatioAtBirth: 1.05)
    #expect(abs(net - 2.32) < 0.005)
    // The net births of the exercise add up to 4.75.
    #expect(abs(net * 2.05 - 4.75) < 0.005)
    let level = try #require(
      try rates.replacementFertility(Self.women(), sexRatioAtBirth: 1.05))
    #expect(abs(level - rates.totalFertilityRate / net) < 1e-12 && level > 2.05)
  }

  @Test func `Where nobody dies net is gross`() throws {
    let ages = try AgeClassification(
      ["0-14", "15-49", "50+"].compactMap { AgeGroup(printed: $0) })
    let table = try LifeTable(ages: ages, personYearsLived: [15, 35, 30], radix: 1)
    let rates = try FertilityRates(
      ages: AgeClassification([ages.groups[1]]), rates: [0.06], per: 1)
    #expect(abs(rates.totalFertilityRate - 2.1) < 1e-12)
    let gross = try rates.grossReproductionRate(sexRatioAtBirth: 1.1)
    #expect(abs(gross - 1) < 1e-12)
    #expect(abs(try rates.netReproductionRate(table, sexRatioAtBirth: 1.1) - gross) < 1e-12)
  }

  @Test func `Rates are births of so many women`() throws {
    let rates = try FertilityRates(ages: Self.mothers(), rates: [5, 20, 80, 100, 50, 10, 0.5])
    #expect(rates.births == [5, 20, 80, 100, 50, 10, 0.5])
    #expect(rates.women == Array(repeating: 1_000, count: 7))
    #expect(rates.rates[2] == 0.08 && abs(rates.totalFertilityRate - 1.3275) < 1e-12)
    let births = try ProjectionPlan.Births.rates(rates, sexRatioAtBirth: 1.05)
    guard case .fertility(let schedule, let total, let ratio) = births else {
      Issue.record("no fertility")
      return
    }
    #expect(abs(total - 1.3275) < 1e-12 && ratio == 1.05)
    let again = try schedule.rates(totalFertility: total)
    #expect(zip(again, rates.rates).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  @Test func `Rates of another scale, and figures that cannot be, are refused`() throws {
    func code(_ rates: [Double], per scale: Double = 1_000) throws -> AgeMethodError {
      try #require(throws: AgeMethodError.self) {
        try FertilityRates(ages: Self.mothers(), rates: rates, per: scale)
      }
    }
    let small = try code([0.005, 0.02, 0.08, 0.1, 0.05, 0.01, 0])
    #expect(small.code == .parameterOutOfRange && small.message.en.contains("women"))
    #expect(try code([5, 20, 80, 100, 50, 10, 0], per: 1).code == .tooLarge)
    #expect(try code([5, 20]).code == .differentTables)
    #expect(try code([5, 20, 80, -1, 50, 10, 0]).code == .negativeRate)
    #expect(try code([5, 20, 80, .nan, 50, 10, 0]).row == 4)
    let open = try #require(throws: AgeMethodError.self) {
      try FertilityRates(
        ages: AgeClassification(["15-44", "45+"].compactMap { AgeGroup(printed: $0) }),
        rates: [50, 1])
    }
    #expect(open.code.rawValue == "unsupported-ages")
    let rates = try FertilityRates(ages: Self.mothers(), rates: [5, 20, 80, 100, 50, 10, 0])
    let ratio = try #require(throws: AgeMethodError.self) {
      try rates.grossReproductionRate(sexRatioAtBirth: 105)
    }
    #expect(ratio.code == .parameterOutOfRange && ratio.message.ja.contains("1.05"))
    let table = try #require(throws: AgeMethodError.self) {
      try rates.netReproductionRate(
        LifeTable(
          ages: AgeClassification(["15-49", "50+"].compactMap { AgeGroup(printed: $0) }),
          personYearsLived: [34, 25], radix: 1), sexRatioAtBirth: 1.05)
    }
    #expect(table.code.rawValue == "unsupported-ages")
  }
}
