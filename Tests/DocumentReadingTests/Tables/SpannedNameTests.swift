import MunicipalModel
import Testing

@testable import DocumentReading

/// A heading of names over two columns. Figures of 浦安市 (市民参加推進計画) and of a city's report on a national
/// grant, as expydoc.com/doc/7570746 and /11417549 have them.
struct SpannedNameTests {
  @Test func `A name goes on in the column beside it`() throws {
    let table = try TableSample(
      csv: """
        数値指標一覧
        指標項目,,現状値（平成21年度）,目標値
        ⑥平均市民意見数,,8.7件,15件
        ⑦審議会等,・委員の一部を市民公募した審議会等の割合,51%,51%
        ,・全委員数に対する公募市民の割合,16%,20%
        ⑧市民活動センターの利用者数,,"6,800人/年","8,000人/年"
        """)
    #expect(
      table.figures == [
        "平均市民意見数: baseline FY2009 8.7, target - 15",
        "審議会等 ・委員の一部を市民公募した審議会等の割合: baseline FY2009 51, target - 51",
        "審議会等 ・全委員数に対する公募市民の割合: baseline FY2009 16, target - 20",
        "市民活動センターの利用者数: baseline FY2009 6800, target - 8000",
      ])
  }

  @Test func `Numbers below the heading of names are no names`() throws {
    let table = try TableSample(
      csv: """
        事業実施結果報告
        指標,,指標値,単位,目標年月,実績値
        指標①,市内人材の雇用件数,100,人,H28.3,42
        指標②,新規学卒者の雇用件数,15,人,H28.3,0
        指標③,,,,,
        """)
    #expect(table.indicators.map(\.name) == ["市内人材の雇用件数", "新規学卒者の雇用件数"])
    #expect(table.indicators.map { $0.target?.reading.value?.description } == ["100", "15"])
    #expect(table.indicators.allSatisfy { $0.target?.period?.year == 2016 })
    #expect(table.notes.filter { $0.severity == .error }.isEmpty)
  }

  /// The rows of a sheet of 郡山市, as expydoc.com/doc/10231809 has them, in few columns.
  @Test func `Figures and years left of those that are read are no part of a name`() throws {
    var rows = NameParts([
      TableColumn(role: .indicator, period: nil, heading: "区分"),
      TableColumn(role: .namePart, period: nil, heading: ""),
      TableColumn(role: .namePart, period: nil, heading: ""),
    ])
    func name(_ texts: String...) -> String? {
      rows.name(
        of: texts.enumerated().map { TableCell(text: $1, line: 1, cell: $0 + 1) })?.text
    }
    #expect(name("成果指標1", "集会所数", "実績値") == "成果指標1 集会所数 実績値")
    #expect(name("単位:千円", "H25年度", "H26年度") == "単位:千円")
    #expect(name("事業費", "61306", "127,054") == "事業費")
    #expect(name("確保方策", "3号", "0歳児") == "確保方策 3号 0歳児")
  }
}
