import MunicipalModel

extension DocumentSession {
  /// The figures without those observed ones that another row or column printed before for the same
  /// item and time with another value. The first counts; the others are told once a row or column.
  mutating func withoutRepeated(_ figures: [PopulationFigure]) -> [PopulationFigure] {
    struct Key: Hashable {
      let item: PopulationItem
      let period: Period?
      let area: Area
    }
    struct Pair: Hashable {
      let first: Int?
      let second: Int?
    }
    var first: [Key: PopulationFigure] = [:]
    var rows: Set<Pair> = []
    var columns: Set<Pair> = []
    var dropped: Set<Citation> = []
    let kept = figures.filter { figure in
      guard figure.basis == .observed else { return true }
      let key = Key(item: figure.item, period: figure.period, area: figure.area)
      guard let known = first[key] else {
        first[key] = figure
        return true
      }
      guard known.reading != figure.reading else { return true }
      let (one, other) = (known.citation, figure.citation)
      // In one line they are columns, of which each is told, and else rows.
      let isNew =
        one.line == other.line
        ? columns.insert(Pair(first: one.cell, second: other.cell)).inserted
        : rows.insert(Pair(first: one.line, second: other.line)).inserted
      if isNew { noteRepeated(figure, after: known) }
      dropped.insert(figure.citation)
      return false
    }
    // What is not read, such as a change beside a count, is no fault of the document.
    if !dropped.isEmpty {
      diagnostics.removeAll { $0.code == "negative-count" && dropped.contains($0.citation) }
    }
    return kept
  }

  private mutating func noteRepeated(_ figure: PopulationFigure, after known: PopulationFigure) {
    let (one, other) = (place(of: known), place(of: figure))
    note(
      .warning, "repeated-figure", at: figure.citation,
      ja: "\(other.ja)は\(one.ja)と同じ項目（\(figure.item.rawValue)）・時期なので、読んでいません",
      en:
        "\(other.en) has the item (\(figure.item.rawValue)) and time of \(one.en), and is not read")
  }

  /// Whether a cell is a name rather than a figure.
  private static func isName(_ text: String) -> Bool {
    switch PrintedFigure(text, grouping: .spaces).reading {
    case .missing(.unreadable), .label: true
    default: false
    }
  }

  /// The line of a figure with the name of its row, or of its column where the rows are years.
  private func place(of figure: PopulationFigure) -> LocalizedText {
    let (line, cell) = (figure.citation.line, figure.citation.cell ?? 1)
    let names = cells(line).prefix(max(0, min(2, cell - 1))).filter {
      !$0.isEmpty && Self.isName($0)
    }
    guard let name = names.last, (try? Period(parsing: name)) == nil else {
      return LocalizedText(ja: "\(line)行目の\(cell)列目", en: "column \(cell) of line \(line)")
    }
    return LocalizedText(ja: "\(line)行目の「\(name)」", en: "\"\(name)\" (line \(line))")
  }
}
