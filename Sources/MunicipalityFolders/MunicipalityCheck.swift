internal import Demography
package import DocumentReading
public import MunicipalModel
internal import PlanAnalysis

/// What is missing or odd in a folder that adds a municipality by data alone.
public struct MunicipalityCheck: Sendable {
  /// One thing that was noticed, with its place.
  public struct Finding: Hashable, Sendable {
    /// How much it matters.
    public let severity: Diagnostic.Severity
    /// A stable name of the kind of finding.
    public let code: String
    /// The file.
    public let file: String
    /// The line, from 1, if it is about one line.
    public internal(set) var line: Int? = nil
    /// The number of the cell or column, from 1, if it is about one cell.
    public internal(set) var cell: Int? = nil
    /// What was noticed.
    public let message: LocalizedText
    /// The place as a person sees it in a workbook, a Word file or a page; `nil` of a text by lines.
    public internal(set) var place: FilePlace? = nil
  }

  /// What was noticed, the worst first, then by file and line.
  public let findings: [Finding]
  /// What could be read of the folder; `nil` if not even its description could.
  public let record: MunicipalityRecord?
  /// How many of the figures in the tables of each document were read.
  package let coverage: [DocumentID: FigureCoverage]

  /// Whether something keeps the folder from being used, or a figure from being read.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// Checks a folder.
  ///
  /// - Parameters:
  ///   - path: the folder.
  ///   - builtIn: the municipalities beside which the folder will be used.
  ///   - drafts: the documents whose layouts were just drafted; what was guessed is told.
  package init(
    path: String, beside builtIn: [any MunicipalityAdapter],
    drafts: [DescriptionDraft.Document] = []
  ) {
    var findings = drafts.flatMap { draft in
      [Finding(termOf: draft)].compactMap(\.self)
        + (draft.layout?.guesses ?? []).map { Finding($0, of: draft) }
        + draft.openChoices.map { Finding($0, of: draft) }
    }
    var record: MunicipalityRecord?
    var coverage: [DocumentID: FigureCoverage] = [:]
    do throws(DataFileError) {
      let folder = try MunicipalityFolder(path: path)
      findings += folder.unusedFiles.map(Finding.init(unusedFile:))
      findings += Self.identityFindings(of: folder, beside: builtIn)
      let (read, library) = Self.read(folder, findings: &findings)
      record = read
      for contents in read.documents {
        coverage[contents.document] = library.documents[contents.document].map {
          FigureCoverage(of: $0, in: contents, ages: read.populationsByAge)
        }
      }
      findings += Self.findings(in: read, of: folder, library: library)
      findings += Self.conceptFindings(of: folder.municipality, in: read)
      findings += Self.projectionFindings(of: folder, in: read)
    } catch {
      findings.append(Finding(error))
    }
    self.record = record
    self.coverage = coverage
    self.findings = findings.uniqued.sorted {
      if $0.severity != $1.severity { return $0.severity > $1.severity }
      return ($0.file, $0.line ?? 0, $0.cell ?? 0) < ($1.file, $1.line ?? 0, $1.cell ?? 0)
    }
  }

  /// Reads each document for itself, so that one that cannot be read does not hide the others.
  private static func read(
    _ folder: MunicipalityFolder, findings: inout [Finding]
  ) -> (MunicipalityRecord, DocumentLibrary) {
    let municipality = folder.municipality
    let description = municipality.description
    var documents: [DocumentID: DocumentText] = [:]
    var corrections: [Correction] = []
    var populations: [CitedAgeTable] = []
    for file in municipality.builtInFiles {
      do throws(DocumentError) {
        if file.name == "corrections.tsv" {
          corrections = try CorrectionList.read(file.text)
          findings += unknownDocuments(of: corrections, in: file, description)
        } else if let document = description.documents.first(where: { $0.fileName == file.name }) {
          documents[document.id] = try DocumentText(id: document.id, file: file)
        } else if file.isPopulationByAge {
          populations += try municipality.populationsByAge(in: file)
        }
      } catch {
        findings.append(Finding(error, file: file.name))
      }
    }
    let library = DocumentLibrary(
      documents: documents, corrections: corrections, populationsByAge: populations)
    var contents: [DocumentContents] = []
    for document in description.documents {
      guard let text = documents[document.id] else { continue }
      do throws(DocumentError) {
        contents.append(try municipality.read(text, with: library).contents)
      } catch {
        findings.append(Finding(error, file: document.fileName))
      }
    }
    return (
      MunicipalityRecord(
        municipality: municipality.municipality, documents: contents,
        populationsByAge: municipality.populationsByAge(in: library)), library
    )
  }

  /// Corrections of documents that the description does not name.
  private static func unknownDocuments(
    of corrections: [Correction], in file: BuiltInFile, _ description: MunicipalityDescription
  ) -> [Finding] {
    let lines = file.text.split(omittingEmptySubsequences: false) { $0.isNewline }.enumerated()
      .dropFirst().filter { !$0.element.allSatisfy(\.isWhitespace) }.map { $0.offset + 1 }
    return zip(lines, corrections).compactMap { line, correction in
      guard !description.documents.contains(where: { $0.id == correction.document }) else {
        return nil
      }
      return Finding(
        .warning, "unknown-document", file.name, line: line,
        ja: "「\(correction.document)」という資料はありません",
        en: "there is no document \"\(correction.document)\"")
    }
  }

  private static func findings(
    in record: MunicipalityRecord, of folder: MunicipalityFolder, library: DocumentLibrary
  ) -> [Finding] {
    let description = folder.municipality.description
    var findings: [Finding] = []
    for document in description.documents {
      guard let contents = record.contents(of: document.id) else { continue }
      let file = document.fileName
      let audit = DocumentAudit(
        MunicipalityRecord(municipality: record.municipality, documents: [contents]))
      findings += noticed(
        contents.diagnostics.filter { !audit.tellsAgain($0) }, in: library.documents[document.id],
        of: document, municipality: folder.municipality)
      findings += audit.findings.filter { $0.code != .noticed }.map { Finding($0, file: file) }
      findings += balanceFindings(of: contents, file: file)
      findings += figuresAfterPlan(in: contents, of: document)
      if let text = library.documents[document.id] {
        findings += rowFindings(in: text, file: file)
      }
      findings += missingParts(
        of: contents, document: document, in: folder.municipality,
        hasAges: record.populationsByAge.contains { ages in
          ages.citations.contains { $0.document == document.id }
        })
      if let layout = document.layout, let text = library.documents[document.id] {
        findings += folder.municipality.unusedRules(of: document, in: text).map {
          Finding(unusedRule: $0, file: layout, line: folder.municipality.line(of: $0, in: layout))
        }
        findings += folder.municipality.unknownItems(of: document).map {
          Finding(
            unknownItem: $0, file: layout,
            line: folder.municipality.line(of: $0.rawValue, in: layout))
        }
        findings += unknownLevels(of: document, layout: layout, in: folder.municipality)
      }
    }
    findings += record.accountOverlaps.map { overlap in
      let document = description.documents.first { $0.id == overlap.citation.document }
      return Finding(overlap, file: document?.fileName ?? "")
    }
    return findings
  }

  /// What was noticed in reading a document, with what to do about it.
  private static func noticed(
    _ diagnostics: [Diagnostic], in text: DocumentText?,
    of document: MunicipalityDescription.Document, municipality: DeclaredMunicipality
  ) -> [Finding] {
    guard let text, let layout = document.layout else {
      return diagnostics.map { Finding($0, file: document.fileName, hint: LocalizedText("")) }
    }
    let tables = TablesOfText(
      of: text, population: municipality.layout(of: document)?.population ?? [])
    return diagnostics.map {
      Finding($0, file: document.fileName, hint: hint(for: $0, layout: layout, tables: tables))
    }
  }

  /// What a document of its kind has and this one has not.
  private static func missingParts(
    of contents: DocumentContents, document: MunicipalityDescription.Document,
    in municipality: DeclaredMunicipality, hasAges: Bool
  ) -> [Finding] {
    var findings: [Finding] = []
    let description = "municipality.json"
    let entry = municipality.line(of: document.id.rawValue, in: description)
    func note(_ severity: Diagnostic.Severity, _ code: String, ja: String, en: String) {
      findings.append(
        Finding(
          severity, code, description, line: entry, ja: "\(document.fileName): \(ja)",
          en: "\(document.fileName): \(en)"))
    }
    let hasTreeTables = municipality.layout(of: document)?.treeTables.isEmpty == false
    let indicators = contents.plans.flatMap(\.indicators)
    switch document.content {
    case .population:
      if contents.populationFigures.isEmpty, !hasAges {
        note(.error, "no-figures", ja: "人口の値がありません", en: "there is no figure of the population")
      }
    case .indicators, .text:
      // A table of the plan's tree has no indicators.
      let isTree = hasTreeTables && contents.plans.contains { !$0.nodes.isEmpty }
      if indicators.isEmpty, contents.populationFigures.isEmpty, !isTree, !hasAges {
        let source = municipality.builtInFiles.first { $0.name == document.fileName }
        let hasTabs = document.content != .text || source?.text.contains("\t") ?? true
        let isPlain = [".txt", ".text", ".md"].contains(where: document.fileName.hasSuffix)
        let (ja, en) =
          hasTabs
          ? ("", "")
          : isPlain
            ? (
              "。表のセルはタブで区切ってください（この文書にはタブがありません）",
              "; cells of a table are separated by tabs, and it has none"
            ) : ("。この文書には表がありません", "; it has no table")
        note(.error, "no-indicators", ja: "指標が見つかりません\(ja)", en: "no indicator was found\(en)")
      }
      if !indicators.isEmpty, document.term == nil {
        note(
          .warning, "no-term", ja: "計画期間（plan の term）がないため、進捗のペースを計算できません",
          en: "without the plan's term (plan, term) no pace of progress can be computed")
      }
    }
    if !contents.populationFigures.isEmpty, contents.populationDefinition == nil {
      note(
        .warning, "no-population-definition",
        ja: "人口の定義（population_definition）がないため、増減率を計算できません",
        en: "without population_definition no rate of change can be computed")
    }
    let targetless = indicators.filter { $0.indicator.target == nil }.map(\.indicator)
    findings += targetless.map { indicator in
      Finding(
        .info, "no-target", document.fileName, line: indicator.citation.line,
        cell: indicator.citation.cell, place: indicator.citation.place,
        ja: "「\(indicator.name)」に目標値がありません", en: "\"\(indicator.name)\" has no target")
    }
    return findings
  }
}
