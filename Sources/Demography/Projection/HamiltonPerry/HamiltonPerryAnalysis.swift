public import MunicipalModel

/// A municipality projected by the Hamilton–Perry method (コーホート変化率法), with the stocks that it is made from.
public struct HamiltonPerryAnalysis: Hashable, Sendable {
  /// The stocks as published, the oldest first; the last is the base.
  public let stocks: [CitedAgeTable]
  /// What was done with people of unknown age.
  public let rule: AgeTable.NotReportedRule
  /// The projection with its ratios.
  public let projection: CohortChangeProjection

  /// The municipality.
  public var municipality: MunicipalityCode { stocks[0].municipality }
  /// The ratios.
  public var method: HamiltonPerry { projection.method }
  /// The years that the ratios are from, one a period.
  public var periods: [ClosedRange<Int>] {
    zip(stocks, stocks.dropFirst()).map { first, last in
      (first.period?.year ?? 0)...(last.period?.year ?? 0)
    }
  }

  /// Projects the municipalities that have at least two stocks of one statistic, in the order given.
  ///
  /// The last stocks are taken, all the same number of years apart; where some have finer ages than others, they are
  /// added up to the groups that all have.
  ///
  /// - Parameters:
  ///   - populations: populations of any municipalities and years; each municipality's statistic is that of
  ///     its last one.
  ///   - endYear: the last year, whole steps after the last stock.
  ///   - periodCount: how many periods the ratios are averaged over.
  ///   - womenAges: the women whom the youngest are counted for; 15–49 if `nil`.
  ///   - limits: floors and ceilings of the ratios.
  ///   - rule: what is done with people of unknown age.
  /// - Throws: ``AgeMethodError`` with `no-rows` without populations, `missing-population`, naming the municipality, if
  ///   it has too few stocks, `period-does-not-match-age-step` if the end year is no whole number of steps
  ///   away or the stocks are not equally far apart, or as ``HamiltonPerry`` refuses.
  public static func members(
    of populations: [CitedAgeTable], to endYear: Int, averaging periodCount: Int = 1,
    womenAges: AgeGroup? = nil, limits: [HamiltonPerry.Limit] = [],
    rule: AgeTable.NotReportedRule = .proportionalWithinSex
  ) throws(AgeMethodError) -> [Self] {
    let codes = populations.map(\.municipality).uniqued
    guard !codes.isEmpty else {
      throw AgeMethodError(code: .noRows, subject: HamiltonPerry.subject)
    }
    var members: [Self] = []
    for code in codes {
      let stocks = try stocks(
        populations.filter { $0.municipality == code }, code, count: periodCount + 1)
      do throws(AgeMethodError) {
        members.append(
          try Self(
            stocks: stocks, to: endYear, womenAges: womenAges, limits: limits, rule: rule))
      } catch {
        throw codes.count > 1 ? error.naming(code) : error
      }
    }
    return members
  }

  /// The last stocks of one statistic.
  private static func stocks(
    _ own: [CitedAgeTable], _ code: MunicipalityCode, count: Int
  ) throws(AgeMethodError) -> [CitedAgeTable] {
    let dated = own.filter { $0.period != nil }.enumerated().sorted {
      ($0.element.period?.year ?? 0, $0.offset) < ($1.element.period?.year ?? 0, $1.offset)
    }.map(\.element)
    let same = dated.filter { $0.statistic == dated.last?.statistic }
    guard count >= 2, same.count >= count else {
      let years = same.compactMap(\.period?.year).map(String.init)
      throw AgeMethodError(
        code: .missingPopulation, subject: HamiltonPerry.subject, text: code.sixDigits,
        hint: LocalizedText(
          ja:
            "\(count)時点の人口が必要です（あるのは\(years.isEmpty ? "なし" : years.joined(separator: "、") + "年")）",
          en: "\(count) stocks are needed; there are those of "
            + (years.isEmpty ? "no year" : years.joined(separator: ", "))))
    }
    return Array(same.suffix(count))
  }

  private init(
    stocks: [CitedAgeTable], to endYear: Int, womenAges: AgeGroup?,
    limits: [HamiltonPerry.Limit], rule: AgeTable.NotReportedRule
  ) throws(AgeMethodError) {
    var tables: [AgeTable] = []
    do throws(AgeTableError) {
      let common = try AgeClassification.common(stocks.map(\.table.ages))
      for stock in stocks {
        tables.append(try stock.table.resolvingAgeNotReported(rule).regrouped(to: common))
      }
    } catch {
      throw AgeMethodError(error, subject: HamiltonPerry.subject)
    }
    var pairs: [IntercensalPair] = []
    for (first, last) in zip(tables, tables.dropFirst()) {
      pairs.append(try IntercensalPair(start: first, end: last))
    }
    let method = try HamiltonPerry(pairs, womenAges: womenAges, limits: limits)
    let base = tables[tables.count - 1]
    let start = base.period?.year ?? 0
    let (steps, rest) = (endYear - start).quotientAndRemainder(dividingBy: method.years)
    guard rest == 0, steps >= 0 else {
      throw AgeMethodError(
        code: .periodDoesNotMatchAgeStep, subject: HamiltonPerry.subject, text: "\(endYear)",
        hint: LocalizedText(
          ja: "\(start)年から\(method.years)年ごとに推計します",
          en: "it goes in steps of \(method.years) years from \(start)"))
    }
    self.stocks = stocks
    self.rule = rule
    projection = try method.projection(from: base, startYear: start, steps: steps)
  }
}

extension AgeMethodError {
  /// The error with the municipality that it is about.
  fileprivate func naming(_ municipality: MunicipalityCode) -> Self {
    Self(
      code: code, subject: subject, row: row, sex: sex, age: age,
      text: [municipality.sixDigits, text].compactMap(\.self).joined(separator: ", "), hint: hint)
  }
}
