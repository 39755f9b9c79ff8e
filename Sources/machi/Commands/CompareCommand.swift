import MachiKurabe

/// `machi compare`
struct CompareCommand: Command {
  let name = "compare"
  let summary = LocalizedText(
    ja: "市の公表資料から、人口の動きと計画を並べて比べます。",
    en: "Compares what cities published about their population and their plans.")
  let example = "compare --format html --output cities.html"
  var options: [any DeclaredOption] {
    [RecordSource.municipalities, RecordSource.documents, RecordSource.folders]
  }

  func run(_ call: CommandCall) throws {
    let records = try RecordSource.records(for: call)
    try call.write(ComparisonReport.report(records))
  }
}
