import Testing

/// Figures and years in brackets, in tables of indicators.
struct BracketedFigureTests {
  /// 栄町, 平成17年度行財政改革推進状況 (town.sakae.chiba.jp/page/page000136.html).
  @Test func `A heading says what the figures in brackets are`() throws {
    let table = try TableSample(
      """
      項目\t平成19年度目標値（ ）内は17年度目標値\t平成17年度実績
      町税収納率\t91.3パーセント以上（90.6パーセント）\t90.6パーセント
      職員削減数\t16人（6人）\t12人
      財政調整基金残高\t1億円以上\t7,235万8千円
      """)
    #expect(
      table.figures == [
        "町税収納率: target FY2007 91.3, actual FY2005 90.6, target FY2005 90.6",
        "職員削減数: target FY2007 16, actual FY2005 12, target FY2005 6",
        "財政調整基金残高: target FY2007 1, actual FY2005 72358000, target FY2005 -",
      ])
  }

  /// 長崎市, 施策評価 (expydoc.com/doc/11094804).
  @Test func `A year in brackets is of the era of the columns`() throws {
    let table = try TableSample(
      """
      指標名\t基準値（時期）\t区分\tH23\tH27
      取り組んでいる地区数\t4地区(22年度)\t目標値\t6\t8
      \t\t実績値\t6\t7
      """)
    #expect(table.figures.first?.contains("baseline FY2010 4") == true)
    #expect(table.findings.contains("assumed-era 2:2"))
    let undated = try TableSample("指標名\t基準値\t目標値\n地区数\t4地区(22年度)\t8地区\n")
    #expect(undated.figures == ["地区数: baseline - 4, target - 8"])
  }
}
