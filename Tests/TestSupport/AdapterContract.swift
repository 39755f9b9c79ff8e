package import DocumentReading
internal import MunicipalModel
package import Testing

/// Checks what every adapter owes its users, on its built-in documents.
///
/// Every name and every figure is cited with the line and the cell it stands in; every figure that
/// was read reads the same from its printed text; no diagnostic is an error; the facts that are
/// built in are complete and minimal; and the record survives a round trip.
///
/// - Parameter malformed: the cells that print no number, as is reported.
package func checkAdapter(
  _ adapter: any MunicipalityAdapter, malformed: [String] = [],
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let library = try adapter.builtInLibrary()
  let record = try adapter.record()
  #expect(
    record.documents.map(\.document) == adapter.documentKinds.map(\.id),
    "one part of the record for each kind of document", sourceLocation: sourceLocation)
  for contents in record.documents {
    let document = try #require(
      library.documents[contents.document], sourceLocation: sourceLocation)
    checkCitations(contents, in: document, sourceLocation)
    checkFigures(contents, malformed, sourceLocation)
    #expect(
      contents.diagnostics.filter { $0.severity == .error } == [],
      "\(contents.document) reads without errors", sourceLocation: sourceLocation)
    let result = try adapter.read(document)
    #expect(
      result.contents == contents, "reading twice gives the same", sourceLocation: sourceLocation)
    #expect(
      result.factsOnlyText == text(of: document),
      "\(contents.document) holds the facts and nothing else", sourceLocation: sourceLocation)
  }
}

/// Every citation names a line of the document, and its printed text stands there.
private func checkCitations(
  _ contents: DocumentContents, in document: DocumentText, _ location: SourceLocation
) {
  for citation in citations(of: contents) {
    let line = TextFolding.key(CellMarkup.cells(of: document.line(citation.line)).joined())
    // A title or a figure that is broken over lines is cited where it begins.
    let printed = TextFolding.key(citation.printed)
    let next = (citation.line + 1...citation.line + 8).map { TextFolding.key(document.line($0)) }
    #expect(
      (line + next.joined()).contains(printed),
      "\(citation) stands in line \(citation.line)", sourceLocation: location)
  }
}

/// Every value reads the same from its printed text, and every unreadable cell has a diagnostic.
private func checkFigures(
  _ contents: DocumentContents, _ malformed: [String], _ location: SourceLocation
) {
  for plan in contents.plans {
    for placed in plan.indicators {
      #expect(!placed.indicator.name.isEmpty, sourceLocation: location)
      for observation in placed.indicator.figures {
        let printed = PrintedFigure(observation.citation.printed, unit: placed.indicator.unit)
        // Of several numbers the indicator's own comes first, whatever the cell begins with.
        #expect(
          Set(printed.reading.quantities.map(\.value))
            == Set(observation.reading.quantities.map(\.value))
            || observation.reading.value == nil,
          "\(observation.citation)", sourceLocation: location)
        #expect(
          observation.reading != .missing(.unreadable)
            || malformed.contains(observation.citation.printed),
          "\(observation.citation)", sourceLocation: location)
      }
    }
  }
}

private func citations(of contents: DocumentContents) -> [Citation] {
  let nodes = contents.plans.flatMap(\.nodes).map(\.node)
  let indicators = nodes.flatMap(\.indicators)
  return nodes.map(\.citation) + nodes.flatMap(\.progress).map(\.citation)
    + indicators.map(\.citation) + indicators.flatMap(\.figures).map(\.citation)
    + contents.populationFigures.map(\.citation)
    + contents.surveyResults.map(\.share.citation) + contents.budgetFigures.map(\.citation)
}

private func text(of document: DocumentText) -> String {
  (1...document.lineCount).map { document.line($0) }.joined(separator: "\n")
}
