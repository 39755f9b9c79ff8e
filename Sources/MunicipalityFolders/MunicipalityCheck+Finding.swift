internal import DocumentReading
internal import MunicipalModel
internal import PlanAnalysis

extension MunicipalityCheck.Finding {
  init(
    _ severity: Diagnostic.Severity, _ code: String, _ file: String, line: Int? = nil,
    cell: Int? = nil, place: FilePlace? = nil, ja: String, en: String
  ) {
    self.init(
      severity: severity, code: code, file: file, line: line, cell: cell,
      message: LocalizedText(ja: ja, en: en), place: place)
  }

  init(_ guess: LayoutDraft.Guess, of draft: DescriptionDraft.Document) {
    let printed = guess.citation.printed
    self.init(
      .info, "guess", draft.file, line: guess.citation.line, cell: guess.citation.cell,
      place: guess.citation.place,
      ja: "\(guess.message.ja): 「\(printed)」（\(draft.layoutFile) の \(guess.member)）",
      en: "\(guess.message.en): \"\(printed)\" (\(guess.member) of \(draft.layoutFile))")
  }

  /// Tells the term that was taken from a line.
  init?(termOf draft: DescriptionDraft.Document) {
    guard let term = draft.term, let place = draft.termCitation else { return nil }
    self.init(
      .info, "guess", draft.file, line: place.line, place: place.place,
      ja: "「\(term)」を計画期間とみなしました: 「\(place.printed)」（municipality.json の plan の term）",
      en:
        "\"\(term)\" is taken for the plan's term: \"\(place.printed)\" (plan, term of "
        + "municipality.json)")
  }

  init(_ open: OpenChoice, of draft: DescriptionDraft.Document) {
    let options = open.options
    self.init(
      .error, "open-choice", draft.file, line: open.citation.line, place: open.citation.place,
      ja: "\(open.question.ja): \(options.map { "「\($0)」" }.joined(separator: "、"))"
        + "（\(draft.layoutFile) の columns に {\"heading\": \"\(options[0])\", \"means\": \"target\"} のように書けます）",
      en: "\(open.question.en) \(options.map { "\"\($0)\"" }.joined(separator: ", "))"
        + "; columns of \(draft.layoutFile) can say {\"heading\": \"\(options[0])\", \"means\": \"target\"}"
    )
  }

  init(_ error: DataFileError, file: String? = nil) {
    self.init(
      severity: .error, code: error.code.rawValue, file: file ?? error.file, line: error.line,
      message: error.messageWithoutPlace)
  }

  init(_ error: DocumentError, file: String) {
    self.init(
      severity: .error, code: error.code.rawValue, file: file, line: error.line,
      message: error.code == .wrongKind
        ? LocalizedText(
          ja: error.message.ja + "（municipality.json の words か資料を直してください）",
          en: error.message.en + " (correct words in municipality.json, or the document)")
        : error.message)
  }

  init(
    _ diagnostic: Diagnostic, file: String, hint: LocalizedText = LocalizedText("")
  ) {
    self.init(
      diagnostic.severity, diagnostic.code.rawValue, file, line: diagnostic.citation.line,
      cell: diagnostic.citation.cell, place: diagnostic.citation.place,
      ja: diagnostic.messageWithCell.ja + hint.ja, en: diagnostic.messageWithCell.en + hint.en)
  }

  init(_ finding: AuditFinding, file: String) {
    let citation = finding.citations.first
    self.init(
      finding.severity, finding.code.rawValue, file, line: citation?.line, cell: citation?.cell,
      place: citation?.place, ja: "\(finding.subject.ja): \(finding.message.ja)",
      en: "\(finding.subject.en): \(finding.message.en)")
  }

  init(unusedFile name: String) {
    self.init(.info, "unused-file", name, ja: "このファイルは読んでいません", en: "nothing reads this file")
  }
}

extension Diagnostic {
  /// The message with the printed text of the cell, unless it names that itself.
  fileprivate var messageWithCell: LocalizedText {
    guard citation.cell != nil else { return message }
    let printed = citation.printed
    return LocalizedText(
      ja: message.ja.contains(printed) ? message.ja : "\(message.ja)「\(printed)」",
      en: message.en.contains(printed) ? message.en : "\(message.en) \"\(printed)\"")
  }
}
