@testable import TextFormats

/// Reads bytes as a file of some form, and ends the program if the reader breaks a promise.
///
/// Whatever the bytes: no trap; rows of a table that stand together have as many cells; no line holds a line
/// break; notices cite lines and cells that are there.
enum FormFuzz {
  static func read(_ bytes: [UInt8], name: String) {
    guard let text = try? FormText.read(bytes, name: name) else { return }
    var width = 0
    for line in text.lines {
      let tabs = line.text.utf8.count { $0 == 0x09 }
      guard !line.text.utf8.contains(0x0A) else { fatalError("a line break in a line: \(line)") }
      // Lines outside of tables may have tabs as their author wrote them.
      guard tabs > 0, isRow(line) else {
        width = 0
        continue
      }
      guard width == 0 || width == tabs else { fatalError("a row of \(tabs) tabs, not \(width)") }
      width = tabs
      for cell in 0...(tabs + 1) { _ = line.place(ofCell: cell)?.label }
    }
    for notice in text.notices {
      guard let line = notice.line else { continue }
      guard text.lines.indices.contains(line) else { fatalError("no such line: \(notice)") }
      let cells = 1 + text.lines[line].text.utf8.count { $0 == 0x09 }
      guard (1...cells).contains(notice.cell ?? 1) else { fatalError("no such cell: \(notice)") }
    }
  }

  private static func isRow(_ line: FormText.Line) -> Bool {
    switch line.place {
    case .table, .sheet: true
    case .paragraph, .page, nil: false
    }
  }
}
