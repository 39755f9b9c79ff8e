internal import TextFormats

/// Makes workbooks for tests from the markup of their sheets.
package struct WorkbookWriter {
  /// A sheet: its name, the attributes of its entry, and what stands in its `worksheet`.
  package struct Sheet {
    let name: String
    let attributes: String
    package let content: String
    let relationships: String

    /// Makes a sheet.
    ///
    /// - Parameters:
    ///   - name: the name on its tab.
    ///   - attributes: more attributes, such as `state="hidden"`.
    ///   - content: the markup within `worksheet`.
    ///   - relationships: the markup of its relationships.
    package init(
      _ name: String, attributes: String = "", content: String, relationships: String = ""
    ) {
      self.name = name
      self.attributes = attributes
      self.content = content
      self.relationships = relationships
    }

    /// Makes a sheet of rows of cells; a cell that is a number is stored as one.
    ///
    /// - Parameters:
    ///   - name: the name on its tab.
    ///   - rows: the texts; an empty one is no cell.
    ///   - merged: merged cells, such as `A1:C1`.
    package init(_ name: String, rows: [[String]], merged: [String] = []) {
      var content = "<sheetData>"
      for (row, cells) in rows.enumerated() {
        content += "<row r=\"\(row + 1)\">"
        for (column, text) in cells.enumerated() where !text.isEmpty {
          let reference = WorkbookWriter.letters(column + 1) + "\(row + 1)"
          if Double(text) != nil {
            content += "<c r=\"\(reference)\"><v>\(text)</v></c>"
          } else {
            content += "<c r=\"\(reference)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
          }
        }
        content += "</row>"
      }
      content += "</sheetData>"
      if !merged.isEmpty {
        content +=
          "<mergeCells>" + merged.map { "<mergeCell ref=\"\($0)\"/>" }.joined() + "</mergeCells>"
      }
      self.init(name, content: content)
    }
  }

  /// The sheets.
  package var sheets: [Sheet]
  /// The codes of number formats; a cell of style 1 has the first, and so on.
  package var formats: [String] = []
  /// The markup of the shared strings within `sst`.
  package var strings = ""
  /// The attributes of `workbookPr`.
  package var properties = ""

  /// Makes a workbook.
  package init(_ sheets: [Sheet], formats: [String] = [], strings: String = "") {
    self.sheets = sheets
    self.formats = formats
    self.strings = strings
  }

  /// The parts by their names.
  package var parts: [(name: String, text: String)] {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    var relationships = ""
    var entries = ""
    var parts: [(String, String)] = []
    for (index, sheet) in sheets.enumerated() {
      let number = index + 1
      relationships +=
        "<Relationship Id=\"rId\(number)\" Type=\"\(types)/worksheet\""
        + " Target=\"worksheets/sheet\(number).xml\"/>"
      entries +=
        "<sheet name=\"\(sheet.name)\" sheetId=\"\(number)\" \(sheet.attributes) r:id=\"rId\(number)\"/>"
      parts.append(
        (
          "xl/worksheets/sheet\(number).xml",
          "<?xml version=\"1.0\"?><worksheet xmlns=\"\(main)\">\(sheet.content)</worksheet>"
        ))
      if !sheet.relationships.isEmpty {
        parts.append(
          (
            "xl/worksheets/_rels/sheet\(number).xml.rels",
            "<Relationships>\(sheet.relationships)</Relationships>"
          ))
      }
    }
    relationships +=
      "<Relationship Id=\"rIdA\" Type=\"\(types)/styles\" Target=\"/xl/styles.xml\"/>"
      + "<Relationship Id=\"rIdB\" Type=\"\(types)/sharedStrings\" Target=\"sharedStrings.xml\"/>"
    let codes = formats.enumerated().map { index, code in
      "<numFmt numFmtId=\"\(200 + index)\" formatCode=\"\(Self.escaped(code))\"/>"
    }
    let styles = formats.indices.map { "<xf numFmtId=\"\(200 + $0)\"/>" }
    return [
      (
        "_rels/.rels",
        "<Relationships><Relationship Id=\"a\" Type=\"\(types)/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
      ),
      (
        "xl/workbook.xml",
        "<workbook xmlns=\"\(main)\" xmlns:r=\"\(types)\"><workbookPr \(properties)/><sheets>\(entries)</sheets></workbook>"
      ),
      ("xl/_rels/workbook.xml.rels", "<Relationships>\(relationships)</Relationships>"),
      (
        "xl/styles.xml",
        "<styleSheet><numFmts>\(codes.joined())</numFmts><fonts><font/><font><strike/></font></fonts><cellXfs><xf numFmtId=\"0\"/>\(styles.joined())<xf fontId=\"1\"/></cellXfs></styleSheet>"
      ),
      ("xl/sharedStrings.xml", "<sst>\(strings)</sst>"),
    ] + parts
  }

  /// The file.
  package var bytes: [UInt8] {
    var zip = ZipWriter()
    for part in parts { zip.add(part.name, Array(part.text.utf8)) }
    return zip.bytes
  }

  /// The letters of a column, from 1.
  package static func letters(_ column: Int) -> String { FilePlace.letters(ofColumn: column) }

  static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text {
      switch character {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case "\"": escaped += "&quot;"
      default: escaped.append(character)
      }
    }
    return escaped
  }
}
