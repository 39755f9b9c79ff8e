package import MunicipalModel

extension MunicipalityAdapter {
  /// The layout of a document, the file `<document>.layout.json` beside the city's documents.
  ///
  /// - Throws: ``DocumentError`` with `damaged-resource` if there is none, or it is no layout.
  package func builtInLayout(of document: DocumentID) throws(DocumentError) -> PlanLayout {
    do {
      return try PlanLayout(builtInFiles.file("\(document).layout.json"))
    } catch {
      throw DocumentError(error)
    }
  }
}

extension DocumentError {
  /// A data file of a municipality that cannot be used.
  init(_ error: DataFileError) {
    let place = error.path.isEmpty ? "" : "\(error.path): "
    let reason = error.code.label
    self.init(
      code: .damagedResource, document: DocumentID(rawValue: error.file), line: error.line,
      expected: error.expected,
      found: LocalizedText(
        ja: "\(place)\(reason.ja) \(error.found)", en: "\(place)\(reason.en) \(error.found)"))
  }
}
