public import MunicipalModel

/// Fertility by age of mother (年齢別出生率の型): which part of total fertility falls on each group.
///
/// Scaled to a total fertility (合計特殊出生率) it gives rates: f(x) = total × share(x) ÷ width(x).
public struct FertilitySchedule: Hashable, Sendable {
  /// The mothers' groups of ages, such as 15–19 to 45–49; none is open-ended.
  public let ages: AgeClassification
  /// The share of each group in total fertility; they add up to 1.
  public let shares: [Double]

  /// Makes a schedule from weights on any scale, such as the contributions to total fertility.
  ///
  /// - Parameters:
  ///   - ages: the mothers' groups of ages, none open-ended.
  ///   - weights: one for each group, not below zero: rate × width, or a share. Of equal widths, rates.
  /// - Throws: ``ProjectionError`` with `unsupported-ages`, `missing-ages`, `negative`, `out-of-range`, or
  ///   `empty-schedule` if all are zero.
  public init(ages: AgeClassification, weights: [Double]) throws(ProjectionError) {
    guard ages.openGroup == nil else {
      throw ProjectionError(code: .unsupportedAges, age: ages.openGroup)
    }
    guard weights.count == ages.count else {
      throw ProjectionError(
        code: .missingAges, text: "\(weights.count) figures, \(ages.count) needed")
    }
    if let row = weights.firstIndex(where: { !($0 >= 0) || !$0.isFinite }) {
      throw ProjectionError(
        code: weights[row] < 0 ? .negative : .outOfRange, age: ages.groups[row],
        text: "\(weights[row])")
    }
    let sum = weights.reduce(0, +)
    guard sum > 0, sum.isFinite else { throw ProjectionError(code: .emptySchedule) }
    self.ages = ages
    shares = weights.map { $0 / sum }
  }

  /// Births for each woman and year in each group, at a total fertility.
  ///
  /// - Throws: ``ProjectionError`` with `negative` or `out-of-range`.
  public func rates(totalFertility: Double) throws(ProjectionError) -> [Double] {
    guard totalFertility >= 0, totalFertility.isFinite else {
      throw ProjectionError(
        code: totalFertility < 0 ? .negative : .outOfRange, text: "\(totalFertility)")
    }
    return zip(ages.groups, shares).map { totalFertility * $1 / Double($0.width ?? 1) }
  }
}
