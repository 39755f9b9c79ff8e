import MunicipalModel
import Testing

@Suite("Ages as ranges, texts as literals, messages of errors")
struct AgeGroupRangeTests {
  @Test func `A range is a group without an optional`() throws {
    #expect(try AgeGroup.ages(20...24).description == "20-24")
    #expect(try AgeGroup.ages(7...7).description == "7")
    #expect(try AgeGroup.ages(85...).description == "85+")
    #expect(try AgeGroup.ages(0...150).width == 151)
    for age in [-1, 151] {
      let closed = #expect(throws: AgeTableError.self) {
        try AgeGroup.ages(min(age, 0)...max(age, 0))
      }
      #expect(closed?.code == .unreadableAge)
      #expect(throws: AgeTableError.self) { try AgeGroup.ages(age...) }
    }
    let table = try AgeTable(
      .population, ages: .tenYearGroups(openFrom: 30),
      columns: [AgeTable.Column(.female, [1, 2, 3, 4])])
    #expect(try table.count(of: .female, at: .ages(10...29)) == 5)
    #expect(try table.count(of: .female, at: .ages(30...)) == 4)
  }

  @Test func `A literal reads the same in both languages`() {
    let text: LocalizedText = "Ecuador"
    #expect(text == LocalizedText(ja: "Ecuador", en: "Ecuador"))
  }

  @Test func `Errors of periods and codes are told in both languages`() throws {
    for (text, code) in [
      ("平成100年", PeriodError.Code.yearOutsideEra), ("平成30年（2017年）", .contradictoryYears),
      ("令和5年2月30日", .impossibleDate), ("なし", .unreadable),
    ] {
      let error = try #require(throws: PeriodError.self) { try Period(parsing: text) }
      #expect(error.code == code && error.message.ja.contains(text))
      #expect(
        !error.message.ja.contains(code.rawValue) && !error.message.en.contains(code.rawValue))
    }
    let error = try #require(throws: MunicipalityCodeError.self) { try MunicipalityCode("012132") }
    #expect(error.message.ja.contains("検査数字") && error.message.en.contains("check digit"))
  }
}
