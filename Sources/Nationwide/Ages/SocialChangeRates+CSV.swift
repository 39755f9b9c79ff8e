internal import Demography
internal import MunicipalModel
internal import OpenData

extension SocialChangeRates {
  /// The rates as CSV in UTF-8: one row for each municipality, year and age that has a row in the table.
  ///
  /// The columns are `code` (six digits), `name`, `year`, `age`, `social_change`,
  /// `previous_population`, `rate_percent` (four digits after the point, half up) and `note`, which says
  /// why there is no rate. The order is that of codes, years and ages.
  public var csv: [UInt8] {
    var writer = CSVWriter()
    writer.row([
      "code", "name", "year", "age", "social_change", "previous_population", "rate_percent", "note",
    ])
    let ages = table.ages.map(\.cell)
    for (index, municipality) in table.municipalities.enumerated() {
      var beginning = CSVWriter()
      beginning.field(municipality.code.sixDigits)
      beginning.field(municipality.name.ja.isEmpty ? nil : municipality.name.ja)
      for (position, year) in table.years.enumerated() {
        var beginning = beginning
        beginning.field(year)
        for (age, cell) in ages.enumerated() where hasRow(index, position, age) {
          writer.fields(of: beginning)
          writer.fields(of: cell)
          write(figures(index, position, age), hasPrevious: previousYears[position] != nil, &writer)
        }
      }
    }
    return writer.bytes
  }

  private func write(_ figures: Figures, hasPrevious: Bool, _ writer: inout CSVWriter) {
    let (change, population) = (figures.change, figures.previousPopulation)
    writer.field(change)
    writer.field(population)
    var rate: ExactDecimal?
    if let change = change.flatMap(ExactDecimal.init(exactly:)),
      let population = population.flatMap(ExactDecimal.init(exactly:))
    {
      rate = .quotient(of: change, by: population, timesTenToThe: 2, decimals: 4)
    }
    writer.field(rate.map { Int($0.coefficient) }, decimals: 4)
    if rate != nil {
      writer.field(String?.none)
    } else if !hasPrevious {
      writer.field("no-previous-year")
    } else if population == nil {
      writer.field("no-previous-population")
    } else {
      writer.field(change == nil ? "no-movers" : "zero-population")
    }
    writer.endRow()
  }
}

extension AgeLabel {
  /// The age as a field: `20-24`, `100+`, `unknown`, `total`.
  fileprivate var cell: CSVWriter {
    var writer = CSVWriter()
    switch self {
    case .group(let group): writer.field(group.description)
    case .notReported: writer.field("unknown")
    case .allAges: writer.field("total")
    }
    return writer
  }
}
