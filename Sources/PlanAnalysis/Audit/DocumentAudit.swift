import Demography
public import MunicipalModel

/// Do a city's documents agree? Compares them cell by cell, and each with itself.
public struct DocumentAudit: Sendable {
  /// The findings, the worst first.
  public let findings: [AuditFinding]
  /// The indicators of two documents that were taken for the same, by pairs of documents.
  public let matchings: [Pair]
  /// What each revision among the documents changes, in the order of the documents.
  package let histories: [RevisionHistory]
  /// The published figures that follow from others.
  package let rederivation: Rederivation

  /// Two documents whose current plans were compared.
  public struct Pair: Sendable {
    /// The document that was compared.
    public let left: DocumentID
    /// The document that it was compared with.
    public let right: DocumentID
    /// Which indicators are the same, and by what rule.
    package let matching: IndicatorMatching
  }

  /// Audits everything that a municipality published.
  public init(_ record: MunicipalityRecord) {
    let plans = record.plans.filter { $0.edition == .current && !$0.indicators.isEmpty }
    var findings: [AuditFinding] = []
    var pairs: [Pair] = []
    for (index, left) in plans.enumerated() {
      for right in plans[(index + 1)...] {
        let matching = IndicatorMatching(left, right)
        pairs.append(Pair(left: left.document, right: right.document, matching: matching))
        let years = PlanYears(left.term ?? right.term)
        findings += PairAudit(matching, record: record, years: years).findings
      }
    }
    for plan in plans { findings += SeriesAudit.findings(in: plan) }
    histories = record.documents.compactMap(RevisionHistory.init)
    findings += RevisionAudit.findings(in: histories)
    findings += PopulationRepetition.findings(in: record)
    rederivation = record.rederivation
    findings += rederivation.figures.compactMap(Self.finding)
    findings += rederivation.unchecked.map(Self.finding)
    findings += rederivation.achievementDefinitions.map(Self.finding)
    self.findings = (findings + Self.noticed(in: record, besides: findings)).sorted()
    matchings = pairs
  }

  /// Whether a finding of at least this severity is left.
  public func hasFindings(from severity: Diagnostic.Severity) -> Bool {
    findings.contains { $0.severity >= severity }
  }

  private static func finding(_ figure: Rederivation.Figure) -> AuditFinding? {
    let check = figure.check
    guard case .differs(let difference) = check.outcome else { return nil }
    let citations = (check.citation.map { [$0] } ?? []) + check.recomputation.sources
    // Two percentages differ by points.
    let unit =
      check.unit.en == "%" ? LocalizedText(ja: "ポイント", en: "points") : check.unit
    return AuditFinding(
      .error, .doesNotFollow, check.recomputation.label,
      LocalizedText(
        ja:
          "公表値 \(check.published.grouped)、計算値 \(check.expected.grouped)（差 \(difference.grouped)\(unit.ja)）",
        en:
          "published \(check.published.grouped), computed \(check.expected.grouped) (off by \(difference.grouped) \(unit.en))"
      ),
      explanation: check.hints.first.map {
        LocalizedText(
          ja: "「\($0.label.ja)」なら \($0.expected.grouped)",
          en: "\"\($0.label.en)\" is \($0.expected.grouped)")
      }, citations: citations)
  }

  /// A figure that lacks another is nothing to repair; one that contradicts its parts may be.
  private static func finding(_ figure: Rederivation.UncheckedFigure) -> AuditFinding {
    let error = figure.error
    return AuditFinding(
      error.code == .missingInput ? .info : .warning, .notRederived,
      error.label,
      LocalizedText(
        ja: "公表値 \(figure.published.grouped) は検算できません: \(error.reason.ja)",
        en: "published \(figure.published.grouped), cannot be computed again: \(error.reason.en)"),
      citations: [figure.citation])
  }

  /// Which definition the 達成率 of a document follow, and how many of them.
  private static func finding(_ definition: PlanAchievementDefinition) -> AuditFinding {
    let formula = definition.definition.label
    let counts = (definition.fitting, definition.count)
    let declared =
      definition.isDeclared
      ? LocalizedText(ja: "（レイアウトの指定）", en: " (declared by the layout)") : LocalizedText("")
    let target = definition.target.label.map {
      LocalizedText(ja: "（目標値は\($0.ja)）", en: ", with \($0.en)")
    }
    return AuditFinding(
      .info, .achievementDefinition, LocalizedText(ja: "達成率の定義", en: "definition of achievement"),
      LocalizedText(
        ja:
          "記載された達成率は \(formula.ja)\(target?.ja ?? "")\(declared.ja) で検算し、\(counts.1)件のうち\(counts.0)件が一致します",
        en:
          "the printed achievements are checked as \(formula.en)\(target?.en ?? "")\(declared.en); "
          + "\(counts.0) of \(counts.1) follow"),
      citations: Array(definition.citations.prefix(1)))
  }

  /// Whether a finding says of a printed change more exactly what the reader noticed.
  package func tellsAgain(_ diagnostic: Diagnostic) -> Bool {
    Self.tellAgain(findings, diagnostic)
  }

  private static func tellAgain(_ findings: [AuditFinding], _ diagnostic: Diagnostic) -> Bool {
    diagnostic.code == "parts-do-not-add-up"
      && findings.contains {
        $0.code == .doesNotFollow && $0.citations.contains(diagnostic.citation)
      }
  }

  /// What the readers noticed and what is a matter of the document, not of its extraction.
  private static func noticed(
    in record: MunicipalityRecord, besides findings: [AuditFinding]
  ) -> [AuditFinding] {
    let codes: Set<Diagnostic.Code> = [
      "title-differs", "progress-differs", "malformed-grouping", "malformed-number",
      "letter-for-digit", "several-figures", "point-for-comma",
      "unreadable-figure", "negative-count", "direction-repeated", "direction-out-of-order",
      "not-in-summary", "year-outside-era", "contradictory-years", "figure-out-of-scale",
      "target-before-baseline", "interim-after-target", "period-far-from-plan", "figure-jumps",
      "part-exceeds-whole", "parts-do-not-add-up", "residual-out-of-proportion",
      "odd-unit",
    ]
    return record.diagnostics.filter {
      codes.contains($0.code) && !tellAgain(findings, $0)
    }.map { diagnostic in
      AuditFinding(
        diagnostic.severity, .noticed, LocalizedText(diagnostic.citation.printed),
        diagnostic.message,
        citations: [diagnostic.citation])
    }
  }
}
