public import MunicipalModel

/// How far ages were reported in round numbers (年齢の端数の偏り), by the counts of single years.
///
/// The indices look at the last digits of ages of a table in single years, one sex or both together. They tell
/// how good the reporting is, not how to mend it; in registers (住民基本台帳) ages come from the date of birth, and
/// what an index shows there is the ups and downs of births.
public struct AgeHeaping: Hashable, Sendable {
  static let subject = LocalizedText(ja: "年齢の端数の偏り", en: "age heaping")

  /// Which sums Myers' index blends.
  public enum MyersBlend: String, Hashable, Sendable, Codable, CaseIterable {
    /// All but the last ten ages, and all but the first ten, as Myers (1940) has it: 0 of even ages.
    case equalRanges = "equal-ranges"
    /// All ages of the range, and all but the first ten, as in Shryock and Siegel (1971) and the spreadsheet
    /// SINGAGE of the U.S. Census Bureau, whose figure is twice this one; of even ages it is 1.7, not 0.
    case wholeRange = "whole-range"
  }

  private let table: AgeTable
  private let column: Int

  /// Looks at one sex of a table.
  ///
  /// - Parameters:
  ///   - table: counts by single years of age as far as the ranges of the indices reach.
  ///   - sex: the sex; all of them together if `nil`.
  /// - Throws: ``AgeMethodError`` with `missing-sex`.
  public init(_ table: AgeTable, sex: Sex? = nil) throws(AgeMethodError) {
    self.table = sex == nil ? table.bothSexes() : table
    guard let column = self.table.sexes.firstIndex(of: sex ?? .both) else {
      throw AgeMethodError(code: .missingSex, subject: Self.subject, sex: sex)
    }
    self.column = column
  }

  /// Whipple's index (ウィップル指数): 100 if ages that end in 0 and 5 are as many as others, 500 if all do.
  ///
  /// Formula: Σ of 25, 30, …, 60 ÷ (Σ of 23 to 62 ÷ 5) × 100. By the scale of the United Nations below 105 is highly
  /// accurate, 105–110 fairly accurate, 110–125 approximate, 125–175 rough, above very rough.
  /// Source: United Nations, Demographic Yearbook 1955; Shryock and Siegel (1971), chapter 8.
  ///
  /// - Parameters:
  ///   - first: the first age that ends in 0 or 5.
  ///   - last: the last one; the sum below the line reaches two years further on both sides.
  /// - Throws: ``AgeMethodError`` with `parameter-out-of-range` unless both end in 0 or 5 and rise,
  ///   `unsupported-ages` or `not-covered` if the table has no single years there, or
  ///   `denominator-not-positive` without people.
  public func whippleIndex(
    from first: Int = 25, through last: Int = 60
  ) throws(AgeMethodError) -> Double {
    guard first % 5 == 0, last % 5 == 0, first >= 5, first < last else {
      throw AgeMethodError(
        code: .parameterOutOfRange, subject: Self.subject, text: "\(first), \(last)",
        hint: LocalizedText(
          ja: "0か5で終わる年齢を小さい順に指定します", en: "both ages end in 0 or 5, and they rise"))
    }
    let counts = try self.counts(first - 2, last + 2)
    let all = counts.reduce(0, +)
    guard all > 0 else {
      throw AgeMethodError(code: .denominatorNotPositive, subject: Self.subject, text: "\(all)")
    }
    let round = stride(from: first, through: last, by: 5).reduce(0) { $0 + counts[$1 - first + 2] }
    return round / (all / 5) * 100
  }

  /// Myers' blended index (マイヤーズ指数): 0 without preference for a digit, 90 if all ages end in one.
  ///
  /// Formula: half of Σ |share of the digit − 10 %|, with blended sums so that a digit does not gain by coming first.
  /// Source: Myers, Transactions of the Actuarial Society of America 41 (1940); Shryock and Siegel (1971), chapter 8.
  ///
  /// - Parameters:
  ///   - first: the first age.
  ///   - last: the last age, whole tens of years after it.
  ///   - blend: which sums are blended.
  /// - Throws: ``AgeMethodError``, as ``whippleIndex(from:through:)`` does.
  public func myersIndex(
    from first: Int = 10, through last: Int = 89, blend: MyersBlend = .equalRanges
  ) throws(AgeMethodError) -> Double {
    try digitShares(from: first, through: last, blend: blend)
      .reduce(0) { $0 + abs($1 - 10) } / 2
  }

  /// The share of each last digit, 0 to 9, in percent of the blended sums; 10 each without preference.
  ///
  /// - Throws: ``AgeMethodError``, as `myersIndex(from:through:blend:)` does.
  public func digitShares(
    from first: Int = 10, through last: Int = 89, blend: MyersBlend = .equalRanges
  ) throws(AgeMethodError) -> [Double] {
    let (decades, rest) = (last - first + 1).quotientAndRemainder(dividingBy: 10)
    guard first >= 0, decades >= 2, rest == 0 else {
      throw AgeMethodError(
        code: .parameterOutOfRange, subject: Self.subject, text: "\(first), \(last)",
        hint: LocalizedText(
          ja: "10年の倍数の幅（20年以上）が必要です", en: "it takes whole tens of years, twenty or more"))
    }
    let counts = try self.counts(first, last)
    var blended = [Double](repeating: 0, count: 10)
    for offset in 0..<10 {
      let ages = stride(from: offset, to: counts.count, by: 10).map { counts[$0] }
      let early = (blend == .wholeRange ? ages[...] : ages.dropLast()).reduce(0, +)
      let late = ages.dropFirst().reduce(0, +)
      blended[(first + offset) % 10] = Double(offset + 1) * early + Double(9 - offset) * late
    }
    let all = blended.reduce(0, +)
    guard all > 0 else {
      throw AgeMethodError(code: .denominatorNotPositive, subject: Self.subject, text: "\(all)")
    }
    return blended.map { $0 / all * 100 }
  }

  /// The counts of single years.
  private func counts(_ first: Int, _ last: Int) throws(AgeMethodError) -> [Double] {
    var counts: [Double] = []
    for age in first...last {
      guard let year = AgeGroup(singleYear: age) else {
        throw AgeMethodError(code: .parameterOutOfRange, subject: Self.subject, text: "\(age)")
      }
      counts.append(
        try AgeMethodError.wrapping(
          table.count(of: table.sexes[column], at: year), subject: Self.subject))
    }
    return counts
  }
}
