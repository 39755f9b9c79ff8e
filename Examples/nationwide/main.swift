import MachiKurabe

// Municipalities ranked by what the nation publishes: the register of 総務省, SSDSE-A or a table of e-Stat.
let sample = "Tests/Samples/open-data/registry-2020.csv"
let path = CommandLine.arguments.dropFirst().first ?? sample
let table = try NationwideTable([.read(contentsOfFile: path)])
let ranking = try MunicipalRanking(table, by: .naturalChangeRate)
print(ranking.measure.label.en, "of", ranking.entries.count, "municipalities")
for entry in ranking.entries.prefix(10) {
  print(entry.rank, entry.member.area.name, entry.figure.value, "%")
}
for file in table.files {
  for diagnostic in table.diagnostics(of: file).prefix(5) { print(diagnostic) }
}
