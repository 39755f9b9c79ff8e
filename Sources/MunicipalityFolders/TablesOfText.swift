internal import DocumentReading
internal import MunicipalModel

/// Which table each line of a text stands in, so that what was noticed can be told with the table's heading.
struct TablesOfText {
  private let document: DocumentText
  /// By line, the first line of its table, from 1; `nil` of a line outside of tables.
  private var firstLines: [Int?] = []
  /// The lines at or below a heading of a table of the population.
  private var ofPopulation: Set<Int> = []

  /// - Parameter population: how the tables of the population begin.
  init(of document: DocumentText, population: [PopulationLayout]) {
    self.document = document
    let headings = population.map { TextFolding.key($0.heading) }
    for line in 1...document.lineCount {
      let text = document.line(line)
      guard text.utf8.contains(0x09) else {
        firstLines.append(nil)
        continue
      }
      let above = firstLines.last ?? nil
      firstLines.append(above ?? line)
      if above != nil && ofPopulation.contains(line - 1) {
        ofPopulation.insert(line)
      } else if !headings.isEmpty {
        let key = TextFolding.key(text)
        if headings.contains(where: key.hasPrefix) { ofPopulation.insert(line) }
      }
    }
  }

  /// The cells of the first row of the table that a line stands in.
  func heading(above line: Int) -> String {
    guard firstLines.indices.contains(line - 1), let first = firstLines[line - 1] else { return "" }
    return document.line(first).split(separator: "\t").joined(separator: " | ")
  }

  /// Whether a line stands in a table that begins as one of the population's.
  func isOfPopulation(_ line: Int) -> Bool { ofPopulation.contains(line) }
}
