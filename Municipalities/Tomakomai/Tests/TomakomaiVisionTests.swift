import MachiKurabe
import Testing

@Suite("Tomakomai's projections")
struct TomakomaiVisionTests {
  static func library() throws -> ProjectionLibrary {
    try #require(try ProjectionLibrary.builtIn(for: MunicipalityCode("012131")))
  }

  @Test("The scenario built from the projection of 2018 returns it at every age, sex and year")
  func published() throws {
    let library = try Self.library()
    let projection = try library.projection(of: "ipss2018", to: 2045)
    let published = try #require(library.populations["ipss2018"])
    #expect(published.keys.sorted() == Array(stride(from: 2015, through: 2045, by: 5)))
    for (year, table) in published {
      #expect(projection.population(in: year)?.counts == table.counts, "\(year)")
    }
    #expect(projection.total(in: 2040) == 148_083)
  }

  /// tomakomai-progress:88–90: 154,145 in 2040 and 133,338 in 2060.
  @Test("The vision's assumptions come within 0.5 % of its figures")
  func vision() throws {
    let projection = try Self.library().projection(of: "vision", to: 2060)
    let code = try MunicipalityCode("012131")
    let record = try #require(
      try MunicipalityRecord.builtIn().first { $0.municipality.code == code })
    for year in [2040, 2060] {
      let printed = record.populationFigures.compactMap { figure -> Double? in
        guard figure.basis == .vision, figure.item == .totalPopulation,
          figure.period?.year == year, figure.citation.line < 91
        else { return nil }
        return figure.reading.quantity?.value.doubleValue
      }
      let aim = try #require(printed.first)
      let projected = try #require(projection.total(in: year))
      #expect(abs(projected / aim - 1) < 0.005, "\(year): \(projected) for \(aim)")
    }
  }
}
