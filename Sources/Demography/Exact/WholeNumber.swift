/// A whole number of any size, at or above zero.
///
/// A mean of five yearly rates has the product of five populations for its denominator, which no
/// machine word holds. Only what fractions need is here.
struct WholeNumber: Hashable, Sendable {
  /// The number to the base 2^64, the lowest limb first, without leading zeros.
  private var limbs: [UInt64]

  init(_ value: UInt64) { limbs = value == 0 ? [] : [value] }

  private init(limbs: [UInt64]) {
    self.limbs = limbs
    while self.limbs.last == 0 { self.limbs.removeLast() }
  }

  var isZero: Bool { limbs.isEmpty }

  /// The number as a machine word, or `nil` if it is larger.
  var word: UInt64? { limbs.count > 1 ? nil : limbs.first ?? 0 }

  var doubleValue: Double { limbs.reversed().reduce(0) { $0 * 0x1p64 + Double($1) } }

  /// 10 to the power of `exponent`, which is at or above 0.
  static func power(of exponent: Int) -> Self {
    var result = Self(1)
    for _ in 0..<exponent { result = result * Self(10) }
    return result
  }

  static func + (left: Self, right: Self) -> Self {
    var sum: [UInt64] = []
    var carry: UInt64 = 0
    for index in 0..<max(left.limbs.count, right.limbs.count) {
      let (partial, first) = left.limb(index).addingReportingOverflow(right.limb(index))
      let (total, second) = partial.addingReportingOverflow(carry)
      sum.append(total)
      carry = first || second ? 1 : 0
    }
    return Self(limbs: sum + [carry])
  }

  /// The distance between two numbers.
  static func distance(_ left: Self, _ right: Self) -> Self {
    let (large, small) = left < right ? (right, left) : (left, right)
    var difference: [UInt64] = []
    var borrow: UInt64 = 0
    for index in large.limbs.indices {
      let (partial, first) = large.limb(index).subtractingReportingOverflow(small.limb(index))
      let (total, second) = partial.subtractingReportingOverflow(borrow)
      difference.append(total)
      borrow = first || second ? 1 : 0
    }
    return Self(limbs: difference)
  }

  static func * (left: Self, right: Self) -> Self {
    var product = [UInt64](repeating: 0, count: left.limbs.count + right.limbs.count)
    for (i, a) in left.limbs.enumerated() {
      var carry: UInt64 = 0
      for (j, b) in right.limbs.enumerated() {
        var (high, low) = a.multipliedFullWidth(by: b)
        for addend in [product[i + j], carry] {
          let (sum, overflow) = low.addingReportingOverflow(addend)
          low = sum
          high += overflow ? 1 : 0
        }
        product[i + j] = low
        carry = high
      }
      product[i + right.limbs.count] = carry
    }
    return Self(limbs: product)
  }

  private func limb(_ index: Int) -> UInt64 { index < limbs.count ? limbs[index] : 0 }
}

extension WholeNumber: Comparable {
  static func < (left: Self, right: Self) -> Bool {
    guard left.limbs.count == right.limbs.count else {
      return left.limbs.count < right.limbs.count
    }
    return left.limbs.reversed().lexicographicallyPrecedes(right.limbs.reversed())
  }
}
