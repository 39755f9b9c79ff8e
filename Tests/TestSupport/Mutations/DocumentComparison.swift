internal import DocumentReading
internal import MunicipalModel

/// A figure of a document with its cell.
struct CitedFigure: Hashable {
  let citation: Citation
  let reading: Reading
  /// What the figure is of, to tell two figures of a cell apart.
  let name: String
  /// The unit where the cell prints none.
  let unit: String

  /// Every figure of some documents.
  static func all(in documents: [DocumentContents]) -> [Self] {
    var all: [Self] = []
    for contents in documents {
      for indicator in contents.plans.flatMap(\.indicators).map(\.indicator) {
        for figure in indicator.figures {
          let period = figure.period?.code ?? ""
          all.append(
            Self(
              citation: figure.citation, reading: figure.reading,
              name: "\(indicator.name) \(figure.role) \(period)",
              unit: figure.role == .achievement ? "" : indicator.unit))
        }
      }
      for figure in contents.populationFigures {
        let period = figure.period?.code ?? ""
        all.append(
          Self(
            citation: figure.citation, reading: figure.reading,
            name: "\(figure.label) \(period)", unit: figure.item.countedIn))
      }
      for figure in contents.budgetFigures {
        all.append(
          Self(
            citation: figure.citation, reading: figure.reading, name: "\(figure.item)", unit: ""))
      }
    }
    return all
  }
}

/// A document before and after one of its cells was printed in another way.
struct DocumentComparison {
  let before: DocumentContents
  let after: DocumentContents
  let changed: Citation

  private func isChanged(_ citation: Citation) -> Bool {
    citation.line == changed.line && citation.cell == changed.cell
      && (citation.cell != nil || citation.printed != "")
  }

  /// Whether something is told of the changed cell or its whole line.
  private var isTold: Bool {
    let known = Set(before.diagnostics)
    return after.diagnostics.contains {
      $0.severity >= .warning && !known.contains($0) && $0.citation.line == changed.line
        && ($0.citation.cell == nil || $0.citation.cell == changed.cell)
    }
  }

  /// What is wrong: other figures that changed, or a changed figure that is neither right nor told.
  func faults(of mutation: FigureMutation) -> [String] {
    var faults: [String] = []
    let old = CitedFigure.all(in: [before])
    let new = CitedFigure.all(in: [after])
    // A time in the changed cell is its own; the figures of a line without cells are told apart by name.
    func others(_ figures: [CitedFigure]) -> [String] {
      figures.filter { !isChanged($0.citation) }.map {
        "\($0.citation.line):\($0.citation.cell ?? 0) \($0.name) \($0.reading)"
      }.sorted()
    }
    let (left, right) = (others(old), others(new))
    if left != right {
      let lost = Set(left).subtracting(right), gained = Set(right).subtracting(left)
      faults.append(
        "other figures change: \(lost.sorted().prefix(2)) become \(gained.sorted().prefix(2))")
    }
    guard !isTold else { return faults }
    if changed.cell == nil {
      // A line of several figures: only the changed one may differ, and only rightly.
      let known = Set(old.filter { isChanged($0.citation) }.map(\.reading))
      for figure in new where isChanged(figure.citation) && !known.contains(figure.reading) {
        if !mutation.isRight(figure.reading) {
          faults.append("silently \(figure.reading.quantities.map { "\($0.value) \($0.unit)" })")
        }
      }
      return faults
    }
    let found = new.filter { isChanged($0.citation) }
    if found.isEmpty { faults.append("the figure is lost without a word") }
    for figure in found where !mutation.isRight(figure.reading) {
      faults.append("silently \(figure.reading.quantities.map { "\($0.value) \($0.unit)" })")
    }
    return faults
  }
}

extension DocumentText {
  /// The document with one printed text replaced, or `nil` where it does not stand alone in its line.
  func replacing(_ citation: Citation, with text: String) throws -> DocumentText? {
    var lines = (1...lineCount).map { line($0) }
    let index = citation.line - 1
    guard lines.indices.contains(index) else { return nil }
    if let cell = citation.cell {
      var cells = lines[index].split(separator: "\t", omittingEmptySubsequences: false)
        .map(String.init)
      guard cells.indices.contains(cell - 1),
        TextFolding.trimmed(cells[cell - 1]) == citation.printed
      else { return nil }
      cells[cell - 1] = text
      lines[index] = cells.joined(separator: "\t")
    } else {
      let parts = lines[index].split(
        separator: citation.printed, omittingEmptySubsequences: false)
      guard parts.count == 2 else { return nil }
      lines[index] = parts.joined(separator: text)
    }
    return try DocumentText(id: id, text: lines.joined(separator: "\n"))
  }
}
