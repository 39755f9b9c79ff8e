import MunicipalModel
import Testing

@testable import DocumentReading

/// What stands in brackets behind the items of a population table. The documents are made for these tests.
struct PopulationBracketTests {
  private func read(_ item: String) throws -> (figures: [String], notes: [String]) {
    try PopulationSample.read("年\t年末人口\t婚姻\t\(item)\n令和3年\t4,225\t9\t16\n令和4年\t4,110\t7\t12\n")
  }

  @Test(
    arguments: [
      "死亡（65歳以上）", "死亡（がん）", "転入（県外から）", "転出（道外へ）", "出生（第2子以降）", "出生（うち男）", "総人口（15歳以上）",
      "人口（外国人を除く）", "世帯数（外国人世帯を除く）", "老年人口（75歳以上）", "人口増減（5年間）", "人口増減数（対5年前）", "世帯数（高齢者のみ）",
      "転入【県内】", "人口（人）（DID地区）",
    ])
  func `Words that narrow an item are told, and it is not read`(item: String) throws {
    let (figures, notes) = try read(item)
    #expect(figures == ["CY2021 year_end_population 4225", "CY2022 year_end_population 4110"])
    #expect(notes.contains { ["part-not-read 1", "other-area 1"].contains($0) })
  }

  @Test(
    arguments: [
      "出生（人）", "出生（単位：人）", "出生（※1）", "出生（注1）", "出生（A）", "出生（①）", "出生（自然増）", "出生（年間）",
      "死亡（人口動態統計、人）",
      "自然増減（出生－死亡）", "自然増減（A-B）", "自然増減（△は減少）", "社会増減（転入－転出）", "人口増減（対前年）", "総人口（国勢調査）",
      "人口（住民基本台帳）", "人口（名寄市）", "人口（外国人を含む）", "人口（総数）", "老年人口（65歳以上）", "年少人口（0～14歳）", "年少人口（15歳未満）",
      "生産年齢人口（15～64歳）", "生産年齢人口（15歳以上65歳未満）", "世帯数（世帯）", "転入（その他を含む）", "転出（確定値）",
    ])
  func `Words that leave an item as it is are passed`(item: String) throws {
    let (figures, notes) = try read(item)
    #expect(figures.count == 4)
    #expect(!notes.contains { $0.hasPrefix("part-not-read") })
  }

  @Test(
    arguments: [
      ("人口（10月1日現在）", "2021-10-01"), ("人口（各年10月1日）", "2021-10-01"), ("人口（年度末）", "2022-03-31"),
      ("人口（年度末現在）", "2022-03-31"), ("世帯数（3月末）", "2021-03-31"), ("人口（人、9月末現在）", "2021-09-30"),
      ("年末人口（12月31日）", "CY2021"), ("人口（人）", "CY2021"),
    ])
  func `A day in the brackets is that of the stock`(item: String, period: String) throws {
    let down = try PopulationSample.read("年\t出生\t\(item)\n令和3年\t16\t4,225\n令和4年\t12\t4,110\n")
    #expect(down.figures.first == "CY2021 births 16")
    #expect(down.figures.dropFirst().first?.hasPrefix("\(period) ") == true)
    let across = try PopulationSample.read("区分\t令和3年\t令和4年\n出生\t16\t12\n\(item)\t4,225\t4,110\n")
    #expect(across.figures.contains { $0.hasPrefix("\(period) ") && $0.hasSuffix(" 4225") })
  }

  @Test func `The end of a month in a fiscal year is of that year`() throws {
    let (figures, _) = try PopulationSample.read(
      "年度\t出生\t人口（3月末）\n令和3年度\t16\t4,225\n令和4年度\t12\t4,110\n")
    #expect(figures.contains("2022-03-31 total_population 4225"))
  }
}
