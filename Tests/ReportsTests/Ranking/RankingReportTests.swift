import MunicipalModel
import Nationwide
import OpenData
import Rendering
import Reports
import Testing

/// Invented sheets of three municipalities; the second year's rates are stated in the tests.
@Suite("The report of a ranking")
struct RankingReportTests {
  private static func sheet(_ year: Int, _ rows: [String]) throws -> ResidentRegistry {
    let text = """
      \(year)年1月1日住民基本台帳人口・世帯数、\(year - 1)年人口動態（市区町村別）（総計）
      団体コード,都道府県名,市区町村名,人口,人口,人口,世帯数,住民票記載数,住民票記載数,住民票記載数,住民票消除数,住民票消除数,住民票消除数,増減数,社会増減数,社会増減率
      ,,,男,女,計,,転入者数（計）,出生者数,その他（計）,転出者数（計）,死亡者数,その他（計）,,,
      \(rows.joined(separator: "\n"))
      """
    return try ResidentRegistry.read(
      Array(text.utf8), document: DocumentID(rawValue: "sheet-\(year)"))
  }

  private func table() throws -> NationwideTable {
    let before = try Self.sheet(
      2023,
      [
        "310000,鳥取県,,1000,1000,2000,900,0,0,0,0,0,0,0,0,0.00",
        "312011,鳥取県,架空甲市,500,500,1000,450,0,0,0,0,0,0,0,0,0.00",
        "312029,鳥取県,架空乙市,300,300,600,250,0,0,0,0,0,0,0,0,0.00",
        "312037,鳥取県,架空丙市,200,200,400,200,0,0,0,0,0,0,0,0,0.00",
      ])
    let after = try Self.sheet(
      2024,
      [
        "310000,鳥取県,,1005,990,1995,905,60,12,3,50,30,0,-5,13,0.65",
        "312011,鳥取県,架空甲市,510,500,1010,455,30,6,2,15,13,0,10,17,1.70",
        "312029,鳥取県,架空乙市,298,295,593,250,20,4,1,22,10,0,-7,-1,-0.17",
        "312037,鳥取県,架空丙市,197,195,392,200,10,2,0,13,7,0,-8,-3,-0.80",
      ])
    return try NationwideTable([.registry(before), .registry(after)])
  }

  private func report(_ request: RankingReport.Request) throws -> Report {
    try RankingReport.report(table(), request)
  }

  private func rows(_ report: Report, _ key: String) throws -> [[String]] {
    let table = try #require(report.sections.flatMap(\.tables).first { $0.key == key })
    return table.rows.map { $0.cells.map(\.text.en) }
  }

  /// 17 ÷ 1,000, −1 ÷ 600 and −3 ÷ 400 are 1.70, −0.17 and −0.75 %; the last is printed as −0.80.
  @Test func `Ranks stand beside names, and a published rate that differs is shown`() throws {
    let report = try report(RankingReport.Request(measure: .socialChangeRate))
    #expect(
      try rows(report, "ranking") == [
        ["1", "Tottori 架空甲市", "312011", "1,010", "+1.70", "+17", "83.3"],
        ["2", "Tottori 架空乙市", "312029", "593", "-0.17", "-1", "50.0"],
        ["3", "Tottori 架空丙市", "312037", "392", "-0.75", "-3", "16.7"],
      ])
    let differing = try rows(report, "differing_rates")
    #expect(differing.map { Array($0[2...3]) } == [["-0.80", "-0.75"]])
    let checks = try #require(report.sections.first { $0.key == "checks" })
    #expect(checks.introduction[0].en.hasPrefix("3 of 4 published rates agree"))
  }

  /// Who takes the CSV alone learns it from these: 1 rate differs, 丙 ends before its figures, SSDSE-A has
  /// other cities only, and of 甲 1,000 and 10 are not the 1,011 that are printed.
  @Test func `What a report tells of its files is told without it too`() throws {
    let before = try Self.sheet(
      2023, ["312011,鳥取県,架空甲市,500,500,1000,450,0,0,0,0,0,0,0,0,0.00"])
    let after = try Self.sheet(
      2024,
      [
        "312011,鳥取県,架空甲市,511,500,1011,455,30,6,2,15,13,0,10,17,1.80",
        "312037,鳥取県,架空丙市,197,195,392,200,10,2,0,13,7,0,-8,-3,-0.80",
      ])
    let sheetOfNobody = try MoverTable.read(
      Array(
        """
        ,,,,,,,総数,総数
        ,,,,,,,総数,0歳以上
        表章項目,国籍コード,国籍,時間軸コード,時間軸,地域コード,地域,人,人
        転入者数,1,移動者,2024000000,2024年,31201,架空甲市,1,1

        """.utf8), document: "movers")
    let table = try NationwideTable([.registry(before), .registry(after), .movers(sheetOfNobody)])
    let file = try #require(table.files.first)
    #expect(
      table.diagnostics(of: file).filter(\.isWorthTelling).map(\.code.rawValue).contains(
        "stock-differs"))
    let ranking = try MunicipalRanking(table, by: .ageingRate)
    #expect(
      RankingReport.notices(table, ranking).map(\.en) == [
        "movers: not used (Report on Internal Migration, movers by age (e-Stat))",
        "架空丙市 (312037) is not in the table of the year before",
        "Published rates that do not agree with those computed from the year before: 1",
        "Municipalities without a figure: 2 (架空甲市、架空丙市)",
      ])
  }

  /// The prefecture's rate is 13 ÷ 2,000 = 0.65 %, and 1.70 − 0.65 = 1.05.
  @Test func `A city stands beside its prefecture, its places and its peers`() throws {
    var request = RankingReport.Request(measure: .socialChangeRate)
    request.municipalities = [try MunicipalityCode("312011")]
    let report = try report(request)
    let social = try #require(
      try rows(report, "comparison").first { $0[0] == "crude rate of social change" })
    #expect(
      social == [
        "crude rate of social change", "+1.70", "+0.65", "not available", "+1.05", "not available",
      ])
    #expect(try rows(report, "neighbours").map { $0[1] }[0] == "→ Tottori 架空甲市")
    #expect(
      try rows(report, "peers").map { $0[0] }.dropFirst() == ["Tottori 架空乙市", "Tottori 架空丙市"])
    request.municipalities = [try MunicipalityCode("012131")]
    #expect(
      try self.report(request).sections[0].closing[0].en.contains("no municipality of the code"))
  }

  @Test func `The first and the last are shown of many`() throws {
    let report = try report(RankingReport.Request(measure: .population, top: 1))
    #expect(try rows(report, "highest").map { $0[2] } == ["312011"])
    #expect(try rows(report, "lowest").map { $0[2] } == ["312037"])
  }

  /// (1,010 − 1,000) ÷ 1,000 is 1.00 %, (593 − 600) ÷ 600 is −1.17 %.
  @Test func `The wide table has a row a municipality with what its rate is made of`() throws {
    let ranking = try MunicipalRanking(table(), by: .totalChangeRate)
    let lines = RankingReport.table(ranking).csv.split(separator: "\n")
    #expect(
      lines[0] == "measure,period,rank,code,prefecture,municipality,population,value,unit,"
        + "numerator,denominator,percentile,formula,sources")
    #expect(
      lines[1] == "total-change-rate,CY2023,1,312011,鳥取県,架空甲市,1010,1.00,%,10,1000,83.3,"
        + "total change ÷ previous year-end population × 100,sheet-2024:5:14;sheet-2023:5:6")
    #expect(lines[2].hasPrefix("total-change-rate,CY2023,2,312029,鳥取県,架空乙市,593,-1.17,%,-7,600,"))
    #expect(lines.count == 4)
    #expect(RankingReport.table(ranking, top: 1).csv.split(separator: "\n").count == 3)
  }

  @Test func `A population is of its day and stands once`() throws {
    let report = try report(RankingReport.Request(measure: .population))
    #expect(report.title.en == "Municipalities ranked by population, 2024-01-01")
    #expect(try rows(report, "ranking")[0] == ["1", "Tottori 架空甲市", "312011", "1,010", "83.3"])
    let wide = RankingReport.table(try MunicipalRanking(table(), by: .population)).csv
    #expect(
      wide.split(separator: "\n")[1]
        == "population,2024-01-01,1,312011,鳥取県,架空甲市,1010,1010,persons,1010,,83.3,,sheet-2024:5:6")
  }

  @Test(arguments: ReportFormat.allCases, Language.allCases)
  func `Every format and language is written`(format: ReportFormat, language: Language) throws {
    var request = RankingReport.Request(measure: .birthRate)
    request.municipalities = [try MunicipalityCode("312011")]
    let text = format.renderer(language: language).render(try report(request))
    #expect(text.contains("312011"))
    #expect(text.hasSuffix("\n"))
  }
}
