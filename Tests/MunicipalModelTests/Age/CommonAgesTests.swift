import MunicipalModel
import Testing

/// The finest groups that several classifications have in common.
@Suite("Ages that tables have in common")
struct CommonAgesTests {
  private func ages(_ codes: String) throws -> AgeClassification {
    try AgeClassification(codes.split(separator: " ").compactMap { AgeGroup(printed: $0) })
  }

  @Test(arguments: [
    // Closed tables that end at 84 and at 89 have nothing in common above 84.
    ("75-79 80-84", "75-79 80-84 85-89", "75-79 80-84"),
    ("75-79 80-84 85-89", "75-79 80-84", "75-79 80-84"),
    ("60-74 75-84", "60-74 75-79 80-84 85-89", "60-74 75-84"),
    // 80–89 cannot be cut at 84, and neither can 80+.
    ("75-79 80-84", "75-79 80-89", "75-79"), ("75-79 80-84", "75-79 80+", "75-79"),
    ("75-79 80-84 85+", "75-79 80+", "75-79 80+"),
    ("70-79 80+", "70-74 75-79 80-84 85+", "70-79 80+"),
    // What begins later has nothing in common below.
    ("10-14 15+", "0-9 10-14 15-19 20+", "10-14 15+"),
  ])
  func `Groups that need no splitting`(one: String, other: String, common: String) throws {
    let pair = [try ages(one), try ages(other)]
    let found = try AgeClassification.common(pair)
    #expect(found.groups.map(\.description).joined(separator: " ") == common)
    #expect(try AgeClassification.common(pair.reversed()) == found)
    for classification in pair {
      for group in found.groups {
        #expect(throws: Never.self) { try classification.indices(of: group) }
      }
    }
  }

  @Test(arguments: [("0-4 5-9", "1-3 4-9"), ("0-4", "5-9"), ("0-9", "5-14")])
  func `Nothing in common is refused`(one: String, other: String) throws {
    let error = try #require(throws: AgeTableError.self) {
      try AgeClassification.common([ages(one), ages(other)])
    }
    #expect(error.code == .noRows)
    #expect(throws: AgeTableError.self) { try AgeClassification.common([]) }
  }

  @Test func `One classification is its own`() throws {
    let ages = try ages("0 1-4 5-14 15+")
    #expect(try AgeClassification.common([ages]) == ages)
  }
}
