package import MunicipalModel

/// The sources of a table, numbered: rows with the same sources share a number.
package struct SourceList {
  /// The number of each row's sources, from 1; `nil` for a row without sources.
  private(set) var numbers: [Int?] = []
  /// The sources by number, such as `tomakomai-progress:103-105,110; iwamizawa-plan:12`.
  private(set) var entries: [String] = []

  /// The sources of the whole table; empty if it has none.
  package let whole: String
  /// The documents that are cited and known, as the report says what they are: `kpi: 総合戦略（函館市、2024年3月）`.
  private(set) var documents: [LocalizedText] = []

  /// Numbers the sources of a table's rows in reading order.
  ///
  /// - Parameter publications: what is known of the documents.
  package init(_ table: ReportTable, publications: [DocumentID: Publication] = [:]) {
    whole = Self.compact(table.basis?.sources ?? [])
    var known: [String: Int] = [:]
    for row in table.rows {
      let text = Self.compact(row.cells.flatMap(\.sources))
      if text.isEmpty {
        numbers.append(nil)
        continue
      }
      let number = known[text] ?? entries.count + 1
      if known.updateValue(number, forKey: text) == nil { entries.append(text) }
      numbers.append(number)
    }
    if !publications.isEmpty { documents = Self.documents(of: table, publications) }
  }

  private static func documents(
    of table: ReportTable, _ publications: [DocumentID: Publication]
  ) -> [LocalizedText] {
    let cited = (table.basis?.sources ?? []) + table.rows.flatMap(\.cells).flatMap(\.sources)
    return cited.map(\.document).uniqued.compactMap { id in
      publications[id].map {
        LocalizedText(ja: "\(id): \($0.label.ja)", en: "\(id): \($0.label.en)")
      }
    }
  }

  package var isEmpty: Bool { entries.isEmpty }

  /// The mark of a row, such as `[1]`; empty for a row without sources.
  package func mark(ofRow index: Int) -> String { numbers[index].map { "[\($0)]" } ?? "" }

  /// Documents in the order of first mention, each with its lines in order; neighbours are joined.
  package static func compact(_ citations: [Citation]) -> String {
    places(citations).map { "\($0.document):\($0.places.joined(separator: ","))" }
      .joined(separator: "; ")
  }

  /// Documents in the order of first mention, each with its lines and cells in order.
  static func places(
    _ citations: [Citation]
  ) -> [(document: DocumentID, places: [String])] {
    var found: [(document: DocumentID, lines: Set<Int>, places: [FilePlace])] = []
    var indices: [DocumentID: Int] = [:]
    var index = 0
    for citation in citations {
      // Most cells are of the same document as the one before.
      if found.isEmpty || found[index].document != citation.document {
        index = indices[citation.document] ?? found.count
        if index == found.count {
          indices[citation.document] = index
          found.append((citation.document, [], []))
        }
      }
      if let place = citation.place {
        found[index].places.append(place)
      } else {
        found[index].lines.insert(citation.line)
      }
    }
    return found.map { document, lines, places in
      let ranges = ranges(lines.sorted())
      let texts = ranges.map { first, last in first == last ? "\(first)" : "\(first)-\(last)" }
      return (document, texts + Self.texts(places.uniqued))
    }
  }

  /// The places in their order; further cells of a sheet stand without its name: `KPI!C12,D12`.
  private static func texts(_ places: [FilePlace]) -> [String] {
    var sheet: String?
    return places.map { place in
      guard case .sheet(let name, _, _) = place else {
        sheet = nil
        return place.description
      }
      defer { sheet = name }
      return name == sheet ? String(place.description.dropFirst(name.count + 1)) : place.description
    }
  }

  private static func ranges(_ lines: [Int]) -> [(Int, Int)] {
    var result: [(Int, Int)] = []
    for line in lines {
      if let (first, last) = result.last, last == line - 1 {
        result[result.count - 1] = (first, line)
      } else {
        result.append((line, line))
      }
    }
    return result
  }
}
