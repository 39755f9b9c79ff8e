internal import DocumentReading
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
    public let line: Int?
    /// The number of the cell or column, from 1, if it is about one cell.
    public let cell: Int?
    /// What was noticed.
    public let message: LocalizedText
  }

  /// What was noticed, the worst first, then by file and line.
  public let findings: [Finding]
  /// What the folder says, if it could be read.
  public let record: MunicipalityRecord?

  /// Whether something keeps the folder from being used, or a figure from being read.
  public var hasErrors: Bool { findings.contains { $0.severity == .error } }

  /// Checks a folder.
  ///
  /// It never fails: a folder that cannot be read at all is a finding.
  public init(path: String) {
    var findings: [Finding] = []
    var record: MunicipalityRecord?
    do throws(DataFileError) {
      let folder = try MunicipalityFolder(path: path)
      findings += folder.unusedFiles.map(Finding.init(unusedFile:))
      do throws(DocumentError) {
        let read = try folder.municipality.record()
        record = read
        findings += try Self.findings(in: read, of: folder)
      } catch {
        findings.append(Finding(error))
      }
      do throws(DataFileError) {
        if let notes = try folder.municipality.conceptNotes(), let record {
          _ = try Crosswalk([record], taxonomy: .builtIn(), notes: [notes])
        }
      } catch {
        findings.append(Finding(error))
      }
    } catch {
      findings.append(Finding(error))
    }
    self.record = record
    var seen: Set<Finding> = []
    self.findings = findings.filter { seen.insert($0).inserted }.sorted {
      if $0.severity != $1.severity { return $0.severity > $1.severity }
      return ($0.file, $0.line ?? 0, $0.cell ?? 0) < ($1.file, $1.line ?? 0, $1.cell ?? 0)
    }
  }

  private static func findings(
    in record: MunicipalityRecord, of folder: MunicipalityFolder
  ) throws(DocumentError) -> [Finding] {
    let description = folder.municipality.description
    let library = try folder.municipality.builtInLibrary()
    var findings: [Finding] = []
    for document in description.documents {
      guard let contents = record.contents(of: document.id) else { continue }
      let file = document.fileName
      findings += contents.diagnostics.map { Finding($0, file: file) }
      if let audit = try? DocumentAudit(
        MunicipalityRecord(municipality: record.municipality, documents: [contents]))
      {
        findings += audit.findings.filter { $0.code != .noticed }
          .map { Finding($0, file: file) }
      }
      findings += missingParts(of: contents, document: document)
      if let layout = document.layout, let text = library.documents[document.id] {
        findings += folder.municipality.unusedRules(of: document, in: text).map {
          Finding(unusedRule: $0, file: layout)
        }
      }
    }
    return findings
  }

  /// What a document of its kind has and this one has not.
  private static func missingParts(
    of contents: DocumentContents, document: MunicipalityDescription.Document
  ) -> [Finding] {
    var findings: [Finding] = []
    func note(_ severity: Diagnostic.Severity, _ code: String, ja: String, en: String) {
      findings.append(
        Finding(
          severity: severity, code: code, file: document.fileName, line: nil, cell: nil,
          message: LocalizedText(ja: ja, en: en)))
    }
    let indicators = contents.plans.flatMap(\.indicators)
    switch document.content {
    case .population:
      if contents.populationFigures.isEmpty {
        note(.error, "no-figures", ja: "人口の値がありません", en: "there is no figure of the population")
      }
    case .indicators, .text:
      if indicators.isEmpty, contents.populationFigures.isEmpty {
        note(.error, "no-indicators", ja: "指標が見つかりません", en: "no indicator was found")
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
    let targetless = indicators.filter { $0.indicator.first(.target) == nil }.map(\.indicator)
    findings += targetless.map { indicator in
      Finding(
        severity: .info, code: "no-target", file: document.fileName,
        line: indicator.citation.line, cell: indicator.citation.cell,
        message: LocalizedText(
          ja: "「\(indicator.name)」に目標値がありません", en: "\"\(indicator.name)\" has no target"))
    }
    return findings
  }
}

extension MunicipalityCheck.Finding {
  fileprivate init(_ error: DataFileError) {
    self.init(
      severity: .error, code: error.code.rawValue, file: error.file, line: error.line, cell: nil,
      message: error.messageWithoutPlace)
  }

  fileprivate init(_ error: DocumentError) {
    self.init(
      severity: .error, code: error.code.rawValue, file: error.document.rawValue,
      line: error.line, cell: nil, message: error.message)
  }

  fileprivate init(_ diagnostic: Diagnostic, file: String) {
    self.init(
      severity: diagnostic.severity, code: diagnostic.code.rawValue, file: file,
      line: diagnostic.citation.line, cell: diagnostic.citation.cell,
      message: diagnostic.messageWithCell)
  }

  fileprivate init(_ finding: AuditFinding, file: String) {
    let citation = finding.citations.first
    self.init(
      severity: finding.severity, code: finding.code.rawValue, file: file, line: citation?.line,
      cell: citation?.cell,
      message: LocalizedText(
        ja: "\(finding.subject.ja): \(finding.message.ja)",
        en: "\(finding.subject.en): \(finding.message.en)"))
  }

  fileprivate init(unusedFile name: String) {
    self.init(
      severity: .info, code: "unused-file", file: name, line: nil, cell: nil,
      message: LocalizedText(ja: "このファイルは読んでいません", en: "nothing reads this file"))
  }

  fileprivate init(unusedRule rule: String, file: String) {
    self.init(
      severity: .warning, code: "unused-rule", file: file, line: nil, cell: nil,
      message: LocalizedText(
        ja: "「\(rule)」は資料のどこにもありません", en: "\"\(rule)\" stands nowhere in the document"))
  }
}

extension Diagnostic {
  /// The message with the printed text of the cell, unless it names that itself.
  fileprivate var messageWithCell: LocalizedText {
    guard citation.cell != nil, !message.ja.contains(citation.printed) else { return message }
    return LocalizedText(
      ja: "\(message.ja)「\(citation.printed)」", en: "\(message.en) \"\(citation.printed)\"")
  }
}
