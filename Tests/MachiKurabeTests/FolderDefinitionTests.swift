import Foundation
import MachiKurabe
import TestSupport
import Testing

@Suite("How a folder's document forms its rates and means")
struct FolderDefinitionTests {
  /// −20 of 1,000 at the end of 2018, of 980 at the end of 2019, and of 990 in the middle.
  private static func people(rate: String) -> String {
    """
    item,period,printed
    year_end_population,2018年,1000
    year_end_population,2019年,980
    births,2019年,10
    deaths,2019年,30
    natural_change,2019年,-20
    natural_change_rate,2019年,\(rate)%

    """
  }

  private static func record(_ changes: [String: String]) throws -> MunicipalityRecord {
    var record: MunicipalityRecord?
    try TemporaryFolder.use { folder in
      try SampleTown.write(folder, changes)
      record = try MunicipalityFolder(path: folder.path).record()
    }
    return try #require(record)
  }

  private static func description(_ member: String) -> String {
    SampleTown.description.replacing(
      "\"content\": \"population\",", with: "\"content\": \"population\", \(member)")
  }

  @Test(arguments: [
    ("", "-2.00"), ("\"rate_denominator\": \"previous_year_end\",", "-2.00"),
    ("\"rate_denominator\": \"year_end\",", "-2.04"),
    ("\"rate_denominator\": \"mid_year\",", "-2.02"),
  ])
  func `Rates divide by what is declared`(member: String, rate: String) throws {
    for printed in ["-2.00", "-2.04", "-2.02"] {
      let record = try Self.record([
        "municipality.json": Self.description(member), "people.csv": Self.people(rate: printed),
      ])
      let check = try #require(
        record.rederivation.figures.first { $0.kind == .crudeRate })
      #expect(check.agrees == (printed == rate))
    }
  }

  @Test func `A word that is no denominator is named with those that there are`() throws {
    let error = #expect(throws: DataFileError.self) {
      _ = try Self.record([
        "municipality.json": Self.description("\"rate_denominator\": \"census\",")
      ])
    }
    #expect(error?.path.hasSuffix("rate_denominator") == true && error?.found == "census")
    #expect(error?.expected.en.contains("year_end") == true)
  }

  /// A layout's own word comes first.
  @Test func `A layout declares them too`() throws {
    let layout = """
      { "rate_denominator": "year_end", "mean_rounding": "up",
        "headings": [ { "level": "goal", "pattern": "目標{number} {title}" } ] }
      """
    let contents = try #require(try Self.record(["plan.layout.json": layout]).contents(of: "plan"))
    #expect(contents.rateDenominator == .yearEnd && contents.meanRounding == .up)
    let plain = try #require(try Self.record([:]).contents(of: "plan"))
    #expect(plain.rateDenominator == nil && plain.meanRounding == nil)
  }
}
