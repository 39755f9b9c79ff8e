import DocumentReading
import TestSupport
import Testing

@Suite struct CellMarkupTests {
  static let lines: [(String, [String])] = [
    ("a\tb\tc", ["a", "b", "c"]), ("a\t\tc", ["a", "", "c"]), ("\t", ["", ""]), ("", [""]),
    (" a \t　b　", ["a", "b"]),
    ("a\t", ["a", ""]), ("<p>3-2 交流人口・定住人口の拡大支援</p>", ["3-2 交流人口・定住人口の拡大支援"]),
    ("④市町村別農業産出額<推計>", ["④市町村別農業産出額<推計>"]), ("＜主な事業＞", ["＜主な事業＞"]), ("a < b", ["a < b"]),
    ("a > b", ["a > b"]), ("x<5>y", ["x<5>y"]), ("<>", ["<>"]), ("</>", ["</>"]), ("a<b", ["a<b"]),
    ("<i-BOX>利用者数", ["<i-BOX>利用者数"]), ("<b計>5", ["<b計>5"]), ("<u>下線</u>付き", ["下線付き"]),
    ("○ <u>地方創生推進交付金</u>", ["○ 地方創生推進交付金"]), ("m<sup>2</sup>", ["m2"]),
    ("46<sup>1</sup>人", ["46※1人"]), ("４６<sup>1</sup>", ["４６※1"]),
    ("1,498千円<sup>2</sup>", ["1,498千円2"]), ("<P>大文字</P>", ["大文字"]),
    ("<p>閉じない", ["閉じない"]), ("閉じない</p>", ["閉じない"]), ("<p", ["<p"]), ("100<p", ["100<p"]),
    ("<br/>5", ["5"]),
    ("<span style=\"color: red\">赤</span>", ["赤"]), ("<<p>>", ["<  >"]),
    ("5 <6 <p>7</p>", ["5 <6  7"]),
  ]

  @Test("Tags are taken out of a cell; other text in angle brackets stays", arguments: lines)
  func cells(_ line: String, _ expected: [String]) {
    #expect(CellMarkup.cells(of: line) == expected)
  }

  @Test(
    "Two numbers that a tag separates do not run together",
    arguments: [
      "10<br>20", "10<br/>20", "<p>10</p><p>20</p>", "<ul><li>10</li><li>20</li></ul>", "10<BR>20",
    ])
  func separated(_ line: String) { #expect(CellMarkup.cells(of: line) == ["10  20"]) }

  @Test("A list's cell reads as its items, two spaces apart")
  func listCell() {
    let cell = "<ul style=\"list-style-type: none\"> <li>市内企業の認知向上</li> <li>創業支援</li> </ul>"
    #expect(CellMarkup.cells(of: "1-1\t" + cell) == ["1-1", "市内企業の認知向上  創業支援"])
  }

  static let lists: [(String, [String])] = [
    // 苫小牧市総合戦略（骨子案）
    (
      "<ul style=\"list-style-type: none\"> <li>高校生等の支援</li> <li>キッズタウン開催事業（子どもの擬似就労等）</li> </ul>",
      ["高校生等の支援", "キッズタウン開催事業（子どもの擬似就労等）"]
    ),
    (
      "<p> 移住情報発信事業（移住促進ポータルサイト開設等）  苫小牧市お試し居住体験の支援事業</p>",
      ["移住情報発信事業（移住促進ポータルサイト開設等）", "苫小牧市お試し居住体験の支援事業"]
    ),
    ("<ul> <li>✓ 新卒高校生等雇用奨励金事業</li> <li>✓ 高校生就職支援事業</li> </ul>", ["新卒高校生等雇用奨励金事業", "高校生就職支援事業"]),
    ("<ul><li class=\"x\">一</li><li class=\"x\">二</li></ul>", ["一", "二"]),
    ("<ul><li>一<li>二", ["一", "二"]),
    ("● 一 ● 二", ["一", "二"]), ("一 二", ["一 二"]), ("一　　二", ["一", "二"]), ("", []), ("  ", []),
    ("<ul></ul>", []),
    ("<UL><LI>一</LI><LI>二</LI></UL>", ["一", "二"]),
  ]

  @Test("A cell's list falls into its items", arguments: lists)
  func listItems(_ cell: String, _ items: [String]) {
    #expect(CellMarkup.listItems(of: cell) == items)
  }

  @Test(
    "Markup of any length is read in good time", .timeLimit(.minutes(10)),
    arguments: [
      "<", ">", "<p>", "<x>", "<li>", "<p", "</", "●", "  ", "\t",
    ])
  func hugeCell(_ piece: String) {
    let text = String(repeating: piece, count: TestSize.of(1_000_000, part: 5) / piece.utf8.count)
    #expect(!CellMarkup.cells(of: text).isEmpty)
    #expect(CellMarkup.listItems(of: text + "終").last?.hasSuffix("終") == true)
  }
}
