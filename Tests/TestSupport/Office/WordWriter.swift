/// Makes Word files for tests from their markup, whose names have no prefix.
package struct WordWriter {
  /// The markup within `body`.
  package var body: String
  /// The markup within `styles`.
  package var styles = ""
  /// The markup within `numbering`.
  package var numbering = ""
  /// The markup within `footnotes`.
  package var footnotes = ""

  /// Makes a Word file.
  package init(
    _ body: String, styles: String = "", numbering: String = "", footnotes: String = ""
  ) {
    self.body = body
    self.styles = styles
    self.numbering = numbering
    self.footnotes = footnotes
  }

  /// The markup of a paragraph.
  ///
  /// - Parameters:
  ///   - text: its text, in one run.
  ///   - properties: what stands in `pPr`.
  package static func paragraph(_ text: String, _ properties: String = "") -> String {
    "<p><pPr>\(properties)</pPr><r><t>\(text)</t></r></p>"
  }

  /// The markup of a table of texts, a column each.
  package static func table(_ rows: [[String]]) -> String {
    let width = rows.reduce(0) { max($0, $1.count) }
    let grid = String(repeating: "<gridCol w=\"1000\"/>", count: width)
    let rows = rows.map { row in
      "<tr>" + row.map { "<tc>\(paragraph($0))</tc>" }.joined() + "</tr>"
    }
    return "<tbl><tblGrid>\(grid)</tblGrid>\(rows.joined())</tbl>"
  }

  /// The parts by their names.
  package var parts: [(name: String, text: String)] {
    let types = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    let others = ["styles": styles, "numbering": numbering, "footnotes": footnotes]
      .filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }
    let relationships = others.map {
      "<Relationship Id=\"\($0.key)\" Type=\"\(types)/\($0.key)\" Target=\"\($0.key).xml\"/>"
    }
    return [
      (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"\(types)/officeDocument\" Target=\"/word/document.xml\"/></Relationships>"
      ),
      ("word/document.xml", "<document><body>\(body)<sectPr/></body></document>"),
      ("word/_rels/document.xml.rels", "<Relationships>\(relationships.joined())</Relationships>"),
    ] + others.map { ("word/\($0.key).xml", "<\($0.key)>\($0.value)</\($0.key)>") }
  }

  /// The file.
  package var bytes: [UInt8] {
    var zip = ZipWriter()
    for part in parts { zip.add(part.name, Array(part.text.utf8)) }
    return zip.bytes
  }
}
