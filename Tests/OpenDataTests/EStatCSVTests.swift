import MunicipalModel
import Testing

@testable import OpenData

@Suite("e-Stat as CSV")
struct EStatCSVTests {
  private func read(_ text: String) throws -> EStatTable {
    try EStatTable.read(Array(text.utf8), document: "e-stat")
  }

  private let rows = """
    "tab_code","表章項目","cat01_code","項目","area_code","地域","time_code","時間軸","unit","value","annotation"
    "00001","値","A1101","A1101_総人口","31201","架空鳥取市","2020100000","2020年度","人","185000",""
    "00001","値","A1101","A1101_総人口","31202","架空米子市","2020100000","2020年度","人","***","注"

    """

  private let section = """
    "RESULT"
    "STATUS","0"
    "RESULT_INF"
    "TOTAL_NUMBER","2"
    "FROM_NUMBER","1"
    "TO_NUMBER","2"
    "TABLE_INF","0000020201"
    "TITLE","","二行の
    題名"
    "NOTE","***","調査しないもの"
    "VALUE"

    """

  @Test func `A CSV cut short has fewer rows than its header section announces`() throws {
    let lines = rows.split(separator: "\n", omittingEmptySubsequences: false)
    let table = try read(section + lines.dropLast(2).joined(separator: "\n") + "\n")
    #expect(table.diagnostics.map(\.code) == ["wrong-value-count"])
    #expect(table.diagnostics.map(\.citation.line) == [6])
    #expect(
      table.diagnostics.map(\.message.en) == ["values 1 to 2 are announced, but there are 1"])
  }

  @Test func `CSV is read with and without its header section`() throws {
    let plain = try read(rows)
    let whole = try read(section + rows)
    #expect(plain.diagnostics == [])
    #expect(whole.diagnostics == [])
    #expect(plain.dimensions.map(\.id) == ["tab", "cat01", "area", "time"])
    #expect(plain.dimension("area")?.name == "地域")
    #expect(plain.figures(.population).map(\.reading.status) == ["value", "not_available"])
    #expect(whole.figures(.population).map(\.reading.status) == ["value", "not_surveyed"])
    #expect(whole.information.title == "二行の\n題名")
    #expect(whole.information.totalNumber == 2)
    #expect(plain.value(at: 1)?.annotation == "注")
    #expect(plain.value(at: 1)?.citation.line == 3)
    #expect(whole.value(at: 0)?.citation.line == 13)
  }

  @Test func `Bad rows of a CSV are named and the others kept`() throws {
    let bad =
      rows + "\"00001\",\"値\"\n" + rows.split(separator: "\n")[1].replacing("185000", with: "1O")
    let table = try read(bad + "\n")
    #expect(table.count == 3)
    #expect(
      table.diagnostics.map { "\($0.code.rawValue):\($0.citation.line)" } == [
        "wrong-cell-count:4", "unreadable-cell:5",
      ])
  }

  @Test func `Empty cells at the end of a row do no harm, others do`() throws {
    let lines = rows.split(separator: "\n")
    let table = try read("\(lines[0])\n\(lines[1]),,\n\(lines[2]),,1\n")
    #expect(table.figures(.population).map(\.reading.wholeNumber) == [185_000])
    #expect(
      table.diagnostics.map { "\($0.severity.rawValue):\($0.citation.line)" } == [
        "warning:2", "error:3",
      ])
  }

  /// By hand: 1.5 and 2.5 千人 are 1,500 and 2,500 persons.
  @Test func `Ages are brought to persons by their unit, and errors name line and dimension`()
    throws
  {
    func ages(_ unit: String, _ second: String, _ nationality: String = "総数") throws -> AgeTable {
      try read(
        "cat01_code,年齢,cat03_code,国籍,unit,value\n1,0～4歳,0,総数,\(unit),1.5\n"
          + "2,5～9歳,0,\(nationality),\(unit),\(second)\n"
          + (nationality == "総数" ? "" : "2,5～9歳,1,日本人,人,1\n")
      ).ageTable(.population, where: [:])
    }
    func message(_ unit: String, _ second: String, _ nationality: String = "総数") -> LocalizedText? {
      do {
        _ = try ages(unit, second, nationality)
        return nil
      } catch {
        return (error as? OpenDataError)?.message
      }
    }
    #expect(try ages("千人", "2.5").counts == [1_500, 2_500])
    #expect(message("世帯", "2.5")?.ja == "e-stat:2: 年齢別の表になりません。実際: 0～4歳: 単位「世帯」の値は人数として読めません")
    #expect(message("千人", "***")?.en == "e-stat:3: no table by age; found 5～9歳: ***")
    #expect(message("千人", "-1")?.ja == "e-stat:3: 年齢別の表になりません。実際: 男女計 5～9歳: 負の人数です（-1000）")
    #expect(message("人", "1", "外国人")?.ja == "e-stat: 年齢別の表になりません。実際: 「国籍」（cat03）のどのコードを読むか指定がありません")
  }

  @Test func `A table by age is made of the dimensions that name ages and sexes`() throws {
    var lines = ["cat01_code,年齢,cat02_code,男女,area_code,地域,time_code,時間軸,unit,value"]
    let ages = ["総数", "0～4歳", "5～9歳", "10歳以上", "0～9歳"]
    for (sex, factor) in [("総数", 3), ("男", 1), ("女", 2)] {
      for (index, age) in ages.enumerated() {
        let counts = [60, 10, 20, 30, 30]
        lines.append(
          "\(index),\(age),\(sex),\(sex),31201,架空市,2020000000,2020年,人,\(counts[index] * factor)")
      }
    }
    let table = try read(lines.joined(separator: "\n"))
    let ages2 = try table.ageTable(.population, where: ["area": "31201", "time": "2020000000"])
    #expect(ages2.ages.groups.map(\.description) == ["0-4", "5-9", "10+"])
    #expect(ages2.counts == [10, 20, 30, 20, 40, 60])
    #expect(ages2.period == .calendarYear(2020))
    #expect(throws: OpenDataError.self) {
      try table.ageTable(.population, where: ["area": "31202"])
    }
  }
}
