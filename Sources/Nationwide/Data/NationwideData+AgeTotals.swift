import MunicipalModel
import OpenData

extension NationwideData {
  /// A total of a sheet of ages that is not the population of the register's sheet of the same day and people.
  struct AgeTotalDifference {
    let ages: TracedNumber
    let register: TracedNumber

    var message: LocalizedText {
      let place = register.sources.map(\.shortPlace).joined()
      return LocalizedText(
        ja: "同じ日の住民基本台帳の人口は\(register.value)（\(place)）です。この年齢別人口は使いません",
        en:
          "the register's population of the same day is \(register.value) (\(place)); these ages are not used"
      )
    }

    var diagnostic: Diagnostic? {
      ages.sources.first.map {
        Diagnostic(severity: .error, code: "age-total-differs", message: message, citation: $0)
      }
    }
  }

  /// The sheet of the register of the day and the people of a sheet of ages.
  private static func register(
    beside sheet: RegistryAges, _ series: [RegistrySeries]
  ) -> ResidentRegistry? {
    for one in series
    where one.definition.foreignResidents == sheet.definition.foreignResidents {
      if let found = one.sheets.first(where: { $0.stockDate == sheet.stockDate }) { return found }
    }
    return nil
  }

  private static func difference(
    of code: MunicipalityCode, _ sheet: RegistryAges, _ register: ResidentRegistry
  ) -> AgeTotalDifference? {
    guard let row = register.row(code), let printed = row.count(.population),
      let total = sheet.printedTotal(of: code), total != printed,
      let ages = sheet.population(of: code), let whole = row.traced(.population)
    else { return nil }
    return AgeTotalDifference(ages: ages, register: whole)
  }

  /// How the total of an area differs from the register; `nil` if it does not, or there is no such sheet.
  func ageTotalDifference(
    of code: MunicipalityCode, in sheet: RegistryAges
  ) -> AgeTotalDifference? {
    Self.register(beside: sheet, series).flatMap { Self.difference(of: code, sheet, $0) }
  }

  /// Names the totals of the sheets of ages that the register contradicts.
  static func ageTotalDiagnostics(
    _ ages: [RegistryAges], _ series: [RegistrySeries]
  ) -> [Diagnostic] {
    ages.flatMap { sheet -> [Diagnostic] in
      guard let register = register(beside: sheet, series) else { return [] }
      return sheet.areas.compactMap { area in
        area.area.code.flatMap { difference(of: $0, sheet, register)?.diagnostic }
      }
    }
  }
}
