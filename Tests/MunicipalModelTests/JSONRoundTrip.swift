import Foundation

/// The value after it has been written as JSON and read back.
func throughJSON<Value: Codable>(_ value: Value) throws -> Value {
  try JSONDecoder().decode([Value].self, from: JSONEncoder().encode([value]))[0]
}

/// The value that a JSON text stands for.
func decoded<Value: Decodable>(_ type: Value.Type, from json: String) throws -> Value {
  try JSONDecoder().decode([Value].self, from: Data("[\(json)]".utf8))[0]
}

/// The JSON text of a value.
func encoded(_ value: some Encodable) throws -> String {
  String(decoding: try JSONEncoder().encode([value]).dropFirst().dropLast(), as: UTF8.self)
}
