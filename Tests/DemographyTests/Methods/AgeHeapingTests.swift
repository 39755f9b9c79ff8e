import Demography
import MunicipalModel
import Testing

@Suite("Age heaping")
struct AgeHeapingTests {
  /// Men by single years 0 to 99 in the spreadsheet SINGAGE of the U.S. Census Bureau's PAS, as DemoTools has them.
  static let men: [Double] = [
    80626, 95823, 104315, 115813, 100796, 105086, 97266, 116328, 75984, 89982, 95525, 56973, 78767,
    65672, 53438, 85014, 47600, 64363, 42195, 42262, 73221, 30080, 34391, 29072, 20531, 66171,
    24029, 44227, 24128, 23599, 82088, 16454, 22628, 17108, 12531, 57325, 17220, 28425, 16206,
    17532, 65976, 11593, 15828, 13541, 8133, 44696, 11165, 18543, 12614, 12041, 55798, 9324, 10772,
    10453, 6773, 28358, 9916, 13348, 8039, 7583, 42470, 5288, 5317, 6582, 3361, 17949, 3650, 5873,
    3279, 3336, 27368, 1965, 2495, 2319, 1335, 12022, 1401, 1668, 1360, 1185, 9167, 424, 568, 462,
    282, 6206, 343, 409, 333, 291, 4137, 133, 169, 157, 89, 2068, 68, 81, 66, 57,
  ]

  static func table(_ counts: [Double], sex: Sex = .male) throws -> AgeTable {
    try AgeTable(
      .population,
      ages: AgeClassification(counts.indices.compactMap { AgeGroup(singleYear: $0) }),
      columns: [AgeTable.Column(sex, counts)])
  }

  /// The spreadsheet prints 2.34, to a base of 1; DemoTools' reference has 2.33873.
  @Test func `Whipple's index of the Census Bureau's example`() throws {
    let heaping = try AgeHeaping(Self.table(Self.men))
    #expect(abs(try heaping.whippleIndex() - 233.873) < 0.001)
    #expect(abs(try heaping.whippleIndex(from: 25, through: 60) / 100 - 2.34) < 0.005)
  }

  /// The spreadsheet prints 47.46 for 10 to 89, the deviations not halved; DemoTools' reference has 47.46004, and 23.62787 and
  /// (23 to 82) 29.7444 by Myers' own blend.
  @Test func `Myers' index of the Census Bureau's example`() throws {
    let heaping = try AgeHeaping(Self.table(Self.men), sex: .male)
    #expect(abs(try heaping.myersIndex(blend: .wholeRange) * 2 - 47.46004) < 0.00001)
    #expect(abs(try heaping.myersIndex() - 23.62787) < 0.00001)
    let other = try heaping.myersIndex(from: 23, through: 82)
    #expect(abs(other - 29.7444) < 0.0001)
    let shares = try heaping.digitShares()
    #expect(abs(shares.reduce(0, +) - 100) < 1e-9)
    #expect(shares.max() == shares[0] && shares[5] > 10 && shares[9] < 10)
  }

  @Test func `No preference, and nothing but one`() throws {
    let even = try AgeHeaping(Self.table(Array(repeating: 10, count: 100)))
    #expect(abs(try even.whippleIndex() - 100) < 1e-9)
    #expect(try even.myersIndex() < 1e-9)
    // Blended sums of 71 to 80: half of 25 ÷ 755 × 100.
    #expect(abs(try even.myersIndex(blend: .wholeRange) - 1_250.0 / 755) < 1e-9)
    let round = try AgeHeaping(Self.table((0..<100).map { $0 % 10 == 0 ? 10 : 0 }))
    #expect(abs(try round.myersIndex() - 90) < 1e-9)
    #expect(abs(try round.digitShares()[0] - 100) < 1e-9)
    let fives = try AgeHeaping(Self.table((0..<100).map { $0 % 5 == 0 ? 10 : 0 }))
    #expect(abs(try fives.whippleIndex() - 500) < 1e-9)
  }

  @Test func `Each sex, and both together`() throws {
    let even = Array(repeating: 10.0, count: 100)
    let both = try AgeTable(
      .population, ages: Self.table(even).ages,
      columns: [AgeTable.Column(.male, Self.men), AgeTable.Column(.female, even)])
    #expect(abs(try AgeHeaping(both, sex: .female).whippleIndex() - 100) < 1e-9)
    #expect(abs(try AgeHeaping(both, sex: .male).whippleIndex() - 233.873) < 0.001)
    let sum = zip(Self.men, even).map { $0 + $1 }
    #expect(
      try AgeHeaping(both).myersIndex() == AgeHeaping(Self.table(sum)).myersIndex())
    let error = try #require(throws: AgeMethodError.self) {
      try AgeHeaping(Self.table(even), sex: .female)
    }
    #expect(error.code == .missingSex)
  }

  @Test func `Ranges that the indices do not have are refused`() throws {
    let heaping = try AgeHeaping(Self.table(Array(repeating: 10, count: 70)))
    func code(_ compute: () throws -> Double) throws -> String {
      try #require(throws: AgeMethodError.self) { _ = try compute() }.code.rawValue
    }
    #expect(
      try code { try heaping.whippleIndex(from: 23, through: 62) } == "parameter-out-of-range")
    #expect(
      try code { try heaping.whippleIndex(from: 60, through: 25) } == "parameter-out-of-range")
    #expect(try code { try heaping.whippleIndex(from: 25, through: 70) } == "not-covered")
    #expect(try code { try heaping.myersIndex(from: 10, through: 88) } == "parameter-out-of-range")
    #expect(try code { try heaping.myersIndex(from: 10, through: 19) } == "parameter-out-of-range")
    #expect(try code { try heaping.myersIndex() } == "not-covered")
    let nobody = try AgeHeaping(Self.table(Array(repeating: 0, count: 100)))
    #expect(try code { try nobody.whippleIndex() } == "denominator-not-positive")
    #expect(try code { try nobody.myersIndex() } == "denominator-not-positive")
    let groups = try AgeHeaping(
      AgeTable(
        .population, ages: .fiveYearGroups(openFrom: 90),
        columns: [AgeTable.Column(.both, Array(repeating: 10.0, count: 19))]))
    #expect(try code { try groups.myersIndex() } == "needs-splitting")
  }
}
