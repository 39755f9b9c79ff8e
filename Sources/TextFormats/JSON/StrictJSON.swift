/// Decodes JSON data files strictly: a member that nothing reads, or that stands twice, is an error.
package enum StrictJSON {
  /// Decodes a file, and turns what the decoder says into an error that names the place.
  package static func decode<Value: Decodable>(
    _ type: Value.Type, from file: BuiltInFile
  ) throws(DataFileError) -> Value {
    let root: JSONNode
    do throws(JSONFault) {
      root = try JSONNode(parsing: Array(file.text.utf8))
    } catch {
      throw DataFileError(
        code: .brokenJSON, file: file.name, line: error.line, expected: error.expected,
        found: error.found)
    }
    let value: Value
    do {
      value = try JSONNodeDecoder(node: root, codingPath: []).decode(type)
    } catch let error as DecodingError {
      throw DataFileError(error, in: root, file.name)
    } catch let error as StrictDecodingError {
      throw DataFileError(
        code: error.code, at: error.path, in: root, file.name, expected: error.expected,
        found: error.found)
    } catch let error as DataFileError {
      throw error
    } catch {
      throw DataFileError(code: .brokenJSON, file: file.name)
    }
    if let member = root.repetition {
      throw DataFileError(
        code: .repeatedMember, file: file.name, line: member.line, found: member.name)
    }
    return value
  }

  /// The line of a file on which an element of one of its lists begins.
  package static func line(of index: Int, in list: String, of file: BuiltInFile) -> Int? {
    let root = try? JSONNode(parsing: Array(file.text.utf8))
    return root?.place(of: [JSONKey(stringValue: list), JSONKey(index)]).line
  }

  /// Decodes the bytes of a file that its reader cannot name.
  ///
  /// - Throws: `not-utf-8`, where `String(decoding:)` would put other characters in place of what it cannot read.
  package static func decode<Value: Decodable>(
    _ type: Value.Type, from bytes: [UInt8]
  ) throws(DataFileError) -> Value {
    if let offset = UTF8Validation.firstMalformedByte(in: bytes) {
      throw DataFileError(notUTF8: bytes, at: offset)
    }
    return try decode(
      type, from: BuiltInFile(name: "", text: String(decoding: bytes, as: UTF8.self)))
  }
}

extension DataFileError {
  /// Makes the error of bytes that are not UTF-8, with the line and the first byte that does not belong there.
  package init(notUTF8 bytes: [UInt8], at offset: Int) {
    self.init(
      code: .notUTF8, file: "", line: 1 + bytes[..<offset].count { $0 == UInt8(ascii: "\n") },
      found: "0x\(String(bytes[offset], radix: 16))")
  }

  fileprivate init(
    code: Code, at path: [any CodingKey], in root: JSONNode, _ file: String,
    expected: LocalizedText = LocalizedText(""), found: String = ""
  ) {
    let place = root.place(of: path)
    self.init(
      code: code, file: file, line: place.line, path: place.path, expected: expected, found: found)
  }

  fileprivate init(_ error: DecodingError, in root: JSONNode, _ file: String) {
    switch error {
    case .keyNotFound(let key, let context):
      self.init(
        code: .missingMember, at: context.codingPath, in: root, file,
        expected: LocalizedText(key.stringValue))
    case .typeMismatch(let type, let context):
      self.init(
        code: .badValue, at: context.codingPath, in: root, file, expected: Self.name(of: type))
    case .valueNotFound(let type, let context):
      self.init(
        code: .badValue, at: context.codingPath, in: root, file, expected: Self.name(of: type),
        found: "null")
    case .dataCorrupted(let context):
      // A figure is too large, or its reader refuses the value.
      self.init(
        code: context.codingPath.isEmpty ? .brokenJSON : .badValue, at: context.codingPath,
        in: root, file)
    @unknown default:
      self.init(code: .brokenJSON, file: file)
    }
  }

  /// What a value has to be, in words.
  private static func name(of type: any Any.Type) -> LocalizedText {
    switch type {
    case is String.Type: LocalizedText(ja: "文字列 \"…\"", en: "a text \"…\"")
    case is Bool.Type: LocalizedText("true, false")
    case is Int.Type: LocalizedText(ja: "整数", en: "a whole number")
    case is Double.Type: LocalizedText(ja: "数", en: "a number")
    case is [String: Any].Type: LocalizedText(ja: "項目の集まり {…}", en: "an object {…}")
    default: LocalizedText(ja: "リスト […]", en: "a list […]")
    }
  }
}

/// What a strict decoder refuses that the standard one would let pass.
package struct StrictDecodingError: Error {
  package let code: DataFileError.Code
  package let path: [any CodingKey]
  package let expected: LocalizedText
  package let found: String

  package init(
    code: DataFileError.Code, path: [any CodingKey],
    expected: LocalizedText = LocalizedText(""), found: String = ""
  ) {
    self.code = code
    self.path = path
    self.expected = expected
    self.found = found
  }
}

private enum LocalizedKey: String, CodingKey, CaseIterable { case ja, en }

extension Decoder {
  /// The object's members, after a look that there is none that nothing would read.
  package func members<Key: CodingKey & CaseIterable>(
    _ type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    let known = Key.allCases.map(\.stringValue)
    let present = try container(keyedBy: JSONKey.self).allKeys.map(\.stringValue).sorted()
    if let unknown = present.first(where: { !known.contains($0) }) {
      throw StrictDecodingError(
        code: .unknownMember, path: codingPath,
        expected: LocalizedText(known.joined(separator: ", ")),
        found: unknown)
    }
    return try container(keyedBy: type)
  }
}

extension KeyedDecodingContainer {
  /// A list that may be left out.
  ///
  /// - Parameter most: how many elements it may have.
  package func list<Element: Decodable>(
    _ key: Key, of type: Element.Type = Element.self, upTo most: Int = .max
  ) throws -> [Element] {
    let list = try decodeIfPresent([Element].self, forKey: key) ?? []
    guard list.count <= most else {
      throw StrictDecodingError(
        code: .badValue, path: codingPath + [key],
        expected: LocalizedText(ja: "\(most)個まで", en: "at most \(most)"), found: "\(list.count)")
    }
    return list
  }

  /// A text that is needed and is not blank.
  package func word(_ key: Key) throws -> String {
    let text = try decode(String.self, forKey: key)
    guard !TextFolding.isBlank(text) else {
      throw StrictDecodingError(
        code: .badValue, path: codingPath + [key],
        expected: LocalizedText(ja: "空でない文字列", en: "a text that is not blank"),
        found: "\"\(text)\"")
    }
    return text
  }

  /// A text in both languages, neither of which is blank.
  package func localized(_ key: Key) throws -> LocalizedText {
    guard contains(key) else {
      throw StrictDecodingError(
        code: .missingMember, path: codingPath, expected: LocalizedText(key.stringValue))
    }
    if (try? decode(String.self, forKey: key)) != nil { return LocalizedText(try word(key)) }
    let members = try superDecoder(forKey: key).members(LocalizedKey.self)
    let japanese = try members.word(.ja)
    return LocalizedText(
      ja: japanese, en: members.contains(.en) ? try members.word(.en) : japanese)
  }

  /// A value that is made from a text, such as a period or a code.
  ///
  /// - Parameter expected: what the text has to be, for the error.
  package func parsed<Value>(
    _ key: Key, expected: LocalizedText, _ parse: (String) throws -> Value?
  ) throws -> Value {
    let text = try decode(String.self, forKey: key)
    guard let value = try? parse(text) else {
      throw StrictDecodingError(
        code: .badValue, path: codingPath + [key], expected: expected, found: text)
    }
    return value
  }

  /// The same for a member that may be left out.
  package func parsedIfPresent<Value>(
    _ key: Key, expected: LocalizedText, _ parse: (String) throws -> Value?
  ) throws -> Value? {
    try contains(key) ? parsed(key, expected: expected, parse) : nil
  }
}
