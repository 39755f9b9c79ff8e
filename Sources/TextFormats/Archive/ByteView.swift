/// Bytes in memory that somebody else holds, each read only after a check; outside of them is 0.
///
/// It is what the readers of archives and of XML go over: no copy, no count of references, and no
/// read past the end whatever the bytes say.
struct ByteView {
  private let start: UnsafePointer<UInt8>?
  /// How many bytes there are.
  let count: Int

  /// Looks at the bytes of a buffer, which must outlive the view.
  init(_ buffer: UnsafeBufferPointer<UInt8>) {
    start = buffer.baseAddress
    count = start == nil ? 0 : buffer.count
  }

  /// No bytes.
  static var empty: ByteView { ByteView(UnsafeBufferPointer(start: nil, count: 0)) }

  /// The byte at a position, 0 outside of the view.
  subscript(_ index: Int) -> UInt8 {
    @inline(__always) get {
      guard let start, index >= 0, index < count else { return 0 }
      return start[index]
    }
  }

  /// The bytes of a range, as far as it lies within the view.
  subscript(_ range: Range<Int>) -> ByteView {
    let lower = min(max(0, range.lowerBound), count)
    let upper = min(max(lower, range.upperBound), count)
    guard let start else { return .empty }
    return ByteView(UnsafeBufferPointer(start: start + lower, count: upper - lower))
  }

  /// The bytes as a buffer for a call of the system.
  var buffer: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: start, count: count) }

  /// A number of two bytes, the low one first.
  func number16(at index: Int) -> Int { Int(self[index]) | Int(self[index + 1]) << 8 }

  /// A number of four bytes, the low one first.
  func number32(at index: Int) -> Int { number16(at: index) | number16(at: index + 2) << 16 }

  /// A number of eight bytes, the low one first; `nil` if it is negative as a signed one.
  func number64(at index: Int) -> Int? {
    let high = number32(at: index + 4)
    return high < 1 << 31 ? number32(at: index) | high << 32 : nil
  }

  /// The position of a byte from a position on; `count` if there is none.
  func index(of byte: UInt8, from position: Int) -> Int {
    guard let start, position >= 0, position < count else { return count }
    var index = position
    while index < count, start[index] != byte { index += 1 }
    return index
  }

  /// Whether the bytes at a position are those of an ASCII text.
  func has(_ text: StaticString, at position: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard let start, position >= 0, position <= count - length else { return false }
    return text.withUTF8Buffer { text in
      for index in 0..<length where start[position + index] != text[index] { return false }
      return true
    }
  }

  /// Whether the bytes are those of an ASCII text.
  static func == (view: ByteView, text: StaticString) -> Bool {
    view.count == text.utf8CodeUnitCount && view.has(text, at: 0)
  }

  /// Whether two views hold the same bytes.
  static func == (left: ByteView, right: ByteView) -> Bool {
    guard left.count == right.count else { return false }
    for index in 0..<left.count where left[index] != right[index] { return false }
    return true
  }

  /// The bytes as text; what is no UTF-8 becomes U+FFFD.
  var text: String { String(decoding: buffer, as: UTF8.self) }

  /// The bytes as a whole number without a sign, if they are nothing else.
  var wholeNumber: Int? {
    guard count > 0, count <= 18 else { return nil }
    var value = 0
    for index in 0..<count {
      let digit = self[index] &- 0x30
      guard digit < 10 else { return nil }
      value = value * 10 + Int(digit)
    }
    return value
  }
}
