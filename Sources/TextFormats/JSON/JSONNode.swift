/// A value of a JSON text (RFC 8259), with the line that it begins on.
package struct JSONNode: Sendable {
  /// What stands there.
  package enum Value: Sendable {
    case object([Member])
    case array([JSONNode])
    case string(String)
    /// A number as it is written, so that no digit is lost.
    case number(String)
    case bool(Bool)
    case null
  }

  /// A member of an object, with the line of its name.
  package struct Member: Sendable {
    package let name: String
    package let line: Int
    package let node: JSONNode
  }

  /// What stands there.
  package let value: Value
  /// The line, from 1.
  package let line: Int

  /// The members of an object; none of anything else.
  package var members: [Member] { if case .object(let members) = value { members } else { [] } }

  /// The last member of a name, or `nil`.
  package subscript(name: String) -> JSONNode? { members.last { $0.name == name }?.node }

  /// The first member that its object has already.
  var repetition: Member? {
    switch value {
    case .object(let members):
      var names: Set<String> = []
      for member in members {
        guard names.insert(member.name).inserted else { return member }
        if let found = member.node.repetition { return found }
      }
    case .array(let elements):
      for element in elements { if let found = element.repetition { return found } }
    default: break
    }
    return nil
  }

  /// Where a path leads, such as `concepts[3].sdgs[0].goal`, and the line of its deepest part that is there.
  func place(of path: [any CodingKey]) -> (line: Int, path: String) {
    var node: JSONNode? = self
    var line = line
    var text = ""
    for key in path {
      if case .array(let elements)? = node?.value, let index = key.intValue {
        text += "[\(index)]"
        node = elements.indices.contains(index) ? elements[index] : nil
      } else {
        text += text.isEmpty ? key.stringValue : ".\(key.stringValue)"
        node = node?[key.stringValue]
      }
      line = node?.line ?? line
    }
    return (line, text)
  }
}
