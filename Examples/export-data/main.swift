import ExampleSupport
import MachiKurabe

let tool = CommandLineTool(
  name: "export-data",
  summary: LocalizedText(
    ja: "読み取ったすべての値を、出典の行とともに CSV と JSON に書き出します。",
    en: "Writes everything that was read, with the line of its source, as CSV and JSON."),
  discussion: [
    LocalizedText(
      ja: "列の説明は datapackage.json にあります。", en: "datapackage.json describes the columns.")
  ],
  options: [RecordSource.documents, RecordSource.folders], formats: [],
  output: StandardOptions.outputFolder)

tool.main { run in
  let folder = try run.outputFolder()
  let records = try RecordSource.records(for: run)
  run.tellReplaced(TidyTables(records).all.reduce(0) { $0 + $1.unsafeCharacters })
  let files = try DataExport.files(records, sources: BuiltInMunicipalities.documentTitles)
  try OutputFolder.write(files, to: folder)
  for file in files { run.note(LocalizedText("\(folder)/\(file.name)")) }
}
