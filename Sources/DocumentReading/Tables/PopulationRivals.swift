import MunicipalModel

extension PopulationTable {
  /// The statistics that count a population, each its own way.
  private static let statistics = ["国勢調査", "国調", "住民基本台帳", "住基", "推計人口", "常住人口", "現住人口"]

  static func statistic(_ names: [String]) -> String? {
    let found = statistics.first { word in
      names.contains { TextFolding.key($0).contains(word) }
    }
    return found.map { $0 == "国調" ? "国勢調査" : $0 == "住基" ? "住民基本台帳" : $0 }
  }

  /// The observed figures without those of rows or columns that have an item and time of others in the same table:
  /// what is named a sum counts, or of two statistics the one of more times. Which comes first does not matter.
  ///
  /// - Parameter names: the names of a figure's row or column, the nearest first.
  func withoutRivals(
    _ figures: [PopulationFigure], named names: (PopulationFigure) -> [String],
    in session: inout DocumentSession
  ) -> [PopulationFigure] {
    struct Series {
      let names: [String]
      var periods: Set<Period> = []
      var values = 0
      var first: Citation
    }
    var items: [PopulationItem: [[String]: Series]] = [:]
    for figure in figures where figure.basis == .observed && figure.area == area {
      let names = names(figure)
      guard let period = figure.period, !names.isEmpty else { continue }
      var series =
        items[figure.item]?[names] ?? Series(names: names, first: figure.citation)
      series.periods.insert(period)
      if !figure.reading.quantities.isEmpty { series.values += 1 }
      items[figure.item, default: [:]][names] = series
    }
    var dropped: [PopulationItem: Set<[String]>] = [:]
    for (item, series) in items.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where series.count > 1 {
      let all = series.values.sorted {
        ($0.first.line, $0.first.cell ?? 0) < ($1.first.line, $1.first.cell ?? 0)
      }
      let rivals = all.filter { one in
        all.contains { $0.names != one.names && !$0.periods.isDisjoint(with: one.periods) }
      }
      let statistics = rivals.compactMap { Self.statistic($0.names) }
      let wholes = rivals.filter { isWhole($0.names) }
      if statistics.count == rivals.count, Set(statistics).count > 1 {
        let most = rivals.map(\.values).max() ?? 0
        let best = rivals.filter { $0.values == most }
        let kept = Set(best.compactMap { Self.statistic($0.names) })
        for one in rivals where kept.count > 1 || !kept.contains(Self.statistic(one.names) ?? "") {
          dropped[item, default: []].insert(one.names)
          noteStatistics(
            one.names, at: one.first, kept: kept.count > 1 ? nil : kept.first, in: &session)
        }
      } else if !wholes.isEmpty {
        for one in rivals where !isWhole(one.names) {
          dropped[item, default: []].insert(one.names)
          let name = one.names.reversed().uniqued.joined(separator: " ")
          session.note(
            .warning, "part-not-read", at: one.first,
            ja: "「\(name)」は一部の値なので、\(item.rawValue) としては読んでいません",
            en: "\"\(name)\" is a part and not read as \(item.rawValue)")
        }
      }
    }
    guard !dropped.isEmpty else { return figures }
    return figures.filter { figure in
      figure.basis != .observed || figure.area != area
        || dropped[figure.item]?.contains(names(figure)) != true
    }
  }

  /// Whether a name over a figure, but not what it counts, is that of a sum or the municipality.
  private func isWhole(_ names: [String]) -> Bool {
    names.contains { places.subject(ofCell: $0) == .whole }
  }

  private func noteStatistics(
    _ names: [String], at citation: Citation, kept: String?, in session: inout DocumentSession
  ) {
    let name = names.reversed().uniqued.joined(separator: " ")
    session.note(
      .warning, "several-statistics", at: citation,
      ja: kept.map { "同じ項目が別の統計でもあります。値の多い「\($0)」を読み、「\(name)」は読んでいません" }
        ?? "同じ項目が二つの統計であり、どちらを使うか分からないため、「\(name)」は読んでいません",
      en: kept.map {
        "printed of two statistics: that of more times (\($0)) is read, and not \"\(name)\""
      }
        ?? "printed of two statistics; which to use is not known, and \"\(name)\" is not read")
  }
}
