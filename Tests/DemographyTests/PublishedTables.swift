import MunicipalModel

@testable import Demography

/// 住民基本台帳人口の推移 of Iwamizawa, 2015–2021: iwamizawa-progress, lines 177–185.
enum Iwamizawa {
  static let years = Array(2015...2021)

  static let accounts = PopulationAccount.accounts(
    from: figures(
      "iwamizawa-progress", "岩見沢市", years,
      [
        (.births, 177, [491, 461, 428, 433, 376, 372, 329]),
        (.deaths, 178, [1080, 1041, 1103, 1166, 1169, 1089, 1220]),
        (.naturalChange, 179, [-589, -580, -675, -733, -793, -717, -891]),
        (.inMigrants, 181, [2739, 2846, 2752, 2645, 2542, 2450, 2501]),
        (.outMigrants, 182, [3395, 3133, 3196, 2957, 3117, 2791, 2850]),
        (.socialChange, 183, [-656, -287, -444, -312, -575, -341, -349]),
        (.yearEndPopulation, 185, [84809, 83942, 82823, 81778, 80410, 79352, 78112]),
      ]),
    definition: PopulationDefinition(
      stockDate: "12-31", foreignResidents: .notStated, otherChange: .notStated, source: "住民基本台帳"))

  static func account(_ year: Int) throws -> PopulationAccount { try find(year, in: accounts) }
}

/// 加速する人口減少の現状 of Tomakomai, 2018–2022: tomakomai-progress, lines 103–107.
///
/// Its lines are years, so that each figure here carries the line of its year.
enum Tomakomai {
  static let years = Array(2018...2022)

  static let accounts = PopulationAccount.accounts(
    from: figures(
      "tomakomai-progress", "苫小牧市", years,
      [
        (.yearEndPopulation, nil, [171811, 171242, 170205, 169528, 168299]),
        (.totalChange, nil, [-562, -569, -1037, -677, -1229]),
        (.elderlyPopulation, nil, [48603, 49365, 49973, 50538, 50634]),
        (.births, nil, [1243, 1146, 1152, 1051, 959]),
        (.deaths, nil, [1859, 1927, 1970, 1962, 2151]),
        (.naturalChange, nil, [-616, -781, -818, -911, -1192]),
        (.inMigrants, nil, [6122, 6166, 5772, 5965, 6006]),
        (.outMigrants, nil, [6070, 5978, 5997, 5731, 6060]),
        (.socialChange, nil, [52, 188, -225, 234, -54]),
      ]),
    definition: PopulationDefinition(
      stockDate: "12-31", foreignResidents: .included, otherChange: .apart, source: "住民基本台帳"))

  static func account(_ year: Int) throws -> PopulationAccount { try find(year, in: accounts) }
}

struct NoSuchYear: Error {}

private func find(_ year: Int, in accounts: [PopulationAccount]) throws -> PopulationAccount {
  guard let account = accounts.first(where: { $0.period == .calendarYear(year) }) else {
    throw NoSuchYear()
  }
  return account
}

/// Figures as an adapter makes them; without a line, the line is 103 for the first year and so on.
private func figures(
  _ document: DocumentID, _ name: String, _ years: [Int],
  _ rows: [(item: PopulationItem, line: Int?, values: [Int32])]
) -> [PopulationFigure] {
  rows.flatMap { row in
    zip(years, row.values).map { year, value in
      PopulationFigure(
        item: row.item, area: .municipality(name: name), period: .calendarYear(year),
        reading: .value(Quantity(ExactDecimal(value), unit: "人")),
        citation: Citation(
          document: document, line: row.line ?? 103 + year - years[0],
          headings: [row.item.rawValue, "\(year)"], printed: "\(value)"))
    }
  }
}

extension PopulationDefinition {
  /// A table of the tests' own.
  static func made(
    stockDate: String = "12-31", foreignResidents: ForeignResidents = .included,
    otherChange: OtherChange = .apart, source: String = "住民基本台帳"
  ) -> Self {
    Self(
      stockDate: stockDate, foreignResidents: foreignResidents, otherChange: otherChange,
      source: source)
  }
}

extension PopulationAccount {
  /// An account of the tests' own, with what is given and nothing else.
  static func made(
    year: Int = 2020, definition: PopulationDefinition = .made(),
    _ figures: [AccountItem: Int]
  ) -> Self {
    func number(_ item: AccountItem) -> TracedNumber? {
      figures[item].map { value in
        TracedNumber(
          value,
          sources: [
            Citation(document: "made", line: year, headings: [item.rawValue], printed: "\(value)")
          ])
      }
    }
    return Self(
      period: .calendarYear(year), definition: definition, openingStock: number(.openingStock),
      closingStock: number(.closingStock), births: number(.births), deaths: number(.deaths),
      naturalChange: number(.naturalChange), inMigrants: number(.inMigrants),
      outMigrants: number(.outMigrants), socialChange: number(.socialChange),
      totalChange: number(.totalChange), elderlyPopulation: number(.elderlyPopulation))
  }
}

/// A rate of the tests' own.
func madeRate(
  _ numerator: Int, per population: Int32, _ kind: CrudeRateKind = .socialChange,
  _ definition: RateDefinition = .percentOfPreviousYearEnd, year: Int = 2020,
  table: PopulationDefinition = .made()
) throws -> CrudeRate {
  try CrudeRate(
    kind: kind, numerator: numerator, denominator: ExactDecimal(population),
    definition: definition, population: table, period: .calendarYear(year), sources: [],
    quotient: LocalizedText("made"))
}
