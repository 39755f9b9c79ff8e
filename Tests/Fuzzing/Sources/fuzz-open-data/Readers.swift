import Foundation
import OpenData
@testable import PlanAnalysis

/// The readers by the names that the environment variable FUZZ_READER takes.
enum Readers {
  private static let all: [String: @Sendable ([UInt8]) -> Void] = [
    "registry": { FileFuzz.read($0) { Use.all(of: .registry($0)) } },
    "movers": { FileFuzz.read($0) { Use.all(of: .movers($0)) } },
    "standard": { FileFuzz.read($0) { Use.all(of: .standard($0)) } },
    "estat": { FileFuzz.read($0) { Use.all(of: .estat($0)) } },
    "ssdse": { FileFuzz.read($0) { Use.all(of: .ssdse($0)) } },
    "long-table": { FileFuzz<LongTable>.read($0, use: Use.rates(of:)) },
    "html": { FormFuzz.read($0, name: "a.html") },
    "markdown": { FormFuzz.read($0, name: "a.md") },
    "delimited": { FormFuzz.read($0, name: "a.csv") },
    "archive": { FormFuzz.read($0, name: "a.xlsx") },
    "workbook": { PartsFuzz.read($0, name: "a.xlsx") },
    "word": { PartsFuzz.read($0, name: "a.docx") },
    "aligned": { FormFuzz.read($0, name: "a.txt") },
    "folder": { FolderFuzz.read($0) },
    "scales": { FolderFuzz.readScales($0) },
    "directions": { _ = try? DirectionList(table: String(decoding: $0, as: UTF8.self)) },
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
