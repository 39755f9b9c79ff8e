import Foundation
import TestSupport
import Testing

@testable import TextFormats

@Suite("Texts, and columns aligned by spaces")
struct AlignedTextTests {
  private func read(_ text: String) throws -> FormText {
    try FormText.read(Array(text.utf8), name: "a.txt")
  }

  private func lines(_ text: String) throws -> [String] { try read(text).lines.map(\.text) }

  /// The rows of the sample in columns, where a wide character takes as many columns as it is said.
  static func aligned(_ rows: [[String]], wide: Int, blank: String = " ") -> String {
    func width(_ text: String) -> Int {
      text.unicodeScalars.reduce(0) { $0 + ($1.value < 0x80 ? 1 : wide) }
    }
    let widths = rows[0].indices.map { column in rows.map { width($0[column]) }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).map { $0 + String(repeating: " ", count: $1 + 3 - width($0)) }.joined()
    }.joined(separator: "\n")
  }

  @Test func `A text with tabs is as it is`() throws {
    let text = "# 一\na\tb  c\n\n  二   三   四\n1\t2\r\n"
    let read = try read(text)
    #expect(
      read.lines == ["# 一", "a\tb  c", "", "  二   三   四", "1\t2", ""].map { FormText.Line($0) })
    #expect(read.notices == [])
  }

  @Test func `The documents of the cities stay as they are`() throws {
    let documents = try RepositoryDocuments.texts()
    #expect(documents.count >= 6)
    for (name, text) in documents {
      let expected = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        FormText.Line(String(line.last == "\r" ? line.dropLast() : line))
      }
      let read = try FormText.read(Array(text.utf8), name: name)
      #expect(read.lines == expected, "\(name)")
      #expect(read.notices == [], "\(name)")
    }
  }

  @Test func `Page breaks are places`() throws {
    let text = try read("一\n二\n\u{C}三\t四\n五\n\u{C}")
    #expect(text.lines.map(\.text) == ["一", "二", "三\t四", "五", ""])
    #expect(text.label(1) == "1ページ2行")
    #expect(text.label(2, cell: 2) == "2ページ1行")
  }

  @Test(arguments: [1, 2])
  func `A heading and a table`(wide: Int) throws {
    let text = try read(
      FormSample.heading + "\n\n" + Self.aligned(FormSample.rows, wide: wide) + "\n")
    #expect(text.lines.map(\.text) == FormSample.lines + [""])
    #expect(text.label(3) == "1ページ4行")
    #expect(text.notices == [])
  }

  @Test func `Full-width spaces align too`() throws {
    let text = "指標　　　　　　　　基準値　　目標値\n出生数　　　　　　　３８０　　４００\n合計特殊出生率　　　１.３１　　１.５０"
    #expect(
      try lines(text) == ["指標\t基準値\t目標値", "出生数\t３８０\t４００", "合計特殊出生率\t１.３１\t１.５０"])
  }

  /// The form of `pdftotext -layout`: a character is a column, headings go on below, names too.
  @Test func `Headings and names over several lines`() throws {
    let text = """
      ２．実績の推移
                                        （単位：万人）
         区 分        平成22 平成23 平成24
                     年     年     年
      観光客入込数           662   543   583
      市内温泉地宿泊客数       97.2 101.5  96.8
      コンベンション参加者       6.1   4.8   5.5
      数
      教育旅行入込数          2.1   0.4   －
      ※温泉地は3温泉地の合計。平成23年は避難者の宿泊を含む。
      """
    let read = try read(text)
    #expect(
      read.lines.map(\.text) == [
        "２．実績の推移", "                                  （単位：万人）", "",
        "区 分\t平成22年\t平成23年\t平成24年",
        "観光客入込数\t662\t543\t583", "市内温泉地宿泊客数\t97.2\t101.5\t96.8",
        "コンベンション参加者数\t6.1\t4.8\t5.5", "教育旅行入込数\t2.1\t0.4\t－", "",
        "※温泉地は3温泉地の合計。平成23年は避難者の宿泊を含む。",
      ])
    #expect(read.label(6) == "1ページ7行")
    #expect(read.notices == [])
  }

  @Test func `A name in the middle of whose lines the figures stand`() throws {
    let text = """
      指標                基準値     目標値
      出生数                380      400
      大学卒業者等の市内企
                         12       20
      業への就職者数
      死亡数                500      500
      """
    #expect(
      try lines(text) == [
        "指標\t基準値\t目標値", "出生数\t380\t400", "大学卒業者等の市内企業への就職者数\t12\t20", "死亡数\t500\t500",
      ])
  }

  @Test func `Where the columns are unclear the lines stay, and it is told`() throws {
    let text = """
      指標           基準値     目標値
      出生数           380      400
          12 か 20    見込み
      死亡数           500      500
      """
    let read = try read(text)
    #expect(read.lines.map(\.text) == text.split(separator: "\n").map(String.init))
    #expect(read.codes == ["aligned-columns-unclear"])
    #expect(read.notices.first?.line == 2)
  }

  @Test func `A table of one row, and the same heading again`() throws {
    let text = """
      指標１ 観光客数
            指標（KPI）             現状値          目標値
                              （平成26年）      （平成32年）
      市内温泉地宿泊客数（年間）              95万9千人        108万人
       観光客の数です。
      指標２ 宿泊客数
            指標（KPI）             現状値          目標値
                              （平成26年）      （平成32年）
      観光客数（年間）                    635万人         670万人
      """
    let read = try read(text)
    #expect(
      read.lines.map(\.text) == [
        "指標１ 観光客数", "", "指標（KPI）\t現状値（平成26年）\t目標値（平成32年）", "市内温泉地宿泊客数（年間）\t95万9千人\t108万人", "",
        " 観光客の数です。", "指標２ 宿泊客数", "", "指標（KPI）\t現状値（平成26年）\t目標値（平成32年）",
        "観光客数（年間）\t635万人\t670万人",
      ])
    #expect(read.notices == [])
  }

  @Test func `A row behind a line that ends its table is told`() throws {
    let text = """
      指標           基準値     目標値
      出生数           380      400
      転入者数         500      600
      この間の文章は表の中にあるとは限りません。
      死亡数           500      500
      """
    let read = try read(text)
    #expect(read.lines.count == 6)
    #expect(read.lines.filter { $0.text.contains("\t") }.count == 3)
    #expect(read.codes == ["aligned-columns-unclear"])
    #expect(read.notices.first?.line == 5)
  }

  @Test(
    arguments: [
      "基準値：46人　　実績値：45人　　目標値：230人\n基準値：12件　　実績値：43件　　目標値：125件",
      "第1章　　はじめに\n第2章　　計画の目的\n第3章　　計画の期間", "左の段の文です。   右の段の文です。\n続きの文です。     続きの文です。",
      "令和6年 4月 1日\n岩見沢市", "1　人口\n2　世帯\n3　産業",
    ])
  func `What is no table stays as it is`(text: String) throws {
    let read = try read(text)
    #expect(read.lines == text.split(separator: "\n").map { FormText.Line(String($0)) })
    #expect(read.notices == [])
  }

  @Test(
    .timeLimit(.minutes(10)),
    arguments: ["a  b  1\n", "a  ", "1 2 3 4\n", "\u{C}", "a  1\nb\n", "　1"])
  func `Twenty thousand of anything end in time`(piece: String) {
    _ = try? read(String(repeating: piece, count: 20_000))
  }
}

/// The documents of the cities in the repository.
enum RepositoryDocuments {
  /// Their names and texts.
  static func texts() throws -> [(name: String, text: String)] {
    let folder = URL(fileURLWithPath: RepositoryFolder.file("Municipalities"))
    let files = try #require(
      FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
    return try files.compactMap { $0 as? URL }.filter { $0.pathExtension == "txt" }
      .map { ($0.lastPathComponent, try String(contentsOf: $0, encoding: .utf8)) }
  }
}
