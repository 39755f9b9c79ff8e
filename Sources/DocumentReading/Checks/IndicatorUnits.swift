import MunicipalModel

extension DocumentSession {
  /// Notes a figure whose unit is none that is known, nor that of the figures beside it.
  mutating func reportOddUnits(of indicator: Indicator) {
    for achievement in indicator.figures where achievement.role == .achievement {
      for quantity in achievement.reading.quantities
      where MeasureUnit.isOdd(quantity.unit, beside: ["%"]) {
        warnOfUnit(quantity.unit, beside: "%", at: achievement.citation)
      }
    }
    let figures = indicator.figures.filter(\.role.isMeasured)
    for figure in figures {
      let beside = figures.filter { $0.citation != figure.citation }
        .flatMap(\.reading.quantities).map(\.unit)
      let odd = figure.reading.quantities.first {
        beside.isEmpty ? MeasureUnit.isOdd($0.unit) : MeasureUnit.isOdd($0.unit, beside: beside)
      }
      guard let odd else { continue }
      warnOfUnit(odd.unit, beside: beside.first, at: figure.citation)
    }
  }

  /// Notes figures of the population in a unit that is none.
  mutating func reportOddUnits(of figures: [PopulationFigure]) {
    for figure in figures {
      let counted = figure.item.countedIn
      for quantity in figure.reading.quantities
      where MeasureUnit.isOdd(quantity.unit, beside: [counted]) {
        warnOfUnit(quantity.unit, beside: counted, at: figure.citation)
      }
    }
  }

  private mutating func warnOfUnit(_ unit: String, beside other: String?, at citation: Citation) {
    let other = other ?? ""
    warn(
      "odd-unit", at: citation,
      ja: "単位「\(unit)」は知られた単位でなく、" + (other.isEmpty ? "" : "隣の値の単位「\(other)」とも違い、")
        + "文字の読み違いか注かもしれません",
      en: "\"\(unit)\" is no unit that is known"
        + (other.isEmpty ? "" : ", nor that of the figures beside it, \"\(other)\"")
        + "; a letter may be misread, or a note stand in the cell")
  }
}

extension MeasureUnit {
  /// Whether a unit is unknown and none of those beside it.
  package static func isOdd(_ unit: String, beside others: [String]) -> Bool {
    !unit.isEmpty && !others.contains(unit) && !isUnit(unit)
  }

  /// Whether a unit that stands alone is unknown and begins with a letter or a percent sign, as where 5O人
  /// was read for 50人. Counters that nobody listed are usual; such ones are not.
  static func isOdd(_ unit: String) -> Bool {
    guard let first = unit.unicodeScalars.first else { return false }
    return (first.isASCII || first == "‰") && !isUnit(unit)
  }
}
