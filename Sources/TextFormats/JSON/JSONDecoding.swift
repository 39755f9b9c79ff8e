/// Decodes values from a tree as Foundation's `JSONDecoder` does, which is not linked for it.
struct JSONNodeDecoder: Decoder, SingleValueDecodingContainer {
  let node: JSONNode
  let codingPath: [any CodingKey]
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(
    keyedBy type: Key.Type
  ) throws -> KeyedDecodingContainer<Key> {
    guard case .object(let members) = node.value else { throw mismatch([String: Any].self) }
    let nodes = Dictionary(
      members.map { ($0.name, $0.node) }, uniquingKeysWith: { _, last in last })
    return KeyedDecodingContainer(
      JSONMembers(codingPath: codingPath, names: members.map(\.name), nodes: nodes))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .array(let elements) = node.value else { throw mismatch([Any].self) }
    return JSONElements(codingPath: codingPath, elements: elements)
  }

  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  func decodeNil() -> Bool { if case .null = node.value { true } else { false } }

  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    guard let scalar = jsonScalars[ObjectIdentifier(type)] else { return try Value(from: self) }
    switch (node.value, scalar.init(node.value) as? Value) {
    case (_, let value?): return value
    case (.number(let digits), nil) where scalar.isNumber:
      throw DecodingError.dataCorrupted(
        .init(codingPath: codingPath, debugDescription: "\(digits) is no \(type)"))
    default: throw mismatch(type)
    }
  }

  private func mismatch(_ type: any Any.Type) -> DecodingError {
    let context = DecodingError.Context(codingPath: codingPath, debugDescription: "")
    return decodeNil() ? .valueNotFound(type, context) : .typeMismatch(type, context)
  }
}

extension JSONNode: Decodable {
  /// Takes a value as it stands, for who reads it member by member.
  package init(from decoder: any Decoder) throws {
    guard let decoder = decoder as? JSONNodeDecoder else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "only StrictJSON has its text"))
    }
    self = decoder.node
  }
}

/// The members of an object.
private struct JSONMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
  let codingPath: [any CodingKey]
  /// In the order of the text, so that the first fault is the one that is told.
  let names: [String]
  let nodes: [String: JSONNode]

  var allKeys: [Key] { names.compactMap { Key(stringValue: $0) } }

  func contains(_ key: Key) -> Bool { nodes[key.stringValue] != nil }

  private func decoder(at key: any CodingKey) throws -> JSONNodeDecoder {
    guard let node = nodes[key.stringValue] else {
      throw DecodingError.keyNotFound(key, .init(codingPath: codingPath, debugDescription: ""))
    }
    return JSONNodeDecoder(node: node, codingPath: codingPath + [key])
  }

  func decodeNil(forKey key: Key) throws -> Bool { try decoder(at: key).decodeNil() }

  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try decoder(at: key).decode(type)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> { try decoder(at: key).container(keyedBy: type) }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try decoder(at: key).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder { try decoder(at: JSONKey(stringValue: "super")) }

  func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(at: key) }
}

/// The elements of a list.
private struct JSONElements: UnkeyedDecodingContainer {
  let codingPath: [any CodingKey]
  let elements: [JSONNode]
  var currentIndex = 0

  var count: Int? { elements.count }
  var isAtEnd: Bool { currentIndex >= elements.count }

  /// Decodes the next element, and steps over it unless that fails.
  private mutating func next<Value>(
    _ type: Value.Type, _ decode: (JSONNodeDecoder) throws -> Value
  ) throws -> Value {
    let path = codingPath + [JSONKey(currentIndex)]
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(type, .init(codingPath: path, debugDescription: ""))
    }
    let value = try decode(JSONNodeDecoder(node: elements[currentIndex], codingPath: path))
    currentIndex += 1
    return value
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, case .null = elements[currentIndex].value else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    try next(type) { try $0.decode(type) }
  }

  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> {
    try next(KeyedDecodingContainer<Nested>.self) { try $0.container(keyedBy: type) }
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next((any UnkeyedDecodingContainer).self) { try $0.unkeyedContainer() }
  }

  mutating func superDecoder() throws -> any Decoder {
    try next((any Decoder).self) { $0 }
  }
}

/// Any member's name, or the place of an element.
struct JSONKey: CodingKey {
  let stringValue: String
  let intValue: Int?

  init(stringValue: String) {
    self.stringValue = stringValue
    intValue = nil
  }

  init(_ index: Int) {
    stringValue = "\(index)"
    intValue = index
  }

  init?(intValue: Int) { self.init(intValue) }
}

/// A type whose values JSON writes without brackets.
private protocol JSONScalar: Sendable {
  static var isNumber: Bool { get }
  init?(_ value: JSONNode.Value)
}

extension JSONScalar { fileprivate static var isNumber: Bool { true } }

/// The scalar types; looking one up here takes less than asking the runtime what a type conforms to.
private let jsonScalars: [ObjectIdentifier: any JSONScalar.Type] = {
  let types: [any JSONScalar.Type] = [
    String.self, Bool.self, Double.self, Float.self, Int.self, Int8.self, Int16.self, Int32.self,
    Int64.self, UInt.self, UInt8.self, UInt16.self, UInt32.self, UInt64.self,
  ]
  return Dictionary(
    types.map { (ObjectIdentifier($0), $0) }, uniquingKeysWith: { first, _ in first })
}()

extension String: JSONScalar {
  fileprivate static var isNumber: Bool { false }
  fileprivate init?(_ value: JSONNode.Value) {
    guard case .string(let text) = value else { return nil }
    self = text
  }
}

extension Bool: JSONScalar {
  fileprivate static var isNumber: Bool { false }
  fileprivate init?(_ value: JSONNode.Value) {
    guard case .bool(let isTrue) = value else { return nil }
    self = isTrue
  }
}

extension BinaryFloatingPoint where Self: LosslessStringConvertible {
  fileprivate init?(_ value: JSONNode.Value) {
    guard case .number(let digits) = value, let number = Self(digits), number.isFinite else {
      return nil
    }
    self = number
  }
}

extension FixedWidthInteger {
  /// A whole number; 1e3 and 2.0 are some.
  fileprivate init?(_ value: JSONNode.Value) {
    guard case .number(let digits) = value,
      let number = Self(digits) ?? Double(digits).flatMap({ Self(exactly: $0) })
    else { return nil }
    self = number
  }
}

extension Double: JSONScalar {}
extension Float: JSONScalar {}
extension Int: JSONScalar {}
extension Int8: JSONScalar {}
extension Int16: JSONScalar {}
extension Int32: JSONScalar {}
extension Int64: JSONScalar {}
extension UInt: JSONScalar {}
extension UInt8: JSONScalar {}
extension UInt16: JSONScalar {}
extension UInt32: JSONScalar {}
extension UInt64: JSONScalar {}
