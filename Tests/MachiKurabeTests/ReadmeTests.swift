import Foundation
import MachiKurabe
import TestSupport
import Testing

/// What the READMEs say that the programs print is what they print.
@Suite("READMEs: printed results")
struct ReadmeTests {
  private static let languages: [(file: String, language: Language)] = [
    ("README.md", .english), ("README.ja.md", .japanese),
  ]

  private func lines(_ file: String) throws -> [String] {
    let bytes = try Data(contentsOf: URL(filePath: RepositoryFolder.file(file)))
    return String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }

  /// The blocks that name no language, without the one for `Package.swift`.
  private func printedBlocks(_ file: String) throws -> [[String]] {
    var blocks: [[String]] = []
    var isInside = false
    var isPrinted = false
    for line in try lines(file) {
      if line.hasPrefix("```") {
        isPrinted = !isInside && line == "```"
        isInside.toggle()
        if isPrinted { blocks.append([]) }
      } else if isInside, isPrinted {
        blocks[blocks.count - 1].append(line)
      }
    }
    return blocks.filter { !($0.first ?? "").hasPrefix(".package") }
  }

  /// The last column, the sources, may be cut.
  @Test("Tables are those of compare-cities, line by line", arguments: languages)
  func tables(file: String, language: Language) throws {
    let report = ComparisonReport.report(try MunicipalityRecord.builtIn())
    let printed = TextRenderer(language: language).render(report).split(separator: "\n")
    let blocks = try printedBlocks(file)
    #expect(blocks.count == 3)
    for line in blocks.prefix(2).joined() where !line.isEmpty {
      let isPrinted = printed.contains { $0.hasPrefix(line) }
      #expect(isPrinted, "\(file): \(line)")
    }
  }

  @Test("Sentences have the figures that the snippets above them print", arguments: languages)
  func sentences(file: String, language: Language) throws {
    let text = try lines(file).joined(separator: language == .english ? " " : "")
    let ungrouped = text.replacing(",", with: "")
    let records = try MunicipalityRecord.builtIn()

    let crosswalk = try Crosswalk(of: records)
    let similar = crosswalk.pairings.count { $0.comparability == .similar }
    let related = crosswalk.pairings.count { $0.comparability == .related }
    let all = crosswalk.pairings.count
    #expect(
      text.contains(
        language == .english
          ? "share \(all) concepts: \(similar) are similar, \(related) related only."
          : "共通する概念は\(all)で、\(similar)は類似、\(related)は関連するだけです。"))
    let tourists = try #require(crosswalk.pairings.first { $0.concept.id == "tourist_arrivals" })
    for level in try [tourists.level.get().leftPerThousand, tourists.level.get().rightPerThousand] {
      #expect(ungrouped.contains("\(try level.get().value)"))
    }

    let cohorts = try CohortAnalysis.members(
      of: records.flatMap(\.censusPopulations), from: 2010, to: 2015, method: .forward)
    for city in cohorts {
      let net = Int(city.net.rounded().magnitude)
      let said =
        switch (language, city.net < 0) {
        case (.english, true): "lost \(net) people by moving"
        case (.english, false): "gained \(net)."
        case (.japanese, true): "\(net)人の減"
        case (.japanese, false): "\(net)人の増"
        }
      #expect(ungrouped.contains(said))
    }

    let tomakomai = try #require(records.first { $0.municipality.name.en == "Tomakomai" })
    let finding = try #require(DocumentAudit(tomakomai).findings.first)
    #expect(finding.explanation?.en.hasPrefix("45 = 79 − 34: ") == true)
    for said in finding.citations.map(\.printed) + ["`45 = 79 − 34`"] {
      let isSaid = text.contains(said)
      #expect(isSaid, "\(file): \(said)")
    }

    for record in records where record.municipality.name.en == "Iwamizawa" {
      let account = try #require(record.accounts.last)
      let rate = try account.crudeSocialChangeRate(.percentOfPreviousYearEnd)
      let start =
        "\(record.municipality.name[language]) \(rate.label[language]) \(try #require(rate.rounded)) \(rate.unit[language])"
      #expect(text.contains("`\(start)`"))
      for cell in rate.sources { #expect(text.contains("`\(cell)`")) }
    }
  }

  @Test("The published rates that agree and the social change of the samples", arguments: languages)
  func samples(file: String, language: Language) throws {
    func sample(_ name: String) throws -> [UInt8] {
      try Array(
        Data(
          contentsOf: URL(filePath: RepositoryFolder.file("Tests/Samples/open-data/\(name).csv"))))
    }
    let text = try lines(file).joined(separator: language == .english ? " " : "")
    let year = try MoverTable.registeredYear(
      of: MunicipalityCode("132071"),
      inMigrants: .read(sample("movers-in"), document: "movers-in"),
      outMigrants: .read(sample("movers-out"), document: "movers-out"), nationality: .all,
      stock: StandardDatasetPopulation.read(
        sample("standard-population"), document: "population"
      ).population(on: CalendarDate(year: 2024, month: 1, day: 1)), residents: .included)
    // 38 ÷ 50,600 × 100 = 0.0750…
    let rate = try RegisteredSocialChange(year).totalRate
    #expect((rate * 1000).rounded() == 75)
    #expect(
      text.contains(
        language == .english
          ? "It prints 0.075, 38 people of 50,600." : "社会増減率は 0.075（50,600人に対して38人の増）"
      ))
  }
}
