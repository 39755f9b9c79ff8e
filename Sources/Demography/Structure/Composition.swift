package import MunicipalModel

/// A whole divided into parts, each with its share (構成), such as the population by three age groups.
package struct Composition: Hashable, Sendable, Codable {
  /// One named part.
  package struct Part: Hashable, Sendable, Codable {
    /// What the part is called.
    package let name: LocalizedText
    /// Its size, in persons.
    package let number: TracedNumber

    /// Makes a part.
    package init(name: LocalizedText, number: TracedNumber) {
      self.name = name
      self.number = number
    }
  }

  /// The shares in the order of the parts.
  package let shares: [PopulationShare]
  /// The whole as printed, in persons.
  package let whole: TracedNumber
  /// The whole less all parts, in persons: those of unknown age (年齢不詳), or a contradiction if not 0.
  package let unclassified: Int

  /// Makes a composition.
  ///
  /// - Throws: ``DemographyError`` if the whole is zero or less, a part is below zero or larger than
  ///   the whole, or the parts overflow. Parts that merely do not add up are told by ``unclassified``.
  package init(
    parts: [Part], whole: TracedNumber, period: Period? = nil
  ) throws(DemographyError) {
    var shares: [PopulationShare] = []
    var rest = whole.value
    for part in parts {
      shares.append(
        try PopulationShare(name: part.name, part: part.number, whole: whole, period: period))
      let (less, overflow) = rest.subtractingReportingOverflow(part.number.value)
      if overflow { throw DemographyError(code: .tooLarge, subject: part.name, period: period) }
      rest = less
    }
    self.shares = shares
    self.whole = whole
    unclassified = rest
  }
}
