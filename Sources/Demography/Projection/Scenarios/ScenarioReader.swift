import MunicipalModel

/// A place in a scenario's JSON, which reads its keys and says where something is wrong.
struct ScenarioReader {
  let node: JSONNode
  let path: String

  init(_ node: JSONNode, path: String = "") {
    self.node = node
    self.path = path
  }

  func error(_ code: ProjectionError.Code, at key: String = "", _ text: String? = nil)
    -> ProjectionError
  {
    ProjectionError(code: code, keyPath: key.isEmpty ? path : join(key), text: text)
  }

  private func join(_ key: String) -> String { path.isEmpty ? key : path + "." + key }

  /// Refuses what is no object.
  ///
  /// - Parameter other: what else could stand there.
  func requireObject(or other: String? = nil) throws(ProjectionError) {
    guard case .object = node.value else { throw wrongType("an object", or: other) }
  }

  /// The value of a key, or `nil` if it is not there or null.
  func optional(_ key: String) throws(ProjectionError) -> Self? {
    try requireObject()
    guard let member = node[key] else { return nil }
    if case .null = member.value { return nil }
    return Self(member, path: join(key))
  }

  private func error(_ code: ProjectionError.Code, _ text: String) -> ProjectionError {
    error(code, at: "", text)
  }

  /// The value of a key.
  func required(_ key: String) throws(ProjectionError) -> Self {
    guard let value = try optional(key) else { throw error(.missingKey, at: key) }
    return value
  }

  /// Refuses keys that the format does not have, so that a misspelt one is not passed over.
  func allow(_ keys: String...) throws(ProjectionError) {
    guard case .object(let members) = node.value else { throw wrongType("an object") }
    if let key = members.map(\.name).sorted().first(where: { !keys.contains($0) }) {
      throw error(.unknownKey, at: key, "there are: " + keys.joined(separator: ", "))
    }
  }

  func text() throws(ProjectionError) -> String {
    guard case .string(let text) = node.value else { throw wrongType("a text") }
    return text
  }

  /// A number.
  ///
  /// - Parameter other: what else could stand there.
  func number(or other: String? = nil) throws(ProjectionError) -> Double {
    guard case .number(let digits) = node.value, let number = Double(digits) else {
      throw wrongType("a number", or: other)
    }
    guard number.isFinite else { throw error(.outOfRange, String(digits.prefix(40))) }
    return number
  }

  func year() throws(ProjectionError) -> Int {
    guard case .number(let digits) = node.value, let number = Double(digits),
      let year = Int(exactly: number), (1_000...9_999).contains(year)
    else { throw wrongType("a year from 1000 to 9999") }
    return year
  }

  func list() throws(ProjectionError) -> [Self] {
    guard case .array(let list) = node.value else { throw wrongType("a list") }
    return list.enumerated().map { Self($1, path: "\(path)[\($0)]") }
  }

  func numbers() throws(ProjectionError) -> [Double] {
    var numbers: [Double] = []
    for entry in try list() { numbers.append(try entry.number()) }
    return numbers
  }

  /// One text for both languages, or one for each.
  func label() throws(ProjectionError) -> LocalizedText {
    if case .string(let text) = node.value { return LocalizedText(text) }
    try requireObject(or: "a text")
    try allow("ja", "en")
    return LocalizedText(ja: try required("ja").text(), en: try required("en").text())
  }

  func age() throws(ProjectionError) -> AgeGroup {
    let text = try text()
    guard let group = AgeGroup(printed: text) else {
      throw error(.unknownWord, "\(text); ages are such as 20-39 or 85+")
    }
    return group
  }

  func word<Word>(_ type: Word.Type = Word.self) throws(ProjectionError) -> Word
  where Word: RawRepresentable & CaseIterable, Word.RawValue == String {
    let text = try text()
    guard let word = Word(rawValue: text) else {
      let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(.unknownWord, "\(text); there are: \(known)")
    }
    return word
  }

  private func wrongType(_ expected: String, or other: String? = nil) -> ProjectionError {
    let found =
      switch node.value {
      case .null: "null"
      case .bool: "true or false"
      case .number(let digits): "the number \(digits.prefix(40))"
      case .string: "a text"
      case .array: "a list"
      case .object: "an object"
      }
    let all = (other.map { $0 + " or " } ?? "") + expected
    return error(.wrongType, "\(all) is expected, there is \(found)")
  }
}
