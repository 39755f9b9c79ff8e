/// Reads a Word file (`.docx`, `.docm`).
package enum WordDocument {
  /// Reads paragraphs with the numbers of their lists, tables, text boxes and notes.
  ///
  /// - Parameters:
  ///   - bytes: the bytes of the file.
  ///   - name: its name, for errors.
  /// - Throws: ``FormError`` if it cannot be read at all, or is larger than what is read.
  package static func read(_ bytes: [UInt8], name: String) throws(FormError) -> FormText {
    var package = try OfficePackage(bytes, file: name)
    let main = try package.mainPart()
    let relationships = try package.relationships(of: main)
    func part(_ type: String) throws(FormError) -> XMLPart? {
      guard let target = relationships.first(where: { $0.type == type })?.target else { return nil }
      return try package.part(target)
    }
    let styles = try part("styles").map { part throws(FormError) in try WordStyles(part) }
    let numbering = try part("numbering").map { part throws(FormError) in
      try WordNumbering(part)
    }
    var reader = WordReader(styles: styles ?? WordStyles())
    let blocks = try package.part(main).read { xml throws(FormError) in
      try readBody(&xml, &reader)
    }
    var lines = WordLines(
      file: name, styles: reader.styles, numbering: numbering ?? WordNumbering())
    for duplicate in package.archive.duplicates {
      lines.note(
        "duplicate-part", isWarning: true, isWhole: true, ja: "\(duplicate)が2つあり、最初のものを読みます",
        en: "\(duplicate) is there twice, and the first is read")
    }
    try lines.add(blocks)
    let marks = reader.notes.indices.map { index in
      (reader.notes[index], reader.notes[index].mark(reader.number(ofNote: index)))
    }
    for isEndnote in [false, true] where marks.contains(where: { $0.0.isEndnote == isEndnote }) {
      guard let part = try part(isEndnote ? "endnotes" : "footnotes") else { continue }
      let notes = try part.read { xml throws(FormError) in try readNotes(&xml, &reader) }
      for (note, mark) in marks where note.isEndnote == isEndnote {
        try lines.add(notes[note.id] ?? [], mark: mark)
      }
    }
    return lines.text
  }

  private static func readBody(
    _ xml: inout XMLScanner, _ reader: inout WordReader
  ) throws(FormError) -> [WordBlock] {
    while true {
      switch try xml.next() {
      case .start where xml.depth == 1:
        guard xml.isAt("document") else {
          throw xml.error(
            .unreadForm, expected: LocalizedText(ja: "Word の文書", en: "a Word document"))
        }
      case .start where xml.isAt("body"): return try reader.readBlocks(&xml)
      case .finished: throw xml.error(.missingPart)
      default: break
      }
    }
  }

  private static func readNotes(
    _ xml: inout XMLScanner, _ reader: inout WordReader
  ) throws(FormError) -> [String: [WordBlock]] {
    var notes: [String: [WordBlock]] = [:]
    while true {
      switch try xml.next() {
      case .start where xml.isAt("footnote") || xml.isAt("endnote"):
        let id = xml.text(ofAttribute: "id") ?? ""
        notes[id] = try reader.readBlocks(&xml)
      case .finished: return notes
      default: break
      }
    }
  }
}
