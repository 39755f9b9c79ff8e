import MunicipalModel
import Testing

@testable import DocumentReading

/// The term of a plan that nobody has described yet. The lines are made for these tests, in the forms that
/// plans of 岩見沢市 and 苫小牧市 have.
struct DescriptionDraftTests {
  private func document(_ text: String) throws -> DescriptionDraft.Document {
    let listed = try #require(MunicipalityDirectory.builtIn.entries(named: "浦河町").first)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let form = FormText(lines: lines.map { .init(String($0)) })
    let draft = try DescriptionDraft([(file: "plan.txt", form: form)], of: listed)
    return try #require(draft.documents.first)
  }

  @Test(arguments: [
    "計画期間：令和2年度～令和6年度", "計画期間は、2020年度から2024年度までの5年間とします。", "令和2年度～令和6年度を計画期間とする",
    "計画期間 5年間（2020年度～2024年度）",
  ])
  func `A span beside the word is the term, and its line is named`(line: String) throws {
    let read = try document("浦河町の戦略\n\n\(line)\n")
    let term = try #require(read.term)
    let period = try Period(parsing: term)
    #expect(period.years.first == 2020 && period.years.last == 2024)
    #expect(read.termCitation?.line == 3)
  }

  @Test(arguments: [
    "工業統計調査（基準値: 2016～2018年平均、目標値: 計画期間内における最新の実績）",
    "第1期の計画期間（2015～2019年度）に続き、第2期（2020～2024年度）", "計画期間内に2020～2024年の調査を行う",
    "計画期間：2015～2019年度\n計画期間：2020～2024年度",
  ])
  func `Another span of the line, and terms that differ, are none`(line: String) throws {
    #expect(try document("浦河町の資料\n\n\(line)\n").term == nil)
  }
}
