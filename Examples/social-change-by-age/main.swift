import MachiKurabe

// At which ages people come and go: the censuses of 2010 and 2015, less those who would have died.
let records = try MunicipalityRecord.builtIn()
let cities = try CohortAnalysis.members(
  of: records.flatMap(\.censusPopulations), from: 2010, to: 2015, method: .forward)
for (record, city) in zip(records, cities) {
  print(record.municipality.name.en, Int(city.net.rounded()), "people,", city.totalRate, "%")
  for row in city.rows(of: .both) {
    guard let rate = row.rate else { continue }
    print("  age", row.ageAtEnd.label.en, Int(row.net.rounded()), "people,", rate, "%")
  }
}

// Registered movers of a year, from files as they were published.
let samples = "Tests/Samples/open-data/"
let stock = try AgeDataFile(contentsOfFile: samples + "standard-population.csv")
let movers = try RegisteredMovers(
  population: stock.populations(of: [MunicipalityCode("132071")]),
  inMigrants: AgeDataFile(contentsOfFile: samples + "movers-in.csv"),
  outMigrants: AgeDataFile(contentsOfFile: samples + "movers-out.csv"))
for city in try RegisteredAnalysis.members(of: movers) {
  print(city.municipality, "social change", city.change.totalRate, "%")
}
