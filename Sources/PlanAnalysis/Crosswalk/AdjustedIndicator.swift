import MunicipalModel

/// An indicator as it is used: the meant number of each cell, its true unit, a baseline printed elsewhere.
struct AdjustedIndicator {
  private(set) var indicator: Indicator
  private(set) var remarks: [MemberRemark] = []

  /// Adjusts an indicator.
  ///
  /// - Parameters:
  ///   - indicator: the indicator as printed.
  ///   - mapping: what the city's file says about it.
  ///   - twin: the same indicator in another document of the city.
  init(_ indicator: Indicator, mapping: ConceptMapping?, twin: Indicator?) {
    self.indicator = indicator
    if let unit = mapping?.quantityUnit { selectQuantity(of: unit) }
    if let twin {
      addBaseline(of: twin)
      compareAccumulation(with: twin)
    }
    if let countedAs = mapping?.countedAs { count(as: countedAs) }
  }

  private mutating func selectQuantity(of unit: String) {
    indicator = indicator.replacingMeasuredReadings { reading in
      guard case .several(let quantities) = reading,
        let meant = quantities.first(where: { CommonUnit.withoutPeriod($0.unit) == unit })
      else { return reading }
      return .value(meant)
    }
  }

  private mutating func count(as countedAs: ConceptMapping.CountedAs) {
    let printed = indicator.observations.first { $0.role.isMeasured }
    let unit = printed?.reading.quantity?.unit ?? indicator.unit
    indicator = indicator.replacingMeasuredReadings { reading in
      guard case .value(let quantity) = reading else { return reading }
      return .value(
        Quantity(
          quantity.value, unit: countedAs.unit, bound: quantity.bound,
          isPrintedWithPlus: quantity.isPrintedWithPlus, isEstimate: quantity.isEstimate))
    }
    remarks.append(
      MemberRemark(
        code: .countedAs,
        text: LocalizedText(
          ja: "単位「\(unit)」を「\(countedAs.unit)」とみなす（\(countedAs.reason.ja)）。",
          en: "The unit 「\(unit)」 is taken as 「\(countedAs.unit)」: \(countedAs.reason.en)."),
        sources: [indicator.citation]))
  }

  private mutating func addBaseline(of twin: Indicator) {
    guard let own = indicator.first(.baseline), own.reading.quantity == nil,
      let other = twin.first(.baseline), let quantity = other.reading.quantity,
      let target = indicator.target?.reading.quantity,
      CommonUnit(quantity.unit) == CommonUnit(target.unit)
    else { return }
    let observations = indicator.observations.map { $0 == own ? other : $0 }
    indicator = indicator.with(observations)
    let place = "\(other.citation.document):\(other.citation.line)"
    remarks.append(
      MemberRemark(
        code: .baselineFromOtherDocument,
        text: LocalizedText(
          ja: "基準値はこの資料では記載されておらず、\(place)の\(other.citation.printed)を使う。",
          en:
            "The baseline is not printed here; that of \(place), \(other.citation.printed), is used."
        ),
        sources: [own.citation, other.citation]))
  }

  private mutating func compareAccumulation(with twin: Indicator) {
    guard let own = indicator.target, let other = twin.target,
      indicator.countsOverPlan != twin.countsOverPlan
    else { return }
    let place = "\(other.citation.document):\(other.citation.line)"
    remarks.append(
      MemberRemark(
        code: .accumulationDiffersElsewhere,
        text: indicator.countsOverPlan
          ? LocalizedText(
            ja: "この資料は累計、\(place)は累計と書かずに記載する。",
            en: "A running total here, but not called one in \(place).")
          : LocalizedText(
            ja: "\(place)は同じ指標を累計と記載する。",
            en: "\(place) prints the same indicator as a running total."),
        sources: [own.citation, other.citation]))
  }
}

extension Indicator {
  func with(_ observations: [Observation]) -> Indicator {
    Indicator(
      name: name, unit: unit, theme: theme, citation: citation, source: source,
      lifecycle: lifecycle, observations: observations)
  }

  func replacingMeasuredReadings(_ change: (Reading) -> Reading) -> Indicator {
    with(
      observations.map { observation in
        guard observation.role.isMeasured else { return observation }
        return Observation(
          role: observation.role, period: observation.period, reading: change(observation.reading),
          accumulation: observation.accumulation, circumstance: observation.circumstance,
          remark: observation.remark, citation: observation.citation)
      })
  }
}
