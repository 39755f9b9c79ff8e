package import MunicipalModel

/// Reads the list of corrections that stands beside a city's documents.
package enum CorrectionList {
  /// The headings of the list, which is separated by tabs.
  static let headings = ["document", "line", "cell", "printed", "used", "reason_ja", "reason_en"]

  /// Reads the list; columns are found by their headings.
  ///
  /// - Throws: ``DocumentError`` that names the line, if a heading or a number is missing.
  package static func read(
    _ text: String, from file: DocumentID = "corrections.tsv"
  ) throws(DocumentError) -> [Correction] {
    let document = try DocumentText(id: file, text: text)
    let found = CellMarkup.cells(of: document.line(1))
    var columns: [Int] = []
    for heading in headings {
      guard let column = found.firstIndex(of: heading) else {
        throw DocumentError(
          code: .damagedResource, document: file, line: 1,
          expected: LocalizedText(ja: "\(heading) の列", en: "a column \(heading)"),
          found: LocalizedText(found.joined(separator: ", ")))
      }
      columns.append(column)
    }
    var corrections: [Correction] = []
    for number in 2...max(2, document.lineCount) where !TextFolding.isBlank(document.line(number)) {
      let row = CellMarkup.cells(of: document.line(number))
      let fields = columns.map { row.indices.contains($0) ? row[$0] : "" }
      guard let line = Int(fields[1]), let cell = Int(fields[2]), line > 0, cell > 0 else {
        throw DocumentError(
          code: .damagedResource, document: file, line: number,
          expected: LocalizedText(ja: "行とセルの番号", en: "numbers of a line and a cell"),
          found: LocalizedText("\(fields[1]), \(fields[2])"))
      }
      corrections.append(
        Correction(
          document: DocumentID(rawValue: fields[0]), line: line, cell: cell, printed: fields[3],
          used: fields[4], reason: LocalizedText(ja: fields[5], en: fields[6])))
    }
    return corrections
  }
}
