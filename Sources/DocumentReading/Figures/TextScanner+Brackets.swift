import MunicipalModel

extension TextScanner {
  /// The text in the round brackets that open here, or `nil` if they do not close.
  ///
  /// - Parameter wholeText: the brackets must also be the first and the last of the text.
  mutating func textInBrackets(wholeText: Bool) -> String? {
    guard current == "(" else { return nil }
    var depth = 0
    for index in position..<scalars.count {
      if scalars[index] == "(" { depth += 1 }
      if scalars[index] == ")" { depth -= 1 }
      guard depth == 0 else { continue }
      if wholeText, index != scalars.count - 1 { return nil }
      defer { position = index + 1 }
      return String(scalars: scalars[(position + 1)..<index])
    }
    return nil
  }
}
