package import MunicipalModel

/// Where figures come from, in words: 苫小牧市総合戦略推進会議資料（苫小牧市）103～105行.
///
/// A document that nothing is known of is named by its id, as files for programs name all.
package struct SourceWords {
  let language: Language
  let publications: [DocumentID: Publication]
  private let titles: [DocumentID: String]

  /// Makes words of what is known of the documents.
  package init(_ publications: [DocumentID: Publication] = [:], language: Language) {
    self.language = language
    self.publications = publications
    titles = publications.mapValues { $0.title[language] }
  }

  /// More characters than these of lines are left to the notes.
  private static let mostCharacters = 120

  /// Every document; where there is no room for all its lines, the first of each, and the last document of a series.
  func short(_ sources: [Citation]) -> String {
    let documents = SourceList.places(sources)
    let lines = lines(documents)
    guard lines.count > Self.mostCharacters else { return lines }
    return TitleSeries.folded(documents) { titles[$0.document] }.map { one in
      let (document, places) = one.element
      return line(
        document, Array(places.prefix(1)), isCut: places.count > 1,
        series: TitleSeries.words(one.others, language))
    }.joined(separator: language == .japanese ? "；" : "; ")
  }

  /// Where a chart's figures come from, and what else it rests on; empty if it says neither.
  ///
  /// - Parameter basis: what the chart's table says of all its figures, for points that cite nothing.
  func short(_ chart: ReportChart, basis: [Citation] = []) -> String {
    let cells = chart.series.flatMap(\.points).flatMap(\.sources).uniqued
    let parts = [short(cells.isEmpty ? basis : cells), chart.credit?[language] ?? ""]
    return parts.filter { !$0.isEmpty }.joined(separator: language == .japanese ? "；" : "; ")
  }

  /// The lines of each document.
  package func lines(_ sources: [Citation]) -> String {
    lines(SourceList.places(sources))
  }

  private func lines(_ documents: [(document: DocumentID, places: [String])]) -> String {
    documents.map { line($0.document, $0.places) }
      .joined(separator: language == .japanese ? "；" : "; ")
  }

  /// - Parameters:
  ///   - isCut: whether there are more places than these.
  ///   - series: what is said of further documents behind the title.
  private func line(
    _ document: DocumentID, _ places: [String], isCut: Bool = false, series: String = ""
  ) -> String {
    guard let title = titles[document].map({ $0 + series }) else {
      return "\(document):\(places.joined(separator: ","))\(isCut ? ",…" : "")"
    }
    let isOfLines = places.allSatisfy { $0.utf8.allSatisfy { $0 < 0x3A && $0 != 0x21 } }
    switch language {
    case .japanese:
      let list = isOfLines ? ranges(places, "～") : places
      return "\(title) \(list.joined(separator: "、"))\(isOfLines ? "行" : "")\(isCut ? "ほか" : "")"
    case .english:
      let more = isCut ? " …" : ""
      let list = ranges(places, "–").joined(separator: ", ")
      guard isOfLines else { return "\(title), \(places.joined(separator: ", "))\(more)" }
      let isOne = places.count == 1 && !list.contains("–") && !isCut
      return "\(title), \(isOne ? "line" : "lines") \(list)\(more)"
    }
  }

  /// The places with another mark in the hyphens' stead.
  private func ranges(_ places: [String], _ mark: String) -> [String] {
    places.map { $0.utf8.contains(UInt8(ascii: "-")) ? $0.replacing("-", with: mark) : $0 }
  }

  /// The cells with what is printed there, each document named once before them.
  package func cells(_ sources: some Sequence<Citation>) -> String {
    var result = ""
    var document: DocumentID?
    for source in sources {
      let isAnother = source.document != document
      document = source.document
      let printed = PlainText.line(source.printed)
      guard let title = titles[source.document] else {
        if !result.isEmpty { result += isAnother ? "; " : ", " }
        result += isAnother ? "\(source.document):" : ":"
        result += "\(source.place?.description ?? "\(source.line)") \"\(printed)\""
        continue
      }
      let isJapanese = language == .japanese
      if !result.isEmpty {
        result += isAnother ? (isJapanese ? "；" : "; ") : isJapanese ? "、" : ", "
      }
      if isAnother { result += title + (isJapanese ? " " : ", ") }
      let place =
        source.place?.description ?? (isJapanese ? "\(source.line)行" : "line \(source.line)")
      result += isJapanese ? "\(place)「\(printed)」" : "\(place) \"\(printed)\""
    }
    return result
  }
}
