import MunicipalModel

extension MunicipalityRecord {
  /// The municipality's total fertility of each calendar year (合計特殊出生率), the oldest year first.
  ///
  /// A document prints the figure in several tables; of a year the first one counts.
  var observedTotalFertility: [(year: Int, value: Double, citation: Citation)] {
    var found: [(year: Int, value: Double, citation: Citation)] = []
    for figure in populationFigures {
      guard figure.item == .totalFertilityRate, figure.basis == .observed,
        case .municipality = figure.area, case .calendarYear(let year)? = figure.period,
        let value = figure.reading.value, !found.contains(where: { $0.year == year })
      else { continue }
      found.append((year, value.doubleValue, figure.citation))
    }
    return found.sorted { $0.year < $1.year }
  }
}
