internal import TextFormats

// How e-Stat writes texts and lists in JSON.
extension JSONNode {
  /// The text of a string or a number; that of `$` for an object that wraps one.
  var text: String? {
    switch value {
    case .string(let text), .number(let text): text
    case .object: self["$"]?.text
    case .array, .bool, .null: nil
    }
  }

  var whole: Int? { text.flatMap { Int($0) } }

  /// The elements of an array; anything else is a list of itself, as e-Stat writes a single element.
  var list: [JSONNode] {
    switch value {
    case .array(let elements): elements
    case .null: []
    default: [self]
    }
  }

  /// The line that `$` stands in, else that of the brace.
  var printedLine: Int { members.last { $0.name == "$" }?.line ?? line }
}
