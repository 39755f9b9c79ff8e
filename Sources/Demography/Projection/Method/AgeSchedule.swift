public import MunicipalModel

/// Figures by age and sex that need not be counts: net migration rates, or numbers below zero.
///
/// The figures stand in one array, sex after sex, as the counts of an `AgeTable`.
public struct AgeSchedule: Hashable, Sendable {
  /// The groups of ages.
  public let ages: AgeClassification
  /// The sexes, in the order of the figures.
  public let sexes: [Sex]
  /// The figures: all ages of the first sex, then all of the second.
  public let values: [Double]

  /// Makes a schedule.
  ///
  /// - Parameter values: all ages of the first sex, then all of the second.
  /// - Throws: ``ProjectionError`` with `missing-ages` if there are not as many figures as ages and sexes,
  ///   or `out-of-range` if one is infinite or not a number, naming sex and age.
  public init(
    ages: AgeClassification, sexes: [Sex] = [.male, .female], values: [Double]
  ) throws(ProjectionError) {
    guard values.count == ages.count * sexes.count else {
      throw ProjectionError(
        code: .missingAges, text: "\(values.count) figures, \(ages.count * sexes.count) needed")
    }
    if let index = values.firstIndex(where: { !$0.isFinite }) {
      throw ProjectionError(
        code: .outOfRange, sex: sexes[index / ages.count], age: ages.groups[index % ages.count],
        text: "\(values[index])")
    }
    self.init(ages: ages, sexes: sexes, sound: values)
  }

  /// Makes a schedule that is known to be sound.
  init(ages: AgeClassification, sexes: [Sex], sound values: [Double]) {
    self.ages = ages
    self.sexes = sexes
    self.values = values
  }

  /// The figure of a sex and a group of ages, or `nil` if the schedule lacks either.
  public func value(of sex: Sex, at age: AgeGroup) -> Double? {
    guard let column = sexes.firstIndex(of: sex), let row = ages.row(of: age) else { return nil }
    return values[column * ages.count + row]
  }

  /// The schedule with its sexes in another order; itself if these are not the same sexes.
  func ordered(as sexes: [Sex]) -> Self {
    let columns = sexes.compactMap { self.sexes.firstIndex(of: $0) }
    guard self.sexes != sexes, columns.count == self.sexes.count, columns.count == sexes.count
    else { return self }
    return Self(
      ages: ages, sexes: sexes,
      sound: columns.flatMap { values[$0 * ages.count..<($0 + 1) * ages.count] })
  }

  /// The schedule with every figure multiplied.
  public func scaled(by factor: Double) -> Self {
    Self(ages: ages, sexes: sexes, sound: values.map { $0 * factor })
  }
}
