import MunicipalModel
import Testing

@Suite("Age groups")
struct AgeGroupTests {
  @Test(arguments: [
    ("0～4歳", "0-4"), ("0〜4歳", "0-4"), ("０～４歳", "0-4"), ("0-4", "0-4"), ("0–4", "0-4"),
    ("0歳～4歳", "0-4"), ("5 ~ 9 歳", "5-9"), ("10−14", "10-14"), ("15 to 19", "15-19"),
    ("5-9 years", "5-9"), ("85歳以上", "85+"), ("８５歳以上", "85+"), ("85以上", "85+"),
    ("100+", "100+"), ("100＋", "100+"), ("85歳～", "85+"), ("90 years and over", "90+"),
    ("20歳代", "20-29"), ("20代", "20-29"), ("２０代", "20-29"), ("10代", "10-19"),
    ("20～30代", "20-39"), ("20歳代～30歳代", "20-39"), ("20～30歳代", "20-39"),
    ("15歳未満", "0-14"), ("under 15", "0-14"), ("14歳以下", "0-14"), ("65歳以上75歳未満", "65-74"),
    ("0歳", "0"), ("7", "7"), ("満20歳", "20"), ("100才以上", "100+"), ("30ー34", "30-34"),
    ("0～5歳未満", "0-4"), ("0歳から15歳未満", "0-14"), ("15歳以上65歳未満", "15-64"), ("0歳以上5歳未満", "0-4"),
    ("10代～20代", "10-29"), ("below 5 years", "0-4"), ("aged 65 and over", "65+"),
  ])
  func `Printed groups are read`(text: String, code: String) throws {
    let group = try #require(AgeGroup(printed: text))
    #expect(group.description == code)
  }

  @Test(arguments: [
    "", "歳", "4～0歳", "-5", "0--4", "25代", "20歳位", "200歳", "1000+", "0-4-9", "0歳未満",
    "九十歳", "0-4x", "+", "999999999999999999999", "85歳以上未満", "20歳代以上", "20代～35歳",
  ])
  func `What is no group is refused`(text: String) throws {
    #expect(AgeGroup(printed: text) == nil)
    let error = try #require(throws: AgeTableError.self) {
      try AgeLabel(printed: text, row: 12)
    }
    #expect(error.code == .unreadableAge)
    #expect(error.row == 12)
    #expect(error.text == text)
  }

  @Test(arguments: [
    ("年齢不詳", AgeLabel.notReported), ("不詳", .notReported), ("Age not reported", .notReported),
    ("総数", .allAges), ("Total", .allAges), ("計", .allAges),
  ])
  func `Rows that are no group have their own meaning`(text: String, label: AgeLabel) throws {
    #expect(try AgeLabel(printed: text) == label)
  }

  @Test func `Impossible ages are no group`() {
    #expect(AgeGroup(-1, through: 4) == nil)
    #expect(AgeGroup(5, through: 4) == nil)
    #expect(AgeGroup(0, through: 151) == nil)
    #expect(AgeGroup(.min, through: .max) == nil)
    #expect(AgeGroup(andOver: .max) == nil)
    #expect(AgeGroup(singleYear: 20)?.aged(by: .max) == nil)
    #expect(AgeGroup(singleYear: 20)?.aged(by: .min) == nil)
    #expect(AgeGroup(20, through: 24)?.aged(by: .max - 20) == nil)
  }

  @Test func `Groups age, contain and overlap`() throws {
    let twenties = try #require(AgeGroup(20, through: 29))
    let early = try #require(AgeGroup(20, through: 24))
    let old = try #require(AgeGroup(andOver: 85))
    #expect(twenties.contains(early))
    #expect(!early.contains(twenties))
    #expect(early.aged(by: 5)?.description == "25-29")
    #expect(early.aged(by: -5)?.description == "15-19")
    #expect(old.aged(by: 5)?.description == "90+")
    #expect(old.upperAge == nil && old.width == nil && early.width == 5)
    #expect(old.contains(age: 120) && !old.contains(age: 84))
    #expect(!twenties.overlaps(old))
    #expect(old.label.ja == "85歳以上" && early.label.ja == "20～24歳")
    #expect(early < twenties && twenties < old)
  }

  @Test func `Groups and classifications survive JSON`() throws {
    let ages = try AgeClassification.fiveYearGroups(openFrom: 85)
    #expect(try throughJSON(ages) == ages)
    #expect(throws: (any Error).self) { try decoded(AgeGroup.self, from: "\"0～4歳\"") }
    #expect(throws: (any Error).self) {
      try decoded(AgeClassification.self, from: "[\"0-4\",\"10-14\"]")
    }
  }

  @Test(arguments: [(1, 100, 101), (5, 85, 18), (10, 80, 9), (5, 0, 1)])
  func `Equal groups are made`(width: Int, openFrom: Int, count: Int) throws {
    let ages = try AgeClassification.groups(ofWidth: width, openFrom: openFrom)
    #expect(ages.count == count)
    #expect(ages.openGroup?.lowerAge == openFrom)
  }

  @Test(arguments: [(5, 83), (0, 80), (-5, 80), (5, 200), (.max, 80), (.min, 5), (5, -5)])
  func `Uneven groups are refused`(width: Int, openFrom: Int) throws {
    let error = try #require(throws: AgeTableError.self) {
      try AgeClassification.groups(ofWidth: width, openFrom: openFrom)
    }
    #expect(error.code == .unsupportedAges)
  }

  @Test(arguments: [
    ("男", Sex.male), ("女性", .female), ("Male", .male), ("ｆ", .female), ("男女計", .both),
  ])
  func `Sexes are read`(text: String, sex: Sex) {
    #expect(Sex(printed: text) == sex)
    #expect(Sex(printed: "不明") == nil)
  }
}
