import MachiKurabe

/// What readers of open data noticed, a line each for standard error.
enum NoticedLines {
  private static let limit = 5

  /// The first of them, the most severe first, and how many more there are.
  ///
  /// - Parameter paths: where the files are; a file that has none is called by the name of the document.
  static func lines(of noticed: [Diagnostic], paths: [DocumentID: String]) -> [LocalizedText] {
    let sorted = noticed.enumerated().sorted {
      ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset)
    }.map(\.element)
    let shown = sorted.prefix(limit)
    let rest = sorted.dropFirst(limit).reduce(0) { $0 + $1.caseCount }
    guard let document = shown.first?.citation.document, rest > 0 else {
      return shown.map { line($0, paths) }
    }
    let path = paths[document] ?? document.rawValue
    return shown.map { line($0, paths) } + [
      LocalizedText(ja: "\(path): ほかに\(rest)件", en: "\(path): \(rest) more")
    ]
  }

  private static func line(_ diagnostic: Diagnostic, _ paths: [DocumentID: String]) -> LocalizedText
  {
    let citation = diagnostic.citation
    let place =
      "\(paths[citation.document] ?? citation.document.rawValue):\(citation.line)"
      + (citation.cell.map { ":\($0)" } ?? "")
    let printed = citation.printed
    return LocalizedText(
      ja: "\(place): \(diagnostic.message.ja)" + (printed.isEmpty ? "" : "（\(printed)）"),
      en: "\(place): \(diagnostic.message.en)" + (printed.isEmpty ? "" : " (\(printed))"))
  }
}
