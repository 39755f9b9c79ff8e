internal import DocumentReading
internal import MunicipalModel

extension MunicipalityCheck {
  /// Whether the code, the name and the documents' names are those of one municipality alone.
  ///
  /// - Parameters:
  ///   - folder: the folder.
  ///   - builtIn: the municipalities beside which it will be used.
  static func identityFindings(
    of folder: MunicipalityFolder, beside builtIn: [any MunicipalityAdapter]
  ) -> [Finding] {
    codeFindings(of: folder, builtIn) + documentFindings(of: folder.municipality, builtIn)
  }

  private static func codeFindings(
    of folder: MunicipalityFolder, _ builtIn: [any MunicipalityAdapter]
  ) -> [Finding] {
    let declared = folder.municipality
    let municipality = declared.municipality
    let code = municipality.code
    let short = declared.line(of: code.fiveDigits, in: description)
    let lost = [code.sixDigits, code.fiveDigits].filter { $0.hasPrefix("0") }
      .map { String($0.dropFirst()) }
      .first { declared.line(of: $0, in: description) != nil }
    let line =
      short ?? declared.line(of: code.sixDigits, in: description)
      ?? lost.flatMap { declared.line(of: $0, in: description) }
    var findings: [Finding] = []
    func note(_ severity: Diagnostic.Severity, _ code: String, ja: String, en: String) {
      findings.append(
        Finding(severity, code, description, line: line, ja: ja, en: en))
    }
    if short != nil {
      note(
        .info, "no-check-digit",
        ja: "検査数字のない5桁のコードなので、誤りがあっても分かりません。\(code)として読みます",
        en: "a code of five digits has no check digit, so a slip in it cannot be told; "
          + "it is read as \(code)")
    }
    if let lost, short == nil, declared.line(of: code.sixDigits, in: description) == nil {
      note(
        .warning, "lost-zero", ja: "「\(lost)」は先頭の0のないコードです。\(code)として読みます",
        en: "\"\(lost)\" lacks the zero at its beginning; it is read as \(code)")
    }
    let replaced = builtIn.map(\.municipality).first { $0.code == code }
    let otherName = replaced == nil ? municipality.otherNameOfCode : nil
    if let misfit = municipality.misfitOfCode ?? otherName {
      note(
        .warning, "code-does-not-fit", ja: "「\(municipality.name.ja)」と合いません。\(misfit.ja)",
        en: "it does not fit \"\(municipality.name.ja)\": \(misfit.en)")
    }
    if let replaced {
      let replacement = RecordCollection.Replacement(
        replaced: replaced, replacedFolder: nil, municipality: municipality, folder: folder.path)
      note(
        replacement.hasOtherName ? .warning : .info, "replaces-built-in",
        ja: replacement.messageWithoutFolder.ja, en: replacement.messageWithoutFolder.en)
    }
    return findings
  }

  /// Documents that are named as those of a built-in city, beside which they cannot be used.
  private static func documentFindings(
    of declared: DeclaredMunicipality, _ builtIn: [any MunicipalityAdapter]
  ) -> [Finding] {
    declared.description.documents.compactMap { document in
      let owner = builtIn.first { $0.documentKinds.contains { $0.id == document.id } }?.municipality
      guard let owner, owner.code != declared.municipality.code else { return nil }
      return Finding(
        .warning, "built-in-document-id", description,
        line: declared.line(of: document.id.rawValue, in: description),
        ja: "id「\(document.id)」は内蔵の\(owner.name.ja)の資料の名前です。別の id にしてください",
        en: "\"\(document.id)\" names a document of \(owner.name.en), which is built in; choose "
          + "another id")
    }
  }

  private static let description = "municipality.json"
}
