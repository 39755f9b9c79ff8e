import MachiKurabe

/// `machi report`
struct ReportCommand: Command {
  let name = "report"
  let summary = LocalizedText(
    ja: "資料から分かることを、図と表の1つのページにまとめます。",
    en: "Puts all that the documents say into one page of charts and tables.")
  let example = "report --output report"
  let furtherExample: String? =
    "report 函館市 --data nation --output hakodate"
  var discussion: [LocalizedText] {
    [
      LocalizedText(
        ja: "html はネットワークもスクリプトも要らないページで、index.html に図とまとめ、tables.html にすべての表と注。"
          + "図は charts フォルダーにも SVG・CSV・Vega-Lite で書き出します。",
        en:
          "html needs no network and no script: index.html has charts and answers, tables.html all tables "
          + "and notes. The charts are also written to the folder charts, as SVG, CSV and Vega-Lite."
      ),
      LocalizedText(
        ja: "--data なら、名前を挙げた市区町村の1ページを公表データのフォルダーから作ります: "
          + "machi report 函館市 --data nation --output hakodate",
        en:
          "With --data the page is about the municipalities that are named, from a folder of published data: "
          + "machi report 函館市 --data nation --output hakodate"),
    ]
  }
  var positionals: [PositionalArgument] { [NationwideSource.names] }
  var options: [any DeclaredOption] {
    [
      NationwideSource.data, NationwideSource.from, NationwideSource.to,
      RecordSource.municipalities, ScaleSource.scale, ScaleSource.file, RecordSource.documents,
      RecordSource.folders,
    ]
  }
  var formats: [ReportFormat] {
    [.html, .markdown]
  }
  var output: CommandOption<String?> { StandardOptions.outputFolder }

  func run(_ call: CommandCall) throws {
    let folder = try call.outputFolder()
    call.working(LocalizedText(ja: "資料を読んでいます…", en: "reading the documents …"))
    let source = try RecordSource(
      for: call,
      formats: NationwideSource.register + NationwideSource.stocks + [.regionalProjection])
    call.working(LocalizedText(ja: "人口を推計しています…", en: "projecting the populations …"))
    let projections = try ProjectionStudies(
      of: source.records, folders: source.folders, isOfNation: !source.towns.isEmpty)
    for leftOut in projections.leftOut {
      let why = leftOut.error.message
      call.note(
        LocalizedText(
          ja: "\(leftOut.message.ja)\(why.ja)", en: "\(leftOut.message.en) \(why.en)"))
    }
    call.working(LocalizedText(ja: "図と表を作っています…", en: "making charts and tables …"))
    var input = try OverallReport.Input(
      records: source.records, conceptNotes: source.conceptNotes(),
      scale: ScaleSource.scale(for: call),
      documentTitles: BuiltInMunicipalities.documentNames,
      projections: projections)
    let years = source.towns.isEmpty ? nil : try NationwideSource.years(for: call)
    input.beside = source.towns.flatMap { town in
      let section = TownSection(town, years: years)
      input.accounts[town.municipality.code] = section?.accounts
      input.differences[town.municipality.code] = section?.differences
      return [
        section?.section ?? TownSection.missing(town, years: years),
        PublishedProjectionSection.section(
          town,
          beside: projections.studies.first {
            $0.record.municipality.code == town.municipality.code
          }),
      ].compactMap(\.self)
    }
    input.date = System.today
    let report = try OverallReport.report(input)
    call.tellReplaced(report.unsafeCharacters(in: call.language))
    let pages =
      call.format == .html
      ? HTMLRenderer(language: call.language).pages(report)
      : [
        RenderedFile(
          name: "report.md",
          text: MarkdownRenderer(language: call.language, chartFolder: "charts").render(report))
      ]
    let charts = ChartFiles.files(report, language: call.language).map {
      RenderedFile(name: "charts/\($0.name)", text: $0.text)
    }
    try call.write(pages + charts, toFolder: folder)
    for page in pages { call.note(LocalizedText("\(folder)/\(page.name)")) }
  }
}
