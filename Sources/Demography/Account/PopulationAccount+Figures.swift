public import MunicipalModel

extension PopulationAccount {
  /// The figure as the account holds it, or `nil` if it was not printed.
  public subscript(item: AccountItem) -> TracedNumber? {
    switch item {
    case .openingStock: openingStock
    case .closingStock: closingStock
    case .births: births
    case .deaths: deaths
    case .naturalChange: naturalChange
    case .inMigrants: inMigrants
    case .outMigrants: outMigrants
    case .socialChange: socialChange
    case .totalChange: totalChange
    case .elderlyPopulation: elderlyPopulation
    }
  }

  /// The figure as printed; a change that was not printed is computed from its parts.
  ///
  /// Natural change is births less deaths, social change in- less out-migrants, total change the
  /// closing less the opening stock. A social change that holds other change is not in- less
  /// out-migrants, so it is not computed. Unit: persons.
  ///
  /// - Throws: ``Demography/DemographyError`` with `missing-input` if neither it nor its parts were printed, and
  ///   with `too-large` if the parts overflow.
  public func figure(_ item: AccountItem) throws(DemographyError) -> TracedNumber {
    if let printed = self[item] { return printed }
    guard let parts = item.parts,
      item != .socialChange || definition.otherChange != .insideSocialChange
    else {
      throw DemographyError(
        code: .missingInput, subject: item.label, period: period, missing: [item])
    }
    guard let gain = self[parts.gain], let loss = self[parts.loss] else {
      let absent = [parts.gain, parts.loss].filter { self[$0] == nil }
      throw DemographyError(
        code: .missingInput, subject: item.label, period: period, missing: [item] + absent)
    }
    return try .difference(
      of: gain, and: [loss], formula: parts.gain.label + LocalizedText(" − ") + parts.loss.label,
      subject: item.label, period: period)
  }
}

extension TracedNumber {
  /// A number less others, with the cells of all of them.
  static func difference(
    of number: TracedNumber, and others: [TracedNumber], formula: LocalizedText,
    subject: LocalizedText,
    period: Period?
  ) throws(DemographyError) -> TracedNumber {
    guard let difference = number.subtracting(others, formula: formula) else {
      throw DemographyError(code: .tooLarge, subject: subject, period: period)
    }
    return difference
  }

  /// The number as a decimal.
  func decimal(
    subject: LocalizedText, period: Period?
  ) throws(DemographyError) -> ExactDecimal {
    guard let decimal = ExactDecimal(exactly: value) else {
      throw DemographyError(code: .tooLarge, subject: subject, period: period)
    }
    return decimal
  }
}

extension PopulationAccount {
  /// Whether the printed social change is not in- less out-migrants: it holds other change (職権記載など) too.
  package var socialChangeHoldsOtherChange: Bool {
    guard let social = socialChange, let arrived = inMigrants, let left = outMigrants else {
      return false
    }
    return arrived.value - left.value != social.value
  }
}
