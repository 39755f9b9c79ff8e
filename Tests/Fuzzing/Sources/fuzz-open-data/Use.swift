import Nationwide

/// Uses what a reader gave as programs do, so that a figure that only later breaks something is found.
enum Use {
  static func all(of table: OpenDataTable) {
    switch table {
    case .registry(let registry):
      _ = registry.rows.map { registry.account(of: $0) }
      _ = try? RegistryPair(
        previous: registry, current: registry, allowingOtherDefinition: true)
    case .registryAges(let ages):
      for code in ages.municipalities.prefix(3).map(\.code) { _ = try? ages.ages(of: code) }
    case .movers(let movers): _ = movers.rows.map { try? movers.ages(of: $0) }
    case .standard(let population):
      for code in population.municipalities { _ = try? population.ages(of: code) }
      _ = try? population.population()
    case .estat(let estat):
      for indicator in [SocialIndicator.population, .elderly] { _ = estat.figures(indicator) }
      for code in Set(estat.figures(.population).compactMap(\.area.code)).prefix(3) {
        _ = try? estat.populations(of: code)
      }
      _ = try? EStatTable.merging([estat, estat])
    case .ssdse(let ssdse): _ = ssdse.figures(.population)
    case .projection(let projection):
      for code in projection.rows.prefix(3).compactMap(\.area.code) {
        _ = projection.figures(of: code)
      }
    }
    guard let nation = try? NationwideTable([table]) else { return }
    for measure in MunicipalRanking.Measure.allCases {
      _ = try? MunicipalRanking(nation, by: measure)
    }
    if let code = nation.members.first?.area.code { _ = nation.peers(of: code) }
  }

  static func rates(of table: LongTable) {
    let rates = table.socialChangeRates
    _ = rates.csv
    for municipality in table.municipalities.prefix(3) {
      for year in table.years {
        for age in table.ages { _ = try? rates.rate(of: municipality.code, year: year, age: age) }
      }
    }
  }
}
