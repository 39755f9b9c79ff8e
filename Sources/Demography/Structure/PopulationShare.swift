public import MunicipalModel

/// The share of a part in a whole (構成比), such as the ageing rate.
///
/// Formula: part ÷ whole × 100. Unit: percent.
public struct PopulationShare: Hashable, Sendable, Codable {
  /// What the share is called.
  public let name: LocalizedText
  /// The part, in persons.
  public let part: TracedNumber
  /// The whole, in persons; above zero.
  public let whole: TracedNumber
  /// The time of the count.
  public let period: Period?

  /// Makes a share.
  ///
  /// - Throws: ``Demography/DemographyError`` if the whole is zero or less, or the part is below zero or larger than
  ///   the whole.
  package init(
    name: LocalizedText, part: TracedNumber, whole: TracedNumber, period: Period? = nil
  ) throws(DemographyError) {
    let code: DemographyError.Code? =
      if whole.value <= 0 {
        .denominatorNotPositive
      } else if part.value < 0 {
        .negativeCount
      } else if part.value > whole.value {
        .partExceedsWhole
      } else {
        nil
      }
    if let code { throw DemographyError(code: code, subject: name, period: period) }
    self.name = name
    self.part = part
    self.whole = whole
    self.period = period
  }

  /// Decodes a share, which must be one that the initializer accepts.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      name: container.decode(LocalizedText.self, forKey: .name),
      part: container.decode(TracedNumber.self, forKey: .part),
      whole: container.decode(TracedNumber.self, forKey: .whole),
      period: container.decodeIfPresent(Period.self, forKey: .period))
  }
}

extension PopulationShare: DerivedFigure {
  /// The share's name with its time.
  public var label: LocalizedText { name.labelled(period) }

  /// The unit: %.
  public var unit: LocalizedText { LocalizedText(RateScale.percent.symbol) }

  /// The figures of the computation.
  public var formula: LocalizedText { LocalizedText("\(part.value) ÷ \(whole.value) × 100") }

  /// The printed cells of part and whole.
  public var sources: [Citation] { (part.sources + whole.sources).uniqued }

  /// The share in percent, unrounded.
  public var value: Double { Double(part.value) * 100 / Double(whole.value) }

  /// The share in percent cut to `decimals` digits, computed in whole numbers.
  public func rounded(to decimals: Int, rule: RoundingRule) -> ExactDecimal? {
    percent(part, of: whole, decimals: decimals, rule: rule)
  }
}

extension PopulationAccount {
  /// The ageing rate (高齢化率): residents of 65 and over ÷ year-end population × 100.
  ///
  /// Unit: percent. Both are counted at the end of the year.
  ///
  /// - Throws: ``Demography/DemographyError`` if one of the two was not printed or they do not fit together.
  public func ageingRate() throws(DemographyError) -> PopulationShare {
    let name = LocalizedText(ja: "高齢化率", en: "ageing rate")
    let missing = [AccountItem.elderlyPopulation, .closingStock].filter { self[$0] == nil }
    guard let elderlyPopulation, let closingStock else {
      throw DemographyError(code: .missingInput, subject: name, period: period, missing: missing)
    }
    return try PopulationShare(
      name: name, part: elderlyPopulation, whole: closingStock, period: period)
  }
}
