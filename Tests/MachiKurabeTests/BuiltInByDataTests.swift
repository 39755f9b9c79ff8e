import MachiKurabe
import TestSupport
import Testing

/// The plan of a built-in city, read without its Swift.
@Suite("A built-in city by data alone")
struct BuiltInByDataTests {
  /// A built-in document and its layout, read as those of a folder.
  private func contents(
    byDataAlone id: DocumentID, plan: String = ""
  ) throws -> (declared: DocumentContents, built: DocumentContents) {
    let adapter = try #require(BuiltInMunicipalities.adapter(for: id))
    let names = ["\(id).txt", "\(id).layout.json", "corrections.tsv"]
    let municipality = adapter.municipality
    let description = """
      { "code": "\(municipality.code.sixDigits)",
        "name": { "ja": "\(municipality.name.ja)", "en": "\(municipality.name.en)" },
        "documents": [ { "id": "\(id)", "title": { "ja": "資料", "en": "document" },
          "layout": "\(id).layout.json"\(plan) } ] }
      """
    let declared = try DeclaredMunicipality(
      files: adapter.builtInFiles.filter { names.contains($0.name) }
        + [BuiltInFile(name: "municipality.json", text: description)])
    return (
      try #require(declared.record().contents(of: id)),
      try #require(adapter.record().contents(of: id))
    )
  }

  @Test("Tomakomai's outline is the same from its layout alone")
  func outline() throws {
    var (declared, built) = try contents(byDataAlone: "tomakomai-outline")
    declared.publication = nil
    #expect(declared == built)
  }

  @Test("Iwamizawa's plan lacks but the notes below its tables")
  func iwamizawa() throws {
    let (declared, built) = try contents(
      byDataAlone: "iwamizawa-progress", plan: #", "plan": { "term": "令和2年度～令和6年度" }"#)
    let plans = try [declared, built].map { try #require($0.plans.first) }
    #expect(plans[0].term == plans[1].term)
    #expect(plans[0].nodes.map(\.node.citation) == plans[1].nodes.map(\.node.citation))
    #expect(plans[0].nodes.map(\.node.title) == plans[1].nodes.map(\.node.title))
    #expect(plans[0].nodes.map(\.node.lifecycle) == plans[1].nodes.map(\.node.lifecycle))
    let projects = plans.map { $0.indicators.filter { $0.level == .project }.map(\.indicator) }
    #expect(projects[0] == projects[1])
    let goals = plans.map { $0.indicators.filter { $0.level == .goal }.map(\.indicator) }
    #expect(goals[0].count == 14)
    for (alone, whole) in zip(goals[0], goals[1]) {
      #expect(alone.name == whole.name && alone.theme == whole.theme)
      #expect(alone.figures.map(\.reading) == whole.figures.map(\.reading))
      #expect(alone.first(.target)?.period == whole.first(.target)?.period)
      #expect(alone.first(.assessment)?.period == whole.first(.assessment)?.period)
    }
  }

  @Test("Tomakomai's progress report gives the tree that its adapter gives")
  func tomakomai() throws {
    let (declared, built) = try contents(byDataAlone: "tomakomai-progress")
    #expect(declared.plans.first?.roots == built.plans.first?.roots)
    #expect(declared.plans.first?.indicators.isEmpty == false)
    // The adapter reads more tables of the population than the layout can say, but none otherwise.
    #expect(declared.populationFigures.count { $0.basis == .vision } == 2)
    for figure in declared.populationFigures {
      #expect(
        built.populationFigures.contains {
          // A note below the table says the day of the year.
          $0.label == figure.label && $0.period?.year == figure.period?.year
            && $0.reading == figure.reading
        }, "\(figure.citation)")
    }
  }

  @Test(
    "Every rule of a built-in layout fits something in its document",
    arguments: ["tomakomai-progress", "tomakomai-outline", "iwamizawa-progress"] as [DocumentID])
  func unusedRules(id: DocumentID) throws {
    let adapter = try #require(BuiltInMunicipalities.adapter(for: id))
    let text = try #require(adapter.builtInLibrary().documents[id])
    #expect(try adapter.builtInLayout(of: id).unusedRules(in: text) == [])
  }

  @Test("No line of a built-in document looks like a heading that was not taken")
  func untakenHeadings() throws {
    let notes = try MunicipalityRecord.builtIn().flatMap(\.diagnostics)
    #expect(!notes.isEmpty)
    #expect(notes.filter { ["heading-not-taken", "unread-line"].contains($0.code.rawValue) } == [])
  }

  @Test("Every entry of a built-in city's file of concepts fits its documents")
  func conceptEntries() throws {
    let issues = try Crosswalk(of: MunicipalityRecord.builtIn()).issues
    #expect(issues.filter { $0.entry != nil } == [])
  }
}
