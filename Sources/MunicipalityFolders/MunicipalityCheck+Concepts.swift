internal import DocumentReading
internal import MunicipalModel
internal import PlanAnalysis

extension MunicipalityCheck {
  /// What is wrong with a folder's `concepts.json`, and which of its entries fit nothing in the documents.
  static func conceptFindings(
    of municipality: DeclaredMunicipality, in record: MunicipalityRecord
  ) -> [Finding] {
    guard let file = municipality.builtInFiles.first(where: { $0.name == "concepts.json" }) else {
      return []
    }
    do throws(DataFileError) {
      guard let notes = try municipality.conceptNotes() else { return [] }
      let crosswalk = try Crosswalk([record], taxonomy: .builtIn(), notes: [notes])
      return crosswalk.issues.compactMap { issue in
        issue.entry.map {
          finding("concept-note-without-match", issue.message, at: $0, in: file)
        }
      } + unknownDocuments(of: notes, of: municipality, in: file)
    } catch {
      return [Finding(error, file: file.name)]
    }
  }

  /// Themes of documents that the description does not name.
  private static func unknownDocuments(
    of notes: ConceptNotes, of municipality: DeclaredMunicipality, in file: BuiltInFile
  ) -> [Finding] {
    let known = municipality.description.documents.map(\.id)
    return notes.themes.enumerated().flatMap { index, theme in
      theme.documents.filter { !known.contains($0) }.map { document in
        finding(
          "unknown-document",
          LocalizedText(
            ja: "「\(document)」という資料はありません。", en: "There is no document \"\(document)\"."),
          at: ConceptNotes.Entry(list: .themes, index: index), in: file)
      }
    }
  }

  private static func finding(
    _ code: String, _ message: LocalizedText, at entry: ConceptNotes.Entry, in file: BuiltInFile
  ) -> Finding {
    Finding(
      .warning, code, file.name,
      line: StrictJSON.line(of: entry.index, in: entry.list.rawValue, of: file),
      ja: "\(entry.list.rawValue)[\(entry.index)]: \(message.ja)",
      en: "\(entry.list.rawValue)[\(entry.index)]: \(message.en)")
  }
}
