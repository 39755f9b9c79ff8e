import MunicipalModel
import Testing

@testable import DocumentReading

@Suite("Figures in lines outside tables")
struct UnreadLineTests {
  private func lines(_ text: String) throws -> [Int] {
    var session = DocumentSession(try DocumentText(id: "sample", text: text))
    session.reportUnreadLines()
    #expect(session.diagnostics.allSatisfy { $0.code == "unread-line" && $0.severity == .warning })
    return session.diagnostics.map(\.citation.line)
  }

  @Test(
    "An arrow from one figure to another is told",
    arguments: [
      "・新規就農者数 12人(R1) → 20人(R6)", "・新規就農者数　12人（R1）　→　20人（R6）",
      "KPI 指標 観光入込客数 120万人(R1) ⇒ 150万人(R6)", "基準値 １２人 → 目標値 ２０人", "R1 → R6 → 20人",
    ])
  func told(line: String) throws { #expect(try lines("見出し\n" + line) == [2]) }

  @Test(
    "Periods, words, a figure on one side, and tables are not",
    arguments: [
      "令和2年度 → 令和6年度", "計画 → 実行 → 評価", "20人 → 増加", "⇒ 20人", "12人 20人", "人数\t12人 → 20人",
    ])
  func notTold(line: String) throws { #expect(try lines("見出し\n" + line) == []) }

  @Test("The line of a declared document is told with its text")
  func message() throws {
    var session = DocumentSession(try DocumentText(id: "sample", text: "農家 12人→20人"))
    session.reportUnreadLines()
    let note = try #require(session.diagnostics.first)
    #expect(
      note.message.en
        == "figures in a line are not read; a table or a CSV can hold them: 農家 12人→20人")
    #expect(note.citation.printed == "農家 12人→20人" && !session.isKept(1))
  }
}
