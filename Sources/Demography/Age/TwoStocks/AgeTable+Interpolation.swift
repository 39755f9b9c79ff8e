#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
public import MunicipalModel

extension AgeTable {
  /// A population at a day between two stocks, or up to half of their time outside them (補間).
  ///
  /// Formula: P₁ × (P₂ ÷ P₁)^w in each group of ages and sex, with w the part of the time that has passed; a
  /// straight line where one of them is zero. So a stock of 1 July can be brought to 1 October, and stocks of
  /// different days to a whole number of years. Each age grows at its own steady rate: the sizes of the cohorts that
  /// pass through the ages are not followed, which matters over more than a year or two. Source: UN Manual VI
  /// (1970), annex; Preston, Heuveline and Guillot, Demography (2001), section 1.4.
  ///
  /// - Parameters:
  ///   - first: the earlier population, of a day.
  ///   - second: the later population, of a day, with the same ages and sexes.
  ///   - day: the day of the result.
  /// - Throws: ``Demography/AgeMethodError`` with `wrong-measure`, `age-not-reported-left`, `different-tables`,
  ///   `missing-sex`, or `parameter-out-of-range` if a table is of no day, the first is not the earlier, or the day
  ///   is too far outside.
  public static func interpolated(
    _ first: AgeTable, _ second: AgeTable, on day: CalendarDate
  ) throws(AgeMethodError) -> AgeTable {
    let subject = LocalizedText(ja: "人口の補間", en: "interpolated population")
    try first.check([.population], subject: subject)
    try second.check([.population], subject: subject)
    let second = try second.aligned(with: first, subject: subject)
    guard case .date(let start)? = first.period, case .date(let end)? = second.period, start < end
    else {
      throw AgeMethodError(
        code: .parameterOutOfRange, subject: subject,
        text: "\(first.period?.code ?? "?") – \(second.period?.code ?? "?")")
    }
    let time = Double(end.dayNumber - start.dayNumber)
    let part = Double(day.dayNumber - start.dayNumber) / time
    guard (-0.5...1.5).contains(part) else {
      throw AgeMethodError(code: .parameterOutOfRange, subject: subject, text: "\(day)")
    }
    let counts = zip(first.counts, second.counts).map { one, other in
      one > 0 && other > 0 ? one * pow(other / one, part) : max(one + (other - one) * part, 0)
    }
    return AgeTable(
      measure: .population, period: .date(day), ages: first.ages, sexes: first.sexes,
      counts: counts, notReported: first.notReported)
  }
}
