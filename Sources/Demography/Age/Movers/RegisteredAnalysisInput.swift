import MunicipalModel

/// Brings the three tables of one period to common ages, without people of unknown age.
struct RegisteredAnalysisInput {
  let year: RegisteredYear
  private let population: CitedAgeTable

  init(
    _ inMigrants: CitedAgeTable, _ outMigrants: CitedAgeTable, _ population: CitedAgeTable,
    denominator: AgeExposure.Denominator, rule: AgeTable.NotReportedRule
  ) throws(AgeMethodError) {
    let subject = RegisteredSocialChange.subject
    var tables: [AgeTable] = []
    do throws(AgeTableError) {
      for table in [inMigrants, outMigrants, population] {
        tables.append(try table.table.resolvingAgeNotReported(rule))
      }
      let ages = try Self.ages(tables.map(\.ages))
      for index in tables.indices { tables[index] = try tables[index].regrouped(to: ages) }
      if tables.contains(where: { $0.sexes == [.both] }) { tables = tables.map { $0.bothSexes() } }
    } catch {
      throw AgeMethodError(error, subject: subject)
        .located(in: [inMigrants, outMigrants, population])
    }
    let exposure: AgeExposure =
      switch denominator {
      case .previousYearEnd: try .previousYearEnd(tables[2])
      case .midYear: try .midYear(tables[2])
      case .personYears: try .personYears(tables[2])
      }
    self.population = population
    year = try RegisteredYear(inMigrants: tables[0], outMigrants: tables[1], exposure: exposure)
  }

  /// The finest common groups; the coarsest of the tables if they have nothing but the whole in common.
  private static func ages(
    _ classifications: [AgeClassification]
  ) throws(AgeTableError) -> AgeClassification {
    let common = try AgeClassification.common(classifications)
    guard common.count == 1, let coarsest = classifications.min(by: { $0.count < $1.count }) else {
      return common
    }
    return coarsest
  }

  /// The rates of the period; a population of zero is told by its cell.
  func change(_ scale: RateScale) throws(AgeMethodError) -> RegisteredSocialChange {
    do throws(AgeMethodError) {
      return try RegisteredSocialChange(year, scale: scale)
    } catch {
      guard error.code == .denominatorNotPositive, let sex = error.sex, let age = error.age else {
        throw error
      }
      let cells = population.citations(of: sex, at: age)
      throw AgeMethodError(
        code: error.code, subject: error.subject, sex: sex, age: age,
        text: cells.isEmpty ? error.text : cells.map(\.description).joined(separator: ", "))
    }
  }
}
