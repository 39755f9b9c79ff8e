/// Decodes CP932 (Windows-31J) with a table of our own.
///
/// The C library's iconv is not used: a program that is linked statically with glibc finds no
/// converters at run time, and musl's converter lacks ① and 髙.
package enum CP932 {
  /// What stands at a position.
  package enum Character: Hashable {
    case scalar(Unicode.Scalar, length: Int)
    /// A user-defined character, as Windows maps it to the private use area.
    case userDefined(Unicode.Scalar)
    case unmappable(length: Int)
    /// The second byte is not there yet.
    case incomplete
  }

  /// The UTF-16 units of the table, 188 a row; 0xFFFD is not assigned.
  private static let units: [UInt16] = CP932Table.characters.utf16.filter { $0 != 0x0A }

  /// The row of each first byte, or 255.
  private static let rows: [UInt8] = {
    var rows = [UInt8](repeating: 255, count: 256)
    for (row, lead) in CP932Table.leads.enumerated() { rows[Int(lead)] = UInt8(row) }
    return rows
  }()

  /// The character that begins with `lead`.
  ///
  /// A first byte whose second byte cannot be one counts alone, so that a damaged character does not
  /// swallow the comma, the quote or the line break behind it.
  package static func character(_ lead: UInt8, _ trail: UInt8?) -> Character {
    if lead < 0x80 { return .scalar(Unicode.Scalar(lead), length: 1) }
    if (0xA1...0xDF).contains(lead) {
      return .scalar(Unicode.Scalar(0xFEC0 + UInt16(lead)) ?? "\u{FFFD}", length: 1)
    }
    guard (0x81...0x9F).contains(lead) || (0xE0...0xFC).contains(lead) else {
      return .unmappable(length: 1)
    }
    guard let trail else { return .incomplete }
    guard (0x40...0x7E).contains(trail) || (0x80...0xFC).contains(trail) else {
      return .unmappable(length: 1)
    }
    let column = UInt16(trail) - (trail < 0x7F ? 0x40 : 0x41)
    if (0xF0...0xF9).contains(lead) {
      let value = 0xE000 + (UInt16(lead) - 0xF0) * 188 + column
      return Unicode.Scalar(value).map { .userDefined($0) } ?? .unmappable(length: 2)
    }
    let row = Int(rows[Int(lead)])
    guard row < 255, let scalar = Unicode.Scalar(units[row * 188 + Int(column)]),
      scalar != "\u{FFFD}"
    else { return .unmappable(length: 2) }
    return .scalar(scalar, length: 2)
  }
}
