import MunicipalModel

/// What a table of the population is about that has 増減 or 計 without a word of what changes.
extension PopulationTable {
  /// 自然動態 or 社会動態, if a caption or the other names of the table say that it is of one of them alone.
  ///
  /// - Parameter names: the names of all its rows or columns.
  func dynamics(
    of names: [String], tableAt heading: Int, in session: DocumentSession
  ) -> String? {
    let items = Set(names.compactMap { rule(label: $0, group: "")?.item })
    let isNatural = !items.isDisjoint(with: [.births, .deaths])
    let isSocial = !items.isDisjoint(with: [.inMigrants, .outMigrants])
    guard isNatural != isSocial else { return nil }
    let word = isNatural ? "自然動態" : "社会動態"
    let (own, other) = isNatural ? ("自然", "社会") : ("社会", "自然")
    let captions = session.captions(above: heading).map { session.key($0) }
    if let caption = captions.first(where: { $0.contains(own) || $0.contains(other) }) {
      return caption.contains(other) ? nil : word
    }
    // Beside the population it may be that of all of it.
    return items.isDisjoint(with: [.totalPopulation, .yearEndPopulation, .households]) ? word : nil
  }

  /// The names over a figure, with what the table is of where they do not say what changes, and days in brackets.
  func named(_ names: [String], of dynamics: String?) -> [String] {
    let names = names.map(StockDay.inBrackets)
    let own = names.uniqued
    guard let dynamics, own.count == 1, let name = own.first,
      ["増減", "増減数", "増減率", "計"].contains(PopulationItemRule.name(TextFolding.key(name)))
    else { return names }
    return [name, dynamics]
  }
}

extension PopulationTable {
  /// The figures of a table with the changes between its years, some of them several years apart, as those of the
  /// time from one year to the next.
  ///
  /// That is so where each change is the population less that of the year before in the table: 4,765 in H27 after
  /// 5,460 in H22 is a change of −695 in five years. A change without a year before it, and rates of change, are
  /// not read then.
  func withChangesOverYears(
    _ figures: [PopulationFigure], in session: inout DocumentSession
  ) -> [PopulationFigure] {
    func ofYears(_ item: PopulationItem) -> [(period: Period, figure: PopulationFigure)] {
      figures.compactMap { figure in
        guard figure.item == item, figure.basis == .observed, figure.area == area,
          let period = figure.period, figure.reading.value != nil
        else { return nil }
        if case .span = period { return nil }
        return (period, figure)
      }.sorted { $0.period < $1.period }
    }
    let stocks = ofYears(.totalPopulation)
    func before(_ period: Period) -> Period? {
      stocks.last { $0.period.year < period.year }?.period
    }
    func difference(_ period: Period) -> ExactDecimal? {
      guard let now = stocks.first(where: { $0.period.year == period.year })?.figure.reading.value,
        let last = stocks.last(where: { $0.period.year < period.year })?.figure.reading.value
      else { return nil }
      return now.subtracting(last)
    }
    let changes = ofYears(.totalChange).filter { difference($0.period) != nil }
    let isOverYears =
      changes.allSatisfy { $0.figure.reading.value == difference($0.period) }
      && changes.contains { change in
        before(change.period).map { change.period.year - $0.year > 1 } ?? false
      }
    guard isOverYears else { return figures }
    var read: [PopulationFigure] = []
    var unread: [PopulationFigure] = []
    for figure in figures {
      guard figure.basis == .observed, figure.area == area, let period = figure.period,
        [PopulationItem.totalChange.rawValue, "total_change_rate"].contains(figure.item.rawValue)
      else {
        read.append(figure)
        continue
      }
      if let before = before(period), period.year - before.year == 1 {
        read.append(figure)
      } else if figure.item == .totalChange, let before = before(period) {
        read.append(
          PopulationFigure(
            item: figure.item, area: area, period: .span(before, period),
            reading: figure.reading, citation: figure.citation))
      } else {
        unread.append(figure)
      }
    }
    if let first = changes.first {
      session.note(
        .info, "change-over-years", at: first.figure.citation,
        ja: "人口増減が前の行の年からの差に一致するため、その間の増減として読みました",
        en: "the changes are those since the year before in the table, and read as of that time")
    }
    if let first = unread.first {
      for figure in unread { session.pass(figure.citation.line, cell: figure.citation.cell ?? 1) }
      session.note(
        .warning, "change-over-years", at: first.citation,
        ja: "何年間の増減か分からない\(unread.count)個の値は読んでいません",
        en: "over how many years \(unread.count) changes are is not known, and they are not read")
    }
    return read
  }
}
