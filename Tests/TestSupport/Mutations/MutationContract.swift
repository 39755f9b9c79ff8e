package import DocumentReading
public import MunicipalModel
public import Testing

/// Checks that no figure of an adapter's documents, printed in another way, is read as another number
/// without a word: it is read right, or something is told of its cell.
///
/// Each kind of figure that the documents print (its sign, its digits, its unit) is mutated in many
/// ways, and each cell read by itself.
public func checkMutatedFigures(
  of record: MunicipalityRecord, known: Set<String> = AmbiguousMutations.kinds,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let figures = CitedFigure.all(in: record.documents)
  var byShape: [String: (figure: PlainFigure, unit: String)] = [:]
  for cited in figures {
    guard let plain = PlainFigure(cited.citation.printed) else { continue }
    let shape = plain.shape + (cited.unit.isEmpty ? "" : " unit")
    // Digits that letters are mistaken for make the most of a kind.
    if let known = byShape[shape], known.figure.lookalikes >= plain.lookalikes { continue }
    byShape[shape] = (plain, cited.unit)
  }
  #expect(!byShape.isEmpty, "there are figures", sourceLocation: sourceLocation)
  var silent: [String: [String]] = [:]
  for (plain, unit) in byShape.values {
    for mutation in FigureMutations(of: plain, unit: unit).all {
      let read = PrintedFigure(mutation.text, unit: unit)
      // Beside figures as they are printed, an odd unit is told.
      let usual = plain.unit.isEmpty ? unit : plain.unit
      guard !read.issues.contains(where: { $0.severity >= .warning }),
        !read.reading.quantities.contains(where: { MeasureUnit.isOdd($0.unit, beside: [usual]) }),
        !mutation.isRight(read.reading)
      else { continue }
      silent[mutation.kind, default: []].append(
        "\"\(mutation.text)\" as \(read.reading.quantities.map { "\($0.value) \($0.unit)" })")
    }
  }
  for (kind, examples) in silent.sorted(by: { $0.key < $1.key }) where !known.contains(kind) {
    Issue.record(
      "\(kind): \(examples.count) silent, such as \(examples.sorted().prefix(3).joined(separator: "; "))",
      sourceLocation: sourceLocation)
  }
}

/// Checks the same in whole documents: of a sample, one cell is printed in another way and the whole
/// document read. Every other figure stays as it is; the changed one is right or told.
///
/// - Parameters:
///   - count: how many cells are changed, one at a time.
///   - seed: of the sample.
package func checkMutatedDocuments(
  of adapter: some MunicipalityAdapter, library: DocumentLibrary, count: Int, seed: UInt64,
  known: Set<String> = AmbiguousMutations.kinds, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  var random = SeededGenerator(seed: seed)
  let record = try adapter.record(of: library)
  let figures = CitedFigure.all(in: record.documents)
  let plain = figures.filter { PlainFigure($0.citation.printed) != nil }
  var tried = 0
  for _ in 0..<(count * 3) where tried < count {
    guard let cited = plain.randomElement(using: &random),
      let figure = PlainFigure(cited.citation.printed),
      let mutation = FigureMutations(of: figure, unit: cited.unit).all.filter({
        !$0.text.contains { $0 == "\t" || $0.isNewline }
      }).randomElement(using: &random),
      let document = library.documents[cited.citation.document],
      let changed = try document.replacing(cited.citation, with: mutation.text),
      let before = record.contents(of: document.id)
    else { continue }
    tried += 1
    // Skipped here, so that the sample stays the same when the list of them changes.
    guard !known.contains(mutation.kind) else { continue }
    let after = try? adapter.read(changed, with: library).contents
    // A document that is refused is told.
    guard let after else { continue }
    let comparison = DocumentComparison(before: before, after: after, changed: cited.citation)
    for fault in comparison.faults(of: mutation) {
      Issue.record(
        "\(cited.citation) as \"\(mutation.text)\" (\(mutation.kind)): \(fault)",
        sourceLocation: sourceLocation)
    }
  }
  #expect(tried == count, "cells were changed", sourceLocation: sourceLocation)
}

extension PlainFigure {
  /// How many different digits it has that letters are mistaken for.
  fileprivate var lookalikes: Int { Set(whole + fraction).intersection("01258").count }
}
