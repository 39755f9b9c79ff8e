import MunicipalModel

/// The observed figures of one item of one area, in the order of their years.
private struct PopulationSeries: Hashable {
  let item: PopulationItem
  let area: Area
  let isFiscal: Bool
}

extension DocumentSession {
  /// Notes a count that jumps tenfold between neighbouring years and back.
  mutating func reportJumps(in figures: [PopulationFigure]) {
    var series: [PopulationSeries: [Int: (figure: PopulationFigure, value: Double)]] = [:]
    var keys: [PopulationSeries] = []
    for figure in figures where figure.basis == .observed && figure.item.isCount {
      guard let value = figure.reading.value, ExactDecimal(0) < value, let period = figure.period
      else { continue }
      let isFiscal = if case .fiscalYear = period { true } else { false }
      let key = PopulationSeries(item: figure.item, area: figure.area, isFiscal: isFiscal)
      if series[key] == nil { keys.append(key) }
      series[key, default: [:]][period.year] = (figure, value.doubleValue)
    }
    for key in keys {
      let years = (series[key] ?? [:]).sorted { $0.key < $1.key }
      // A stock changes by a few percent a year, and a merger doubles it; few births may double too.
      let limit = key.item.isStock ? 5.0 : 7
      for (index, year) in years.enumerated() {
        let around = [index - 1, index + 1].filter(years.indices.contains).map { years[$0] }
        guard let first = around.first, years.count > 2 || index == 1,
          Swift.max(year.value.value, first.value.value) >= 100
        else { continue }
        let ratios = around.map { year.value.value / $0.value.value }
        let isAbove = ratios.allSatisfy { $0 >= limit }
        guard isAbove || ratios.allSatisfy({ $0 <= 1 / limit }) else { continue }
        // At an end of the series the other years decide which of the two is odd.
        if around.count == 1, years.count > 2 {
          let further = years[index == 0 ? 2 : index - 2].value.value
          let ratio = first.value.value / further
          guard ratio < limit, ratio > 1 / limit else { continue }
        }
        let (printed, beside) = (year.value.figure.citation.printed, first.value.figure.citation)
        let label = first.value.figure.period?.label
        warn(
          "figure-jumps", at: year.value.figure.citation,
          ja: "「\(printed)」は隣の\(label?.ja ?? "")の「\(beside.printed)」と桁が違います",
          en: "\"\(printed)\" is of another size than \"\(beside.printed)\" of \(label?.en ?? "")")
      }
    }
  }
}

extension PopulationItem {
  /// Whether the item counts who is there, rather than what happened in a year.
  fileprivate var isStock: Bool {
    isCount && ![.births, .deaths, .inMigrants, .outMigrants].contains(self)
  }
}
