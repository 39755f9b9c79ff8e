extension NumberFormatSection {
  /// Where the whole part ends: the point or what comes behind the last digit before it.
  private var pointIndex: Int {
    tokens.firstIndex { $0 == .point } ?? exponentIndex ?? tokens.count
  }

  private var exponentIndex: Int? {
    tokens.firstIndex { if case .exponent = $0 { true } else { false } }
  }

  /// How many digits stand behind the point.
  var decimalPlaces: Int {
    let end = exponentIndex ?? tokens.count
    let start = pointIndex
    return start < end ? Self.digits(in: tokens[start..<end]) : 0
  }

  private static func digits(in tokens: ArraySlice<Token>) -> Int {
    tokens.count { if case .digit = $0 { true } else { false } }
  }

  /// The number as it is shown: a hundred times for each `%`, a thousandth for each comma behind the
  /// last digit.
  func scaled(_ number: StoredNumber) -> StoredNumber {
    var number = number
    guard !number.isZero else { return number }
    number.exponent += 2 * tokens.count { $0 == .percent }
    let point = pointIndex
    let lastDigit = tokens[..<point].lastIndex { if case .digit = $0 { true } else { false } }
    let behind = tokens[((lastDigit ?? point - 1) + 1)...]
    number.exponent -= 3 * behind.count { $0 == .comma }
    return number
  }

  /// `#,##0.0`, `0"人"`, `0.0%`.
  func decimal(_ number: StoredNumber) -> [UInt8] {
    let (whole, fraction) = scaled(number).decimals(decimalPlaces)
    return written(whole, fraction, end: tokens.count)
  }

  /// `0.00E+00`; with several places before the point, a power that is a multiple of so many.
  func scientific(_ number: StoredNumber) -> [UInt8]? {
    guard let exponentIndex, case .exponent(let showsPlus) = tokens[exponentIndex] else {
      return nil
    }
    let places = max(1, Self.digits(in: tokens[..<pointIndex]))
    func power(_ number: StoredNumber) -> Int {
      guard !number.isZero else { return 0 }
      let magnitude = number.magnitude
      return magnitude - ((magnitude % places) + places) % places
    }
    var shift = power(number)
    func shifted() -> StoredNumber {
      StoredNumber(digits: number.digits, exponent: number.exponent - shift)
    }
    // 9.996 is 10.00, and one more power.
    let rounded = shifted().rounded(decimals: decimalPlaces)
    if !rounded.isZero, rounded.magnitude >= places { shift += places }
    let (whole, fraction) = shifted().decimals(decimalPlaces)
    var text = written(whole.isEmpty ? [0x30] : whole, fraction, end: exponentIndex)
    text.append(UInt8(ascii: "E"))
    if shift < 0 { text.append(UInt8(ascii: "-")) } else if showsPlus { text.append(0x2B) }
    let rest = tokens[(exponentIndex + 1)...]
    let digits = Array(String(abs(shift)).utf8)
    text += repeatElement(0x30, count: max(0, Self.digits(in: rest) - digits.count))
    text += digits
    for case .literal(let bytes) in rest { text += bytes }
    return text
  }

  /// Puts digits into their places, with what stands between them.
  private func written(_ whole: [UInt8], _ fraction: [UInt8], end: Int) -> [UInt8] {
    let pointIndex = min(pointIndex, end)
    let places = Self.digits(in: tokens[..<pointIndex])
    let isGrouped = hasGroups(before: pointIndex)
    var text: [UInt8] = []
    text.reserveCapacity(whole.count + fraction.count + 16)
    /// Writes the digit that stands so many places before the point.
    func write(_ digit: UInt8, _ place: Int) {
      text.append(digit)
      if isGrouped, place > 0, place % 3 == 0 { text.append(UInt8(ascii: ",")) }
    }
    func writeAll(from place: Int) {
      for place in stride(from: whole.count - 1, through: place, by: -1) {
        write(whole[whole.count - 1 - place], place)
      }
    }
    var seen = 0
    var decimal = 0
    let shown = shownDecimals(fraction, from: pointIndex, end: end)
    for index in 0..<end {
      switch tokens[index] {
      case .digit(let mark) where index < pointIndex:
        seen += 1
        let place = places - seen
        if seen == 1 { writeAll(from: places) }
        if place < whole.count {
          write(whole[whole.count - 1 - place], place)
        } else if mark == 0x30 {
          write(0x30, place)
        }
      case .digit:
        if decimal < shown { text.append(fraction[decimal]) }
        decimal += 1
      case .point:
        if places == 0 { writeAll(from: 0) }
        text.append(UInt8(ascii: "."))
      case .percent: text.append(UInt8(ascii: "%"))
      case .slash: text.append(UInt8(ascii: "/"))
      case .literal(let bytes): text += bytes
      default: break
      }
    }
    return text
  }

  /// Whether a comma stands between two digits of the whole part.
  private func hasGroups(before end: Int) -> Bool {
    var hasDigit = false
    var hasComma = false
    for token in tokens[..<end] {
      if case .digit = token {
        if hasComma { return true }
        hasDigit = true
      } else if token == .comma, hasDigit {
        hasComma = true
      }
    }
    return false
  }

  /// How many decimals are written: zeros at the end only where the format has `0`.
  private func shownDecimals(_ fraction: [UInt8], from start: Int, end: Int) -> Int {
    var shown = 0
    var index = 0
    for token in tokens[start..<end] {
      guard case .digit(let mark) = token, index < fraction.count else { continue }
      if mark == 0x30 || fraction[index] != 0x30 { shown = index + 1 }
      index += 1
    }
    return shown
  }

  /// `# ?/?`, `# ??/??`, `# ?/8`: the nearest fraction with a denominator of so many digits.
  func fraction(_ number: StoredNumber) -> [UInt8]? {
    guard let slash = tokens.firstIndex(of: .slash) else { return nil }
    let value = number.value
    guard value < 1e15 else { return nil }
    // A number of its own stands before the fraction if other text parts the two: `# ?/?`.
    let before = tokens[..<slash]
    let parts = before.split { if case .digit = $0 { false } else { true } }
    let hasWhole = parts.count > 1
    let whole = hasWhole ? value.rounded(.down) : 0
    let (numerator, denominator) = Self.nearest(to: value - whole, tokens[(slash + 1)...])
    guard denominator > 0 else { return nil }
    var count = Int64(whole)
    var rest = numerator
    if hasWhole, rest == denominator { (count, rest) = (count + 1, 0) }
    guard hasWhole else { return Array("\(rest)/\(denominator)".utf8) }
    if rest == 0 { return Array("\(count)".utf8) }
    let isZeroShown = before.first == .digit(0x30)
    return Array((count == 0 && !isZeroShown ? "" : "\(count) ").utf8)
      + "\(rest)/\(denominator)".utf8
  }

  private static func nearest(
    to value: Double, _ tokens: ArraySlice<Token>
  ) -> (numerator: Int64, denominator: Int64) {
    if case .literal(let bytes) = tokens.first {
      let digits = bytes.prefix { (0x30...0x39).contains($0) } + zeros(behind: tokens)
      let denominator = Int64(String(decoding: digits.prefix(6), as: UTF8.self)) ?? 0
      return (Int64((value * Double(denominator)).rounded()), denominator)
    }
    guard case .digit = tokens.first else { return (0, 0) }
    var limit: Int64 = 1
    for _ in 0..<min(9, digits(in: tokens)) { limit *= 10 }
    // The last convergent of the continued fraction whose denominator has so many digits.
    var rest = value
    var before: (Int64, Int64) = (0, 1)
    var last: (Int64, Int64) = (1, 0)
    while true {
      let whole = Int64(rest)
      let next = (whole * last.0 + before.0, whole * last.1 + before.1)
      guard next.1 < limit else { return last }
      (before, last) = (last, next)
      let left = rest - Double(whole)
      guard left > 5e-8 else { return last }
      rest = 1 / left
    }
  }

  /// `/100` is a 1 and two places for digits.
  private static func zeros(behind tokens: ArraySlice<Token>) -> [UInt8] {
    tokens.dropFirst().prefix { $0 == .digit(0x30) }.map { _ in 0x30 }
  }
}
