import TestSupport
import Testing

@testable import TextFormats

@Suite("Numbers of lists in Word files")
struct WordNumberingTests {
  private func level(_ number: Int, _ format: String, _ text: String, _ more: String = "") -> String
  {
    "<lvl ilvl=\"\(number)\"><start val=\"1\"/><numFmt val=\"\(format)\"/><lvlText val=\"\(text)\"/>\(more)</lvl>"
  }

  private func number(_ list: Int, _ level: Int) -> String {
    "<numPr><ilvl val=\"\(level)\"/><numId val=\"\(list)\"/></numPr>"
  }

  private func lines(_ paragraphs: [(String, String)], numbering: String, styles: String = "")
    throws -> [String]
  {
    let body = paragraphs.map { WordWriter.paragraph($0.0, $0.1) }.joined()
    return try WordDocument.read(
      WordWriter(body, styles: styles, numbering: numbering).bytes, name: "x.docx"
    ).lines.map(\.text)
  }

  @Test func `Levels count within each other`() throws {
    let numbering =
      "<abstractNum abstractNumId=\"0\">"
      + level(0, "japaneseCounting", "第%1章", "<suff val=\"space\"/>")
      + level(1, "decimal", "%1-%2", "<isLgl/>")
      + level(2, "decimalEnclosedCircle", "%3", "<suff val=\"nothing\"/>")
      + "</abstractNum><num numId=\"1\"><abstractNumId val=\"0\"/></num>"
    let texts = [0, 1, 2, 2, 1, 2, 0, 1].map { ("x", number(1, $0)) }
    #expect(
      try lines(texts + [("y", number(0, 0))], numbering: numbering) == [
        "第一章 x", "1-1 x", "①x", "②x", "1-2 x", "①x", "第二章 x", "2-1 x", "y",
      ])
  }

  @Test func `Starts, restarts and lists of one definition`() throws {
    let numbering =
      "<abstractNum abstractNumId=\"7\">" + level(0, "decimal", "%1.")
      + level(1, "lowerLetter", "(%2)", "<lvlRestart val=\"0\"/>")
      + "</abstractNum><num numId=\"1\"><abstractNumId val=\"7\"/></num>"
      + "<num numId=\"2\"><abstractNumId val=\"7\"/><lvlOverride ilvl=\"0\"><startOverride val=\"5\"/></lvlOverride></num>"
      + "<num numId=\"3\"><abstractNumId val=\"7\"/></num>"
      + "<num numId=\"4\"><abstractNumId val=\"7\"/><lvlOverride ilvl=\"0\">"
      + level(0, "upperRoman", "%1)") + "</lvlOverride></num>"
    let items = [(1, 0), (1, 1), (1, 0), (1, 1), (2, 0), (2, 0), (3, 0), (4, 0)]
    #expect(
      try lines(items.map { ("x", number($0.0, $0.1)) }, numbering: numbering) == [
        "1. x", "(a) x", "2. x", "(b) x", "5. x", "6. x", "7. x", "VIII) x",
      ])
  }

  @Test func `A style may say the list and its level`() throws {
    let styles =
      "<style styleId=\"h1\"><name val=\"heading 1\"/><pPr><numPr><numId val=\"1\"/></numPr></pPr></style>"
      + "<style styleId=\"h2\"><name val=\"heading 2\"/><basedOn val=\"h1\"/></style>"
      + "<style styleId=\"plain\"><basedOn val=\"h1\"/></style>"
    let numbering =
      "<abstractNum abstractNumId=\"1\"><numStyleLink val=\"L\"/></abstractNum>"
      + "<abstractNum abstractNumId=\"2\"><styleLink val=\"L\"/>"
      + level(0, "upperRoman", "基本目標%1", "<pStyle val=\"h1\"/>")
      + level(1, "decimalFullWidth", "施策%2", "<pStyle val=\"h2\"/>")
      + "</abstractNum><num numId=\"1\"><abstractNumId val=\"1\"/></num>"
    #expect(
      try lines(
        [
          ("しごと", "<pStyle val=\"h1\"/>"), ("雇用", "<pStyle val=\"h2\"/>"),
          ("創業", "<pStyle val=\"h2\"/>"),
          ("番号なし", "<pStyle val=\"h1\"/><numPr><numId val=\"0\"/></numPr>"),
          ("ひと", "<pStyle val=\"h1\"/>"),
        ], numbering: numbering, styles: styles) == [
          "基本目標I しごと", "施策１ 雇用", "施策２ 創業", "番号なし", "基本目標II ひと",
        ])
  }

  @Test func `Marks of lists without numbers`() throws {
    let numbering =
      "<abstractNum abstractNumId=\"0\">" + level(0, "bullet", "\u{F06C}") + level(1, "bullet", "・")
      + level(2, "none", "") + "</abstractNum><num numId=\"1\"><abstractNumId val=\"0\"/></num>"
    #expect(
      try lines([0, 1, 2].map { ("x", number(1, $0)) }, numbering: numbering) == [
        "● x", "・ x", "x",
      ])
  }

  @Test(
    arguments: [
      ("decimalZero", [1: "01", 10: "10"]), ("upperLetter", [1: "A", 27: "AA"]),
      ("lowerRoman", [4: "iv", 1999: "mcmxcix"]), ("decimalFullWidth", [12: "１２"]),
      ("decimalEnclosedCircle", [20: "⑳", 21: "㉑", 36: "㊱", 51: "51"]),
      ("decimalEnclosedParen", [3: "⑶"]), ("ideographDigital", [10: "一〇", 3: "三"]),
      ("japaneseCounting", [10: "十", 21: "二十一", 105: "百五"]), ("japaneseLegal", [12: "拾弐"]),
      ("aiueoFullWidth", [1: "ア", 46: "ン", 47: "ア"]), ("aiueo", [2: "ｲ"]), ("iroha", [3: "ハ"]),
      ("ideographTraditional", [2: "乙"]), ("none", [1: ""]), ("something", [7: "7"]),
    ] as [(String, [Int: String])])
  func `Forms of numbers`(format: String, expected: [Int: String]) {
    for (number, text) in expected { #expect(WordNumberFormat.text(number, format) == text) }
  }
}
