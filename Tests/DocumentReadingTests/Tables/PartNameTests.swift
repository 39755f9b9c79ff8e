import MunicipalModel
import Testing

@testable import DocumentReading

/// Rows that print only a part of an indicator's name. The tables are made for these tests, in the form of health
/// plans.
struct PartNameTests {
  private func names(_ rows: String, heading: String = "指標,単位,基準値（H30）,目標値（R6）") throws -> [String]
  {
    try TableSample(csv: heading + "\n" + rows).indicators.map(\.name)
  }

  @Test func `Men and women below a measure without figures are parts of it`() throws {
    let table = try TableSample(
      csv: """
        指標,単位,基準値（H30）,目標値（R6）
        健康寿命,年,,
        　男性,,79.1,80.5
        　女性,,83.2,84.5
        特定健診受診率,％,35.1,60
        """)
    #expect(
      table.figures == [
        "健康寿命（男性）: baseline FY2018 79.1, target FY2024 80.5",
        "健康寿命（女性）: baseline FY2018 83.2, target FY2024 84.5",
        "特定健診受診率: baseline FY2018 35.1, target FY2024 60",
      ])
    #expect(table.indicators.map(\.unit) == ["年", "年", "%"])
    #expect(table.findings.isEmpty)
  }

  @Test func `A part of a measure with figures has its name too`() throws {
    let rows = "図書貸出冊数（冊）,,500,550\nうち児童書,,150,170\n講座数（回）,,3,5"
    #expect(try names(rows) == ["図書貸出冊数", "図書貸出冊数（うち児童書）", "講座数"])
  }

  @Test(arguments: ["20代", "（2）20～29歳", "65歳以上", "・女性", "うち外国人", "（再掲）女性", "5歳児"])
  func `Ages, sexes and what is said to be among others are parts`(name: String) {
    #expect(PartNames.isPart(name))
  }

  @Test(arguments: [
    "女性管理職の割合", "18歳未満人口", "男女共同参画に関する講座数", "内科医数", "（1）講座数", "20代の満足度", "人口（人）", "社",
  ])
  func `Names that only begin so are whole`(name: String) {
    #expect(!PartNames.isPart(name))
  }

  @Test func `A unit alone is that of the same service`() throws {
    let rows = "居宅介護（時間）,,1200,1300\n（人）,,60,64"
    let table = try TableSample(csv: "指標,単位,基準値（H30）,目標値（R6）\n" + rows)
    #expect(table.indicators.map(\.name) == ["居宅介護", "居宅介護"])
    #expect(table.indicators.map(\.unit) == ["時間", "人"])
  }

  @Test func `A part that nothing names is told`() throws {
    let table = try TableSample(csv: "指標,単位,基準値（H30）,目標値（R6）\n男性,年,79.1,80.5\n講座数,回,3,5")
    #expect(table.findings == ["part-without-measure 2:1"])
  }

  @Test func `A column of parts names them`() throws {
    let table = try TableSample(
      csv: """
        指標,区分,基準値（H30）,目標値（R6）
        高齢化率（％）,市,33.0,36
        ,県,31.0,35
        就業率（％）,市,58,62
        """)
    #expect(
      table.figures == [
        "高齢化率（市）: baseline FY2018 33.0, target FY2024 36",
        "高齢化率（県）: baseline FY2018 31.0, target FY2024 35",
        "就業率（市）: baseline FY2018 58, target FY2024 62",
      ])
  }

  // MARK: Rows of a sheet with one cell

  @Test func `A title between rows is glued to no name`() throws {
    let table = try TableSample(
      csv: """
        指標,単位,基準値（H30）,目標値（R6）
        雇用の創出,,,
        創業支援件数,件,10,20
        新規雇用者数,人,100,150
        移住の促進,,,
        移住者数,人,30,60
        """)
    #expect(table.indicators.map(\.name) == ["創業支援件数", "新規雇用者数", "移住者数"])
    #expect(table.indicators.map(\.theme) == ["雇用の創出", "雇用の創出", "移住の促進"])
    #expect(table.notes.allSatisfy { $0.severity != .error })
  }

  @Test func `A name that is not whole goes on in the next row`() throws {
    let rows = "子育て環境に,％,62.5,75\n満足する市民の割合,,,\n創業支援件数,件,10,20"
    #expect(try names(rows) == ["子育て環境に満足する市民の割合", "創業支援件数"])
    let above = "子育て環境に満足する,,,\n市民の割合,％,62.5,75\n創業支援件数,件,10,20"
    #expect(try names(above) == ["子育て環境に満足する市民の割合", "創業支援件数"])
  }

  @Test func `A title that ends in a particle is glued to no name below it`() throws {
    for title in ["誰もが輝くまちへ", "いきいきと", "元気で"] {
      let table = try TableSample(
        csv: "指標,単位,基準値（H30）,目標値（R6）\n創業支援件数,件,10,20\n\(title),,,\n健診受診率,％,40,60")
      #expect(table.indicators.map(\.name) == ["創業支援件数", "健診受診率"])
      #expect(table.indicators.map(\.theme) == ["", title])
      #expect(table.findings == ["lone-row 3:1"])
    }
  }

  @Test func `A name joined over two rows is told`() throws {
    let heading = "指標,単位,基準値（H30）,目標値（R6）\n"
    let below = try TableSample(csv: heading + "子育て環境に,％,62.5,75\n満足する市民の割合,,,")
    #expect(below.findings == ["lone-row 3:1"])
    #expect(below.notes.first?.message.ja.contains("「子育て環境に満足する市民の割合」") == true)
    let above = try TableSample(csv: heading + "子育て環境に満足する,,,\n市民の割合,％,62.5,75")
    #expect(above.findings == ["lone-row 2:1"])
  }

  // MARK: Other nodes

  @Test func `Men below another theme are none of the last measure`() throws {
    let table = try TableSample(
      csv: """
        項目,指標,単位,基準値（H30）,目標値（R6）
        健康寿命の延伸,健康寿命,年,79.1,80.5
        ,女性,,83.2,84.5
        喫煙率,男性,％,30,20
        ,女性,％,9,5
        """)
    #expect(
      table.figures == [
        "健康寿命: baseline FY2018 79.1, target FY2024 80.5",
        "健康寿命（女性）: baseline FY2018 83.2, target FY2024 84.5",
        "喫煙率（男性）: baseline FY2018 30, target FY2024 20",
        "喫煙率（女性）: baseline FY2018 9, target FY2024 5",
      ])
    #expect(table.indicators.map(\.unit) == ["年", "年", "%", "%"])
  }

  @Test func `A theme that is printed again leaves the measure`() throws {
    let table = try TableSample(
      csv: """
        項目,指標,単位,基準値（H30）,目標値（R6）
        健康づくり,健康寿命,年,79.1,80.5
        健康づくり,男性,,78.0,79.0
        """)
    #expect(table.indicators.map(\.name) == ["健康寿命", "健康寿命（男性）"])
  }

  @Test(arguments: ["うちわ販売額", "うちエコ診断件数", "（うちわ）販売額", "うち"])
  func `Words that begin like among are whole names`(name: String) {
    #expect(!PartNames.isPart(name))
  }

  @Test(arguments: ["うち、女性", "うち 児童書", "（うち外国人）", "・うち65歳以上", "うち（再掲）", "うち６５歳以上"])
  func `Among is told by what stands behind it`(name: String) {
    #expect(PartNames.isPart(name))
  }

  @Test func `Fans are no part of the visitors above them, nor counted in persons`() throws {
    let table = try TableSample(
      csv: "指標,単位,基準値（H30）,目標値（R6）\n観光客数,人,5000,6000\nうちわ販売額,,300,400")
    #expect(table.indicators.map(\.name) == ["観光客数", "うちわ販売額"])
    #expect(table.indicators.map(\.unit) == ["人", ""])
  }
}
