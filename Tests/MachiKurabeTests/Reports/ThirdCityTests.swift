import MachiKurabe
import TestSupport
import Testing

/// What a report says of all municipalities holds when one is added that prints less, or other years.
@Suite("A third municipality")
struct ThirdCityTests {
  private let records: [MunicipalityRecord]
  private let overall: Report

  init() throws {
    let urakawa = try MunicipalityFolder(path: RepositoryFolder.municipality("Urakawa"))
    records = try RecordCollection(MunicipalityRecord.builtIn(), adding: [urakawa]).records
    overall = try OverallReport.report(
      OverallReport.Input(
        records: records, conceptNotes: ConceptNotes.builtIn(),
        scale: #require(try JudgementScale.builtIn().first), documentTitles: [:]))
  }

  private func table(_ section: String, _ key: String) throws -> ReportTable {
    let section = try #require(overall.sections.first { $0.key == section })
    return try #require(section.tables.first { $0.key == key })
  }

  @Test func `Only those that have figures are said to have them`() throws {
    let overview = try #require(overall.sections.first)
    let notes = try table("overview", "overview").notes
    #expect(notes.first?.ja.contains("岩見沢市と苫小牧市に値がある最も新しい年（2021年）") == true)
    #expect(overview.introduction.first?.ja.hasPrefix("人口の動きの表がある2市町村のうち、") == true)
    let dynamics = try #require(overall.sections.first { $0.key == "dynamics" })
    #expect(dynamics.introduction.first?.ja.contains("岩見沢市と苫小牧市の資料がそろう") == true)
    for text in overview.introduction + notes + dynamics.introduction {
      #expect(!text.ja.contains("全て") && !text.ja.contains("すべての"))
    }
  }

  @Test func `Figures of different years side by side have their years beside them`() throws {
    let goals = try table("summary", "by_goal")
    let index = try #require(goals.columns.firstIndex { $0.key == "up_to" })
    #expect(
      Set(goals.rows.map { $0.cells[index].text.ja }) == ["2020年まで", "2022年度まで", "記載なし"])
    let themes = try table("themes", "themes")
    #expect(themes.columns.contains { $0.key == "up_to" })
    let overview = try table("overview", "overview")
    let plan = try #require(overview.columns.firstIndex { $0.key == "plan_year" })
    #expect(overview.rows.last?.cells[plan].text.ja == "記載なし")
    let matrix = try table("sdgs", "sdg_matrix")
    #expect(matrix.columns.contains { $0.label.ja == "（2022年度まで）\nペース" })
    for table in overall.sections.filter({ $0.key == "progress_by_theme" }).flatMap(\.tables) {
      let target = try #require(table.columns.firstIndex { $0.key == "target" })
      // Urakawa's table says no years, Iwamizawa's only that of the target.
      for row in table.rows where row.cells[0].value != .text("016071") {
        let cell = row.cells[target]
        guard ["value", "reference"].contains(cell.status) else { continue }
        #expect(cell.text.ja.hasSuffix("2024年度）"), "\(cell.text.ja)")
      }
    }
  }

  @Test func `The whole of the pledges counts the pledges, not the visions`() throws {
    let record = try #require(records.first { $0.municipality.code.sixDigits == "012131" })
    let scale = try #require(try JudgementScale.builtIn().first)
    let report = try ProgressReport.report(record, scale: scale)
    let pledges = try #require(report.sections.first { $0.key == "pledges" })
    let visions = try #require(pledges.tables.first { $0.key == "pledge_visions" })
    let counts = visions.rows.map { $0.cells[2].value }
    #expect(counts.count == 8 && counts.last == .integer(34))
    let sum = counts.dropLast().reduce(0) { sum, count in
      guard case .integer(let number) = count else { return sum }
      return sum + number
    }
    #expect(sum == 34)
  }

  /// 未公表 is a word of a document, never of this package.
  @Test func `What no text holds is not printed, and is not called unpublished`() throws {
    var unpublished = 0
    for table in overall.sections.flatMap(\.tables) {
      for cell in table.rows.flatMap(\.cells) where cell.status == "not_published" {
        unpublished += 1
        #expect(cell.sources.contains { $0.printed.contains("未公表") }, "\(table.key)")
      }
    }
    _ = unpublished
    let texts = overall.sections.flatMap(\.tables).flatMap { [$0.caption] + $0.notes }
    #expect(!texts.contains { $0.ja.contains("公表されていない") })
  }
}
