import MachiKurabe

/// `machi progress`
struct ProgressCommand: Command {
  let name = "progress"
  let summary = LocalizedText(
    ja: "計画の指標がどこまで進んでいるかを計算し、尺度で判定します。",
    en: "Computes how far the indicators of a plan have come, and judges them on a scale.")
  let example = "progress --municipality 012131"
  let furtherExample: String? =
    "progress --format csv --language ja --bom --output progress.csv"
  var discussion: [LocalizedText] {
    [
      LocalizedText(
        ja: "csv は1行に1指標、json はすべての算式と出典を含みます。",
        en: "csv has one row an indicator; json has every formula and source.")
    ]
  }
  var options: [any DeclaredOption] {
    [
      RecordSource.municipalities, Self.document, ScaleSource.scale, ScaleSource.file,
      ScaleSource.directions, RecordSource.documents, RecordSource.folders, StandardOptions.all,
      StandardOptions.sources,
    ]
  }

  static let document = CommandOption<String?>.text(
    "document", placeholder: LocalizedText(ja: "名前", en: "ID"),
    help: LocalizedText(
      ja: "判定する資料。省略すると実績が最も新しいもの",
      en: "The document whose plan is judged; by default the one with the newest figures"))

  func run(_ call: CommandCall) throws {
    let records = try RecordSource.records(for: call, reading: .unchecked)
    let available = records.flatMap(\.plansToJudge).map(\.document)
    let chosen = call[Self.document].map { DocumentID(rawValue: $0) }
    if let chosen, !available.contains(chosen) {
      let names = available.map(\.rawValue).joined(separator: ", ")
      if let near = Spelling.nearest(to: chosen.rawValue, among: available.map(\.rawValue)) {
        throw UsageError(
          .invalidValue, "--document", ja: "「\(chosen)」という資料はありません。\(near)のことですか？",
          en: "there is no document \(chosen); did you mean \(near)?")
      }
      throw UsageError(
        .invalidValue, "--document", ja: "資料「\(chosen)」に判定できる指標はありません。あるのは \(names)",
        en: "the document \(chosen) has no indicators to judge; there are \(names)")
    }
    let scale = try ScaleSource.scale(for: call)
    let directions = try ScaleSource.directions(for: call)
    if [.csv, .excel].contains(call.format) {
      let table = try ProgressReport.indicatorTable(
        records, document: chosen, scale: scale, directions: directions,
        forPeople: call.tableLanguage(call.format))
      try call.write(table, isMarked: call.format == .excel)
    } else {
      try call.write(
        ProgressReport.report(
          records, document: chosen, scale: scale, directions: directions,
          detail: call.format == .json ? .full : .overview, isBrief: call.isBrief))
    }
  }
}
