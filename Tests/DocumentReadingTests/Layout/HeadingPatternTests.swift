import DocumentReading
import TestSupport
import Testing

@Suite("How headings are written")
struct HeadingPatternTests {
  private func match(_ pattern: String, _ line: String) throws -> [String]? {
    try #require(HeadingPattern(pattern)).match(line).map { [$0.number, $0.title] }
  }

  @Test(
    "Headings as cities write them",
    arguments: [
      ("基本目標{number} {title}", "基本目標１　しごとをつくる", "1", "しごとをつくる"),
      ("基本目標{number} {title}", "　基本目標 1  しごとを つくる ", "1", "しごとを つくる"),
      ("【基本目標{number}】{title}", "【基本目標 3】若い世代", "3", "若い世代"),
      ("【基本目標{number}】{title}", "【 基本目標３ 】　若い世代", "3", "若い世代"),
      ("({number}) {title}", "（１） 子育て", "1", "子育て"),
      ("（{number}） {title}", "(12) 子育て", "12", "子育て"),
      ("{number}{title}", "①移住の促進", "1", "移住の促進"),
      ("{number}{title}", "⑳ 移住の促進", "20", "移住の促進"),
      ("{number}{title}", "㉑移住の促進", "21", "移住の促進"),
      ("第{number}章 {title}", "第1章　総論", "1", "総論"),
      ("第{number}章 {title}", "第一章 総論", "1", "総論"),
      ("第{number}章 {title}", "第十章 総論", "10", "総論"),
      ("第{number}章 {title}", "第十二章 総論", "12", "総論"),
      ("第{number}章 {title}", "第二十章 総論", "20", "総論"),
      ("第{number}章 {title}", "第九十九章 総論", "99", "総論"),
      ("{number} {title}", "Ⅲ 安心なまち", "3", "安心なまち"),
      ("{number}．{title}", "2.安心なまち", "2", "安心なまち"),
      ("施策{number}-{number} {title}", "施策1-2 起業の支援", "1-2", "起業の支援"),
      ("施策{number}-{number} {title}", "施策１－２　起業の支援", "1-2", "起業の支援"),
      ("施策{number}-{number} {title}", "施策1‐2 起業の支援", "1-2", "起業の支援"),
      ("施策{number}-{number} {title}", "施策 1 − 2 起業の支援", "1-2", "起業の支援"),
      ("施策{number}ー{number} {title}", "施策1-12 起業の支援", "1-12", "起業の支援"),
      ("基本目標{number}（{title}）", "基本目標2(安心なまち)", "2", "安心なまち"),
      ("■{title}■", "■安心なまち■", "", "安心なまち"),
      ("基本目標{number} {title}", "基本目標4", "4", ""),
      ("【基本目標{number}】{title}", "【基本目標4】", "4", ""),
      ("数値目標", "数値 目標", "", ""),
    ])
  func headings(pattern: String, line: String, number: String, title: String) throws {
    #expect(try match(pattern, line) == [number, title])
  }

  @Test("The title stays as printed, in its own width")
  func printedTitle() throws {
    #expect(try match("{number} {title}", "１　ＩＣＴの（活用）") == ["1", "ＩＣＴの（活用）"])
  }

  @Test(
    "Lines that are no heading",
    arguments: [
      ("{number} {title}", "2020 年の人口"), ("{number} {title}", "2020年 の人口"),
      ("{number} {title}", "1234 題"), ("{number} {title}", "令和2年 題"),
      ("{number} {title}", "1.5 倍になる"), ("{number} {title}", "1題"),
      ("{number} {title}", "½ 題"), ("{number} {title}", "千 題"),
      ("第{number}章 {title}", "第十十章 題"),
      ("第{number}章 {title}", "第章 題"), ("第{number}章 {title}", "第1節 題"),
      ("基本目標{number} {title}", "基本目標 題"), ("基本目標{number} {title}", "本市の基本目標1 題"),
      ("施策{number}-{number} {title}", "施策1 題"), ("数値目標", "数値目標の一覧"),
      ("基本目標{number}（{title}）", "基本目標2(安心"), ("基本目標{number} {title}", ""),
    ])
  func noHeading(pattern: String, line: String) throws {
    #expect(try match(pattern, line) == nil)
  }

  @Test(
    "A pattern that says nothing, or that is not understood, is refused",
    arguments: [
      "", " ", "　", "{title}", " {title}", "{titel}", "施策{", "施策}", "{number}{title}{number}",
      "{title}{title}", "{title} {number}",
    ])
  func refused(pattern: String) { #expect(HeadingPattern(pattern) == nil) }

  @Test("Any text against any pattern ends without a trap")
  func anything() throws {
    var random = SeededGenerator(seed: 6)
    let pieces = [
      "{number}", "{title}", " ", "　", "-", "ー", "（", "」", "十", "一", "①", "½", "9999999999",
      "施策", "\u{200B}", "👪", "\t", "{", "}", "Ⅲ", "\u{0}", "万", "１",
    ]
    var accepted = 0
    for _ in 0..<4_000 {
      let text = (0..<Int.random(in: 0...5, using: &random)).compactMap { _ in
        pieces.randomElement(using: &random)
      }.joined()
      let line = (0..<Int.random(in: 0...6, using: &random)).compactMap { _ in
        pieces.randomElement(using: &random)
      }.joined()
      guard let pattern = HeadingPattern(text) else { continue }
      accepted += 1
      if let match = pattern.match(line) {
        #expect(pattern.hasNumber || match.number.isEmpty)
        #expect(pattern.hasTitle || match.title.isEmpty)
      }
    }
    #expect(accepted > 100)
  }
}
