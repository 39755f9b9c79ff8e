extension NumberFormatSection {
  /// How whole numbers are shown by a section without decimals: `#,##0`, `0_ `, `#,##0"人"`, General.
  ///
  /// Most cells of a table hold one; what is the same for all of them is found once.
  struct WholeNumbers: Hashable, Sendable {
    private var before: [UInt8] = []
    private var after: [UInt8] = []
    private var isGrouped = false
    private var showsZero = false
    /// General shows so many digits; longer numbers get an exponent.
    private let mostDigits: Int

    /// - Returns: `nil` of a section that shows more than the digits and a text beside them.
    init?(_ section: NumberFormatSection) {
      guard !section.isFullWidth else { return nil }
      if section.kind == .general, section.tokens == [.general] {
        mostDigits = 10
        showsZero = true
        return
      }
      guard section.kind == .number else { return nil }
      mostDigits = 18
      var hasDigits = false
      var last = Token.point
      for token in section.tokens {
        switch token {
        case .literal(let bytes):
          if hasDigits { after += bytes } else { before += bytes }
        case .digit(let mark):
          // Only the last place shows a zero, and nothing stands between the digits.
          guard mark == 0x23 || mark == 0x30, after.isEmpty, !showsZero else { return nil }
          showsZero = mark == 0x30
          hasDigits = true
        case .comma:
          guard hasDigits, after.isEmpty else { return nil }
          isGrouped = true
        default: return nil
        }
        if case .literal = token { continue }
        last = token
      }
      // A comma behind the last digit divides by a thousand.
      guard case .digit = last else { return nil }
    }

    /// A number without its sign; `nil` if it has decimals or too many digits.
    func text(of number: StoredNumber) -> [UInt8]? {
      guard (0...3).contains(number.exponent) || number.isZero else {
        return nil
      }
      var rest = number.digits
      for _ in 0..<number.exponent { rest *= 10 }
      var text = after
      text.reverse()
      text.reserveCapacity(32)
      if rest == 0, showsZero { text.append(0x30) }
      var count = 0
      while rest > 0 {
        if isGrouped, count > 0, count % 3 == 0 { text.append(0x2C) }
        text.append(UInt8(0x30 + rest % 10))
        rest /= 10
        count += 1
      }
      guard count <= mostDigits else { return nil }
      text += before.reversed()
      text.reverse()
      return text
    }
  }
}
