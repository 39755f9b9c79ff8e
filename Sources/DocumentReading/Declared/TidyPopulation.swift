import MunicipalModel

/// Reads population figures from a tidy CSV: one row a figure, in the columns of the exported
/// population: `item`, `period` and `printed` (or `value`), perhaps `unit`.
enum TidyPopulation {
  /// The figures of the table.
  static func figures(
    of area: Area, in session: inout DocumentSession
  ) throws(DocumentError) -> [PopulationFigure] {
    let table = try TidyDocument(
      in: &session, needed: [["item"], ["period"], ["printed", "value"]], known: ["unit"])
    var seen: [[String]: Int] = [:]
    return table.rows.compactMap { cell in
      let item = cell("item")
      guard !item.text.isEmpty else {
        session.note(
          .error, "row-without-item", at: item.citation, ja: "item のない行のため、読んでいません",
          en: "a row without an item is not read")
        return nil
      }
      let known = PopulationItem(rawValue: item.text)
      if !known.isNamed {
        session.note(
          .warning, "unknown-item", at: item.citation,
          ja: "item「\(item.text)」は一般の項目ではなく、率の計算に使いません",
          en: "\"\(item.text)\" is no usual item and serves no rate")
      }
      if cell("period").text.isEmpty {
        session.note(
          .error, "row-without-period", at: cell("period").citation,
          ja: "時期のない人口の値です", en: "a figure of the population without a period")
      }
      let printed = cell("printed")
      let source = printed.text.isEmpty ? cell("value") : printed
      let unit = cell("unit").text
      let figure = session.figure(
        source.text, unit: unit.isEmpty ? known.countedIn : unit, grouping: table.grouping,
        at: source.citation)
      let period = TidyDocument.time(of: cell("period"), in: &session)?.period
      if let period {
        let key = [item.text, period.code]
        if let first = seen[key] {
          session.note(
            .warning, "repeated-figure", at: source.citation,
            ja: "「\(item.text)」の\(cell("period").text)の値が\(first)行目にあるため、読んでいません",
            en: "line \(first) has a figure of \"\(item.text)\" of \(cell("period").text); "
              + "this one is not read")
          return nil
        }
        seen[key] = source.citation.line
      }
      let reading = session.counted(
        CitedReading(reading: figure.reading, citation: source.citation),
        unit: known.countedIn, as: known, basis: .observed)
      if known.isCount, let value = reading.value, value < ExactDecimal(0) {
        session.note(
          .error, "negative-count", at: source.citation, ja: "負の人数です: \(source.text)",
          en: "a negative count: \(source.text)")
      }
      return PopulationFigure(
        item: known, area: area, period: period, reading: reading,
        citation: source.citation)
    }
  }
}
