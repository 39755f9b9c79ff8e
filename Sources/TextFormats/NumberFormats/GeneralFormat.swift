extension StoredNumber {
  /// The number as a cell without a format shows it (`General`, 標準): in at most 11 characters.
  ///
  /// 0.1 + 0.2 is 0.3, a third 0.333333333, and twelve digits before the point 1.23457E+11.
  var general: [UInt8] {
    guard !isZero else { return [0x30] }
    let sign: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    switch magnitude {
    case 10 where rounded(decimals: 0).magnitude == 10: return sign + plain(decimals: 0)
    case 0...9: return sign + plain(decimals: 9 - magnitude)
    case -4 ... -1: return sign + plain(decimals: 9)
    case -9 ... -5 where exponent >= -9: return sign + plain(decimals: 9)
    default: return sign + scientific()
    }
  }

  /// The digits without an exponent, and without zeros behind the point.
  private func plain(decimals count: Int) -> [UInt8] {
    var (whole, fraction) = decimals(count)
    while fraction.last == 0x30 { fraction.removeLast() }
    if whole.isEmpty { whole = [0x30] }
    return fraction.isEmpty ? whole : whole + [UInt8(ascii: ".")] + fraction
  }

  /// Six digits and a power of ten: 1.23457E+11.
  private func scientific() -> [UInt8] {
    let six = rounded(decimals: 5 - magnitude)
    let power = six.magnitude
    var text = StoredNumber(digits: six.digits, exponent: six.exponent - power).plain(decimals: 5)
    text.append(UInt8(ascii: "E"))
    text.append(power < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
    let digits = String(abs(power))
    return text + (digits.utf8.count < 2 ? [0x30] : []) + digits.utf8
  }
}
