/// Writes plain digits as people read them, with a comma before every third digit of the whole part.
package enum ThousandsSeparators {
  /// The decimal with commas: `-1234.5` becomes `-1,234.5`.
  package static func text(_ digits: String) -> String {
    let bytes = Array(digits.utf8)
    let start = bytes.first == UInt8(ascii: "-") ? 1 : 0
    let end = bytes.firstIndex(of: UInt8(ascii: ".")) ?? bytes.count
    guard end - start > 3 else { return digits }
    var result: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      if index > start, index < end, (end - index) % 3 == 0 { result.append(UInt8(ascii: ",")) }
      result.append(byte)
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension ExactDecimal {
  /// The number as it stands in a sentence: `11,516,324`.
  package var grouped: String { ThousandsSeparators.text(description) }
}

extension Double {
  /// The number as a count is printed: 70, not 70.0.
  package var countText: String { Int(exactly: self).map(String.init) ?? description }
}
