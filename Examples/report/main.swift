import ExampleSupport
import MachiKurabe

let tool = CommandLineTool(
  name: "report",
  summary: LocalizedText(
    ja: "資料から分かることを、図と表の1つのページにまとめます。",
    en: "Puts all that the documents say into one page of charts and tables."),
  discussion: [
    LocalizedText(
      ja: "html はネットワークもスクリプトも要らない1つのページ。図は charts フォルダーにも SVG と Vega-Lite で書き出します。",
      en:
        "html is one page that needs no network and no script. The charts are also written to the "
        + "folder charts, as SVG and as Vega-Lite.")
  ],
  options: [
    RecordSource.municipalities, ScaleSource.scale, ScaleSource.file, RecordSource.documents,
    RecordSource.folders,
  ],
  formats: [.html, .markdown], output: StandardOptions.outputFolder)

tool.main { run in
  let folder = try run.outputFolder()
  let records = try RecordSource.records(for: run)
  let projections = try ProjectionStudies(of: records)
  for leftOut in projections.leftOut {
    let why = leftOut.error.message
    run.note(
      LocalizedText(
        ja: "\(leftOut.message.ja)\(why.ja)", en: "\(leftOut.message.en) \(why.en)"))
  }
  let report = try OverallReport.report(
    OverallReport.Input(
      records: records, conceptNotes: RecordSource.conceptNotes(for: run),
      scale: ScaleSource.scale(for: run),
      documentTitles: RecordSource.documentTitles(for: run),
      projections: projections))
  run.tellReplaced(report.unsafeCharacters(in: run.language))
  let renderer: any ReportRenderer =
    run.format == .html
    ? HTMLRenderer(language: run.language)
    : MarkdownRenderer(language: run.language, chartFolder: "charts")
  let name = run.format == .html ? "index.html" : "report.md"
  let page = RenderedFile(name: name, text: renderer.render(report))
  try OutputFolder.write([page], to: folder)
  try OutputFolder.write(ChartFiles.files(report, language: run.language), to: folder + "/charts")
  run.note(LocalizedText("\(folder)/\(name)"))
}
