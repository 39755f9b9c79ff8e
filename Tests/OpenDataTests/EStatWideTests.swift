import MunicipalModel
import TestSupport
import Testing

@testable import OpenData

/// Tables in the form in which the pages of e-Stat give them; the figures are invented.
@Suite("e-Stat with classes side by side")
struct EStatWideTests {
  static let text = """
    "表題：","都道府県・市区町村のすがた（社会・人口統計体系）"
    "公開日：","2022年06月21日"

    "***","調査又は集計していないもの"
    "-","データが得られないもの"
    "X","数値が秘匿されているもの"

    "","","","","/項目 コード","A1101","","A1303",""
    "調査年 コード","調査年","地域 コード","地域","/項目","A1101_総人口【人】","注釈","A1303_65歳以上人口【人】","注釈"
    "2015100000","2015年度","31201","鳥取県 架空鳥取市","","193,717","","50,861","推計"
    "2015100000","2015年度","31202","鳥取県 架空米子市","","149,313","","***",""
    "2020100000","2020年度","31201","鳥取県 架空鳥取市","","188,465","","X",""

    """

  private func read(_ text: String) throws -> EStatTable {
    try EStatTable.read(Array(text.utf8), document: "wide")
  }

  @Test func `Each item, area and year has its figure and its cell`() throws {
    let table = try read(Self.text)
    #expect(table.diagnostics == [])
    #expect(table.formatName == OpenDataFormat.estatWide.name)
    #expect(table.information.title == "都道府県・市区町村のすがた（社会・人口統計体系）")
    #expect(table.dimensions.map(\.id) == ["time", "area", "cat01"])
    let population = table.figures(.population)
    #expect(population.map(\.area.name) == ["架空鳥取市", "架空米子市", "架空鳥取市"])
    #expect(population.compactMap(\.reading.wholeNumber) == [193_717, 149_313, 188_465])
    #expect(population.map(\.period) == [.fiscalYear(2015), .fiscalYear(2015), .fiscalYear(2020)])
    #expect(population[2].citation.line == 12 && population[2].citation.cell == 6)
    let elderly = table.figures(.elderly)
    #expect(elderly.map(\.reading.status) == ["value", "not_available", "withheld"])
    #expect(table.value(at: 1)?.annotation == "推計")
    #expect(table.unit(at: 0) == "人")
  }

  @Test func `Years may stand side by side, and several dimensions`() throws {
    let years = """
      "","","","","/調査年 コード","2015100000","2020100000"
      "項目 コード","項目","地域 コード","地域","/調査年","2015年度","2020年度"
      "A1101","A1101_総人口","31201","鳥取県 架空鳥取市","","193717","188465"

      """
    let table = try read(years)
    #expect(table.figures(.population).map(\.period) == [.fiscalYear(2015), .fiscalYear(2020)])
    let two = """
      "","","/男女 コード","1","","2",""
      "","","/男女","男","","女",""
      "","","/年齢 コード","10","20","10","20"
      "全国・都道府県・市区町村 コード","全国・都道府県・市区町村","/年齢","15歳未満","15歳以上","15歳未満","15歳以上"
      "31201","鳥取県 架空鳥取市","","1","2","3","4"

      """
    let ages = try read(two).ageTable(.population, where: ["area": "31201"])
    #expect(ages.sexes == [.male, .female] && ages.counts == [1, 2, 3, 4])
  }

  @Test func `Damaged rows are named, and names alone refused`() throws {
    let cut = Self.text.replacing("\"***\",\"\"\n", with: "\"***\"\n")
      .replacing("188,465", with: "188,46五")
    let table = try read(cut)
    #expect(table.diagnostics.map(\.code) == ["wrong-cell-count", "unreadable-cell"])
    #expect(table.diagnostics.map(\.citation.line) == [11, 12])
    #expect(table.figures(.population).count == 2)
    let names = """
      "調査年","地域","/項目","A1101_総人口【人】"
      "2015年度","鳥取県 架空鳥取市","","193,717"

      """
    #expect {
      try read(names)
    } throws: { error in
      (error as? OpenDataError)?.code == .missingColumn
    }
  }

  @Test func `A sheet of a workbook is read so too`() throws {
    let book = try OpenDataTable.read(Fixture.workbook(["表": Self.text]), document: "wide")
    guard case .estat(let table) = book else {
      Issue.record("\(book.format)")
      return
    }
    #expect(table.figures(.population)[0].citation.shortPlace == "wide:表!F10")
  }
}

@Suite("Movers with one value a row")
struct EStatMoversTests {
  /// The same movers as `Fixture.movers`, as the API of e-Stat gives them.
  private func text(_ ages: [String] = ages, unit: String = "人") -> String {
    var lines = [
      #""tab_code","表章項目","cat01_code","年齢（2020年～）","cat02_code","性別","cat03_code","国籍","area_code","全国・都道府県・市区町村","time_code","時間軸（年次）","unit","value","annotation""#
    ]
    for (sexCode, sex, factor) in [("0", "総数", 5), ("1", "男", 3), ("2", "女", 2)] {
      for (index, age) in ages.enumerated() {
        let count = age == "総数" ? 190 * factor : index * factor
        lines.append(
          [
            "11", "他市区町村からの転入者数", "\(index)", age, sexCode, sex, "61000", "日本人移動者", "31201",
            "鳥取県 架空鳥取市", "2024000000", "2024年", unit, "\(count)", "",
          ].map { "\"\($0)\"" }.joined(separator: ","))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let ages =
    ["総数"] + (0..<18).map { "\($0 * 5)～\($0 * 5 + 4)歳" } + ["90歳以上"]

  private func movers(_ text: String) throws -> MoverTable {
    let table = try OpenDataTable.read(Array(text.utf8), document: "api")
    guard case .movers(let movers) = table else {
      throw OpenDataError(code: .wrongFormat, document: "api")
    }
    return movers
  }

  @Test func `They are the movers of the wide export, each with its own line`() throws {
    let table = try movers(text())
    #expect(table.diagnostics == [])
    let code = try MunicipalityCode("31201")
    let row = try table.row(code, .inMigrants, nationality: .japanese)
    let wide = try MoverTable.read(
      Array(Fixture.movers(MoverTableTests.inItem, withOrigin: false).utf8), document: "wide"
    )
    #expect(row.ages == wide.rows.last?.ages)
    #expect(row.totals.mapValues(\.value) == [.both: 950, .male: 570, .female: 380])
    let ages = try table.ages(of: row)
    #expect(ages.citations[0].line == 23 && ages.citations[0].cell == 14)
    #expect(ages.statistic == .japaneseMovers && ages.item == "他市区町村からの転入者数")
  }

  @Test func `A total that differs, an age that is missing and another unit are told`() throws {
    let differing = try movers(text().replacing("\"950\"", with: "\"951\""))
    #expect(differing.diagnostics.map(\.code) == ["sum-differs", "sum-differs"])
    #expect(differing.diagnostics.allSatisfy { $0.citation.line == 2 })
    let few = try movers(text(Self.ages.filter { $0 != "20～24歳" }))
    #expect(few.diagnostics.contains { $0.code == "no-age-table" })
    #expect(few.rows.count == 1 && few.rows[0].ages == nil)
    let thousands = try movers(text(unit: "千人"))
    #expect(thousands.rows[0].ages == nil)
    #expect(
      thousands.diagnostics.contains { $0.code == "unreadable-cell" && $0.citation.line == 3 })
  }
}
