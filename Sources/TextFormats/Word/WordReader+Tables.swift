extension WordReader {
  mutating func readTable(_ xml: inout XMLScanner) throws(FormError) -> WordTable {
    var table = WordTable()
    var issues: Set<WordIssue> = []
    let outside = xml.depth - 1
    while true {
      switch try xml.next() {
      case .start where xml.isAt("tblPr"): try xml.skipElement()
      case .start where xml.isAt("gridCol"):
        guard table.widths.count < Self.maximumColumns else {
          throw xml.error(.tooLarge, expected: .atMost(Self.maximumColumns))
        }
        table.widths.append(min(xml.number("w") ?? 0, 100_000))
      case .start where xml.isAt("tblGridChange"): try xml.skipElement()
      case .start where xml.isAt("tr"):
        if let row = try readRow(&xml) { table.rows.append(row) }
      case .start: try skipIfNotShown(&xml, &issues)
      case .end where xml.depth == outside: return table
      case .end: leave(xml)
      case .text: break
      case .finished: throw xml.error()
      }
    }
  }

  /// A row; `nil` if it is deleted.
  private mutating func readRow(_ xml: inout XMLScanner) throws(FormError) -> WordTable.Row? {
    var row = WordTable.Row()
    var issues: Set<WordIssue> = []
    var isDeleted = false
    let outside = xml.depth - 1
    while true {
      switch try xml.next() {
      case .start where xml.isAt("gridBefore"):
        row.before = min(xml.number("val") ?? 0, Self.maximumColumns)
      case .start where xml.isAt("del"): isDeleted = true
      case .start where xml.isAt("tblPrEx") || xml.isAt("trPrChange"): try xml.skipElement()
      case .start where xml.isAt("tc"):
        try takeOne(xml)
        guard row.cells.count < Self.maximumColumns else {
          throw xml.error(.tooLarge, expected: .atMost(Self.maximumColumns))
        }
        row.cells.append(try readCell(&xml))
      case .start: try skipIfNotShown(&xml, &issues)
      case .end where xml.depth == outside: return isDeleted ? nil : row
      case .end: leave(xml)
      case .text: break
      case .finished: throw xml.error()
      }
    }
  }

  private mutating func readCell(_ xml: inout XMLScanner) throws(FormError) -> WordTable.Cell {
    var cell = WordTable.Cell()
    // The properties come first, then the blocks.
    let outside = xml.depth - 1
    while true {
      switch try xml.next() {
      case .start where xml.isAt("tcPr"): try readProperties(&xml, of: &cell)
      case .start where xml.isAt("p"):
        let paragraph = try readParagraph(&xml)
        cell.blocks.append(.paragraph(paragraph))
        cell.blocks += paragraph.boxes
      case .start where xml.isAt("tbl"): cell.blocks.append(.table(try readTable(&xml)))
      case .start:
        var issues: Set<WordIssue> = []
        try skipIfNotShown(&xml, &issues)
      case .end where xml.depth == outside:
        cell.blocks = Self.joined(cell.blocks)
        return cell
      case .end: leave(xml)
      case .text: break
      case .finished: throw xml.error()
      }
    }
  }

  private func readProperties(
    _ xml: inout XMLScanner, of cell: inout WordTable.Cell
  ) throws(FormError) {
    let outside = xml.depth - 1
    func continues(_ xml: XMLScanner) -> Bool {
      xml.attribute("val").map { $0 == "continue" } ?? true
    }
    while true {
      switch try xml.next() {
      case .start where xml.isAt("gridSpan"):
        cell.span = max(1, min(xml.number("val") ?? 1, Self.maximumColumns))
      case .start where xml.isAt("vMerge"): cell.goesOnFromAbove = continues(xml)
      case .start where xml.isAt("hMerge"): cell.goesOnFromLeft = continues(xml)
      case .start where xml.isAt("tcPrChange"): try xml.skipElement()
      case .end where xml.depth == outside: return
      default: break
      }
    }
  }
}
