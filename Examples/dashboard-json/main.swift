import Foundation
import MachiKurabe

// What a dashboard shows of each city, as JSON: the rates of each year, and where they were printed.
struct Rate: Encodable {
  let year: Int?
  let socialChangeRate: Double?
  let naturalChangeRate: Double?
  let cells: [String]
}

struct City: Encodable {
  let code: String
  let name: String
  let rates: [Rate]
}

let cities = try MunicipalityRecord.builtIn().map { record in
  City(
    code: record.municipality.code.sixDigits, name: record.municipality.name.ja,
    rates: record.accounts.map { account in
      let social = try? account.crudeSocialChangeRate(.percentOfPreviousYearEnd)
      let natural = try? account.crudeNaturalChangeRate(.percentOfPreviousYearEnd)
      let cells = [social, natural].compactMap(\.self).flatMap(\.sources).map(\.description)
      return Rate(
        year: account.period.year, socialChangeRate: social?.value,
        naturalChangeRate: natural?.value, cells: cells)
    })
}
let encoder = JSONEncoder()
encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
print(String(decoding: try encoder.encode(cities), as: UTF8.self))
