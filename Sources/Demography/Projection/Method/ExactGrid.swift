/// A binary grid on which all people of a projection lie, so that every sum of them is exact.
///
/// The unit is a power of two, 2^-38 of the people at the start. Sums of up to 4,096 times these people
/// have at most 52 bits, so births, deaths and migrants add up to the change without any rest, and
/// twice the people on twice the grid give exactly twice the results.
struct ExactGrid {
  let unit: Double
  /// Adding and subtracting it rounds to the nearest multiple of the unit.
  private let magic: Double
  /// No figure may be larger.
  let limit: Double

  /// - Parameter people: the people at the start; of nobody, one person.
  init(people: Double) {
    let exponent = (people > 0 ? people : 1).exponent - 38
    unit = Double(sign: .plus, exponent: exponent, significand: 1)
    magic = Double(sign: .plus, exponent: exponent + 52, significand: 1.5)
    limit = Double(sign: .plus, exponent: exponent + 50, significand: 1)
  }

  @inline(__always) func snapped(_ value: Double) -> Double { (value + magic) - magic }
}
