package import MunicipalModel

/// One kind of document that a municipality publishes, and how to tell it from others.
package struct DocumentKind: Sendable {
  /// The stable name.
  package let id: DocumentID
  /// What it is, for a person to read.
  package let title: LocalizedText
  /// The file that holds it where that is neither `<id>.txt` nor `<id>.csv`.
  let fileName: String?
  /// What is known of its publication; `nil` if nothing is.
  let publication: Publication?
  /// Groups of words: a document is of this kind if it has at least one word of every group.
  let signature: [[String]]

  /// Makes a kind.
  package init(
    id: DocumentID, title: LocalizedText, fileName: String? = nil, publication: Publication? = nil,
    signature: [[String]]
  ) {
    self.id = id
    self.title = title
    self.fileName = fileName
    self.publication = publication
    self.signature = signature
  }

  /// Whether a file holds the document, by its name.
  func isFile(_ name: String) -> Bool {
    fileName.map { $0 == name } ?? (name == "\(id).txt" || name == "\(id).csv")
  }

  /// Whether a document has the words of this kind.
  package func matches(_ document: DocumentText) -> Bool { missingWords(in: document).isEmpty }

  /// Checks the kind of a document.
  ///
  /// - Throws: ``DocumentError`` that says which words are missing and what the document looks like.
  package func check(
    _ document: DocumentText, among others: [DocumentKind]
  ) throws(DocumentError) {
    let missing = missingWords(in: document)
    guard let first = missing.first else { return }
    let likely = others.first { $0.id != id && $0.matches(document) }
    let words = first.map { "「\($0)」" }
    throw DocumentError(
      code: .wrongKind, document: id,
      expected: LocalizedText(
        ja: "\(words.joined(separator: "または"))のある\(title.ja)",
        en: "\(title.en) with \(words.joined(separator: " or "))"),
      found: likely.map {
        LocalizedText(ja: "\($0.title.ja)（\($0.id)）", en: "\($0.title.en) (\($0.id))")
      } ?? Self.beginning(of: document))
  }

  private static func beginning(of document: DocumentText) -> LocalizedText {
    guard let line = document.lines.first(where: { !TextFolding.isBlank($0) }) else {
      let length = DocumentText.maximumLineLength
      return LocalizedText(
        ja: "\(length)バイトを超える行だけの文字データ", en: "nothing but lines of more than \(length) bytes")
    }
    let start = TextFolding.trimmed(line).prefix(40)
    return LocalizedText(ja: "「\(start)」で始まる文字データ", en: "a text that begins with \"\(start)\"")
  }

  /// The lines by which the document was recognised, each with the word that stands in it.
  func evidence(in document: DocumentText) -> [(line: Int, word: String)] {
    search(document).evidence
  }

  private func missingWords(in document: DocumentText) -> [[String]] { search(document).missing }

  private func search(
    _ document: DocumentText
  ) -> (missing: [[String]], evidence: [(line: Int, word: String)]) {
    // Words may be written in any width.
    var open = signature.map { (words: $0, keys: $0.map { TextFolding.key($0) }) }
    var evidence: [(line: Int, word: String)] = []
    for (index, key) in document.keys.enumerated() where !open.isEmpty && !key.isEmpty {
      open.removeAll { group in
        guard let word = group.keys.first(where: key.contains(word:)) else { return false }
        evidence.append((index + 1, word))
        return true
      }
    }
    return (open.map(\.words), evidence)
  }
}
