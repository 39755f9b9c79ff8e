import MunicipalModel
import Testing

@testable import DocumentReading

struct TransposedTableTests {
  /// The table is made for this test.
  @Test func `Indicators side by side, with what the rows hold at their left`() throws {
    let table = try TableSample(
      csv: """
        効果検証シート
        区分,移住者数,空き家の成約数
        単位,人,件
        基準値（R1）,57,12
        実績値（R4）,81,-
        目標値（R6）,100,25
        達成率,81.0%,
        担当課,企画課,建築課
        """)
    #expect(
      table.figures == [
        "移住者数: baseline FY2019 57, actual FY2022 81, target FY2024 100, achievement FY2022 81.0",
        "空き家の成約数: baseline FY2019 12, actual FY2022 -, target FY2024 25, achievement FY2022 -",
      ])
    #expect(table.indicators.map(\.unit) == ["人", "件"])
    #expect(table.indicators.first?.figures.first?.citation.line == 5)
    #expect(table.indicators.first?.figures.first?.citation.cell == 2)
    #expect(table.findings == [])
  }

  /// 教育・保育に係る量の見込み及びその提供体制の確保方策（実績） (expydoc.com/doc/10553211).
  @Test func `Names on two lines, and what follows from others`() throws {
    let table = try TableSample(
      csv: """
        （単位：人）
        ,1号認定,,,2号認定,
        ,量の見込み①,確保方策②,③（②-①）,量の見込み④,確保方策⑤
        計画値,"6,030","10,725","4,695","23,258","20,239"
        実績値,-,"11,622","5,592",-,"19,102"
        差（実績-計画）,-,897,-,-,"▲1,137"
        """)
    #expect(
      table.figures == [
        "1号認定 量の見込み①: target - 6030, actual - -",
        "1号認定 確保方策②: target - 10725, actual - 11622",
        "2号認定 量の見込み④: target - 23258, actual - -",
        "2号認定 確保方策⑤: target - 20239, actual - 19102",
      ])
    #expect(table.indicators.map(\.unit) == ["人", "人", "人", "人"])
    #expect(table.findings.filter { $0.hasPrefix("derived") }.count == 2)
  }

  @Test(arguments: [
    "区分,内容,備考\n目標,移住を増やす,毎年\n実績,相談会,2回",  // words
    "区分,移住者数,成約数\n実績値（R3）,10,20\n実績値（R4）,11,21",  // no target
    "区分,移住者数,成約数\n目標値,10,20\nその他,11,21",  // nothing beside the target
  ])
  func `Other tables are none`(text: String) throws {
    #expect(try TableSample(csv: "見出し\n\n" + text).figures == [])
  }

  /// The sheet is made for this test.
  @Test func `The figures of one indicator beside their names`() throws {
    let table = try TableSample(
      csv: """
        事業名,移住促進事業,,
        指標名,移住相談件数,単位,件
        基準値（R1）,120,目標値（R6）,200
        実績値（R4）,164,達成率,82.0%
        担当課,企画課,,

        事業名,空き家活用事業,,
        成果指標,空き家登録件数,単位,件
        基準値（R1）,31,目標値（R6）,60
        """)
    #expect(
      table.figures == [
        "移住相談件数: baseline FY2019 120, target FY2024 200, actual FY2022 164, achievement FY2022 82.0",
        "空き家登録件数: baseline FY2019 31, target FY2024 60",
      ])
    #expect(table.indicators.map(\.unit) == ["件", "件"])
  }

  /// 常総市, 審議会等における女性の登用状況 (city.joso.lg.jp, page001130.html).
  @Test func `A year a row and an indicator a column, as the layout says`() throws {
    let text = """
      これまでの登用状況
      年度\t180条の5に基づく委員会等\t202条の3に基づく審議会等\t備　考（調査時点）
      平成18（2006）年度\t9.3 %\t19.3 %\t平成18年4月1日時点
      平成19（2007）年度\t10.5 %\t19.6 %\t平成19年4月1日時点
      平成20（2008）年度\t14.3 %\t18.8 %\t平成20年4月1日時点
      """
    let table = try TableSample(text, #"{ "years_down": ["年度"] }"#)
    #expect(
      table.figures == [
        "180条の5に基づく委員会等: actual FY2006 9.3, actual FY2007 10.5, actual FY2008 14.3",
        "202条の3に基づく審議会等: actual FY2006 19.3, actual FY2007 19.6, actual FY2008 18.8",
      ])
    #expect(Set(table.notes.map(\.code.rawValue)) == ["years-as-actual", "unknown-column"])
    #expect(try TableSample(text).figures == [])
    let draft = LayoutDraft(of: try DocumentText(id: "joso", text: text))
    #expect(draft.layout.yearsDown == ["年度"])
    #expect(draft.guesses.map(\.member) == ["years_down[0]"])
    #expect(draft.json.contains("years_down"))
  }

  /// 会津若松市 (data.data4citizen.jp, f0f5cd52-722e-4c09-8448-52378e158fa8): births a day are no births.
  @Test func `The corner may stand behind a column of ids, and names may begin with a figure`()
    throws
  {
    let table = try TableSample(
      "_id\tyear\tbirth_per_day\tdeath_per_day\n1\t年\t１日の出生（人）\t１日の死亡（人）\n2\t2010\t2.8\t3.4\n3\t2011\t2.8\t3.6\n",
      #"{ "years_down": ["年"] }"#)
    #expect(
      table.figures == [
        "１日の出生: actual FY2010 2.8, actual FY2011 2.8",
        "１日の死亡: actual FY2010 3.4, actual FY2011 3.6",
      ])
    #expect(table.indicators.map(\.unit) == ["人", "人"])
  }

  @Test(arguments: [
    "指標名,移住者数,単位,人\n目標値,増やす,実績値,3",  // words in place of a figure
    "指標名,移住者数,単位,人\n目標値,20,備考,毎年",  // one figure alone
  ])
  func `Other forms are none`(text: String) throws {
    #expect(try TableSample(csv: "見出し\n\n" + text).figures == [])
  }
}
