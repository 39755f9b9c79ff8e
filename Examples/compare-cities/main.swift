import ExampleSupport
import MachiKurabe

let tool = CommandLineTool(
  name: "compare-cities",
  summary: LocalizedText(
    ja: "市の公表資料から、人口の動きと計画を並べて比べます。",
    en: "Compares what cities published about their population and their plans."),
  options: [RecordSource.documents, RecordSource.folders])

tool.main { run in
  let records = try RecordSource.records(for: run)
  try run.write(ComparisonReport.report(records))
}
