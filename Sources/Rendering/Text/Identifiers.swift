extension String {
  /// The text with a hyphen for each byte that is no ASCII letter or digit.
  ///
  /// - Parameters:
  ///   - hasCapitals: whether capital letters stay, too.
  ///   - other: one more byte that stays.
  func identifier(hasCapitals: Bool = false, keeping other: UInt8? = nil) -> String {
    let bytes = utf8.map { byte -> UInt8 in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where hasCapitals: byte
      default: byte == other ? byte : UInt8(ascii: "-")
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension [String] {
  /// The names with a number, from 2, in those that stand before.
  ///
  /// - Parameter numbered: how a name has a number.
  func madeUnique(_ numbered: (String, Int) -> String) -> [String] {
    var taken: Set<String> = []
    return map { name in
      var result = name
      var number = 2
      while !taken.insert(result).inserted {
        result = numbered(name, number)
        number += 1
      }
      return result
    }
  }
}
