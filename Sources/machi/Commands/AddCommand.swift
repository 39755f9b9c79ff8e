import MachiKurabe

/// `machi add`
struct AddCommand: Command {
  let name = "add"
  let summary = LocalizedText(
    ja: "市町村の資料（Excel、Word、HTML、CSV、文字データ）を読み、フォルダーに municipality.json とレイアウトの案を作ります。",
    en:
      "Reads a municipality's documents (Excel, Word, HTML, CSV, text) and drafts municipality.json and layouts."
  )
  let example = "add kpi.xlsx --municipality 函館市 --output hakodate"
  let furtherExample: String? = "add strategy.docx population.csv --output hakodate"
  var discussion: [LocalizedText] {
    [
      LocalizedText(
        ja: "何が読めて何が読めなかったかを、場所とともに示します。すでにある municipality.json とレイアウトは変えません。"
          + "直してからもう一度実行すると、残りが分かります。決まらない選択は、端末なら尋ね、そうでなければ報告します。"
          + "誤りか決まらない選択があれば終了ステータス 1 で終わります。",
        en:
          "Tells what was read and what was not, with the place. It never changes a municipality.json or a "
          + "layout that is there: correct them and run it again. What is open is asked at a terminal, and "
          + "told otherwise. Ends with status 1 if there is an error or something is open."
      )
    ]
  }
  var positionals: [PositionalArgument] {
    [
      PositionalArgument(
        LocalizedText(ja: "資料", en: "DOCUMENT"), count: .several,
        help: LocalizedText(
          ja: "資料のファイル（16 MiBまで）", en: "A file of a document, up to 16 MiB"))
    ]
  }
  var options: [any DeclaredOption] { [RecordSource.municipalities] }
  var output: CommandOption<String?> { StandardOptions.outputFolder }

  func run(_ call: CommandCall) throws {
    var documents: [(file: String, form: FormText)] = []
    var copies: [(name: String, bytes: [UInt8])] = []
    for path in call.positionals {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      guard !name.hasPrefix("."), !name.contains("\\"), name != Self.description else {
        throw UsageError(
          .unexpectedArgument, path, ja: "\(name) という名前のファイルはフォルダーに入れられません。名前を変えてください",
          en: "a file named \(name) cannot stand in the folder; give it another name")
      }
      guard !documents.contains(where: { $0.file == name }) else {
        throw UsageError(
          .unexpectedArgument, path, ja: "\(name) という名前のファイルが二つあります",
          en: "two files are named \(name)")
      }
      let bytes = try call.read(path, upTo: BoundedFile.limit)
      documents.append((name, try FormText.read(bytes, name: name)))
      copies.append((name, bytes))
    }
    let listed = try municipality(of: documents, call)
    let draft = try DescriptionDraft(documents, of: listed) { open in
      let place = open.citation.place.map { "\($0)" } ?? "\(open.citation.line)"
      let printed = PlainText.line(open.citation.printed)
      return call.choose(
        LocalizedText(
          ja: "\(open.citation.document) \(place)「\(printed)」: \(open.question.ja)",
          en: "\(open.citation.document) \(place) \"\(printed)\": \(open.question.en)"),
        among: open.options + (open.otherwise.map { [$0[call.language]] } ?? []))
    }
    let folder =
      call[StandardOptions.outputFolder]
      ?? draft.municipality.name.en.lowercased()
    var kept: Set<String> = []
    try System.holdingSignals { () throws(FileError) in
      try OutputFolder.add(draft.files + copies, to: folder) { name in
        kept.insert(name)
        call.note(
          LocalizedText(
            ja: "\(folder)/\(name) はそのままにしました", en: "\(folder)/\(name) is left as it is"))
      }
    }
    let new = draft.documents.filter { !kept.contains($0.layoutFile) }
    let check = MunicipalityCheck(path: folder, drafts: kept.contains(Self.description) ? [] : new)
    try write(check.report, call)
    if check.hasErrors {
      throw CommandError.foundErrors(ja: "読めないところがあります", en: "not everything could be read")
    }
  }

  /// The report goes to standard output; `--output` names the folder.
  private func write(_ report: Report, _ call: CommandCall) throws {
    let text = call.format.renderer(language: call.language).render(report)
    try call.console.write(Array(UnsafeCharacters.replaced(in: text).utf8))
  }

  private static let description = "municipality.json"

  private func municipality(
    of documents: [(file: String, form: FormText)], _ call: CommandCall
  ) throws -> ListedMunicipality {
    let named = call[RecordSource.municipalities]
    if let text = named.first {
      guard named.count == 1 else {
        throw UsageError(
          .unexpectedArgument, "--municipality", ja: "--municipality は一つだけ指定できます",
          en: "name one --municipality only")
      }
      let code = try MunicipalityArgument.code(text, of: "--municipality")
      if let entry = MunicipalityDirectory.builtIn.entry(code) { return entry }
      throw UsageError(
        .invalidValue, "--municipality", ja: "\(code) という市区町村はありません",
        en: "there is no municipality \(code)")
    }
    let finder = MunicipalityFinder(
      documents.map { document in
        document.form.lines.map(\.text).joined(separator: "\n") + "\n" + document.file
      })
    if let found = finder.municipality {
      call.note(
        LocalizedText(
          ja: "\(found.fullName)（\(found.code)）の資料とみなしました。違うときは --municipality で指定してください",
          en:
            "taken for documents of \(found.fullName) (\(found.code)); name another with --municipality"
        ))
      return found
    }
    let nearest = finder.candidates.prefix(5).map(\.municipality)
    let names = nearest.map { "\($0.code)（\($0.fullName)）" }
    let question = LocalizedText(
      ja: "どの市町村の資料ですか", en: "Whose documents are these?")
    if let chosen = call.choose(question, among: names) { return nearest[chosen] }
    throw UsageError(
      code: .missingArgument, argument: "--municipality",
      message: names.isEmpty
        ? LocalizedText(
          ja: "資料に市町村の名前が見つかりません。--municipality で指定してください",
          en: "the documents name no municipality; name it with --municipality")
        : LocalizedText(
          ja: "どの市町村の資料か分かりません。--municipality で指定してください: \(names.joined(separator: " / "))",
          en: "it is not clear whose documents these are; name it with --municipality: "
            + names.joined(separator: " / ")))
  }
}

extension DescriptionDraft {
  /// The files that describe the documents.
  fileprivate var files: [(name: String, bytes: [UInt8])] {
    [("municipality.json", Array(json.utf8))]
      + documents.compactMap { document in
        document.layout.map { (document.layoutFile, Array($0.json.utf8)) }
      }
  }
}
