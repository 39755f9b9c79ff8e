import Foundation
import OpenData

/// The readers by the names that the environment variable FUZZ_READER takes.
enum Readers {
  private static let all: [String: @Sendable ([UInt8]) -> Void] = [
    "registry": { FileFuzz.read($0, as: OpenDataTable.registry) },
    "movers": { FileFuzz.read($0, as: OpenDataTable.movers) },
    "standard": { FileFuzz.read($0, as: OpenDataTable.standard) },
    "estat": { FileFuzz.read($0, as: OpenDataTable.estat) },
    "ssdse": { FileFuzz.read($0, as: OpenDataTable.ssdse) },
    "long-table": { LongTableFuzz.read($0) },
    "html": { FormFuzz.read($0, name: "a.html") },
    "markdown": { FormFuzz.read($0, name: "a.md") },
    "delimited": { FormFuzz.read($0, name: "a.csv") },
    "archive": { FormFuzz.read($0, name: "a.xlsx") },
    "workbook": { PartsFuzz.read($0, name: "a.xlsx") },
    "word": { PartsFuzz.read($0, name: "a.docx") },
    "aligned": { FormFuzz.read($0, name: "a.txt") },
    "any": { (try? OpenDataTable.read($0, document: "fuzz")).map(Use.all(of:)) },
  ]

  /// The reader that was asked for.
  static let chosen: @Sendable ([UInt8]) -> Void = {
    let name = ProcessInfo.processInfo.environment["FUZZ_READER"] ?? "any"
    guard let reader = all[name] else {
      fatalError("FUZZ_READER is one of \(all.keys.sorted().joined(separator: ", "))")
    }
    return reader
  }()
}
