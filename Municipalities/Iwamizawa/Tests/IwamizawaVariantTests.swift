import Iwamizawa
import MachiKurabe
import TestSupport
import Testing

/// The committed facts with one thing changed, as next year's document or another extraction has it.
@Suite("Iwamizawa: other documents of the same kind")
struct IwamizawaVariantTests {
  private let original: DocumentContents
  private let lines: [String]

  init() throws {
    let library = try Iwamizawa().builtInLibrary()
    let document = try #require(library.documents["iwamizawa-progress"])
    original = try #require(BuiltIn.record().contents(of: document.id))
    lines = (1...document.lineCount).map { document.line($0) }
  }

  private func read(_ lines: [String]) throws -> DocumentContents {
    let text = lines.joined(separator: "\n")
    return try Iwamizawa().read(DocumentText(id: "iwamizawa-progress", text: text)).contents
  }

  /// What the figures say, without the lines, which move.
  private func figures(_ contents: DocumentContents) -> [String] {
    contents.populationFigures.map {
      "\($0.label) \($0.area.name) \($0.period?.code ?? "") \($0.reading)"
    } + contents.budgetFigures.map { "\($0.item) \($0.period?.code ?? "") \($0.reading)" }
  }

  @Test(
    "A page break inside a table loses nothing",
    arguments: [179, 200, 237, 253, 304], [["", "12", ""], ["", "- 12 -", ""], ["", ""]])
  func pageBreak(after line: Int, lines inserted: [String]) throws {
    var lines = lines
    lines.insert(contentsOf: inserted, at: line)
    let contents = try read(lines)
    #expect(figures(contents) == figures(original))
    #expect(
      contents.plans.first?.indicators.map(\.indicator.name)
        == original.plans.first?.indicators.map(\.indicator.name))
    #expect(contents.diagnostics.map(\.code) == original.diagnostics.map(\.code))
  }

  @Test("Twice as many blank lines change nothing")
  func blankLines() throws {
    let contents = try read(lines.flatMap { $0.isEmpty ? ["", ""] : [$0] })
    #expect(figures(contents) == figures(original))
  }

  @Test("The first value of a vision's path is where it starts")
  func start() throws {
    let fertility = original.populationFigures.filter {
      $0.item == .totalFertilityRate && $0.citation.line == 64
    }
    #expect(fertility.map(\.basis) == [.start, .assumption, .assumption])
    #expect(fertility.map(\.period?.code) == ["CY2014", "CY2045", "CY2065"])
  }

  @Test("Next year's column and next year's figures are read by their headings")
  func nextYear() throws {
    let contents = try read(
      lines.map { line in
        NameReplacement.replace("2020年度", with: "2021年度", in: line)
      })
    let actuals = contents.plans.flatMap(\.indicators).filter { $0.level == .project }
      .compactMap { $0.indicator.first(.actual)?.period?.code }
    #expect(Set(actuals) == ["FY2021"])
    #expect(actuals.count == 37)
  }
}

/// Replaces words of a line.
private enum NameReplacement {
  static func replace(_ word: String, with other: String, in line: String) -> String {
    var result = line
    while let range = result.firstRange(of: word) { result.replaceSubrange(range, with: other) }
    return result
  }
}
