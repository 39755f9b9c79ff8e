import TestSupport
import Testing

@testable import TextFormats

@Suite("Workbooks")
struct WorkbookTests {
  private func text(_ workbook: WorkbookWriter) throws -> FormText {
    try Workbook.read(workbook.bytes, name: "kpi.xlsx")
  }

  private func cells(_ content: String, strings: String = "", formats: [String] = []) throws
    -> [String]
  {
    let sheet = WorkbookWriter.Sheet("KPI", content: "<sheetData>\(content)</sheetData>")
    var workbook = try Workbook(
      WorkbookWriter([sheet], formats: formats, strings: strings).bytes, name: "kpi.xlsx")
    var cells: [String] = []
    try workbook.readRows(of: workbook.sheets[0]) { row in
      for cell in row.cells {
        cells.append("\(FilePlace.letters(ofColumn: cell.column))\(row.number)=\(cell.text)")
      }
    }
    return cells
  }

  @Test func `Cells of every type are displayed`() throws {
    let strings =
      "<si><t>人口</t><rPh sb=\"0\" eb=\"2\"><t>ジンコウ</t></rPh></si>"
      + "<si><r><t>出生</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 数</t></r></si>"
      + "<si><t>a_x000D_b_x005F_x000D_</t></si>"
    let content = """
      <row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" s="1"><v>0.455</v></c>\
      <c r="D2" s="9"/><c r="E2" t="str"><f>A1</f><v>合計 &amp; 計</v></c><c r="F2" t="b"><v>1</v></c>\
      <c r="G2" t="e"><v>#DIV/0!</v></c><c r="H2" t="inlineStr"><is><r><t>一</t></r><r><t>二</t></r></is></c>\
      <c r="I2" t="d" s="2"><v>2024-04-01T12:00:00</v></c><c r="J2" t="s"><v>2</v></c></row>
      <row><c><v>12.50</v></c><c t="n"><f>1+1</f><v>2</v></c><c t="str"><f>""</f><v></v></c></row>
      """
    #expect(
      try cells(content, strings: strings, formats: ["0.0%", "[$-411]ggge\"年\"m\"月\""]) == [
        "A2=人口", "B2=出生 数", "C2=45.5%", "E2=合計 & 計", "F2=TRUE", "G2=#DIV/0!", "H2=一二", "I2=令和6年4月",
        "J2=a\rb_x000D_", "A3=12.5", "B3=2",
      ])
  }

  @Test func `The stored number is there beside what is displayed`() throws {
    let sheet = WorkbookWriter.Sheet(
      "KPI", content: "<sheetData><row><c s=\"1\"><v>12345.67</v></c></row></sheetData>")
    var workbook = try Workbook(WorkbookWriter([sheet], formats: ["#,##0"]).bytes, name: "x")
    try workbook.readRows(of: workbook.sheets[0]) { row in
      #expect(row.cells.map(\.text) == ["12,346"])
      #expect(row.cells.map(\.number) == [12345.67])
    }
  }

  @Test func `A sheet becomes its name, titles and tables with places`() throws {
    let text = try text(
      WorkbookWriter([
        .init(
          "指標一覧",
          rows: [
            ["第2期総合戦略"], [], ["基本目標1 しごと"], ["指標", "単位", "R5"], ["就業者数", "人", "1200"],
            ["創業件数", "件", ""], ["※暫定値"],
          ])
      ]))
    #expect(
      text.lines.map(\.text) == [
        "指標一覧", "", "第2期総合戦略", "基本目標1 しごと", "", "指標\t単位\tR5", "就業者数\t人\t1200", "創業件数\t件\t", "",
        "※暫定値",
      ])
    #expect(text.lines[0].headingLevel == 1)
    #expect(text.lines[6].place(ofCell: 3)?.label.en == "指標一覧!C5")
    #expect(text.lines[3].place(ofCell: nil)?.label.en == "指標一覧!A3")
    #expect(text.notices.isEmpty)
  }

  @Test func `Merged cells have their text in the first one, and blank columns are left out`()
    throws
  {
    let text = try text(
      WorkbookWriter([
        .init(
          "S",
          rows: [
            ["表1 指標の推移", "", "", "", "", ""],
            ["目標", "指標", "", "実績値", "", "目標値"], ["", "", "", "R4", "R5", "R6"],
            ["しごと", "就業者数", "x", "10", "11", "12"], ["", "創業件数", "", "1", "2", "3"],
            ["基本目標2", "", "", "", "", ""], ["ひと", "転入者数", "", "20", "21", "22"],
          ], merged: ["A1:F1", "B2:C3", "D2:E2", "B4:C4", "B5:C5", "A4:A5", "A6:F6", "B7:C7"])
      ]))
    #expect(
      text.lines.map(\.text) == [
        "S", "", "表1 指標の推移", "", "目標\t指標\t実績値\t\t目標値", "\t\tR4\tR5\tR6", "しごと\t就業者数\t10\t11\t12",
        "\t創業件数\t1\t2\t3", "基本目標2", "ひと\t転入者数\t20\t21\t22",
      ])
    #expect(text.lines[6].columns == [1, 2, 4, 5, 6])
    #expect(text.lines[6].place(ofCell: 3)?.label.en == "S!D4")
  }

  @Test func `Tables beside each other come one after the other`() throws {
    let text = try text(
      WorkbookWriter([
        .init(
          "S",
          rows: [
            ["人口の推移"], ["年", "人口", "", "年", "出生"], ["2015", "100", "", "2015", "7"],
            ["2020", "90", "", "2020", "6"], ["", "", "", "2021", "5"],
          ], merged: ["A1:E1"])
      ]))
    #expect(
      text.lines.map(\.text) == [
        "S", "", "人口の推移", "", "年\t人口", "2015\t100", "2020\t90", "", "年\t出生", "2015\t7", "2020\t6",
        "2021\t5",
      ])
    #expect(text.lines[9].place(ofCell: 2)?.label.en == "S!E3")
  }

  @Test func `A blank column within a table parts nothing`() throws {
    let text = try text(
      WorkbookWriter([
        .init("S", rows: [["指標", "単位", "", "R4", "R5"], ["人口", "人", "", "10", "11"]])
      ]))
    #expect(text.lines.map(\.text) == ["S", "", "指標\t単位\tR4\tR5", "人口\t人\t10\t11"])
  }

  @Test func `Titles and remarks above a table, and the upper line of a heading`() throws {
    let text = try text(
      WorkbookWriter([
        .init(
          "S",
          rows: [
            ["　", "表2 人口動態の推移について", "", ""], ["", "", "（各年度末現在）", "　"], ["", "", "", "単位：人"],
            ["", "実績値", "", ""], ["年", "出生", "死亡", "増減"], ["R4", "5", "7", "-2"],
            ["", "", "", "暫定"],
            [], ["表3 転入と転出の状況をまとめたもの", "", "", "（人）"], ["年", "転入", "転出", "増減"],
            ["R4", "9", "8", "1"],
          ], merged: ["B4:C4"])
      ]))
    #expect(
      text.lines.map(\.text) == [
        "S", "", "表2 人口動態の推移について", "（各年度末現在）", "単位：人", "", "\t実績値\t\t", "年\t出生\t死亡\t増減",
        "R4\t5\t7\t-2", "\t\t\t暫定", "", "表3 転入と転出の状況をまとめたもの", "（人）", "", "年\t転入\t転出\t増減",
        "R4\t9\t8\t1",
      ])
    #expect(text.lines[12].place(ofCell: nil)?.label.en == "S!D9")
  }

  @Test func `What is hidden is read and told`() throws {
    let text = try text(
      WorkbookWriter([
        .init("表紙", content: "<sheetData/>"),
        .init(
          "旧", attributes: "state=\"veryHidden\"",
          content:
            "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"9\" max=\"16384\" hidden=\"1\"/></cols>"
            + "<sheetData><row r=\"1\"><c><v>1</v></c><c><v>2</v></c></row>"
            + "<row r=\"3\" hidden=\"1\"><c><v>3</v></c></row><row r=\"4\" hidden=\"1\"><c><v>4</v></c></row></sheetData>"
        ),
      ]))
    #expect(text.lines.map(\.text) == ["旧", "", "1\t2", "", "3", "4"])
    #expect(text.notices.map(\.code) == ["hidden-sheet", "hidden-column", "hidden-row"])
    #expect(text.notices.map(\.line) == [0, 2, 4].map { $0 == 2 ? 0 : $0 })
    #expect(text.notices[2].message.ja == "3–4行は非表示ですが、読んでいます")
  }

  @Test func `What a cell lacks is told at its place`() throws {
    let content = """
      <sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>指標</t></is></c><c r="B1"><f>A1</f></c></row>\
      <row r="2"><c r="A2" s="1"><v>5</v></c><c r="B2" t="e"><v>#REF!</v></c></row>\
      <row r="3"><c r="A3" s="2"><v>100</v></c><c r="B3" t="inlineStr"><is><r><rPr><strike/></rPr><t>100</t></r>\
      <r><t>120</t></r></is></c></row><row r="4"><c r="A4" t="s"><v>7</v></c><c r="B4"><v>1</v></c></row></sheetData>
      """
    let text = try text(WorkbookWriter([.init("S", content: content)], formats: ["[DBNum1]0"]))
    #expect(text.lines.map(\.text) == ["S", "", "指標\t", "5\t#REF!", "\t120", "\t1"])
    #expect(
      text.notices.map { "\($0.code) \($0.line ?? -1) \($0.cell ?? -1)" } == [
        "formula-without-value 2 2", "unread-number-format 3 1", "error-cell 3 2",
        "struck-text 4 1",
        "struck-text 4 2", "missing-text 5 1",
      ])
  }

  @Test func `Values under merged cells are told with their places`() throws {
    let rows = [
      ["指標", "R1", "R4", "R6"], ["立地件数", "10", "12", "20"], ["移住者数", "5", "7", "9"],
      ["同", "同", "", ""],
    ]
    let text = try text(
      WorkbookWriter([.init("S", rows: rows, merged: ["A2:B2", "B2:C3", "A4:B4"])]))
    #expect(
      text.lines.map(\.text) == [
        "S", "", "指標\tR1\tR4\tR6", "立地件数\t\t\t20", "移住者数\t\t\t9", "同\t\t\t",
      ])
    #expect(text.notices.map(\.code) == ["covered-value", "covered-value"])
    #expect(text.notices.map(\.line) == [3, 4])
    #expect(
      text.notices.map(\.message.en) == [
        "values that a merged cell covers are not read: B2「10」 C2「12」",
        "values that a merged cell covers are not read: B3「5」 C3「7」",
      ])
  }

  @Test func `A row that merged cells cover whole is told too`() throws {
    let text = try text(
      WorkbookWriter([
        .init("S", rows: [["a", "1"], ["b", "2"], ["c", "3"]], merged: ["A1:A2", "B1:B2"])
      ]))
    #expect(text.lines.map(\.text) == ["S", "", "a\t1", "c\t3"])
    #expect(text.notices.map(\.message.ja) == ["結合したセルに隠れた値は読んでいません: A2「b」 B2「2」"])
  }

  @Test func `Markup that no cell has is told, and the cell is not blank in silence`() throws {
    let other = "<AlternateContent><Choice><v>12</v></Choice></AlternateContent>"
    let content = """
      <sheetData><row><c t="inlineStr"><is><t>指標</t></is></c><c>\(other)</c><c><v>1</v>\(other)</c>\
      <c t="str"><f>A1</f>\(other)</c><c><v>7</v><extLst/></c></row>\
      <row><c><v>8</v><is><t>9</t></is></c><c><v>2</v></c></row></sheetData>
      """
    let text = try text(WorkbookWriter([.init("S", content: content)]))
    #expect(text.lines.map(\.text) == ["S", "", "指標\t\t1\t\t7", "9\t2\t\t\t"])
    #expect(
      text.notices.map { "\($0.code) \($0.line ?? -1) \($0.cell ?? -1)" } == [
        "unread-markup 2 2", "unread-markup 2 3", "unread-markup 2 4", "unread-markup 3 1",
      ])
  }

  @Test func `Of two ways in which a text is written the first is read`() throws {
    let text =
      "<AlternateContent><Choice><t>12</t></Choice><Fallback><t>12</t></Fallback></AlternateContent>"
    #expect(
      try cells("<row><c t=\"s\"><v>0</v></c></row>", strings: "<si>\(text)</si>") == ["A1=12"])
  }

  @Test func `Pictures and comments are told once a sheet`() throws {
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    let text = try text(
      WorkbookWriter([
        .init(
          "S", content: "<sheetData><row><c><v>1</v></c></row></sheetData>",
          relationships: ["drawing", "comments", "hyperlink"].map {
            "<Relationship Id=\"\($0)\" Type=\"\(types)/\($0)\" Target=\"../x.xml\"/>"
          }.joined())
      ]))
    #expect(text.notices.map(\.code) == ["unread-part", "unread-part"])
  }

  @Test func `Zeros that a sheet does not show are not there`() throws {
    #expect(
      try cells("<row><c><v>0</v></c></row>") == ["A1=0"])
    let sheet = WorkbookWriter.Sheet(
      "S",
      content:
        "<sheetViews><sheetView showZeros=\"0\"/></sheetViews><sheetData><row><c><v>0</v></c><c><v>1</v></c></row></sheetData>"
    )
    #expect(try text(WorkbookWriter([sheet])).lines.map(\.text) == ["S", "", "1"])
  }
}
