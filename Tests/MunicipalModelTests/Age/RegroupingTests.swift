import MunicipalModel
import Testing

@Suite("Regrouping and people of unknown age")
struct RegroupingTests {
  @Test func `Regrouping then summing changes nothing`() throws {
    let single = try AgeTable(
      .population, ages: .singleYears(openFrom: 100),
      columns: [
        AgeTable.Column(.male, (0...100).map { 1000 - 7 * $0 }, notReported: 11),
        AgeTable.Column(.female, (0...100).map { 900 - 5 * $0 }),
      ])
    let five = try single.regrouped(to: .fiveYearGroups(openFrom: 100))
    let ten = try single.regrouped(to: .tenYearGroups(openFrom: 80))
    let broad = try single.regrouped(to: .broadGroups)
    for table in [five, ten, broad] {
      #expect(table.total == single.total)
      #expect(table.notReported == [11, 0])
    }
    #expect(try five.regrouped(to: ten.ages) == ten)
    #expect(try ten.regrouped(to: ten.ages) == ten)
    #expect(five.counts(of: .male)?.first == 4930.0)
    let twenties = try #require(AgeGroup(20, through: 29))
    #expect(try single.count(of: .female, at: twenties) == ten.count(of: .female, at: twenties))
    #expect(try single.bothSexes().regrouped(to: ten.ages) == ten.bothSexes())
  }

  @Test(arguments: [("0-14 15-64 65+", "10-19"), ("0-4 5+", "0-9")])
  func `Splitting is refused`(target: String, fault: String) throws {
    let groups = target.split(separator: " ").compactMap { AgeGroup(printed: $0) }
    let error = try #require(throws: AgeTableError.self) {
      try AgeTableTests.table().regrouped(to: AgeClassification(groups))
    }
    #expect(error.code == .needsSplitting)
    #expect(error.age?.description == fault)
  }

  @Test(arguments: ["0-9 10-29", "10-29 30+", "0-29 30-39 40+", "0-9"])
  func `Ages left over or not reached are refused`(target: String) throws {
    let groups = target.split(separator: " ").compactMap { AgeGroup(printed: $0) }
    let error = try #require(throws: AgeTableError.self) {
      try AgeTableTests.table().regrouped(to: AgeClassification(groups))
    }
    #expect([.notCovered, .needsSplitting].contains(error.code))
    #expect(error.age != nil)
  }

  /// 国勢調査 2015, 苫小牧市, men: 84,105 of known age and 500 of unknown age make 84,605.
  @Test func `Sharing out keeps the totals of each sex`() throws {
    let table = try AgeTableTests.table(notReported: 13)
    let shared = try table.resolvingAgeNotReported(.proportionalWithinSex)
    #expect(abs(shared.total - table.total) < 1e-9)
    #expect(shared.counts(of: .female).map(Array.init) == [11, 21, 31, 9])
    let share: Double = 13 / 65
    #expect(shared.counts[0] == 10 * (1 + share))
    #expect(!shared.hasAgeNotReported)
    let left = try table.resolvingAgeNotReported(.leftOut)
    #expect(left.total == table.total - 13 && left.counts == table.counts)
  }

  @Test func `Nobody to share out to is refused`() throws {
    let error = try #require(throws: AgeTableError.self) {
      try AgeTableTests.table(male: [0, 0, 0, 0], notReported: 1)
        .resolvingAgeNotReported(.proportionalWithinSex)
    }
    #expect(error.code == .noPopulation && error.sex == .male)
  }

  @Test func `People of unknown age of both sexes are added up`() throws {
    let table = try AgeTable(
      .population, ages: .groups(ofWidth: 10, openFrom: 10),
      columns: [
        AgeTable.Column(.male, [1, 2], notReported: 3),
        AgeTable.Column(.female, [10, 20], notReported: 4),
      ])
    #expect(table.bothSexes().notReported == [7] && table.bothSexes().counts == [11, 22])
    #expect(table.total == 40 && table.bothSexes().total == 40)
  }

  @Test func `One sex and some ages can be taken out`() throws {
    let table = try AgeTableTests.table(notReported: 2)
    #expect(try table.only(.female).counts == [11, 21, 31, 9])
    #expect(throws: AgeTableError.self) { try table.only(.both) }
    let young = try table.only(ages: #require(AgeGroup(0, through: 19)))
    #expect(young.counts == [10, 20, 11, 21] && young.notReported == [2, 0])
    #expect(throws: AgeTableError.self) {
      try table.only(ages: #require(AgeGroup(0, through: 4)))
    }
  }
}
