import MachiKurabe

/// One call of a command: its arguments, and where its results go.
struct CommandCall {
  let command: any Command
  let console: Console
  /// The parsed arguments.
  let arguments: ParsedArguments
  /// The language to speak.
  let language: Language
  /// What standard output is.
  private let standardOutput: TextScreen

  init(
    command: any Command, arguments: ParsedArguments, language: Language, console: Console,
    screen: TextScreen = .file
  ) {
    standardOutput = screen
    self.command = command
    self.arguments = arguments
    self.language = language
    self.console = console
  }

  /// The arguments without a name, in the order given.
  var positionals: [String] { arguments.positionals }

  /// The value of an option.
  subscript<Value>(option: CommandOption<Value>) -> Value { arguments[option] }

  /// Whether an option is given.
  func has(_ option: any DeclaredOption) -> Bool { arguments.has(option) }

  /// Refuses the first of some options that is given.
  ///
  /// - Parameter reason: why it cannot be, as it follows the option in the message.
  func refuse(_ options: [any DeclaredOption], _ reason: LocalizedText) throws(UsageError) {
    guard let flag = options.first(where: has)?.declaration.flag else { return }
    throw UsageError(
      .unexpectedArgument, flag, ja: "\(flag) \(reason.ja)", en: "\(flag) \(reason.en)")
  }

  /// The format that was asked for.
  var format: ReportFormat { arguments[StandardOptions.format(command.formats)] }

  /// What the results are written to.
  var screen: TextScreen {
    [nil, "-"].contains(arguments[StandardOptions.output]) ? standardOutput : .file
  }

  /// The language of comma-separated values for people, who ask for Japanese or a spreadsheet program; `nil` for programs.
  func tableLanguage(_ format: ReportFormat) -> Language? {
    if format == .excel { return language }
    return format == .csv && arguments[StandardOptions.language] == .japanese ? .japanese : nil
  }

  /// Writes a report in the format and language asked for.
  ///
  /// - Parameter isWhole: whether a text is whole also without `--all`.
  func write(_ report: Report, isWhole: Bool = false) throws(FileError) {
    try write(report, in: format, isWhole: isWhole)
  }

  /// Writes a report in a format.
  func write(
    _ report: Report, in format: ReportFormat, isWhole: Bool = false
  ) throws(FileError) {
    switch format {
    case .json: break  // Escapes keep them.
    case .csv: tellReplaced(report.unsafeCharactersInValues)
    case .text, .markdown, .html, .excel: tellReplaced(report.unsafeCharacters(in: language))
    }
    switch format {
    case .text:
      let isBrief = !isWhole && command.takes(StandardOptions.sources)
      let text = (isBrief ? textRenderer : wholeRenderer).render(report)
      // Every text of a report was freed of controls where it was broken into lines; what is left are the colours.
      try screen.isColoured ? write(Array(text.utf8)) : write(text)
    case .csv, .excel:
      try write(
        CSVRenderer(
          forPeople: tableLanguage(format), isMarked: format == .excel || has(StandardOptions.mark)
        ).render(report))
    case .markdown, .json, .html:
      try write(format.renderer(language: language).render(report))
    }
  }

  private var wholeRenderer: TextRenderer { TextRenderer(language: language, screen: screen) }

  /// Whether no more than the answer and the first table is shown, so that no more need be made.
  var isBrief: Bool {
    format == .text && command.takes(StandardOptions.sources) && !has(StandardOptions.all)
  }

  /// Writes the answer and the first table; with `--all` everything.
  private var textRenderer: any ReportRenderer {
    if has(StandardOptions.all) { return wholeRenderer }
    return BriefRenderer(
      language: language, showsSources: has(StandardOptions.sources), screen: screen)
  }

  /// Writes a table as CSV, or as a spreadsheet program wants it.
  func write(_ table: TidyTable, isMarked: Bool = false) throws(FileError) {
    tellReplaced(table.unsafeCharacters)
    try write((isMarked || has(StandardOptions.mark) ? "\u{FEFF}" : "") + table.csv)
  }

  /// Writes a text to the file of `--output`, or to standard output.
  ///
  /// What would steer a terminal is replaced, should the text still hold any.
  func write(_ text: String) throws(FileError) {
    tellReplaced(UnsafeCharacters.count(in: text))
    try write(Array(UnsafeCharacters.replaced(in: text).utf8))
  }

  /// Says that characters of the documents were replaced in the output.
  func tellReplaced(_ count: Int) {
    guard count > 0 else { return }
    note(
      LocalizedText(
        ja: "資料やフォルダーの文字にある制御文字など\(count)個を U+FFFD（\u{FFFD}）に置き換えました",
        en:
          "\(count) controls or marks of direction in the texts of documents or folders are written as "
          + "U+FFFD (\u{FFFD})"))
  }

  /// Writes bytes to the file of `--output`, or to standard output.
  func write(_ bytes: [UInt8]) throws(FileError) {
    if let path = arguments[StandardOptions.output], path != "-" {
      console.progress?("")
      try checkIsNoInput(path)
      if SystemFile.isPipeOrDevice(path) {
        // Nothing can be left half written, and a reader may never come.
        try SystemFile.write(bytes, to: path)
      } else {
        try System.holdingSignals { () throws(FileError) in try SystemFile.write(bytes, to: path) }
      }
    } else {
      try console.write(bytes)
    }
  }

  /// Writes several files into the folder of `--output`.
  func write(_ files: [RenderedFile], toFolder folder: String) throws(FileError) {
    console.progress?("")
    for file in files { try checkIsNoInput("\(folder)/\(file.name)") }
    try OutputFolder.write(files, to: folder)
  }

  /// Refuses to write over a file that the call names, or one in a folder that it reads.
  private func checkIsNoInput(_ path: String) throws(FileError) {
    guard SystemFile.isFile(path) else { return }
    let folder = SystemFile.folder(of: SystemFile.resolved(path))
    for input in inputs where !input.isEmpty {
      let isInput =
        SystemFile.isSame(input, path)
        || [input, input + "/Documents"].contains { SystemFile.isSame($0, folder) }
      if isInput { throw FileError(code: .isInput, path: path) }
    }
  }

  /// The arguments that name files or folders to read, those after a `2020=` too.
  private var inputs: [String] {
    let named = command.options.map(\.declaration).filter { [.file, .folder].contains($0.values) }
    let options = named.flatMap { arguments.values[$0.name] ?? [] }
    let isNamed = command.positionals.contains { [.file, .folder].contains($0.values) }
    return (isNamed ? positionals : [])
      + options.flatMap { [$0, String($0.drop { $0 != "=" }.dropFirst())] }
  }

  /// The folder of `--output`, for a command that writes several files.
  ///
  /// - Throws: ``UsageError`` if none is named.
  func outputFolder() throws(UsageError) -> String {
    guard let folder = arguments[StandardOptions.outputFolder], !folder.isEmpty, folder != "-"
    else {
      throw UsageError(
        .missingArgument, "--output", ja: "書き出すフォルダーを --output で指定してください",
        en: "name the folder with --output")
    }
    return folder
  }

  /// The bytes of a file; of standard input if the path is `-`.
  ///
  /// - Parameter limit: the most bytes that are read; a longer file is an error.
  func read(
    _ path: String, upTo limit: Int = SystemFile.limit
  ) throws(FileError) -> [UInt8] {
    path == "-"
      ? try SystemFile.standardInput.readToEnd(upTo: limit)
      : try SystemFile.bytes(of: path, upTo: limit)
  }

  /// Asks which of several options it is; `nil` where nobody can be asked, or an empty line leaves it open.
  func choose(_ question: LocalizedText, among options: [String]) -> Int? {
    guard let answer = console.answer, !options.isEmpty else { return nil }
    let numbered = options.enumerated().map { "  \($0 + 1)  \(PlainText.line($1))\n" }.joined()
    let hint = LocalizedText(
      ja: "番号（空の行で決めない）", en: "Number (an empty line leaves it open)")
    console.complain("\(PlainText.line(question[language]))\n\(numbered)")
    while true {
      console.complain("\(hint[language]): ")
      guard let line = answer(), !TextFolding.isBlank(line) else { return nil }
      if let number = Int(TextFolding.key(line)), options.indices.contains(number - 1) {
        return number - 1
      }
    }
  }

  /// Shows for the time being what is being done, where somebody sees it.
  func working(_ what: LocalizedText) { console.progress?(PlainText.line(what[language])) }

  /// Tells the user something beside the results, on standard error.
  func note(_ message: LocalizedText) {
    console.complain("\(command.fullName): \(PlainText.line(message[language]))\n")
  }
}
