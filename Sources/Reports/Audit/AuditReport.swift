import Demography
public import MunicipalModel
public import Nationwide
public import PlanAnalysis
public import Rendering

/// The report that `machi audit` prints: where a city's documents contradict each other.
public enum AuditReport {
  /// Makes the report of some municipalities.
  ///
  /// - Parameters:
  ///   - audits: each municipality with its audit.
  ///   - severity: findings below this severity are counted but not listed.
  ///   - register: what they print of their population beside the register of the ministry.
  ///   - publications: what is known of the documents, to name them by their titles.
  ///   - isBrief: whether the first table is enough, which then has what contradicts in all municipalities.
  public static func report(
    _ audits: [(record: MunicipalityRecord, audit: DocumentAudit)],
    from severity: Diagnostic.Severity = .info, register: [RegisterComparison] = [],
    publications: [DocumentID: Publication] = [:], isBrief: Bool = false
  ) -> Report {
    let records = audits.map(\.record)
    let own = records.flatMap(\.documents).compactMap { contents in
      contents.publication.map { (contents.document, $0) }
    }
    let known = publications.merging(own, uniquingKeysWith: { first, _ in first })
    return Report(
      title: LocalizedText(ja: "資料の照合: ", en: "Audit of documents: ")
        + records.map(\.municipality.name).joined(),
      sections: register.map { RegisterSection($0).section }
        + (isBrief && audits.count > 1 ? [worst(audits, from: severity, known)] : []).compactMap(
          \.self)
        + audits.flatMap { sections($0.record, $0.audit, from: severity, known) },
      citing: records
    ).answering(
      register.map { RegisterSection($0).answer } + [ComparingAnswers.contradictions(audits)])
  }

  /// The findings of several municipalities that contradict something, the errors first; `nil` if there are none.
  private static func worst(
    _ audits: [(record: MunicipalityRecord, audit: DocumentAudit)],
    from severity: Diagnostic.Severity, _ publications: [DocumentID: Publication]
  ) -> ReportSection? {
    let found = audits.flatMap { record, audit in
      audit.contradictions.filter { $0.severity >= max(severity, .warning) }.map {
        (municipality: record.municipality, finding: $0)
      }
    }
    let sorted = Diagnostic.Severity.allCases.sorted(by: >).flatMap { one in
      found.filter { $0.finding.severity == one }
    }
    guard !sorted.isEmpty else { return nil }
    return ReportSection(
      key: "worst",
      heading: LocalizedText(ja: "誤りと注意", en: "Errors and warnings"),
      tables: [
        ReportTable(
          key: "worst", caption: LocalizedText(ja: "誤りと注意", en: "Errors and warnings"),
          rows: sorted,
          columns: [.municipality(\.municipality)] + columns(publications) { $0.finding })
      ])
  }

  private static func sections(
    _ record: MunicipalityRecord, _ audit: DocumentAudit, from severity: Diagnostic.Severity,
    _ publications: [DocumentID: Publication]
  ) -> [ReportSection] {
    let name = record.municipality.name
    let code = record.municipality.code.sixDigits
    let counts = counts(audit, code, name)
    // The findings first: a text that shows one table shows what contradicts.
    var tables = [findings(audit, code, from: severity, publications), counts]
    if !audit.matchings.isEmpty { tables.append(matches(audit, code, publications)) }
    for history in audit.histories {
      tables += [RevisionTables.statements(history, code), RevisionTables.changes(history, code)]
    }
    return [
      ReportSection(
        key: "audit_\(code)", heading: name, charts: [chart(audit, counts, name)], tables: tables)
    ]
  }

  // MARK: Findings

  private static func counts(
    _ audit: DocumentAudit, _ code: String, _ name: LocalizedText
  ) -> ReportTable {
    ReportTable(
      key: "finding_counts_\(code)",
      caption: LocalizedText(ja: "\(name.ja): 所見の数", en: "\(name.en): number of findings"),
      rows: audit.findings.map(\.code).uniqued,
      columns: [.key("code", "種類", "kind") { ReportCell($0.label, value: $0.rawValue) }]
        + Diagnostic.Severity.allCases.reversed().map { severity in
          .number(severity.rawValue, severity.label) { kind in
            ReportCell(audit.findings.count { $0.code == kind && $0.severity == severity })
          }
        },
      basis: ReportBasis(
        formula: LocalizedText(ja: "表「所見」の行を数えた", en: "counted among the findings"),
        sources: audit.findings.flatMap(\.citations)))
  }

  /// The kinds of findings as bars.
  private static func chart(_ audit: DocumentAudit, _ counts: ReportTable, _ name: LocalizedText)
    -> ReportChart
  {
    let kinds = counts.rows.compactMap(\.cells.first)
    let categories = kinds.map { ChartCategory($0.text) }
    let findings = LocalizedText(ja: "所見の数", en: "findings")
    let series = ChartSeries(
      findings, key: "findings",
      cells: kinds.map { kind in
        ReportCell(audit.findings.count { $0.code.rawValue == kind.value.plainText })
      })
    return ReportChart(
      key: counts.key, kind: .bar,
      title: LocalizedText(ja: "\(name.ja): 所見の数", en: "\(name.en): number of findings"),
      summary: ChartSummary.all([series], of: categories),
      categoryLabel: LocalizedText(ja: "種類", en: "kind"), valueLabel: findings,
      categories: categories, series: [series]
    ).found(finding(audit, name))
  }

  /// How many errors there are, and of what kinds: what is most common may be no contradiction.
  private static func finding(_ audit: DocumentAudit, _ name: LocalizedText) -> LocalizedText? {
    let errors = audit.contradictions.filter { $0.severity == .error }
    let warnings = audit.contradictions.count { $0.severity == .warning }
    guard !audit.findings.isEmpty else { return nil }
    let all = errors.map(\.code).uniqued
    let kinds = all.prefix(2).map(\.label)
    let isMore = all.count > kinds.count
    let list = (
      ja: kinds.map { "「\($0.ja)」" }.joined(), en: kinds.map(\.en).joined(separator: ", ")
    )
    return LocalizedText(
      ja: "\(name.ja)の資料に誤り\(errors.count)件"
        + (kinds.isEmpty ? "" : "（\(list.ja)\(isMore ? "など" : "")）")
        + "、注意\(warnings)件",
      en: "\(name.en): \(errors.count) \(errors.count == 1 ? "error" : "errors")"
        + (kinds.isEmpty ? "" : " (\(list.en)\(isMore ? " and others" : ""))")
        + ", \(warnings) \(warnings == 1 ? "warning" : "warnings")")
  }

  private static func findings(
    _ audit: DocumentAudit, _ code: String, from severity: Diagnostic.Severity,
    _ publications: [DocumentID: Publication]
  ) -> ReportTable {
    ReportTable(
      key: "findings_\(code)", caption: LocalizedText(ja: "所見", en: "Findings"),
      rows: audit.findings.filter { $0.severity >= severity }, columns: columns(publications) { $0 }
    )
  }

  private static func columns<Row>(
    _ publications: [DocumentID: Publication], of finding: @escaping (Row) -> AuditFinding
  ) -> [TableColumn<Row>] {
    let words = (
      ja: SourceWords(publications, language: .japanese),
      en: SourceWords(publications, language: .english)
    )
    return [
      .key("severity", "重要度", "severity") { ReportCell(finding($0).severity) },
      .key("code", "種類", "kind") {
        ReportCell(finding($0).code.label, value: finding($0).code.rawValue)
      },
      .key("subject", "対象", "subject") { ReportCell(finding($0).subject) },
      .text("message", "内容", "finding") {
        ReportCell(message(finding($0)), sources: finding($0).citations)
      },
      .text("cells", "セル（資料、行「記載」）", "cells (document, line \"printed\")") {
        let two = finding($0).citations.prefix(2)
        let ids = two.map(\.short).joined(separator: " / ")
        return ReportCell(
          publications.isEmpty
            ? LocalizedText(ids)
            : LocalizedText(ja: words.ja.cells(two), en: words.en.cells(two)),
          value: ids)
      },
    ]
  }

  private static func message(_ finding: AuditFinding) -> LocalizedText {
    guard let explanation = finding.explanation else { return finding.message }
    return LocalizedText(
      ja: "\(finding.message.ja)（\(explanation.ja)）",
      en: "\(finding.message.en) (\(explanation.en))")
  }

  // MARK: Matches

  /// How many indicators were matched by each rule, and the pairs whose names differ.
  private static func matches(
    _ audit: DocumentAudit, _ code: String, _ publications: [DocumentID: Publication]
  ) -> ReportTable {
    func title(_ id: DocumentID) -> LocalizedText {
      publications[id]?.title ?? LocalizedText(id.rawValue)
    }
    return ReportTable(
      key: "matches_\(code)",
      caption: LocalizedText(
        ja: "名称の違う指標の照合（指標名・事業名が完全に一致する組は省略）",
        en: "Indicators matched across differing names (exact matches are left out)"),
      lines: audit.matchings.flatMap { pair -> [TableRow<IndicatorMatch>] in
        let matching = pair.matching
        let (left, right) = (title(pair.left), title(pair.right))
        let heading = LocalizedText(
          ja: "「\(left.ja)」と「\(right.ja)」: \(matching.matches.count)組が一致、"
            + "相手のない指標 \(matching.unmatchedLeft.count) と \(matching.unmatchedRight.count)",
          en: "“\(left.en)” and “\(right.en)”: \(matching.matches.count) matched, "
            + "\(matching.unmatchedLeft.count) and \(matching.unmatchedRight.count) without a partner"
        )
        return [.group(heading, key: "\(pair.left)/\(pair.right)")]
          + matching.matches.filter { $0.rule != .exact || $0.score < 1 }.map { .normal($0) }
      },
      columns: [
        .key("left", "指標", "indicator") {
          ReportCell($0.left.indicator.name, sources: [$0.left.indicator.citation])
        },
        .key("right", "相手", "partner") {
          ReportCell($0.right.indicator.name, sources: [$0.right.indicator.citation])
        },
        .text("rule", "規則", "rule") { ReportCell($0.rule.label, value: $0.rule.rawValue) },
        .number("score", "確かさ", "score") { ReportCell(rounding: $0.score, to: 2) },
      ])
  }
}

extension DocumentAudit {
  /// The findings without what was noticed in reading, which contradicts nothing.
  var contradictions: [AuditFinding] { findings.filter { $0.code != .noticed } }
}

extension ReportCell {
  /// Makes a cell of how severe a finding is.
  init(_ severity: Diagnostic.Severity) {
    self.init(severity.label, value: severity.rawValue)
    tone = severity == .error ? .bad : severity == .warning ? .middling : nil
  }
}

extension Citation {
  /// Document, place and printed text.
  var short: String { "\(shortPlace)「\(printed)」" }
}

extension AuditFinding.Code {
  /// The kind of finding in words.
  public var label: LocalizedText {
    switch self {
    case .figuresDiffer: LocalizedText(ja: "値が違う", en: "figures differ")
    case .roundingDiffers: LocalizedText(ja: "桁が違う", en: "rounding differs")
    case .accumulationDiffers: LocalizedText(ja: "一方だけ累計", en: "cumulative in one only")
    case .blankAgainstZero: LocalizedText(ja: "0と数値なし", en: "0 against no figure")
    case .missingInOne: LocalizedText(ja: "一方だけ数値あり", en: "figure in one only")
    case .reasonsDiffer: LocalizedText(ja: "数値なしの理由", en: "reasons differ")
    case .unitsDiffer: LocalizedText(ja: "単位が違う", en: "units differ")
    case .periodsDiffer: LocalizedText(ja: "基準の年が違う", en: "years differ")
    case .cumulativeFalls: LocalizedText(ja: "累計が減る", en: "cumulative falls")
    case .targetPassed: LocalizedText(ja: "目標を達成済み", en: "target met")
    case .targetRaised: LocalizedText(ja: "目標の引き上げ", en: "target raised")
    case .targetLowered: LocalizedText(ja: "目標の引き下げ", en: "target lowered")
    case .doesNotFollow: LocalizedText(ja: "計算と合わない", en: "does not follow")
    case .notRederived: LocalizedText(ja: "検算できない", en: "cannot be computed again")
    case .achievementDefinition: LocalizedText(ja: "達成率の定義", en: "definition of achievement")
    case .repeatsPopulation: LocalizedText(ja: "人口の表と同じ", en: "repeats population table")
    case .contradictsPopulation:
      LocalizedText(ja: "人口の表と違う", en: "contradicts population table")
    case .statedCountDiffers: LocalizedText(ja: "項目数が違う", en: "stated count differs")
    case .unmatched: LocalizedText(ja: "対応なし", en: "no partner")
    case .noticed: LocalizedText(ja: "読み取り時の所見", en: "noticed in reading")
    default: LocalizedText(rawValue)
    }
  }
}
