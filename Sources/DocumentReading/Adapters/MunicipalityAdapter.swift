package import MunicipalModel

/// Reads the documents of one municipality and maps them to the model.
///
/// This is the only place that knows how a city writes. An adapter never computes a rate.
package protocol MunicipalityAdapter: Sendable {
  /// The municipality.
  var municipality: Municipality { get }
  /// The kinds of document that the adapter reads, in the order of the record.
  var documentKinds: [DocumentKind] { get }
  /// The documents and the list of corrections that are built in.
  var builtInFiles: [BuiltInFile] { get }

  /// Maps a document whose kind has been checked.
  ///
  /// - Parameters:
  ///   - session: the document; notes and citations go through it.
  ///   - library: the city's other documents, for what one says about another.
  func contents(
    of session: inout DocumentSession, with library: DocumentLibrary
  ) throws(DocumentError) -> DocumentContents

  /// Maps what a document says of the population; it may say more.
  func population(
    of session: inout DocumentSession, with library: DocumentLibrary
  ) throws(DocumentError) -> DocumentContents
}

/// How much of documents that are known is read.
package enum ReadingScope: Sendable {
  /// Everything, and word on what was not read or looks odd.
  case everything
  /// Plans and populations, without those by age and without diagnostics.
  case unchecked
  /// Populations alone, without diagnostics.
  case population

  /// Whether populations by age are asked for.
  var hasAges: Bool { self != .unchecked }
}

/// The documents of one municipality, by name.
package struct DocumentLibrary: Sendable {
  /// The documents.
  package let documents: [DocumentID: DocumentText]
  /// The repairs of the documents.
  package let corrections: [Correction]
  /// The populations by age that statistics publish of the municipality.
  package let populationsByAge: [CitedAgeTable]
  /// What has been read of the documents so far, for those that refer to others.
  package private(set) var contents: [DocumentContents] = []

  /// Makes a library.
  package init(
    documents: [DocumentID: DocumentText], corrections: [Correction] = [],
    populationsByAge: [CitedAgeTable] = []
  ) {
    self.documents = documents
    self.corrections = corrections
    self.populationsByAge = populationsByAge
  }

  /// Keeps what a document says.
  mutating func keep(_ contents: DocumentContents) { self.contents.append(contents) }
}

extension MunicipalityAdapter {
  /// The documents that are built into the program, and the populations by age beside them.
  ///
  /// A file whose name ends in `-population-by-age.csv` is read as an ``AgeFile`` of the municipality. What no
  /// column tells the name may: `2020-10-01-population-by-age.csv`.
  package func builtInLibrary(
    _ scope: ReadingScope = .everything
  ) throws(DocumentError) -> DocumentLibrary {
    var documents: [DocumentID: DocumentText] = [:]
    var corrections: [Correction] = []
    var populations: [CitedAgeTable] = []
    for file in builtInFiles {
      if file.name == "corrections.tsv" {
        corrections = try CorrectionList.read(file.text)
      } else if let kind = documentKinds.first(where: { $0.isFile(file.name) }) {
        documents[kind.id] = try DocumentText(id: kind.id, file: file)
      } else if file.isPopulationByAge, scope.hasAges {
        populations += try populationsByAge(in: file)
      }
    }
    return DocumentLibrary(
      documents: documents, corrections: corrections, populationsByAge: populations)
  }

  /// The populations by sex and age in a file beside the documents.
  ///
  /// - Throws: ``DocumentError`` if it is damaged or holds another municipality.
  package func populationsByAge(in file: BuiltInFile) throws(DocumentError) -> [CitedAgeTable] {
    let id = DocumentID(rawValue: String(file.name.dropLast(".csv".count)))
    do throws(AgeFileError) {
      let tables = try AgeFile(
        id: id, text: file.text, municipality: municipality.code, period: file.periodInName
      ).tables(of: .population)
      guard let other = tables.first(where: { $0.municipality != municipality.code }) else {
        return tables
      }
      throw AgeFileError(
        code: .unreadableMunicipality, file: id, line: other.citations.first?.line,
        text: other.municipality.sixDigits)
    } catch {
      throw DocumentError(
        code: .damagedResource, document: id, line: error.line, found: error.message)
    }
  }

  /// What the built-in documents say.
  package func record(
    _ scope: ReadingScope = .everything
  ) throws(DocumentError) -> MunicipalityRecord {
    try record(of: builtInLibrary(scope), scope)
  }

  /// What the documents of a library say.
  package func record(
    of library: DocumentLibrary, _ scope: ReadingScope = .everything
  ) throws(DocumentError) -> MunicipalityRecord {
    var library = library
    for kind in documentKinds {
      guard let document = library.documents[kind.id] else { continue }
      if scope == .everything {
        library.keep(try session(of: document, with: library).contents)
      } else {
        library.keep(try uncheckedContents(of: document, kind, with: library, scope))
      }
    }
    return MunicipalityRecord(
      municipality: municipality, documents: library.contents,
      populationsByAge: scope.hasAges ? populationsByAge(in: library) : [])
  }

  /// Everything that a document says, where the adapter cannot read the population alone.
  package func population(
    of session: inout DocumentSession, with library: DocumentLibrary
  ) throws(DocumentError) -> DocumentContents { try contents(of: &session, with: library) }

  /// What a document says, without word on what was not read or looks odd.
  private func uncheckedContents(
    of document: DocumentText, _ kind: DocumentKind, with library: DocumentLibrary,
    _ scope: ReadingScope
  ) throws(DocumentError) -> DocumentContents {
    var session = DocumentSession(document, corrections: library.corrections)
    var contents =
      scope == .population
      ? try population(of: &session, with: library) : try contents(of: &session, with: library)
    contents.publication = kind.publication
    contents.corrections = session.corrections
    return contents
  }

  /// The populations by age of the files beside the documents, and of other times those in the documents.
  package func populationsByAge(in library: DocumentLibrary) -> [CitedAgeTable] {
    let files = library.populationsByAge
    let inside = library.documents.values.sorted { $0.id.rawValue < $1.id.rawValue }
      .flatMap { document in
        var session = DocumentSession(document, corrections: library.corrections)
        return session.populationsByAge(of: municipality.code)
      }
    return files + inside.filter { table in !files.contains { $0.period == table.period } }
  }

  /// Reads one document, such as next year's edition of a kind.
  ///
  /// - Parameters:
  ///   - document: the text, named by its kind.
  ///   - library: the city's other documents; the built-in ones if `nil`.
  /// - Returns: what it says, and the document reduced to the facts the model was made from.
  /// - Throws: ``DocumentError`` if it is of another kind or another city.
  package func read(
    _ document: DocumentText, with library: DocumentLibrary? = nil
  ) throws(DocumentError) -> DocumentResult {
    let (contents, session) = try session(of: document, with: library)
    return DocumentResult(contents: contents, factsOnlyText: session.factsOnlyText)
  }

  /// What a document says, and the reading of it.
  private func session(
    of document: DocumentText, with library: DocumentLibrary?
  ) throws(DocumentError) -> (contents: DocumentContents, session: DocumentSession) {
    guard let kind = documentKinds.first(where: { $0.id == document.id }) else {
      throw DocumentError(
        code: .unknownDocument, document: document.id,
        expected: LocalizedText(documentKinds.map(\.id.rawValue).joined(separator: ", ")))
    }
    try kind.check(document, among: documentKinds)
    let others: DocumentLibrary
    if let library {
      others = library
    } else {
      others = try builtInLibrary()
    }
    var session = DocumentSession(document, corrections: others.corrections)
    var contents = try contents(of: &session, with: others)
    session.reportUnreadLines()
    UnreadFigures(
      contents.figureCitations, names: contents.nameCitations, diagnostics: session.diagnostics
    ).report(in: &session)
    for (line, word) in kind.evidence(in: document) { session.keep(line, word: word) }
    session.reportOddFigures(in: contents)
    contents.publication = kind.publication
    contents.diagnostics = session.diagnostics
    contents.corrections = session.corrections
    return (contents, session)
  }
}

extension BuiltInFile {
  /// The name of the file that holds the scenarios of a projection.
  package static let scenarios = "projection-scenarios.json"

  /// Whether it holds populations by sex and age, which its name ends with.
  package var isPopulationByAge: Bool { name.hasSuffix("-population-by-age.csv") }

  /// Whether it holds a published projection by sex and age.
  package var isProjectionByAge: Bool { name.hasSuffix("-projection-by-age.csv") }

  /// The time that the name of a file of counts by age tells: 2020 of `hakodate-2020-population-by-age.csv`.
  var periodInName: Period? {
    let words = name.split(separator: "-").prefix { $0 != "population" && $0 != "projection" }
    return words.indices.lazy.compactMap { first in
      let text = words[first...].joined(separator: "-")
      return Period(code: text) ?? (try? Period(parsing: text, bareYear: .calendar))
    }.first
  }

  /// Whether it is one of the files that may stand beside the documents of a municipality, and no document itself.
  package var isBesideDocuments: Bool {
    isPopulationByAge || isProjectionByAge
      || ["corrections.tsv", "concepts.json", Self.scenarios].contains(name)
  }
}

/// What a document says, and the facts it was read from.
package struct DocumentResult: Hashable, Sendable {
  /// What it says.
  package let contents: DocumentContents
  /// The document with every line and cell left empty that the model was not made from.
  package let factsOnlyText: String

  /// Makes a result.
  package init(contents: DocumentContents, factsOnlyText: String) {
    self.contents = contents
    self.factsOnlyText = factsOnlyText
  }
}
