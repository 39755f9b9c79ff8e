#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
public import MunicipalModel
import Rendering

/// The whole model in one JSON file, which decodes back without loss: `municipalities.json`.
public enum RecordArchive {
  /// The JSON text of some records, with keys in a stable order; controls and marks of direction are escaped.
  ///
  /// - Throws: `EncodingError`, which the model's own types do not cause.
  public static func json(_ records: [MunicipalityRecord]) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let text = String(decoding: try encoder.encode(records), as: UTF8.self)
    return UnsafeCharacters.escaped(inJSON: text) + "\n"
  }

  /// The records of a JSON file that ``json(_:)`` made.
  ///
  /// - Throws: `DecodingError` that says where the file is not of this form.
  public static func records(fromJSON bytes: [UInt8]) throws -> [MunicipalityRecord] {
    try JSONDecoder().decode([MunicipalityRecord].self, from: Data(bytes))
  }
}
