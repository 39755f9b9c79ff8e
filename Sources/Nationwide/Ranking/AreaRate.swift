package import Demography
package import MunicipalModel
package import OpenData

/// A rate of an area in one year as its two numbers, where so many are compared that their cells do not matter.
package struct AreaRate: Hashable, Sendable {
  /// The area.
  package let area: StatisticalArea
  private let numerator: Int
  private let denominator: Int

  /// The rate in %, unrounded.
  package var value: Double {
    Double(numerator) * Double(NationwideTable.rateDefinition.scale.factor) / Double(denominator)
  }

  /// The rate in %, in the digits that sheets print.
  package var rounded: ExactDecimal? {
    guard let numerator = ExactDecimal(exactly: numerator),
      let denominator = ExactDecimal(exactly: denominator)
    else { return nil }
    let definition = NationwideTable.rateDefinition
    return .quotient(
      of: numerator, by: denominator, timesTenToThe: definition.scale.exponent,
      decimals: definition.decimals, rule: definition.rounding)
  }
}

extension AreaRate {
  /// The columns of balances, which rates take as they are printed.
  private static let columns: [CrudeRateKind: ResidentRegistry.Item] = [
    .naturalChange: .naturalChange, .socialChange: .socialChange, .totalChange: .totalChange,
  ]

  /// The rate of a row, as the account of the row has it; `nil` if it has none.
  fileprivate init?(
    _ kind: CrudeRateKind, _ row: ResidentRegistry.Row, in sheet: ResidentRegistry,
    of series: RegistrySeries
  ) {
    if let balance = Self.columns[kind].flatMap({ row.count($0) }),
      let opening = series.pair(endingIn: sheet)?.openingCount(of: row), opening > 0
    {
      self.init(area: row.area, numerator: balance, denominator: opening)
      return
    }
    let account = series.account(of: row, in: sheet)
    guard let rate = try? account.crudeRate(of: kind, NationwideTable.rateDefinition),
      rate.denominator.scale == 0
    else { return nil }
    self.init(
      area: row.area, numerator: rate.numerator, denominator: Int(rate.denominator.coefficient))
  }
}

extension RegistrySeries {
  /// The rates of all areas of a kind in a sheet that have one.
  package func rates(
    of kind: CrudeRateKind, in sheet: ResidentRegistry, _ areas: RankedAreas
  ) -> [AreaRate] {
    sheet.rows.compactMap { row in
      areas.includes(row.area) ? AreaRate(kind, row, in: sheet, of: self) : nil
    }
  }
}
