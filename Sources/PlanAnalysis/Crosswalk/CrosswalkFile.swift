#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif
import MunicipalModel

/// Reads the data files of the crosswalk, and turns what the decoder says into one kind of error.
enum CrosswalkFile {
  /// A data file of the module itself.
  static func builtIn(_ name: String) throws(CrosswalkDataError) -> BuiltInFile {
    guard let file = BuiltInFiles.all.first(where: { $0.name == name }) else {
      throw CrosswalkDataError(code: .missingFile, file: name)
    }
    return file
  }

  static func decode<Value: Decodable>(
    _ type: Value.Type, from file: BuiltInFile
  ) throws(CrosswalkDataError) -> Value {
    do {
      return try JSONDecoder().decode(type, from: Data(file.text.utf8))
    } catch let error as DecodingError {
      throw CrosswalkDataError(error, in: file.name)
    } catch let error as StrictDecodingError {
      throw CrosswalkDataError(
        code: error.code, file: file.name, path: Self.path(error.path), expected: error.expected,
        found: error.found)
    } catch {
      throw CrosswalkDataError(code: .brokenJSON, file: file.name, found: "\(error)")
    }
  }

  /// A coding path as it is read: `concepts[3].sdgs[0].goal`.
  static func path(_ keys: [any CodingKey]) -> String {
    keys.reduce("") { path, key in
      if let index = key.intValue { return "\(path)[\(index)]" }
      return path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)"
    }
  }
}

extension CrosswalkDataError {
  fileprivate init(_ error: DecodingError, in file: String) {
    switch error {
    case .keyNotFound(let key, let context):
      self.init(
        code: .missingMember, file: file, path: CrosswalkFile.path(context.codingPath),
        expected: key.stringValue)
    case .typeMismatch(let type, let context):
      self.init(
        code: .badValue, file: file, path: CrosswalkFile.path(context.codingPath),
        expected: "\(type)")
    case .valueNotFound(let type, let context):
      self.init(
        code: .badValue, file: file, path: CrosswalkFile.path(context.codingPath),
        expected: "\(type)", found: "null")
    case .dataCorrupted(let context):
      let reason = context.underlyingError.map { "\($0)" } ?? context.debugDescription
      self.init(
        code: context.codingPath.isEmpty ? .brokenJSON : .badValue, file: file,
        path: CrosswalkFile.path(context.codingPath), found: reason)
    @unknown default:
      self.init(code: .brokenJSON, file: file, found: "\(error)")
    }
  }
}

/// What a decoder of this module refuses that the standard one would let pass.
struct StrictDecodingError: Error {
  let code: CrosswalkDataError.Code
  let path: [any CodingKey]
  var expected = ""
  var found = ""
}

/// Any member's name, to see which ones an object has.
private struct AnyKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension Decoder {
  /// The object's members, after a look that there is none that nothing would read.
  func members<Key: CodingKey & CaseIterable>(
    _ type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    let known = Key.allCases.map(\.stringValue)
    let present = try container(keyedBy: AnyKey.self).allKeys.map(\.stringValue).sorted()
    if let unknown = present.first(where: { !known.contains($0) }) {
      throw StrictDecodingError(
        code: .unknownMember, path: codingPath, expected: known.joined(separator: ", "),
        found: unknown)
    }
    return try container(keyedBy: type)
  }
}

extension KeyedDecodingContainer {
  /// A list that may be left out.
  func list<Element: Decodable>(_ key: Key, of type: Element.Type = Element.self) throws
    -> [Element]
  {
    try decodeIfPresent([Element].self, forKey: key) ?? []
  }

  /// A text that is needed and is not empty.
  func word(_ key: Key) throws -> String {
    let text = try decode(String.self, forKey: key)
    guard !text.isEmpty else {
      throw StrictDecodingError(
        code: .badValue, path: codingPath + [key], expected: "a text", found: "an empty text")
    }
    return text
  }
}
