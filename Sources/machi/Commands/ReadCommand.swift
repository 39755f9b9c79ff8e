import MachiKurabe

/// `machi read`
struct ReadCommand: Command {
  let name = "read"
  let summary = LocalizedText(
    ja: "資料（Excel、Word、HTML、CSV、文字データ）を読み、指標の値を observations.csv の形で書き出します。",
    en:
      "Reads a document (Excel, Word, HTML, CSV, text) and writes its indicators in the form of observations.csv."
  )
  let example = "read --document iwamizawa-progress report.txt"
  let furtherExample: String? = "read --document iwamizawa-progress --facts report.txt"
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
          ja: "資料のファイル（16 MiBまで）", en: "A file of the document, up to 16 MiB"))
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
      ja: "指標の表の代わりに、事実だけを残した資料を書き出します",
      en: "Write the document reduced to its facts instead of the table of indicators"))

  /// The document in whatever form it has: a workbook, a Word file, a page, a CSV or a text of any encoding.
  private func document(_ id: DocumentID, _ call: CommandCall) throws -> DocumentText {
    let path = call.positionals[0]
    let bytes = try call.read(path, upTo: BoundedFile.limit)
    let isText = try FileForm(of: bytes, name: path) == .text
    if isText, UTF8Validation.firstMalformedByte(in: bytes) == nil {
      return try DocumentText(id: id, bytes: bytes)
    }
    return try DocumentText(id: id, form: FormText.read(bytes, name: path))
  }

  func run(_ call: CommandCall) throws {
    guard let name = call[Self.document] else {
      throw UsageError(
        .missingArgument, "--document", ja: "資料の種類を --document で指定してください",
        en: "name the kind of document with --document")
    }
    let id = DocumentID(rawValue: name)
    guard let adapter = BuiltInMunicipalities.adapter(for: id) else {
      throw UsageError.invalidValue(
        name, of: "--document",
        expected: Spelling.expectation(
          for: name, among: BuiltInMunicipalities.documentNames.keys.map(\.rawValue).sorted()))
    }
    let text = try document(id, call)
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
