package import MunicipalModel

/// The arithmetic mean of one figure over several years (平均).
///
/// Formula: Σ values ÷ number of years. Unit: that of the values.
package struct YearlyMean: Hashable, Sendable, Codable {
  /// What the values are.
  package let item: LocalizedText
  /// The values, one a year.
  package let values: [ExactDecimal]
  /// The unit of the values and of the mean.
  package let unit: LocalizedText
  /// The years from first to last.
  package let period: Period?
  /// The printed cells of the values.
  package let sources: [Citation]

  /// Makes the mean of printed values, such as five yearly fertility rates.
  ///
  /// - Throws: ``DemographyError`` with `no-years` if there is no value.
  package init(
    of values: [ExactDecimal], item: LocalizedText, unit: LocalizedText, period: Period?,
    sources: [Citation] = []
  ) throws(DemographyError) {
    guard !values.isEmpty else {
      throw DemographyError(code: .noYears, subject: item, period: period)
    }
    self.item = item
    self.values = values
    self.unit = unit
    self.period = period
    self.sources = sources
  }
}

extension YearlyMean: DerivedFigure {
  /// What is averaged, with its years.
  package var label: LocalizedText {
    LocalizedText(ja: "\(item.ja)の平均", en: "mean of \(item.en)").labelled(period)
  }

  /// How it is computed, in words.
  package var formula: LocalizedText {
    LocalizedText(
      ja: "\(item.ja)の合計 ÷ \(values.count)", en: "sum of \(item.en) ÷ \(values.count)")
  }

  /// The mean, unrounded; not a number without values.
  package var value: Double {
    values.map(\.doubleValue).reduce(0, +) / Double(values.count)
  }

  /// The mean cut to `decimals` digits, computed in whole numbers.
  package func rounded(to decimals: Int, rule: RoundingRule) -> ExactDecimal? {
    ExactFraction.mean(of: values.compactMap { ExactFraction($0) })?
      .rounded(timesTenToThe: 0, decimals: decimals, rule: rule)
  }
}

extension Collection<PopulationAccount> {
  /// The mean of a yearly figure, such as births, over the years of the accounts.
  ///
  /// Unit: persons. A change that was not printed is computed from its parts.
  ///
  /// - Throws: ``DemographyError`` if there is no year, a year is given twice, tables count different
  ///   populations, or a year lacks the figure.
  package func yearlyMean(of item: AccountItem) throws(DemographyError) -> YearlyMean {
    let period = try commonPeriod(for: item.label)
    var values: [ExactDecimal] = []
    var sources: [Citation] = []
    for account in self {
      let figure = try account.figure(item)
      values.append(try figure.decimal(subject: item.label, period: account.period))
      sources += figure.sources
    }
    return try YearlyMean(
      of: values, item: item.label, unit: LocalizedText(ja: "人", en: "persons"), period: period,
      sources: sources.uniqued)
  }

  /// The years from first to last, which must be different years of one population.
  func commonPeriod(for subject: LocalizedText) throws(DemographyError) -> Period {
    let periods = map(\.period).sorted()
    guard let first = periods.first, let last = periods.last else {
      throw DemographyError(code: .noYears, subject: subject)
    }
    guard Set(periods).count == periods.count else {
      throw DemographyError(code: .duplicatePeriod, subject: subject)
    }
    guard Set(map(\.definition)).count == 1 else {
      throw DemographyError(code: .mixedPopulationDefinitions, subject: subject)
    }
    return first == last ? first : .span(first, last)
  }
}
