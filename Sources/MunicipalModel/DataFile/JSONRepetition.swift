/// Finds a member that stands twice in one object of a JSON text, of which a decoder takes one unsaid.
///
/// It never recurses. The text must be JSON.
struct JSONRepetition {
  /// The second place of a member.
  struct Place {
    /// The line, from 1.
    let line: Int
    /// The member's name as it is written.
    let name: String
  }

  /// The names of the open objects; `nil` for an open list.
  private var open: [Set<String>?] = []
  private var isNameNext = false

  /// The first member that its object has already.
  static func first(in text: String) -> Place? {
    var search = Self()
    return search.first(in: Array(text.utf8))
  }

  private mutating func first(in bytes: [UInt8]) -> Place? {
    var position = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\""):
        let end = Self.endOfString(in: bytes, from: position)
        if isNameNext {
          let name = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
          guard open.last??.contains(name) != true else {
            return Place(line: 1 + bytes[..<position].count { $0 == 0x0A }, name: name)
          }
          if !open.isEmpty { open[open.count - 1]?.insert(name) }
          isNameNext = false
        }
        position = end
      case UInt8(ascii: "{"):
        open.append([])
        isNameNext = true
      case UInt8(ascii: "["):
        open.append(nil)
        isNameNext = false
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        _ = open.popLast()
        isNameNext = false
      case UInt8(ascii: ","):
        // In an object a name follows, in a list a value.
        isNameNext = open.last.map { $0 != nil } ?? false
      default: break
      }
      position += 1
    }
    return nil
  }

  /// The place of the quote that ends a string.
  private static func endOfString(in bytes: [UInt8], from start: Int) -> Int {
    var end = start + 1
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return min(end, bytes.count)
  }
}
