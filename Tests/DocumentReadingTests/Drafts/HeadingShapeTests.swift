import Testing

@testable import DocumentReading

struct HeadingShapeTests {
  @Test(arguments: [
    ("基本目標1 しごとをつくる", "基本目標{number}", [1], "しごとをつくる"),
    ("基本目標Ⅱ　ひとの流れ", "基本目標{number}", [2], "ひとの流れ"),
    ("施策1-2 企業誘致", "施策{number}-{number}", [1, 2], "企業誘致"),
    ("（3）子育て支援", "({1})", [3], "子育て支援"),
    ("①健康づくり", "{①}", [1], "健康づくり"),
    ("第3章　基本構想", "第{number}章", [3], "基本構想"),
    ("第二章 現状", "第{number}章", [2], "現状"),
    ("Ⅳ 安全なまち", "{Ⅰ}", [4], "安全なまち"),
    ("【基本目標1】しごと", "【基本目標{number}】", [1], "しごと"),
    ("2. 移住の促進", "{1}.", [2], "移住の促進"),
    ("ア 相談窓口", "{ア}", [1], "相談窓口"),
  ])
  func headings(text: String, shape: String, numbers: [Int], title: String) throws {
    let read = try #require(HeadingShape.read(text, at: 1))
    let pattern = read.shape.pattern(isSpaced: false)
    #expect(pattern.replacing(" ", with: "") == shape + "{title}")
    #expect(read.line.numbers == numbers && read.line.title == title)
    #expect(HeadingPattern(pattern)?.match(text)?.title == title)
  }

  /// Times, counts, tables and sentences that begin with a number or a word and a number.
  @Test(arguments: [
    "令和2年度の取組", "2020年度", "3世代同居の支援", "一人当たりの所得", "5人", "表1 人口の推移", "図2", "1,234",
    "R5実績", "約30％", "人口100人当たり", "1 の取組により増加した。",
  ])
  func others(text: String) { #expect(HeadingShape.read(text, at: 1) == nil) }

  @Test func `A style of number fits its own numbers alone`() throws {
    let circled = try #require(HeadingPattern("{①} {title}"))
    #expect(circled.match("② 住まい")?.number == "2")
    #expect(circled.match("2 住まい") == nil && circled.match("Ⅱ 住まい") == nil)
    let roman = try #require(HeadingPattern("{Ⅰ} {title}"))
    #expect(roman.match("Ⅲ 文化")?.number == "3" && roman.match("③ 文化") == nil)
    #expect(roman.match("IV 文化")?.title == "文化" && roman.match("IT 文化") == nil)
    let digits = try #require(HeadingPattern("{1} {title}"))
    #expect(digits.match("１ 文化")?.number == "1" && digits.match("① 文化") == nil)
  }
}
