import MachiKurabe

/// `machi read`
struct ReadCommand: Command {
  let name = "read"
  let summary = LocalizedText(
    ja: "資料の文字データを読み、指標の値を observations.csv の形で書き出します。",
    en: "Reads the text of a document and writes its indicators in the form of observations.csv.")
  let example = "read --document iwamizawa-progress report.txt"
  var discussion: [LocalizedText] {
    [
      LocalizedText(
        ja: "読み取りで気づいた点は標準エラー出力に書き、誤りがあれば終了ステータス 1 で終わります。ファイル名 - は標準入力です。",
        en:
          "What the reader notices goes to standard error; it ends with status 1 if there is an error. The "
          + "file name - is standard input.")
    ]
  }
  var positionals: [PositionalArgument] {
    [
      PositionalArgument(
        LocalizedText(ja: "ファイル", en: "FILE"),
        help: LocalizedText(
          ja: "資料の文字データ（16 MiBまで）", en: "The text of the document, up to 16 MiB"))
    ]
  }
  var options: [any DeclaredOption] {
    [Self.document, Self.facts]
  }
  let formats: [ReportFormat] = []

  static let document = CommandOption<String?>.text(
    "document", placeholder: LocalizedText(ja: "名前", en: "ID"),
    values: .words(BuiltInMunicipalities.documentTitles.map(\.id.rawValue)),
    help: LocalizedText(
      ja: "資料の種類: "
        + BuiltInMunicipalities.documentTitles.map(\.id.rawValue).joined(separator: ", "),
      en: "The kind of document: "
        + BuiltInMunicipalities.documentTitles.map(\.id.rawValue).joined(separator: ", ")))
  static let facts = CommandOption.flag(
    "facts",
    help: LocalizedText(
      ja: "指標の表の代わりに、事実だけを残した資料を書き出す",
      en: "Write the document reduced to its facts instead of the table of indicators"))

  func run(_ call: CommandCall) throws {
    guard let name = call[Self.document] else {
      throw UsageError(
        code: .missingArgument, argument: "--document",
        message: LocalizedText(
          ja: "資料の種類を --document で指定してください", en: "name the kind of document with --document"))
    }
    let id = DocumentID(rawValue: name)
    guard let adapter = BuiltInMunicipalities.adapter(for: id) else {
      throw UsageError(
        code: .invalidValue, argument: "--document",
        message: LocalizedText(
          ja: "知らない資料の種類です: \(name)", en: "no such kind of document: \(name)"))
    }
    let bytes = try call.read(call.positionals[0], upTo: BoundedFile.limit)
    let text = try DocumentText(id: id, bytes: bytes)
    let result = try adapter.read(text)
    for diagnostic in result.contents.diagnostics { call.note(diagnostic.line) }
    if call[Self.facts] {
      try call.write(result.factsOnlyText)
    } else {
      let record = MunicipalityRecord(
        municipality: adapter.municipality, documents: [result.contents])
      try call.write(TidyTables([record]).observations)
    }
    if result.contents.diagnostics.contains(where: { $0.severity == .error }) {
      throw CommandError.foundErrors(ja: "読めないところがあります", en: "not everything could be read")
    }
  }
}
