import Foundation
import MachiKurabe
import TestSupport
import Testing

@Suite("Articles: what a folder of data may say")
struct ArticleTests {
  @Test("Every item of a population stands in the reference of folders")
  func populationItems() throws {
    let article = String(
      decoding: try Data(
        contentsOf: URL(
          filePath: RepositoryFolder.file(
            "Sources/MachiKurabe/MachiKurabe.docc/Folder-Reference.md"))),
      as: UTF8.self)
    let items: [PopulationItem] = [
      .totalPopulation, .yearEndPopulation, .totalChange, .households, .births, .deaths,
      .naturalChange, .naturalChangeRate, .inMigrants, .outMigrants, .socialChange,
      .socialChangeRate, .otherChange, .netOutMigration, .netMigrationRate, .totalFertilityRate,
      .youngPopulation, .workingAgePopulation, .elderlyPopulation, .ageingRate,
      .youngPopulation.share,
    ]
    for item in items { #expect(article.contains("`\(item.rawValue)`"), "\(item.rawValue)") }
  }
}
