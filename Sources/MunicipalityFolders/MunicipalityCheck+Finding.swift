internal import DocumentReading
internal import MunicipalModel
internal import PlanAnalysis

extension MunicipalityCheck.Finding {
  init(_ guess: LayoutDraft.Guess, of draft: DescriptionDraft.Document) {
    let printed = guess.citation.printed
    self.init(
      severity: .info, code: "guess", file: draft.file, line: guess.citation.line,
      cell: guess.citation.cell,
      message: LocalizedText(
        ja: "\(guess.message.ja): 「\(printed)」（\(draft.layoutFile) の \(guess.member)）",
        en: "\(guess.message.en): \"\(printed)\" (\(guess.member) of \(draft.layoutFile))"),
      place: guess.citation.place)
  }

  init(_ open: OpenChoice, of draft: DescriptionDraft.Document) {
    let options = open.options
    self.init(
      severity: .error, code: "open-choice", file: draft.file, line: open.citation.line, cell: nil,
      message: LocalizedText(
        ja: "\(open.question.ja): \(options.map { "「\($0)」" }.joined(separator: "、"))"
          + "（\(draft.layoutFile) の columns に {\"heading\": \"\(options[0])\", \"means\": \"target\"} のように書けます）",
        en: "\(open.question.en) \(options.map { "\"\($0)\"" }.joined(separator: ", "))"
          + "; columns of \(draft.layoutFile) can say {\"heading\": \"\(options[0])\", \"means\": \"target\"}"
      ),
      place: open.citation.place)
  }

  init(_ error: DataFileError, file: String? = nil) {
    self.init(
      severity: .error, code: error.code.rawValue, file: file ?? error.file,
      line: error.line, cell: nil,
      message: error.messageWithoutPlace)
  }

  init(_ error: DocumentError, file: String) {
    self.init(
      severity: .error, code: error.code.rawValue, file: file,
      line: error.line, cell: nil,
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
      severity: diagnostic.severity, code: diagnostic.code.rawValue, file: file,
      line: diagnostic.citation.line, cell: diagnostic.citation.cell,
      message: LocalizedText(
        ja: diagnostic.messageWithCell.ja + hint.ja, en: diagnostic.messageWithCell.en + hint.en),
      place: diagnostic.citation.place)
  }

  init(_ finding: AuditFinding, file: String) {
    let citation = finding.citations.first
    self.init(
      severity: finding.severity, code: finding.code.rawValue, file: file, line: citation?.line,
      cell: citation?.cell,
      message: LocalizedText(
        ja: "\(finding.subject.ja): \(finding.message.ja)",
        en: "\(finding.subject.en): \(finding.message.en)"),
      place: citation?.place)
  }

  init(unusedFile name: String) {
    self.init(
      severity: .info, code: "unused-file", file: name, line: nil, cell: nil,
      message: LocalizedText(ja: "このファイルは読んでいません", en: "nothing reads this file"))
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
