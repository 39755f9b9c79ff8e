import TestSupport
import Testing

@testable import TextFormats

@Suite("Word files")
struct WordDocumentTests {
  private func text(_ file: WordWriter) throws -> FormText {
    try WordDocument.read(file.bytes, name: "plan.docx")
  }

  private func lines(_ body: String) throws -> [String] {
    try text(WordWriter(body)).lines.map(\.text)
  }

  @Test func `Paragraphs, headings and a table with places`() throws {
    let styles =
      "<style styleId=\"1\" type=\"paragraph\"><name val=\"heading 1\"/><pPr><outlineLvl val=\"0\"/></pPr></style>"
      + "<style styleId=\"T\"><name val=\"Title\"/></style>"
      + "<style styleId=\"x\"><name val=\"施策\"/><basedOn val=\"y\"/></style>"
      + "<style styleId=\"y\"><name val=\"heading 2\"/></style>"
    let body =
      WordWriter.paragraph("総合戦略", "<pStyle val=\"T\"/>")
      + WordWriter.paragraph("基本目標1", "<pStyle val=\"1\"/>") + "<p/>"
      + WordWriter.paragraph("施策1-1", "<pStyle val=\"x\"/>")
      + WordWriter.paragraph("本文", "<outlineLvl val=\"9\"/>")
      + WordWriter.table([["指標", "R5"], ["創業件数", "12件"]]) + WordWriter.paragraph("※注")
    let text = try text(WordWriter(body, styles: styles))
    #expect(
      text.lines.map(\.text) == [
        "総合戦略", "基本目標1", "施策1-1", "本文", "", "指標\tR5", "創業件数\t12件", "", "※注",
      ])
    #expect(text.lines.map(\.headingLevel) == [1, 1, 2, nil, nil, nil, nil, nil, nil])
    #expect(text.lines[6].place(ofCell: 2)?.label.ja == "表1 2行2列")
    #expect(text.lines[8].place == .paragraph(5))
    #expect(text.notices.isEmpty)
  }

  @Test func `Runs are joined, and breaks, tabs and symbols kept`() throws {
    let body = """
      <p><r><t>就業</t></r><hyperlink><r><t xml:space="preserve">者数 </t></r></hyperlink><smartTag><r><t>12</t></r></smartTag></p>
      <p><r><t>一行目</t><br/><t>二行目</t><br type="page"/><t>続き</t></r></p>
      <p><r><tab/><t>指標</t><tab/><t> R5 </t><tab/><t>R6</t></r></p><p><r><tab/><t>字下げ</t></r></p>
      <p><r><t>12</t><noBreakHyphen/><t>3</t><softHyphen/><sym font="Wingdings" char="F0E0"/><sym font="X" char="2460"/></r></p>
      <p><r><ruby><rt><r><t>とまこまい</t></r></rt><rubyBase><r><t>苫小牧</t></r></rubyBase></ruby><t>市</t></r></p>
      <p><r><fldChar fldCharType="begin"/></r><r><instrText>SUM(1)</instrText></r><r><t>no</t></r><r><fldChar fldCharType="separate"/></r>\
      <r><t>45</t></r><r><fldChar fldCharType="end"/></r><fldSimple instr="PAGE"><r><t>人</t></r></fldSimple></p>
      """
    #expect(
      try lines(body)
        == [
          "就業者数 12", "一行目", "二行目続き", "指標\tR5\tR6", "字下げ", "12-3→①", "苫小牧市", "45人",
        ].map { $0 == "指標\tR5\tR6" ? "\t指標\tR5\tR6" : $0 })
  }

  @Test func `Recorded changes count as they would be printed`() throws {
    let body = """
      <p><r><t>目標</t></r><ins><r><t>120</t></r></ins><del><r><delText>100</delText></r></del><r><t>人</t></r></p>
      <p><pPr><rPr><del/></rPr></pPr><r><t>前半と</t></r></p><p><r><t>後半</t></r></p>
      <moveFrom><p><r><t>移動元</t></r></p></moveFrom><p><moveTo><r><t>移動先</t></r></moveTo></p>
      <tbl><tblGrid><gridCol w="900"/><gridCol w="900"/></tblGrid><tr><trPr><del/></trPr><tc><p><r><t>旧</t></r></p></tc></tr>\
      <tr><tc><p><r><t>新</t></r></p></tc><tc><p><r><rPr><strike/></rPr><t>5</t></r><r><rPr><strike val="0"/></rPr><t>6</t></r></p></tc></tr></tbl>
      <p><r><rPr><vanish/></rPr><t>隠し</t></r><r><t>表示</t></r></p>
      """
    let text = try text(WordWriter(body))
    #expect(text.lines.map(\.text) == ["目標120人", "前半と後半", "移動先", "", "新\t6", "", "表示"])
    #expect(text.notices.map(\.code) == ["tracked-change", "struck-text", "hidden-text"])
    #expect(text.notices.map(\.line) == [0, 4, 6])
  }

  @Test func `Merged cells have their text in the first one`() throws {
    func cell(_ text: String, _ properties: String = "") -> String {
      "<tc><tcPr>\(properties)</tcPr>\(WordWriter.paragraph(text))</tc>"
    }
    let body =
      "<tbl><tblGrid><gridCol w=\"900\"/><gridCol w=\"900\"/><gridCol w=\"20\"/><gridCol w=\"900\"/></tblGrid>"
      + "<tr>\(cell("目標", "<vMerge val=\"restart\"/>"))\(cell("実績", "<gridSpan val=\"3\"/>"))</tr>"
      + "<tr>\(cell("x", "<vMerge/>"))\(cell("R4"))\(cell("R5", "<gridSpan val=\"2\"/>"))</tr>"
      + "<tr><trPr><gridBefore val=\"1\"/></trPr>\(cell("1", "<gridSpan val=\"2\"/>"))\(cell("2"))</tr></tbl>"
    let text = try text(WordWriter(body))
    #expect(text.lines.map(\.text) == ["目標\t実績\t", "\tR4\tR5", "\t1\t2"])
    // The x stands under the merged cell.
    #expect(text.notices.map(\.code) == ["covered-value"] && text.notices.map(\.line) == [1])
  }

  @Test func `A row of one cell over all columns is a title or a note`() throws {
    func row(_ text: String) -> String {
      "<tr><tc><tcPr><gridSpan val=\"2\"/></tcPr>\(WordWriter.paragraph(text))</tc></tr>"
    }
    let table = WordWriter.table([["指標", "R5"], ["人口", "9"]])
      .split(separator: "<tr>", maxSplits: 1).map(String.init)
    let end = "</tbl>"
    let body = table[0] + row("基本目標1") + "<tr>" + table[1].dropLast(end.count) + row("※ 暫定") + end
    #expect(try lines(body) == ["基本目標1", "", "指標\tR5", "人口\t9", "", "※ 暫定"])
  }

  @Test func `A nested table follows its table`() throws {
    let inner = WordWriter.table([["年", "値"], ["R5", "7"]])
    let body =
      "<tbl><tr><tc>\(WordWriter.paragraph("外"))</tc><tc>\(WordWriter.paragraph("前"))\(inner)\(WordWriter.paragraph("後"))</tc></tr></tbl>"
    let text = try text(WordWriter(body))
    #expect(text.lines.map(\.text) == ["外\t前 後", "", "年\t値", "R5\t7"])
    #expect(text.lines[3].place == .table(2, row: 2))
    #expect(text.notices.map(\.code) == ["nested-table"])
  }

  @Test func `A text box is read once`() throws {
    let box = "<txbxContent>\(WordWriter.paragraph("箱"))</txbxContent>"
    let body =
      "<p><r><t>本文</t></r><r><AlternateContent><Choice><drawing>\(box)</drawing></Choice>"
      + "<Fallback><pict>\(box)</pict></Fallback></AlternateContent></r><r><t>続き</t></r></p>"
    let text = try text(WordWriter(body))
    #expect(text.lines.map(\.text) == ["本文続き", "箱"])
    #expect(text.notices.map(\.code) == ["unread-part"])
  }

  @Test func `Content controls are read, their placeholders are not`() throws {
    let body = """
      <sdt><sdtPr><tag val="a"/></sdtPr><sdtContent>\(WordWriter.paragraph("入力"))</sdtContent></sdt>
      <p><sdt><sdtPr><showingPlcHdr/></sdtPr><sdtContent><r><t>ここに入力</t></r></sdtContent></sdt><r><t>済</t></r></p>
      """
    #expect(try lines(body) == ["入力", "済"])
  }

  @Test func `Notes stand at the end with their marks`() throws {
    let body =
      "<p><r><t>12人</t></r><r><footnoteReference id=\"2\"/></r></p><p><r><t>3人</t><footnoteReference id=\"3\"/></r></p>"
    let notes =
      "<footnote id=\"-1\"><p/></footnote><footnote id=\"3\">\(WordWriter.paragraph("暫定"))</footnote>"
      + "<footnote id=\"2\">\(WordWriter.paragraph("速報"))</footnote>"
    #expect(
      try text(WordWriter(body, footnotes: notes)).lines.map(\.text) == [
        "12人※1", "3人※2", "※1 速報", "※2 暫定",
      ])
  }

  @Test func `The table of contents is told, not read`() throws {
    let text = try text(
      WordWriter(
        WordWriter.paragraph("基本目標1 5", "<pStyle val=\"c\"/>") + WordWriter.paragraph("本文"),
        styles: "<style styleId=\"c\"><name val=\"toc 1\"/></style>"))
    #expect(text.lines.map(\.text) == ["本文"])
    #expect(text.notices.map(\.code) == ["table-of-contents"])
  }

  @Test func `The same table as a workbook and as a Word file has the same cells`() throws {
    let rows = [
      ["指標", "単位", "基準値（R1）", "R5"], ["新規就業者数", "人", "1,000", "△35"], ["創業件数", "件", "", "－"],
    ]
    let word = try lines(WordWriter.table(rows))
    let book = try Workbook.read(WorkbookWriter([.init("S", rows: rows)]).bytes, name: "x.xlsx")
    #expect(book.lines.dropFirst(2).map(\.text) == word)
    #expect(word == rows.map { $0.joined(separator: "\t") })
  }
}
