import MunicipalModel
import PlanAnalysis
import Rendering

/// Counts of grades by goal, direction and measure, and what was not judged.
struct ProgressSummaryTables {
  private let content: ProgressContent

  init(_ content: ProgressContent) { self.content = content }

  /// The tables, or the first of them.
  func tables(isBrief: Bool) -> [ReportTable] {
    isBrief
      ? [byGoal(ofAllAlone: content.namesMunicipality)]
      : [byGoal(ofAllAlone: false)] + [byMeasure, notJudged].filter { !$0.rows.isEmpty }
  }

  /// What is counted: every indicator of the judged plans.
  private var basis: ReportBasis {
    ReportBasis(
      formula: LocalizedText(
        ja: "資料に記載された指標を数えた。中央値は（実績 − 基準値）÷（目標 − 基準値）の中央値で、目標が基準に近いものと±300%を超えるものを除く",
        en: "counted among the indicators that the documents print; the median is that of "
          + "(actual − baseline) ÷ (target − baseline), without targets close to the baseline and "
          + "figures beyond ±300%"),
      sources: content.plans.flatMap { $0.entries.map(\.indicator.citation) })
  }

  // MARK: By node

  /// Counts of a node of a plan, or of all of it.
  private typealias Row = (plan: PlanProgress, summary: ProgressSummary)

  /// - Parameter ofAllAlone: whether each plan has its whole alone, so that several stand on one screen.
  private func byGoal(ofAllAlone: Bool) -> ReportTable {
    ReportTable(
      key: "by_goal",
      caption: ofAllAlone
        ? LocalizedText(ja: "計画ごと", en: "By plan") : LocalizedText(ja: "基本目標ごと", en: "By goal"),
      lines: content.plans.flatMap { plan in
        (ofAllAlone ? [] : plan.summaries(by: .goal).map { TableRow<Row>.normal((plan, $0)) })
          + [.subtotal((plan, plan.summary))]
      },
      columns: columns(
        ofAllAlone
          ? []
          : [
            .key("goal", "基本目標", "goal") {
              let title = "\($0.summary.number) \($0.summary.title)"
              return $0.summary.level == .plan
                ? ReportCell(LocalizedText(ja: "全体", en: "all"), value: "all")
                : ReportCell(
                  LocalizedText(ja: "基本目標\(title)", en: "goal \(title)"), value: $0.summary.number)
            }
          ]), notes: notes, basis: basis)
  }

  /// The directions and measures, where a document says which indicator belongs to which.
  private var byMeasure: ReportTable {
    ReportTable(
      key: "by_measure",
      caption: LocalizedText(ja: "基本的方向・施策ごと", en: "By direction and measure"),
      rows: content.plans.flatMap { plan in
        Self.levels.flatMap { plan.summaries(by: $0) }.map { (plan: plan, summary: $0) }
      },
      columns: columns([
        .key("level", "階層", "level") {
          ReportCell($0.summary.level.label, value: $0.summary.level.rawValue)
        },
        .key("goal", "目標", "goal") { ReportCell($0.summary.goal) },
        .key("number", "名称", "name") {
          ReportCell(
            LocalizedText("\($0.summary.number) \($0.summary.title)"), value: $0.summary.number)
        },
      ]), basis: basis)
  }

  private static let levels: [PlanLevel] = [.direction, .measure]

  /// How far the documents say to which node an indicator belongs, in a sentence.
  private var notes: [LocalizedText] {
    let told = content.plans.compactMap(linked)
    guard !told.isEmpty else { return [] }
    return [
      LocalizedText(
        ja: "対応する基本的方向や施策を資料が示す指標は、" + told.map(\.ja).joined(separator: "、") + "です。",
        en: "The documents assign " + told.map(\.en).joined(separator: "; ") + ".")
    ]
  }

  private func linked(_ progress: PlanProgress) -> LocalizedText? {
    let name = progress.municipality.name
    let all = progress.entries.count
    let counts = Self.levels.map { (label: $0.label, count: all - progress.countWithout($0)) }
      .filter { $0.count < all && $0.count > 0 }
    guard !counts.isEmpty else { return nil }
    return LocalizedText(
      ja: "\(name.ja)が\(all)件のうち"
        + counts.map { "\($0.label.ja)\($0.count)件" }.joined(separator: "・"),
      en: counts.map { "\($0.count) to a \($0.label.en) (\($0.label.ja))" }
        .joined(separator: " and ") + " of the \(all) indicators of \(name.en)")
  }

  // MARK: Not judged

  private var notJudged: ReportTable {
    let rows = content.rows.filter { $0.entry.judgement.gap != nil }
    let counts = ProgressSummary(of: content.plans.flatMap(\.entries), on: content.scale).notJudged
    return ReportTable(
      key: "not_judged",
      caption: LocalizedText(
        ja: "判定できない指標 \(rows.count)件（"
          + counts.map { "\($0.gap.label.ja) \($0.count)" }.joined(separator: "、") + "）",
        en: "Indicators not judged: \(rows.count) ("
          + counts.map { "\($0.gap.label.en): \($0.count)" }.joined(separator: ", ") + ")"),
      rows: rows,
      columns: (content.namesMunicipality ? [.municipality(\.plan.municipality)] : []) + [
        .key("line", "行", "line") { $0.placeCell },
        .key("indicator", "指標（事業）", "indicator (project)") {
          ReportCell(LocalizedText($0.name), value: $0.indicator.name)
        },
        .text("reason", "理由", "reason") {
          let gap = $0.entry.judgement.gap
          return ReportCell(code: gap?.code, gap.map($0.explanation))
        },
      ],
      basis: ReportBasis(
        formula: LocalizedText(
          ja: "「行」は指標が記載された資料の行", en: "the line is that of the document that prints the indicator"),
        sources: rows.map(\.indicator.citation)))
  }

  // MARK: Columns

  /// The key columns with whose they are and what is counted; where several plans stand side by side, also up to
  /// when a plan has figures, and how much of it has passed.
  private func columns(_ keys: [TableColumn<Row>]) -> [TableColumn<Row>] {
    (content.namesMunicipality ? [.municipality(\.plan.municipality)] : []) + keys
      + (content.namesMunicipality
        ? [
          .text("up_to", "実績", "figures") {
            $0.plan.newestPeriod.map { ReportCell(upTo: $0) } ?? .notPrinted
          }, .text("elapsed", "経過", "elapsed") { elapsed($0.plan) },
        ] : []) + [.number("indicators", "指標", "indicators") { ReportCell($0.summary.total) }]
      + content.scale.grades.map { grade in
        .number("grade_" + grade.id, grade.label) {
          $0.summary.grades.first { $0.grade == grade }.map { ReportCell($0.count) } ?? .empty
        }
      } + [
        .number("not_judged", "判定不可", "not judged") {
          ReportCell($0.summary.total - $0.summary.judged)
        },
        .number("median_progress", "進捗の中央値", "median progress", unit: "%") {
          $0.summary.medianProgress.map { ReportCell(percent: $0) }
            ?? ReportCell(missing: "none", text: LocalizedText("-"))
        }.drawn,
        .number("median_of", "中央値の件数", "indicators in\nthe median") {
          ReportCell($0.summary.medianCount)
        },
      ]
  }

  private func elapsed(_ progress: PlanProgress) -> ReportCell {
    guard let elapsed = progress.elapsed else { return .notComputable }
    return ReportCell(
      LocalizedText(
        ja: "\(elapsed.all)年中\(elapsed.passed)年", en: "\(elapsed.passed) of \(elapsed.all) years"),
      value: "\(elapsed.passed)/\(elapsed.all)")
  }
}

extension ReportCell {
  /// Makes a cell of a grade of a scale.
  init(_ grade: JudgementScale.Grade, of scale: JudgementScale) {
    self.init(grade.label, value: grade.id)
    tone =
      grade == scale.grades.first ? .good : grade == scale.grades.last ? .bad : .middling
  }

  /// Makes a cell of a percentage with one decimal: 64.3%.
  init(percent: Double, sources: [Citation] = []) {
    let cell = ReportCell(rounding: percent, to: 1, unit: "%", sources: sources)
    self.init(
      text: LocalizedText(cell.text.en + "%"), value: cell.value, unit: "%", status: cell.status,
      sources: sources)
  }
}
