import MunicipalModel

/// An indicator as it is compared: in the unit that it truly counts, with what another document says of it.
///
/// Its figures are those that every other part judges: which of several numbers in a cell is meant is decided
/// where the cell is read, and a baseline that another document prints is told and not used.
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
    if let twin {
      noteBaseline(of: twin)
      compareAccumulation(with: twin)
    }
    if let countedAs = mapping?.countedAs { count(as: countedAs) }
  }

  private mutating func count(as countedAs: ConceptMapping.CountedAs) {
    let printed = indicator.figures.first { $0.role.isMeasured }
    let unit = printed?.reading.quantity?.unit ?? indicator.unit
    indicator = indicator.replacingMeasuredReadings { reading in
      guard case .value(let quantity) = reading else { return reading }
      return .value(quantity.with(unit: countedAs.unit))
    }
    remarks.append(
      MemberRemark(
        code: .countedAs,
        text: LocalizedText(
          ja: "単位「\(unit)」を「\(countedAs.unit)」とみなす（\(countedAs.reason.ja)）。",
          en: "The unit 「\(unit)」 is taken as 「\(countedAs.unit)」: \(countedAs.reason.en)."),
        sources: [indicator.citation]))
  }

  private mutating func noteBaseline(of twin: Indicator) {
    guard let own = indicator.first(.baseline), own.reading.quantity == nil,
      let other = twin.first(.baseline), let quantity = other.reading.quantity,
      let target = indicator.target?.reading.quantity,
      CommonUnit(quantity.unit) == CommonUnit(target.unit)
    else { return }
    let place = "\(other.citation.shortPlace)"
    remarks.append(
      MemberRemark(
        code: .baselineInOtherDocument,
        text: LocalizedText(
          ja: "基準値はこの資料に記載がなく、\(place)は\(other.citation.printed)と記載する。進捗の計算には使わない。",
          en: "The baseline is not printed here; \(place) prints \(other.citation.printed). "
            + "It is not used for the progress."),
        sources: [own.citation, other.citation]))
  }

  private mutating func compareAccumulation(with twin: Indicator) {
    guard let own = indicator.target, let other = twin.target,
      indicator.countsOverPlan != twin.countsOverPlan
    else { return }
    let place = "\(other.citation.shortPlace)"
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
  func replacingMeasuredReadings(_ change: (Reading) -> Reading) -> Indicator {
    with(
      figures: figures.map { observation in
        guard observation.role.isMeasured else { return observation }
        return IndicatorFigure(
          role: observation.role, period: observation.period, reading: change(observation.reading),
          accumulation: observation.accumulation, circumstance: observation.circumstance,
          remark: observation.remark, assumption: observation.assumption,
          citation: observation.citation)
      })
  }
}
