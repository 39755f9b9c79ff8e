import MunicipalModel
import Testing

@testable import OpenData

@Suite("e-Stat")
struct EStatTests {
  private func read(_ text: String) throws -> EStatTable {
    try EStatTable.read(Array(text.utf8), document: "e-stat")
  }

  /// An answer of getStatsData; `cat01` and its class are objects or lists as e-Stat writes them.
  private func answer(
    values: String, from: Int = 1, to: Int = 2, total: Int = 2, next: Int? = nil,
    items: String =
      #"[{"@code":"A1101","@name":"A1101_総人口","@unit":"人"},{"@code":"A1303","@name":"A1303_65歳以上人口"}]"#
  ) -> String {
    """
    {"GET_STATS_DATA":{"RESULT":{"STATUS":0,"ERROR_MSG":"正常に終了しました。"},"STATISTICAL_DATA":{
    "RESULT_INF":{"TOTAL_NUMBER":\(total),"FROM_NUMBER":\(from),"TO_NUMBER":\(to)\(next.map { ",\"NEXT_KEY\":\($0)" } ?? "")},
    "TABLE_INF":{"@id":"0000020201","STAT_NAME":{"@code":"00200502","$":"社会・人口統計体系"},"TITLE":{"@no":"1","$":"Ａ　人口・世帯"}},
    "CLASS_INF":{"CLASS_OBJ":[{"@id":"cat01","@name":"Ａ　人口・世帯","CLASS":\(items)},
    {"@id":"area","@name":"地域","CLASS":[{"@code":"31201","@name":"鳥取県 架空鳥取市"},{"@code":"31202","@name":"鳥取県 架空米子市"}]},
    {"@id":"time","@name":"調査年","CLASS":{"@code":"2020100000","@name":"2020年度"}}]},
    "DATA_INF":{"NOTE":[{"@char":"***","$":"該当数値がないもの"},{"@char":"X","$":"秘匿"}],"VALUE":\(values)}}}}
    """
  }

  private func value(_ item: String, _ area: String, _ text: String) -> String {
    "{\"@cat01\":\"\(item)\",\"@area\":\"\(area)\",\"@time\":\"2020100000\",\"@unit\":\"人\",\"$\":\(text)}"
  }

  @Test func `Classes and values are lists or single, figures texts or numbers`() throws {
    let list = try read(
      answer(
        values: "[\(value("A1101", "31201", "\"185000\"")),\(value("A1303", "31201", "60000"))]"))
    #expect(list.diagnostics == [])
    #expect(list.information.tableID == "0000020201")
    #expect(list.information.statistic == "社会・人口統計体系")
    #expect(list.figures(.population).map(\.reading.wholeNumber) == [185_000])
    #expect(list.figures(.elderly).map(\.period) == [.fiscalYear(2020)])
    #expect(list.figures(.population)[0].area.name == "架空鳥取市")
    #expect(list.figures(.births).isEmpty)
    let single = try read(
      answer(
        values: value("A1101", "31201", "\"1\""), to: 1, total: 1,
        items: #"{"@code":"A1101","@name":"A1101_総人口"}"#))
    #expect(single.count == 1)
    #expect(single.value(at: 0)?.codes["area"] == "31201")
    #expect(single.value(at: 0)?.reading.quantity?.unit == "人")
    #expect(single.value(at: 1) == nil)
  }

  @Test func `Marks mean what the table says`() throws {
    let table = try read(
      answer(
        values: "[\(value("A1101", "31201", "\"***\"")),\(value("A1101", "31202", "\"X\""))]"))
    #expect(table.values.map(\.reading.status) == ["not_applicable", "withheld"])
    #expect(table.values.map(\.citation.printed) == ["***", "X"])
  }

  @Test func `Pages are merged in any order, and a missing one is noticed`() throws {
    let first = try read(
      answer(values: value("A1101", "31201", "\"10\""), to: 1, total: 2, next: 2))
    let second = try read(
      answer(values: value("A1101", "31202", "\"20\""), from: 2, to: 2, total: 2))
    #expect(first.isIncomplete)
    let table = try EStatTable.merging([second, first])
    #expect(!table.isIncomplete)
    #expect(table.figures(.population).map(\.reading.wholeNumber) == [10, 20])
    for pages in [[first, first], [second, second], [first, second, second]] {
      #expect { try EStatTable.merging(pages) } throws: {
        ($0 as? OpenDataError)?.code == .pagesDoNotFit
      }
    }
    let third = try read(
      answer(values: value("A1101", "31202", "\"20\""), from: 3, to: 3, total: 3))
    #expect(throws: OpenDataError.self) { try EStatTable.merging([first, third]) }
  }

  @Test func `An error of the server and damaged JSON are told`() throws {
    let error =
      #"{"GET_STATS_DATA":{"RESULT":{"STATUS":100,"ERROR_MSG":"認証に失敗しました。"}}}"#
    #expect { try read(error) } throws: { ($0 as? OpenDataError)?.code == .serverError }
    let whole = answer(values: value("A1101", "31201", "\"10\""), to: 1, total: 1)
    #expect { try read(String(whole.dropLast(30))) } throws: {
      ($0 as? OpenDataError)?.code == .damagedJSON
    }
    #expect(throws: OpenDataError.self) { try read(String(repeating: "[", count: 100_000)) }
    #expect(throws: OpenDataError.self) {
      try read("{\"a\":" + String(repeating: "[", count: 100_000))
    }
    #expect { try read("{}") } throws: { ($0 as? OpenDataError)?.code == .wrongFormat }
  }

  @Test func `Fewer values than announced are noticed`() throws {
    let table = try read(answer(values: value("A1101", "31201", "\"10\"")))
    #expect(table.diagnostics.map(\.code) == ["wrong-value-count"])
  }

  @Test func `A dimension that is given twice is named and its first kept`() throws {
    let twice = answer(
      values: value("A1101", "31201", "\"10\""), to: 1, total: 1,
      items: #"[{"@code":"A1101","@name":"A1101_総人口"}]},{"@id":"area","CLASS":[]"#)
    let json = try read(twice)
    #expect(json.diagnostics.map(\.code) == ["doubled-column"])
    #expect(json.dimensions.map(\.id) == ["cat01", "area", "time"])
    #expect(json.value(at: 0)?.codes["area"] == "31201")
    let csv = try read(
      "cat01_code,項目,area_code,地域,value,area_code,地域\nA1101,総人口,31201,架空市,10,31202,架空村\n")
    #expect(
      csv.diagnostics.map(\.line.en) == [
        "e-stat:1:6: warning: a second dimension of the same id; the first is read 「area」"
      ])
    #expect(csv.value(at: 0)?.codes == ["cat01": "A1101", "area": "31201"])
  }

  /// A table of A1101 with one row for each area, unit and printed figure.
  private func populations(_ rows: [(String, String, String)]) throws -> EStatTable {
    try read(
      (["cat01_code,項目,cat02_code,男女,area_code,地域,time_code,時間軸,unit,value"]
        + rows.map {
          "A1101,総人口,0,総数,\($0.0),架空市,2020100000,2020年度,\($0.1),\($0.2)"
        }).joined(separator: "\n") + "\n")
  }

  /// By hand: 170.2 千人 is 170,200 人, 17 万人 is 170,000 人; 1.2345 千人 is no whole number.
  @Test func `Populations are brought to persons by their unit, or refused`() throws {
    var table = try populations([
      ("31201", "千人", "170.2"), ("31202", "万人", "17"), ("31203", "世帯", "500"),
      ("31204", "千人", "1.2345"), ("31302", "人", "-5"), ("31325", "人", "0"),
    ])
    #expect(
      table.counts(.population).map(\.reading.wholeNumber) == [
        170_200, 170_000, nil, nil, nil, 0,
      ])
    #expect(
      table.diagnostics.map { "\($0.code.rawValue):\($0.citation.line)" } == [
        "rounded-unit:2", "rounded-unit:3", "not-in-persons:4", "not-whole:5", "negative-count:6",
      ])
    #expect(table.diagnostics[2].message.ja.contains("世帯"))
    #expect(table.figures(.population)[0].reading.value?.description == "170.2", "as printed")
  }

  @Test func `A second figure of an area and time is named, and the first used`() throws {
    var table = try populations([
      ("31201", "人", "170"), ("31201", "人", "170"), ("31201", "人", "99"), ("31202", "人", "5"),
    ])
    #expect(table.counts(.population).map(\.reading.wholeNumber) == [170, 5])
    #expect(
      table.diagnostics.map(\.line.en) == [
        "e-stat:3:10: warning: a second figure of the area and time of e-stat:2, which is used 「170」",
        "e-stat:4:10: error: a second figure of the area and time of e-stat:2, which is used 「99」",
      ])
    var sexes = try read(
      "cat01_code,項目,cat02_code,男女,area_code,地域,unit,value\n"
        + "A1101,総人口,1,男,31201,架空市,人,80\nA1101,総人口,0,総数,31201,架空市,人,170\n")
    #expect(sexes.counts(.population).map(\.reading) == [.missing(.unreadable)])
    #expect(sexes.diagnostics.map(\.code) == ["ambiguous-figure"])
  }

  @Test func `Numbers of values beyond all bounds are no trap`() throws {
    let wide = try read(
      answer(values: value("A1101", "31201", "\"10\""), from: .min, to: .max, total: .max))
    #expect(wide.diagnostics.map(\.code) == ["wrong-value-count"])
    let last = try read(
      answer(values: value("A1101", "31201", "\"10\""), from: 1, to: .max, total: .max))
    #expect { try EStatTable.merging([last, last]) } throws: {
      ($0 as? OpenDataError)?.code == .pagesDoNotFit
    }
  }

  /// The text of `answer` begins in line 1; `VALUE` stands in its line 7.
  @Test func `A value in JSON is cited by its line, and after merging by its own file`() throws {
    func page(_ name: DocumentID, _ from: Int, _ value: String) throws -> EStatTable {
      let text = answer(values: value, from: from, to: from, total: 2, next: from == 1 ? 2 : nil)
      return try EStatTable.read(Array(text.utf8), document: name)
    }
    let broken = value("A1101", "31201", "\"12a\"").replacing("\"$\"", with: "\n\n\"$\"")
    let first = try page("first", 1, broken)
    let second = try page("second", 2, value("A1101", "31202", "20"))
    #expect(
      first.diagnostics.map { "\($0.code.rawValue):\($0.citation.line)" } == [
        "unreadable-cell:9"
      ])
    let merged = try EStatTable.merging([second, first])
    #expect(
      merged.values.map { "\($0.citation.document):\($0.citation.line)" } == [
        "first:9", "second:7",
      ])
  }

  @Test func `Values in one line of JSON are told apart by their number`() throws {
    let table = try read(
      answer(values: "[\(value("A1101", "31201", "1")),\(value("A1101", "31202", "\"2x\""))]"))
    #expect(table.values.map(\.citation.line) == [7, 7])
    #expect(table.values.map(\.citation.cell) == [1, 2])
    #expect(
      table.diagnostics.map(\.line.en) == [
        "e-stat:7:2: error: the value cannot be read 「2x」"
      ])
  }
}
