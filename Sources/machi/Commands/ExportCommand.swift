import MachiKurabe

/// `machi export`
struct ExportCommand: Command {
  let name = "export"
  let summary = LocalizedText(
    ja: "読み取ったすべての値を、出典の行とともに CSV と JSON に書き出します。",
    en: "Writes everything that was read, with the line of its source, as CSV and JSON.")
  let example = "export --output data"
  let furtherExample: String? = "export --folder Municipalities/Urakawa --output data"
  var discussion: [LocalizedText] {
    [
      LocalizedText(
        ja: "列の説明は datapackage.json にあります。", en: "datapackage.json describes the columns.")
    ]
  }
  var options: [any DeclaredOption] {
    [RecordSource.municipalities, RecordSource.documents, RecordSource.folders]
  }
  let formats: [ReportFormat] = []
  var output: CommandOption<String?> { StandardOptions.outputFolder }

  func run(_ call: CommandCall) throws {
    let folder = try call.outputFolder()
    let records = try RecordSource.records(for: call)
    call.tellReplaced(TidyTables(records).all.reduce(0) { $0 + $1.unsafeCharacters })
    let files = try DataExport.files(records, sources: BuiltInMunicipalities.documentTitles)
    try call.write(files, toFolder: folder)
    for file in files { call.note(LocalizedText("\(folder)/\(file.name)")) }
  }
}
