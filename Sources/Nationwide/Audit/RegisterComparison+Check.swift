public import Demography
public import MunicipalModel
import OpenData

extension RegisterComparison {
  /// A figure of a city's own table of its population beside the register of the ministry.
  public struct Check: Hashable, Sendable {
    /// Which figure of which year.
    public let item: AccountItem
    /// The year.
    public let period: Period
    /// What the city prints.
    public let printed: TracedNumber
    /// What the sheet of the register prints of the same item.
    public let register: TracedNumber
    /// Which figures of the register the printed one is instead, if it is another or a sum; its cells are their own.
    public let explanation: TracedNumber?

    /// How the two stand to each other.
    public enum Outcome: String, Hashable, Sendable, Codable, CaseIterable {
      /// Both are the same.
      case agrees
      /// The city's is another figure of the register, or a sum of several.
      case otherDefinition = "other_definition"
      /// Nothing in the register is the city's figure.
      case differs
    }

    /// How the two stand to each other.
    public var outcome: Outcome {
      printed.value == register.value ? .agrees : explanation == nil ? .differs : .otherDefinition
    }
  }
}

/// A city's printed accounts beside the register, year by year.
public struct RegisterComparison: Sendable {
  /// The municipality.
  public let municipality: Municipality
  /// The figures that both print, the oldest year first.
  public let checks: [RegisterComparison.Check]
  /// The years of the city's table of which the folder has no sheet with the municipality.
  public let yearsWithoutSheet: [Period]

  /// Compares what a record prints with the sheets of a folder.
  ///
  /// The sheet is that of the residents whom the city counts, if it says so; else that of all residents, if there is one.
  /// Where a figure differs, others of the row and of the year's other sheets are tried: with その他, within Japan only,
  /// of Japanese residents only. The first that is the city's is named.
  public init(_ record: MunicipalityRecord, in data: NationwideData) {
    municipality = record.municipality
    var checks: [RegisterComparison.Check] = []
    var without: [Period] = []
    for account in record.accounts {
      let rows = Self.rows(of: account, code: record.municipality.code, in: data)
      guard let main = rows.first else {
        without.append(account.period)
        continue
      }
      for item in Self.items {
        guard let printed = account[item], printed.formula == nil,
          let register = RegisterExpression.all(of: item).lazy.compactMap({ $0.value(main, nil) })
            .first
        else { continue }
        let explanation =
          printed.value == register.value
          ? nil : Self.explanation(of: printed.value, item, rows, definition: account.definition)
        checks.append(
          RegisterComparison.Check(
            item: item, period: account.period, printed: printed,
            register: TracedNumber(register.value, sources: register.sources),
            explanation: explanation))
      }
    }
    self.checks = checks
    yearsWithoutSheet = without
  }

  private static let items: [AccountItem] = [
    .closingStock, .births, .deaths, .naturalChange, .inMigrants, .outMigrants, .socialChange,
    .totalChange,
  ]

  /// The rows of a year, that of the same residents first.
  private static func rows(
    of account: PopulationAccount, code: MunicipalityCode, in data: NationwideData
  ) -> [RegisterExpression.Row] {
    let order: [PopulationDefinition.ForeignResidents] = [
      account.definition.foreignResidents, .included, .excluded, .only, .notStated,
    ]
    return data.series.flatMap(\.sheets).filter { $0.period == account.period }
      .compactMap { sheet in
        sheet.row(code).map {
          RegisterExpression.Row(row: $0, residents: sheet.definition.foreignResidents)
        }
      }
      .sorted { left, right in
        (order.firstIndex(of: left.residents) ?? 0) < (order.firstIndex(of: right.residents) ?? 0)
      }
  }

  /// The first of the figures and sums that is the printed one.
  private static func explanation(
    of printed: Int, _ item: AccountItem, _ rows: [RegisterExpression.Row],
    definition: PopulationDefinition
  ) -> TracedNumber? {
    for (index, row) in rows.enumerated() {
      for expression in RegisterExpression.all(of: item) {
        if let found = expression.value(row, index == 0 ? nil : row.residents),
          found.value == printed
        {
          return found
        }
      }
    }
    return nil
  }
}
