import TestSupport
import Testing

@testable import TextFormats

@Suite("Delimited files")
struct DelimitedFormTests {
  private func read(_ text: String, name: String = "kpi.csv") throws -> FormText {
    try FormText.read(Array(text.utf8), name: name)
  }

  @Test(arguments: [",", "\t", ";"])
  func `A title and a table`(separator: String) throws {
    for lineEnd in ["\n", "\r\n", "\r"] {
      let text = try read(FormSample.delimited(separator, lineEnd: lineEnd))
      #expect(text.lines.map(\.text) == FormSample.lines)
      #expect(text.label(0) == "kpi!A1")
      #expect(text.label(5, cell: 3) == "kpi!C5")
    }
  }

  @Test func `Each row keeps the number that a program of tables shows`() throws {
    let text = try read("sep=,\n\"出生\r\n(人)\",\"1,234\"\n\n指標,値\n\"a\"\"b\",\"380\n400\"\nc,3\n")
    #expect(
      text.lines.map(\.text) == ["出生 (人)\t1,234", "", "指標\t値", "a\"b\t380  400", "c\t3"])
    #expect(text.label(0, cell: 1) == "kpi!A1")
    #expect(text.label(2, cell: 2) == "kpi!B3")
    #expect(text.label(4, cell: 2) == "kpi!B5")
  }

  @Test func `Blank rows part tables, empty columns are cut`() throws {
    let text = try read("表1,,,,\n年度,出生,,,\nR1,380,,,\n,,,,\n,年度,死亡,,\n,R1,500,,\n※概数,,,,\n")
    #expect(
      text.lines.map(\.text) == [
        "表1", "", "年度\t出生", "R1\t380", "", "年度\t死亡", "R1\t500", "", "※概数",
      ])
    #expect(text.label(6, cell: 2) == "kpi!C6")
  }

  @Test func `The unit above a table is no row of it`() throws {
    let text = try read("表1 人口,,,（単位：人）\n,,,単位:％\n年,人口,率,備考\nR1,380,1,a\n")
    #expect(
      text.lines.map(\.text) == ["表1 人口", "（単位：人）", "単位:％", "", "年\t人口\t率\t備考", "R1\t380\t1\ta"])
    #expect(text.label(1) == "kpi!D1")
    #expect(text.label(1, cell: 1) == "kpi!D1")
  }

  @Test func `A title in the middle stays a row, and so does a row of one later cell`() throws {
    let text = try read("指標,値\na,1\n基本目標2,\nb,2\n,(見込み)\nc,\n")
    #expect(
      text.lines.map(\.text) == ["指標\t値", "a\t1", "基本目標2\t", "b\t2", "\t(見込み)", "c\t"])
  }

  @Test func `A quote that is not closed is told`() throws {
    let text = try read("指標,値\na,\"1\nb,2\n")
    #expect(text.codes == ["unclosed-quote"])
    #expect(text.lines.map(\.text) == ["指標\t値", "a\t1", "b\t2"])
  }

  @Test func `What Excel saves as Unicode text`() throws {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in FormSample.delimited("\t", lineEnd: "\r\n").utf16 {
      bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)]
    }
    #expect(try FormText.read(bytes, name: "a.csv").lines.map(\.text) == FormSample.lines)
  }

  @Test func `CP932`() throws {
    let bytes = CP932Text.bytes(of: FormSample.delimited(","))
    #expect(try FormText.read(bytes, name: "a.csv").lines.map(\.text) == FormSample.lines)
  }
}
