import MachiKurabe
import Testing

@Suite("Iwamizawa's projections")
struct IwamizawaVisionTests {
  static func library() throws -> ProjectionLibrary {
    try #require(try ProjectionLibrary.builtIn(for: MunicipalityCode("012106")))
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
  }

  /// iwamizawa-progress:89–92: 6,241 + 28,483 + 25,812 = 60,536 in 2040.
  @Test("The vision's assumptions come within 0.5 % of its total and 3 % of each age group")
  func vision() throws {
    let projection = try Self.library().projection(of: "vision", to: 2040)
    let code = try MunicipalityCode("012106")
    let record = try #require(
      try MunicipalityRecord.builtIn().first { $0.municipality.code == code })
    func printed(_ item: PopulationItem) throws -> Double {
      let figure = record.populationFigures.first {
        $0.item == item && $0.basis == .vision && $0.period?.year == 2040
      }
      return try #require(figure?.reading.quantity?.value.doubleValue)
    }
    let table = try #require(projection.population(in: 2040))
    let groups = try table.broadAgeGroups()
    for (value, item, tolerance) in [
      (groups.total, PopulationItem.totalPopulation, 0.005),
      (groups.young, .youngPopulation, 0.03), (groups.workingAge, .workingAgePopulation, 0.03),
      (groups.old, .elderlyPopulation, 0.03),
    ] {
      let aim = try printed(item)
      #expect(abs(value / aim - 1) < tolerance, "\(item.rawValue): \(value) for \(aim)")
    }
  }
}
