import MachiKurabe

// A city of one's own, added by data alone: a folder as `machi add` makes it of the city's documents.
let path = CommandLine.arguments.dropFirst().first ?? "Municipalities/Urakawa"

for finding in MunicipalityCheck(path: path).findings where finding.severity > .info {
  print(finding.file, finding.line ?? 0, finding.message.en)
}

let folder = try MunicipalityFolder(path: path)
let record = try folder.record()
for placed in record.plans.flatMap(\.indicators) {
  guard let target = placed.indicator.target else { continue }
  let figure = target.reading.quantity.map { "\($0.value) \($0.unit)" } ?? "no figure"
  print(placed.indicator.name, "→", figure, "from", target.citation)
}

// Beside the built-in cities: what can be compared with theirs.
let all = try RecordCollection(MunicipalityRecord.builtIn(), adding: [folder]).records
for pairing in try Crosswalk(of: all).pairings {
  print(pairing.concept.name.en, pairing.comparability.label.en)
}
