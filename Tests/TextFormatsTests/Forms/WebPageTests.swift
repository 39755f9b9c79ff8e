import Testing

@testable import TextFormats

@Suite("Pages of the web")
struct WebPageTests {
  private func read(_ html: String) throws -> FormText {
    try WebPage.read(Array(html.utf8), name: "page.html")
  }

  private func lines(_ html: String) throws -> [String] { try read(html).lines.map(\.text) }

  @Test func `A heading and a table`() throws {
    let text = try read(FormSample.html)
    #expect(text.lines.map(\.text) == FormSample.lines)
    #expect(text.lines[0].headingLevel == 2)
    #expect(text.label(0) == "1段落")
    #expect(text.label(3, cell: 4) == "表1 2行4列")
    #expect(text.notices == [])
  }

  @Test func `End tags may be left out, and quotes too`() throws {
    let html = """
      <TABLE border=1><TR><TH>指標<TH width='10'>値<TR><TD>出生数<TD align=right>380
      <TR><TD>死亡数</TD><TD>500</TABLE>あと
      """
    #expect(try lines(html) == ["指標\t値", "出生数\t380", "死亡数\t500", "", "あと"])
  }

  @Test func `A cell over several rows or columns fills the first`() throws {
    let html = """
      <table><tr><th rowspan=2>目標<th rowspan="2">指標<th colspan="2">実績</tr>
      <tr><th>R1<th>R2</tr>
      <tr><td rowspan="0">しごと<td>創業<td>1<td>2</tr><tr><td>雇用<td>3<td>4</tr></table>
      """
    #expect(
      try lines(html) == [
        "目標\t指標\t実績\t", "\t\tR1\tR2", "しごと\t創業\t1\t2", "\t雇用\t3\t4",
      ])
  }

  @Test func `Spans end with their group, and absurd ones are bounded`() throws {
    let html = """
      <table><thead><tr><th rowspan="100000">a<th colspan="99999999">b</thead>
      <tbody><tr><td>1<td>2</tbody></table>
      """
    #expect(try lines(html) == ["a\tb", "1\t2"])
    let overlapping = "<table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c<td>d</table>"
    #expect(try lines(overlapping) == ["a\tb\t", "c\t\td"])
  }

  @Test func `The foot is displayed below`() throws {
    let html = "<table><tfoot><tr><td>計<td>3</tfoot><tbody><tr><td>a<td>1<tr><td>b<td>2</table>"
    #expect(try lines(html) == ["a\t1", "b\t2", "計\t3"])
  }

  @Test func `A title row above, one in the middle, and a note below`() throws {
    let html = """
      <table><caption>表1 <b>指標</b></caption><tr><th colspan=2>基本目標1</tr>
      <tr><td>指標<td>値<tr><td>a<td>1<tr><th colspan=2>基本目標2<tr><td>b<td>2
      <tr><td colspan=2>※見込み</table>
      """
    let text = try read(html)
    #expect(
      text.lines.map(\.text) == [
        "表1 指標", "基本目標1", "", "指標\t値", "a\t1", "基本目標2\t", "b\t2", "", "※見込み",
      ])
    #expect(text.label(1) == "表1 1行1列")
    #expect(text.label(8) == "表1 6行1列")
  }

  @Test func `Line breaks in a cell are a space, and part lines outside`() throws {
    let html = """
      <p>一行目<br>二行目</p><table><tr><td>出生数<br>（人）<td><p>12</p><p>見込み</p>
      <td><ul><li>あ<li>い</ul><td>380<br/>400</table>
      """
    #expect(
      try lines(html) == ["一行目", "二行目", "", "出生数 （人）\t12 見込み\tあ い\t380  400"])
  }

  @Test func `White space is one space, and none between ideographs over a line end`() throws {
    #expect(try lines("<p>  a \n\t b </p>人口の\n   推移") == ["a b", "人口の推移"])
    #expect(try lines("<pre>a  b\nc\n</pre>") == ["a  b", "c"])
  }

  @Test func `References are replaced, and unknown ones stay`() throws {
    let html =
      "<p>&minus;1 &times; 2&nbsp;&yen;3 &#9312;&#x2461; &hellip;&unknown; A&B &amp;lt; &#150;"
    #expect(try lines(html) == ["−1 × 2\u{A0}¥3 ①② …&unknown; A&B &lt; –"])
    #expect(
      try lines("x&#0;&#xD800;&#1114112;&#99999999999;y") == ["x\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}y"])
  }

  @Test func `What is raised behind a digit is a mark and none of its digits`() throws {
    let html = """
      <table><tr><td>380<sup>1)</sup><td>12<sup>※2</sup><td>km<sup>2</sup><td><ruby>岩<rp>(</rp><rt>いわ</rt><rp>)</rp></ruby>見沢
      </table>
      """
    #expect(try lines(html) == ["380※1)\t12※2\tkm2\t岩見沢"])
  }

  @Test func `What is struck out or not displayed is not read, and told`() throws {
    let html = """
      <table><tr><td>a<td><del>45</del>50<tr hidden><td>b<td>1<tr style="display: none"><td>c<td>2
      <tr><td>d<td><span style='display:none'>秘</span>3</table><div hidden><table><tr><td>x<td>9</table></div>
      """
    let text = try read(html)
    #expect(text.lines.map(\.text) == ["a\t50", "d\t3"])
    #expect(
      text.codes.sorted() == [
        "deleted-text", "hidden-text", "hidden-text", "hidden-text", "hidden-text",
      ])
    #expect(text.notices.count(where: \.isWarning) == 1)
    let deleted = try #require(text.notices.first { $0.code == "deleted-text" })
    #expect(deleted.line == 0 && deleted.cell == 2)
    let cut = try read("<table><tr><td>a<td>1<td><del>2</del></table>")
    #expect(cut.notices.map(\.line) == [0] && cut.notices.map(\.cell) == [nil])
  }

  @Test func `Navigation is left out, and its tables are told`() throws {
    let html = """
      <title>進捗状況｜岩見沢市</title><header><h1>岩見沢市</h1></header>
      <nav><ul><li>くらし</ul></nav><div id="pankuzu">ホーム &gt; 計画</div>
      <main><article><header><h1>進捗状況</h1></header><p>本文</article></main>
      <p>問い合わせ<footer><table><tr><td>電話<td>1</table></footer>
      """
    let text = try read(html)
    #expect(text.lines.map(\.text) == ["岩見沢市", "進捗状況", "本文"])
    #expect(text.codes == ["table-in-navigation"])
  }

  @Test func `A navigation that is never closed does not swallow the page`() throws {
    #expect(try lines("<nav><p>a<table><tr><td>b<td>c</table>") == ["a", "", "b\tc"])
  }

  @Test func `A table that holds tables only arranges them`() throws {
    let html = """
      <table><tr><td>左<td><h2>見出し</h2><table><tr><td>a<td>1</table><p>あと</table>
      """
    let text = try read(html)
    #expect(text.lines.map(\.text) == ["左", "見出し", "", "a\t1", "", "あと"])
    #expect(text.label(3, cell: 2) == "表1 1行2列")
  }

  @Test func `A table in a cell of a table of figures is read below it`() throws {
    let html = """
      <table><tr><td>指標<td>値<td>内訳<tr><td>a<td>1<td>男女<table><tr><td>男<td>1</table>
      <tr><td>b<td>2<td></table>
      """
    let text = try read(html)
    #expect(
      text.lines.map(\.text) == ["指標\t値\t内訳", "a\t1\t男女", "b\t2\t", "", "男\t1"])
    #expect(text.codes == ["nested-table"])
  }

  @Test func `A column of boxes is lines`() throws {
    #expect(try lines("<table><tr><td><p>a<p>b<tr><td>c</table>") == ["a", "b", "c"])
  }

  @Test func `Items have their numbers`() throws {
    let html = """
      <ol><li>あ<li>い<ol type=a start=3><li>う</ol><li value=7>え</ol><ul><li>お</ul>
      <ol style="list-style: none"><li>か</ol><dl><dt>き<dd>く</dl>
      """
    #expect(try lines(html) == ["1. あ", "2. い", "c. う", "7. え", "お", "か", "き", "く"])
  }

  @Test func `Scripts, styles and comments are no text`() throws {
    let html = """
      <script>if (a < b) { "<table>" }</script><style>td{}</style><!-- <td> --><template><p>x</template>
      <noscript>y</noscript><svg><text>z</text></svg><select><option>1</select><p>本文 1 < 2
      """
    #expect(try lines(html) == ["本文 1 < 2"])
  }

  @Test(
    arguments: [
      "noscript", "NoScript", "template", "textarea", "noembed", "noframes", "iframe", "xmp",
      "select",
      "object",
    ])
  func `A table that browsers do not display is told`(element: String) throws {
    let html = """
      <table><tr><td>a<td>1</table><\(element)><TABLE><tr><td>b<td>2</TABLE></\(element)>
      """
    for text in [try read(html), try FormText.read(Array(html.utf8), name: "a.md")] {
      #expect(text.lines.map(\.text) == ["a\t1"])
      #expect(text.codes == ["hidden-text"])
      #expect(text.notices.map(\.isWarning) == [true])
    }
  }

  @Test func `A script that is not closed and swallows a table is told`() throws {
    for element in ["script", "style", "noscript", "textarea"] {
      let text = try read("<p>a<\(element)><table><tr><td>b<td>2</table>")
      #expect(text.codes.contains("cut-page"), "\(element)")
    }
    #expect(try read("<p>a<script>'<table>'</script><noscript>a tablet</noscript>").codes == [])
  }

  @Test func `Rows outside of a table and a page that is cut are told`() throws {
    #expect(try read("<tr><td>a<td>b").codes == ["cell-outside-table"])
    #expect(try read("<table><tr><td>a<td>b").codes == ["cut-page"])
    #expect(try read("<table><tr><td>a<td>b</table><p>c<td hre").codes == ["cut-page"])
  }

  @Test func `A table that is not closed before the next one`() throws {
    #expect(
      try lines("<table><tr><td>a<td>1</tr><table><tr><td>b<td>2</tr></table>")
        == ["a\t1", "", "b\t2"])
  }
}

@Suite("Damaged pages of the web")
struct DamagedWebPageTests {
  @Test func `A page that is cut at any byte is read or refused`() {
    let page = Array(
      """
      <!DOCTYPE html><meta charset=utf-8><title>計画</title><nav>a</nav><h1>見出し &amp; b</h1>
      <table border="1"><caption>c</caption><tr><th rowspan=2>指標<td colspan='2'>&#12354;
      <tr><td><del>1</del><!-- x --><td><ol><li>2</ol></table><script>1</script>
      """.utf8)
    for end in page.indices { _ = try? FormText.read(Array(page[..<end]), name: "a.html") }
  }

  @Test(
    .timeLimit(.minutes(10)),
    arguments: [
      "<table>", "<table><tr><td>", "<td>", "</td>", "<nav>", "<div hidden>", "<del>", "<ol><li>",
      "<!--", "<a b=\"", "<p", "&", "&#", "<ruby><rt>", "</table>", "<caption>", "<table><caption>",
      "<td rowspan=9999 colspan=9999>", "<script>", "<main>", "<h1>", "<pre>", "<sup>1",
      "<table><tr hidden>", "<svg>", "<del><table><td>", "<span hidden><td>",
    ])
  func `Ten thousand of anything end in time`(piece: String) {
    for text in [
      String(repeating: piece, count: 10_000), String(repeating: piece + "1", count: 10_000),
      "<table><tr><td>" + String(repeating: piece + "x", count: 10_000) + "</table>",
    ] {
      _ = try? FormText.read(Array(text.utf8), name: "a.html")
    }
  }

  @Test func `Wide rows are bounded`() throws {
    let row = "<tr>" + String(repeating: "<td>1", count: 20_000)
    let text = try WebPage.read(Array("<table>\(row)</table>".utf8), name: "a.html")
    #expect(text.codes == ["too-many-columns"])
    let tall = "<table>" + row + String(repeating: "<tr><td>1", count: 1000) + "</table>"
    #expect(throws: FormError.self) { try WebPage.read(Array(tall.utf8), name: "a.html") }
  }

  @Test func `Cells that reach down over all rows do not swell`() throws {
    func stairs(_ count: Int) throws -> FormText {
      let rows = (0..<count).map { "<tr><td rowspan=\(count - $0)>\($0)" }.joined()
      return try WebPage.read(Array("<table>\(rows)</table>".utf8), name: "a.html")
    }
    let few = try stairs(300)
    #expect(few.lines.last?.text.hasSuffix("\t299") == true)
    let error = #expect(throws: FormError.self) { try stairs(3000) }
    #expect(error?.code == .tooLarge)
    #expect(error?.expected.en == "a table of at most \(64 * 3000 + 100_000) cells")
    // Columns that a first row takes in all rows below cost as much as cells.
    let wide = "<tr>" + String(repeating: "<td colspan=1000 rowspan=9999>1", count: 17)
    let under = wide + String(repeating: "<tr><td>2", count: 1000)
    #expect(throws: FormError.self) {
      try WebPage.read(Array("<table>\(under)</table>".utf8), name: "a.html")
    }
  }

  @Test(arguments: ["", " \n", "<p></p>", "<!-- a -->", "<script>a"])
  func `A page with nothing on it is refused`(html: String) {
    let error = #expect(throws: FormError.self) {
      try WebPage.read(Array(html.utf8), name: "a.html")
    }
    #expect(error?.code == .empty)
  }
}
