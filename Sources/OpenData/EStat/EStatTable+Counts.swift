import MunicipalModel

extension EStatTable {
  /// The counts of an item in persons, one for each area and time.
  ///
  /// A figure that is no count of persons has no value here, and ``diagnostics`` tells why: its unit is
  /// another, it is below zero or no whole number. Of two figures of the same cell the first is used; where
  /// another dimension tells two figures apart, none is, as nothing says which one is the whole.
  package mutating func counts(_ item: SocialIndicator) -> [AreaFigure] {
    var reader = EStatCountReader(document)
    if item == .population { reader.noteUnreadableAreas(of: self) }
    for (index, figure) in indexedFigures(item) {
      let others = dimensions.indices.filter { !["area", "time"].contains(dimensions[$0].id) }
        .map { columns.codes[$0][index] }
      reader.add(figure, unit: unit(at: index), others: others)
    }
    diagnostics += reader.notes.all
    return reader.counts
  }

  /// The unit of a value, else that of one of its classes; empty if none is given.
  func unit(at index: Int) -> String {
    let own = columns.unit(at: index)
    guard own.isEmpty else { return TextFolding.trimmed(own) }
    for (dimension, codes) in zip(dimensions, columns.codes) {
      let position = Int(codes[index])
      if dimension.classes.indices.contains(position), !dimension.classes[position].unit.isEmpty {
        return TextFolding.trimmed(dimension.classes[position].unit)
      }
    }
    return ""
  }
}

/// Brings figures to persons and keeps one for each area and time.
private struct EStatCountReader {
  private(set) var notes: DiagnosticList
  private var figures: [(printed: AreaFigure, count: AreaFigure, others: [UInt32])] = []
  private var positions: [Place: Int] = [:]
  private var units: Set<String> = []

  private struct Place: Hashable {
    let area: Int
    let period: Period?
  }

  init(_ document: DocumentID) { notes = DiagnosticList(document) }

  var counts: [AreaFigure] { figures.map(\.count) }

  /// Says which codes of areas cannot be read, so that their figures are not used.
  mutating func noteUnreadableAreas(of table: EStatTable) {
    guard let index = table.dimensions.firstIndex(where: { $0.id == "area" }) else { return }
    for (position, item) in table.dimensions[index].classes.enumerated()
    where table.statisticalArea(item) == nil {
      let first = table.columns.codes[index].firstIndex(of: UInt32(position))
      guard let citation = first.flatMap({ table.value(at: $0)?.citation }) else { continue }
      notes.add(
        .error, "unreadable-code", at: citation,
        ja: "地域のコード「\(item.code)」（\(item.name)）が正しくないため、値を使いません",
        en: "\(item.code) (\(item.name)) is not the code of an area; its figures are not used")
    }
  }

  mutating func add(_ figure: AreaFigure, unit: String, others: [UInt32]) {
    guard let area = figure.area.number else { return }
    let place = Place(area: area, period: figure.period)
    if let known = positions[place] {
      compare(figure, others, with: known)
      return
    }
    positions[place] = figures.count
    figures.append((figure, figure.reading(as: persons(figure, unit)), others))
  }

  private mutating func compare(_ figure: AreaFigure, _ others: [UInt32], with known: Int) {
    let first = figures[known].printed.citation
    let place = "\(first.document):\(first.line)"
    if others != figures[known].others {
      figures[known].count = figure.reading(as: .missing(.unreadable))
      notes.add(
        .error, "ambiguous-figure", at: figure.citation,
        ja: "\(place) と地域・時点が同じで、ほかの分類が違います。どちらが全体か分からないため、どちらも使いません",
        en:
          "another figure of the area and time of \(place), of another class; which one is the whole "
          + "is not known, and neither is used")
      return
    }
    let isSame = figures[known].printed.reading == figure.reading
    notes.add(
      isSame ? .warning : .error, isSame ? "doubled-row" : "conflicting-row",
      at: figure.citation, ja: "\(place) と同じ地域・時点の値です。初めの値を使います",
      en: "a second figure of the area and time of \(place), which is used")
  }

  private mutating func persons(_ figure: AreaFigure, _ unit: String) -> Reading {
    guard let printed = figure.reading.value else { return figure.reading }
    let isNew = units.insert(unit).inserted
    guard let persons = Quantity(printed, unit: unit).number(of: "人") else {
      if isNew {
        notes.add(
          .error, "not-in-persons", at: figure.citation,
          ja: "単位「\(unit)」の値は人数として読めないため、使いません",
          en: "figures in \(unit) are no counts of persons and are not used")
      }
      return .missing(.unreadable)
    }
    guard let count = Reading.value(Quantity(persons)).wholeNumber,
      let persons = ExactDecimal(exactly: count)
    else {
      notes.add(
        .error, "not-whole", at: figure.citation, ja: "人数が整数でないため、使いません",
        en: "not a whole number of persons, and not used")
      return .missing(.unreadable)
    }
    guard persons.coefficient >= 0 else {
      notes.add(
        .error, "negative-count", at: figure.citation, ja: "負の人数なので、使いません",
        en: "the count is below zero and is not used")
      return .missing(.unreadable)
    }
    if isNew, !unit.isEmpty, unit != "人" {
      notes.add(
        .warning, "rounded-unit", at: figure.citation,
        ja: "単位は\(unit)です。人に直して使いますが、記載の桁までしか正しくありません",
        en: "printed in \(unit); brought to persons, which are exact to the printed digits only")
    }
    return .value(Quantity(persons, unit: "人"))
  }
}

extension AreaFigure {
  /// The figure with another reading.
  fileprivate func reading(as reading: Reading) -> AreaFigure {
    AreaFigure(area: area, period: period, reading: reading, citation: citation)
  }
}
