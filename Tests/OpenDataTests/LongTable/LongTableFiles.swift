import Foundation
import OpenData

/// A path in the system's folder for temporary files.
func temporaryPath() -> String {
  FileManager.default.temporaryDirectory.appendingPathComponent("long-\(UUID().uuidString).csv")
    .path
}

/// Runs `body` with a path where a file may be written; it is removed afterwards.
func withTemporaryFile<Result>(
  _ bytes: [UInt8]? = nil, _ body: (String) throws -> Result
) throws -> Result {
  let path = temporaryPath()
  if let bytes { try Data(bytes).write(to: URL(fileURLWithPath: path)) }
  defer { try? FileManager.default.removeItem(atPath: path) }
  return try body(path)
}

/// The lines of what `writeCSV` writes, without the first.
func rateLines(of table: LongTable) throws -> [String] {
  try withTemporaryFile { path in
    try table.socialChangeRates().writeCSV(to: path)
    let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
    return records(text).dropFirst().map { $0 }
  }
}

/// The records of a CSV text; a newline in quotes does not end one.
func records(_ text: String) -> [String] {
  var result: [String] = []
  var record = String.UnicodeScalarView()
  var isQuoted = false
  for scalar in text.unicodeScalars {
    if scalar == "\"" { isQuoted.toggle() }
    if scalar == "\n", !isQuoted {
      result.append(String(record))
      record = String.UnicodeScalarView()
    } else {
      record.append(scalar)
    }
  }
  if !record.isEmpty { result.append(String(record)) }
  return result
}

/// Reads a written file.
enum LongTableFileText {
  /// The records of a CSV file.
  static func read(_ path: String) throws -> [String] {
    records(String(decoding: try Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self))
  }
}
