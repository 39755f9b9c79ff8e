import Demography
import MunicipalModel
import PlanAnalysis
import Rendering

/// The questions that a reader comes with, answered in a sentence a municipality, each with its cells.
struct AnswerTable {
  private let content: OverallContent
  /// Beyond so many municipalities the table of all of them in brief has to do.
  static let most = 4
  /// So many ages, indicators and findings are named; of more, the number is told.
  private static let named = 3

  typealias Answer = (municipality: Municipality, text: LocalizedText, sources: [Citation])

  init(_ content: OverallContent) { self.content = content }

  /// The table; `nil` if there is nothing to answer, or too much.
  var table: ReportTable? {
    guard content.records.count <= Self.most else { return nil }
    let questions: [(key: String, text: LocalizedText, answers: [Answer])] = [
      (
        "moving",
        LocalizedText(
          ja: "転出超過が大きいのはどこか、いつからか", en: "Who loses more people to moving, and since when?"),
        moving
      ),
      ("ages", LocalizedText(ja: "どの年齢で減っているか", en: "At which ages?"), ages),
      (
        "behind", LocalizedText(ja: "遅れている指標はどれか", en: "Which indicators are behind?"), behind
      ),
      (
        "contradictions",
        LocalizedText(ja: "資料はどこで食い違うか", en: "Where do the documents contradict themselves?"),
        contradictions
      ),
    ]
    let lines = questions.filter { !$0.answers.isEmpty }.flatMap { question in
      [TableRow<Answer>.group(question.text, key: question.key)]
        + question.answers.map { .normal($0) }
    }
    guard !lines.isEmpty else { return nil }
    return ReportTable(
      key: "answers", caption: LocalizedText(ja: "問いと答え", en: "Questions and answers"),
      lines: lines,
      columns: [
        .municipality(\.municipality),
        .text("answer", "答え", "answer") { ReportCell($0.text, sources: $0.sources) },
      ])
  }

  // MARK: Moving

  /// The greatest loss first, in the newest year that all have.
  var moving: [Answer] {
    guard let (year, _) = content.dynamics.newestYear(with: .socialChange),
      let ranking = try? content.dynamics.ranking(by: .socialChange, in: year)
    else { return [] }
    return ranking.entries.reversed().compactMap { entry in
      guard
        let member = content.dynamics.members.first(where: { $0.municipality == entry.municipality }
        ),
        let change = try? content.dynamics.account(of: member, in: year)?.figure(.socialChange),
        let rate = entry.rate.rounded, let losses = YearsOfLoss(member.accounts)
      else { return nil }
      let symbol = entry.rate.definition.scale.symbol
      // The sentence of moves says the direction in words, so that the share has no sign.
      let shown = losses.isOfMovesAlone && rate.coefficient < 0 ? -rate : rate
      let share = LocalizedText("\(shown)\(symbol)")
      return (
        entry.municipality,
        losses.isOfMovesAlone
          ? balance(of: change.value, in: year, share: share)
            + LocalizedText(
              ja: "転出超過の年: \(losses.text.ja)。", en: " Years of loss by moving: \(losses.text.en).")
          : socialChange(of: change.value, in: year, share: share)
            + LocalizedText(
              ja: "社会減の年: \(losses.text.ja)。", en: " Years of social decrease: \(losses.text.en)."),
        change.sources + entry.rate.sources + losses.sources
      )
    }
  }

  /// What a year's moving came to, in a sentence.
  private func balance(of change: Int, in year: Period, share: LocalizedText) -> LocalizedText {
    let people = FigureStyle.grouped.text(change < 0 ? -change : change)
    guard change != 0 else {
      return LocalizedText(
        ja: "\(year.label.ja)は転入と転出が同数。", en: "In \(year.label.en) as many moved in as out.")
    }
    return LocalizedText(
      ja: "\(year.label.ja)は\(change < 0 ? "転出が転入" : "転入が転出")を\(people)人上回り、人口の\(share.ja)。",
      en: "In \(year.label.en) \(people) more moved \(change < 0 ? "out than in" : "in than out"), "
        + "\(share.en) of the population.")
  }

  /// What a year's social change came to, where it holds more than moves.
  private func socialChange(
    of change: Int, in year: Period, share: LocalizedText
  ) -> LocalizedText {
    let people = FigureStyle.signed.text(change)
    return LocalizedText(
      ja: "\(year.label.ja)の社会増減は\(people)人（職権記載などその他の増減を含む）、人口の\(share.ja)。",
      en:
        "In \(year.label.en) the social change, with other change by the registrar, was \(people), "
        + "\(share.en) of the population.")
  }

  /// The ages that lost most people between the censuses.
  var ages: [Answer] {
    content.cohorts.joined().compactMap { analysis in
      let record = content.records.first { $0.municipality.code == analysis.municipality }
      let rows = analysis.losses
      guard let municipality = record?.municipality, !rows.isEmpty else { return nil }
      let figures = rows.prefix(Self.named).map { row in
        let people = ReportCell(netPersons: row.net).text
        let rate = ReportCell(signedRate: row.rate).text
        return LocalizedText(
          ja: "\(row.ageAtEnd.label.ja) \(people.ja)人（\(rate.ja)%）",
          en: "\(people.en) of \(row.ageAtEnd.label.en) (\(rate.en)%)")
      }
      let (start, end) = (analysis.start.period?.year ?? 0, analysis.end.period?.year ?? 0)
      return (
        municipality,
        LocalizedText(
          ja: "\(start)～\(end)年の\(analysis.method.counted.ja)は、"
            + (analysis.method == .cohortChange ? "死亡の少ない50歳未満の" : "") + "期末年齢で"
            + figures.map(\.ja).joined(separator: "、") + "。",
          en: "\(analysis.method.counted.en) \(start)–\(end), by age at the end".sentenceCased
            + (analysis.method == .cohortChange ? " below 50, where few die: " : ": ")
            + figures.map(\.en).joined(separator: ", ") + "."),
        rows.prefix(Self.named).flatMap(analysis.sources)
      )
    }
  }

  // MARK: Indicators

  /// The indicators of the lowest grade, the slowest first; none whose progress is extreme is named.
  var behind: [Answer] {
    content.progress.plans.compactMap { plan in
      guard let lowest = plan.scale.grades.last else { return nil }
      let grades = plan.scale.grades.map { grade in
        (grade.label, plan.entries.count { $0.judgement.grade?.id == grade.id })
      }
      let lowestCount = plan.entries.count { $0.judgement.grade?.id == lowest.id }
      let open = plan.entries.count { $0.judgement.grade == nil }
      let counts = LocalizedText(
        ja: "指標\(plan.entries.count)件のうち"
          + grades.map { "「\($0.0.ja)」\($0.1)件" }.joined(separator: "、") + "、判定できないもの\(open)件。",
        en: "Of \(plan.entries.count) indicators: "
          + grades.map { "\($0.1) \($0.0.en)" }.joined(separator: ", ") + ", \(open) not judged.")
      let slow = plan.entries.enumerated()
        .filter {
          $0.element.judgement.grade?.id == lowest.id && $0.element.progress.isPaceComparable
        }
        .map { (pace: $0.element.progress.pace.defined?.value ?? .infinity, entry: $0) }
        .sorted { ($0.pace, $0.entry.offset) < ($1.pace, $1.entry.offset) }.map(\.entry.element)
      let shown = slow.prefix(Self.named)
      guard !shown.isEmpty else {
        return (plan.municipality, counts, plan.entries.prefix(1).map(\.indicator.citation))
      }
      let rest = lowestCount - shown.count
      let names = shown.map { name(of: $0) }
      return (
        plan.municipality,
        counts
          + LocalizedText(
            ja: "最も遅いのは" + names.map { "「\($0.ja)」" }.joined(separator: "、")
              + (rest > 0 ? "（ほか\(rest)件）。" : "。"),
            en: " Slowest: " + names.map(\.en).joined(separator: ", ")
              + (rest > 0 ? " and \(rest) more." : ".")),
        shown.map(\.indicator.citation)
      )
    }
  }

  /// The name of an indicator, with its project where it has one of another name.
  private func name(of entry: PlanProgress.Entry) -> LocalizedText {
    let name = entry.indicator.name
    guard let project = entry.progress.placed.node(.project)?.title, project != name else {
      return content.name(name, of: entry.indicator)
    }
    return content.name("\(name)（\(project)）", of: entry.indicator)
  }

  // MARK: Documents

  /// The findings of the audit that are errors, or the warnings where there is no error.
  var contradictions: [Answer] {
    // Of the nation's files, what they say of the municipality.
    guard !content.isWithoutPlans else {
      return content.records.compactMap { record in
        content.differences[record.municipality.code].flatMap { noticed in
          noticed.isEmpty
            ? nil : (record.municipality, content.told(noticed), noticed.map(\.citation))
        }
      }
    }
    return content.audits.map { record, audit in
      let errors = audit.contradictions.filter { $0.severity == .error }
      let warnings = audit.contradictions.filter { $0.severity == .warning }
      let told = errors.isEmpty ? warnings : errors
      let shown = told.prefix(Self.named)
      let rest = told.count - shown.count
      func list(_ language: Language) -> String {
        shown.map { finding -> String in
          let places = content.words(of: finding.citations)[language]
          let told = "\(finding.subject[language]): \(finding.message[language])"
          guard !places.isEmpty else { return told }
          return told + (language == .japanese ? "（\(places)）" : " (\(places))")
        }.joined(separator: language == .japanese ? "。" : "; ")
      }
      let counts = LocalizedText(
        ja: "誤り\(errors.count)件、注意\(warnings.count)件。",
        en: "\(errors.count) \(errors.count == 1 ? "error" : "errors"), "
          + "\(warnings.count) \(warnings.count == 1 ? "warning" : "warnings"). ")
      return (
        record.municipality,
        told.isEmpty
          ? counts
          : counts
            + LocalizedText(
              ja: list(.japanese) + (rest > 0 ? "。ほか\(rest)件。" : "。"),
              en: list(.english) + (rest > 0 ? "; \(rest) more." : ".")),
        shown.flatMap(\.citations)
      )
    }
  }
}
