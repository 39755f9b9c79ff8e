import Foundation
import OpenData

/// The readers by the names that the environment variable FUZZ_READER takes.
enum Readers {
  private static let all: [String: @Sendable ([UInt8]) -> Void] = [
    "registry": { FileFuzz<ResidentRegistry>.read($0) },
    "movers": { FileFuzz<MoverTable>.read($0) },
    "standard": { FileFuzz<StandardDatasetPopulation>.read($0) },
    "estat": { FileFuzz<EStatTable>.read($0) },
    "ssdse": { FileFuzz<SSDSETable>.read($0) },
    "long-table": { LongTableFuzz.read($0) },
    "any": { _ = try? OpenDataTable.read($0, document: "fuzz") },
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
