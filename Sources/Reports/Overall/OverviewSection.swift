import Demography
import MunicipalModel
import PlanAnalysis
import Rendering

/// The municipalities in a line each: what their population does, how far their plans are, and how
/// often their documents contradict each other.
struct OverviewSection {
  private let content: OverallContent
  private static let definition = RateDefinition.percentOfPreviousYearEnd

  init(_ content: OverallContent) throws { self.content = content }

  var section: ReportSection {
    ReportSection(
      key: "overview", heading: LocalizedText(ja: "概要", en: "Overview"),
      introduction: [movers, unread, leftOut].compactMap { $0 },
      tables: [AnswerTable(content).table, table].compactMap { $0 })
  }

  // MARK: Sentences

  /// Who loses most by moving, in the newest year that all have.
  private var movers: LocalizedText? {
    guard let (year, members) = content.dynamics.newestYear(with: .socialChange),
      members.count > 1, let ranking = try? content.dynamics.ranking(by: .socialChange, in: year),
      let lowest = ranking.entries.last, let rate = lowest.rate.rounded
    else { return nil }
    let equal = ranking.entries.filter { $0.rate.rounded == rate }.map(\.municipality.name)
    let names = equal.joined("と", " and ")
    let symbol = lowest.rate.definition.scale.symbol
    let cells = content.words(of: lowest.rate.sources)
    let among =
      members.count == content.records.count
      ? LocalizedText("")
      : LocalizedText(
        ja: "人口の動きの表がある\(members.count)市町村のうち、",
        en: "Of the \(members.count) municipalities with a table of the population dynamics: ")
    let holdsOther = content.records.contains {
      content.accounts(of: $0).contains(where: \.socialChangeHoldsOtherChange)
    }
    if lowest.rate.numerator >= 0 {
      return LocalizedText(
        ja: among.ja + "\(year.label.ja)に\(holdsOther ? "社会減の" : "転出が転入を上回った")市町村はありません。",
        en: among.en + "In \(year.label.en) no municipality lost people by "
          + (holdsOther ? "social change." : "moving."))
    }
    let loss = holdsOther ? "社会減" : "転出超過"
    return LocalizedText(
      ja: among.ja
        + "\(year.label.ja)に\(loss)の割合が最も大きいのは\(names.ja)です（社会増減率 \(rate)\(symbol)、\(cells.ja)）。",
      en:
        among.en
        + "In \(year.label.en) \(names.en) lost the most people by \(holdsOther ? "social change" : "moving"), "
        + "in relation to its population: \(rate)\(symbol) (\(cells.en)).")
  }

  /// That the readers could not read all of the documents, and where that stands.
  private var unread: LocalizedText? {
    let found = content.records.compactMap { record -> LocalizedText? in
      let errors = record.diagnostics.count { $0.severity == .error }
      let warnings = record.diagnostics.count { $0.severity == .warning }
      guard errors + warnings > 0 else { return nil }
      let name = record.municipality.name
      return LocalizedText(
        ja: "\(name.ja) 誤り\(errors)件・注意\(warnings)件",
        en: "\(name.en) \(errors) \(errors == 1 ? "error" : "errors"), "
          + "\(warnings) \(warnings == 1 ? "warning" : "warnings")")
    }
    guard !found.isEmpty else { return nil }
    return LocalizedText(
      ja: "このプログラムが資料を読んだときの注意: \(found.map(\.ja).joined(separator: "、"))"
        + "（資料どうしの食い違いではありません）。読めなかったところ、疑いのある読みは"
        + "「定義・訂正・診断」の表にあります。",
      en: "Noticed by this program in reading the documents: "
        + "\(found.map(\.en).joined(separator: "; ")) (no contradictions of the documents). What could "
        + "not be read, or was read with a doubt, stands under \"Definitions, corrections, diagnostics\"."
    )
  }

  /// That there are too many municipalities for a sentence on each of them.
  private var leftOut: LocalizedText? {
    guard content.records.count > AnswerTable.most else { return nil }
    return LocalizedText(
      ja: "市町村が\(AnswerTable.most)を超えるため、問いごとの答えの文は省きました。下の概要の表と、人口の動き・年齢別の社会増減・"
        + "進捗のまとめ・資料の照合の各節にあります。",
      en: "Answers in sentences are left out above \(AnswerTable.most) municipalities: see the "
        + "table below, and the sections on population dynamics, social change by age, progress, and the audit "
        + "of the documents.")
  }

  // MARK: Table

  private var table: ReportTable {
    let symbol = Self.definition.scale.symbol
    return ReportTable(
      key: "overview", caption: LocalizedText(ja: "市町村の概要", en: "The municipalities in brief"),
      rows: content.records.map(brief),
      columns: [
        .municipality(\.municipality),
        .text("year", "年", "year") { $0.account.map { ReportCell($0.period) } ?? .notPrinted },
        .number("population", "年末人口\n（人）", "year-end\npopulation", unit: "人") {
          $0.account?.closingStock.map { ReportCell($0) } ?? .notPrinted
        },
        .number(
          "natural_change_rate", "自然増減率\n（\(symbol)）", "natural\nchange (\(symbol))", unit: symbol
        ) { rate(.naturalChange, $0.account) },
        .number(
          "social_change_rate", "社会増減率\n（\(symbol)）", "social\nchange (\(symbol))", unit: symbol
        ) { rate(.socialChange, $0.account) },
        .text("loss", "転出超過の年", "years of loss\nby moving") {
          $0.losses.map {
            ReportCell(
              $0.text, value: $0.years.map(String.init).joined(separator: ";"),
              sources: $0.sources)
          } ?? .notPrinted
        },
      ] + (content.isWithoutPlans ? [] : planColumns), notes: years,
      basis: ReportBasis(
        formula: LocalizedText(
          ja: "指標は計画に記載された指標、照合は所見を数えた", en: "counted among the printed indicators and the findings"
        ),
        sources: content.progress.plans.flatMap { $0.entries.map(\.indicator.citation) }
          + content.audits.flatMap { $0.audit.findings.flatMap(\.citations) }))
  }

  /// What plans and their audit give.
  private var planColumns: [TableColumn<Brief>] {
    [
      .text("plan_year", "指標の\n実績", "figures of\nindicators") {
        $0.plan?.newestPeriod.map { ReportCell(upTo: $0) } ?? .notPrinted
      },
      .number("judged", "判定した\n指標", "indicators\njudged") {
        ReportCell(count: $0.plan?.entries.count { $0.judgement.grade != nil })
      },
      .number("behind", "うち最低の\n評価", "of these the\nlowest grade") {
        let lowest = $0.plan?.scale.grades.last?.id
        return ReportCell(count: $0.plan?.entries.count { $0.judgement.grade?.id == lowest })
      },
      .number("errors", "照合:\n誤り", "audit:\nerrors") { findings(.error, $0.audit) },
      .number("warnings", "照合:\n注意", "audit:\nwarnings") { findings(.warning, $0.audit) },
    ]
  }

  /// That the newest year of some is not the one in which all were compared above.
  private var years: [LocalizedText] {
    guard let (year, members) = content.dynamics.newestYear(with: .socialChange),
      content.records.contains(where: { (content.accounts(of: $0).last?.period ?? year) != year })
    else { return [] }
    let names = members.map(\.municipality.name)
    let all =
      members.count == content.records.count
      ? LocalizedText(ja: "全ての市町村", en: "all of them")
      : names.joined("と", " and ")
    return [
      LocalizedText(
        ja: "この表は市町村ごとの最も新しい年、転出入の文と答えは\(all.ja)に値がある最も新しい年（\(year.label.ja)）です。",
        en: "This table has the newest year of each municipality; the sentences on moving have the "
          + "newest that \(all.en) have, \(year.label.en).")
    ]
  }

  /// What is told of a municipality.
  private typealias Brief = (
    municipality: Municipality, account: PopulationAccount?, losses: YearsOfLoss?,
    plan: PlanProgress?, audit: DocumentAudit?
  )

  private func brief(_ record: MunicipalityRecord) -> Brief {
    (
      record.municipality, content.accounts(of: record).last,
      YearsOfLoss(content.accounts(of: record)),
      content.progress.plans.first { $0.municipality == record.municipality },
      content.audits.first { $0.record.municipality == record.municipality }?.audit
    )
  }

  private func rate(_ kind: CrudeRateKind, _ account: PopulationAccount?) -> ReportCell {
    account.map { account in ReportCell { try account.crudeRate(of: kind, Self.definition) } }
      ?? .notComputable
  }

  private func findings(_ severity: Diagnostic.Severity, _ audit: DocumentAudit?) -> ReportCell {
    ReportCell(audit?.contradictions.count { $0.severity == severity } ?? 0)
  }
}

extension ReportCell {
  /// Makes a cell of how many there are, where that is known.
  fileprivate init(count: Int?) { self = count.map { ReportCell($0) } ?? .notPrinted }
}
