@testable import TextFormats

/// One small table in each form that is text, and the lines that each of them must give.
enum FormSample {
  static let heading = "基本目標1 しごとをつくる"

  static let rows = [
    ["指標", "単位", "基準値（令和元年度）", "目標値（令和6年度）"],
    ["新規創業件数", "件", "12", "累計 125"],
    ["若者の定着率", "％", "45.5", "50.0"],
    ["社会増減", "人", "△1,234", "－"],
  ]

  /// The lines of the heading and the table.
  static let lines = [heading, ""] + rows.map { $0.joined(separator: "\t") }

  static let html =
    "<h2>\(heading)</h2><table>"
    + rows.map { "<tr>" + $0.map { "<td>\($0)</td>" }.joined() + "</tr>" }.joined() + "</table>"

  static func delimited(_ separator: String, lineEnd: String = "\n") -> String {
    ([[heading, "", "", ""]] + rows).map { row in
      row.map { $0.contains(separator) ? "\"\($0)\"" : $0 }.joined(separator: separator)
    }.joined(separator: lineEnd)
  }

  /// The texts of the lines.
  static func lines(_ text: String, name: String) throws -> [String] {
    try FormText.read(Array(text.utf8), name: name).lines.map(\.text)
  }
}

extension FormText {
  /// The places in words, with those of the cells that are given.
  func label(_ line: Int, cell: Int? = nil) -> String? { lines[line].place(ofCell: cell)?.label.ja }

  /// The codes of the notices.
  var codes: [String] { notices.map(\.code) }
}
