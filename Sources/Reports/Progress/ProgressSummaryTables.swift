import MunicipalModel
import PlanAnalysis
import Rendering

/// Counts of grades by goal, direction and measure, and what was not judged.
struct ProgressSummaryTables {
  private let content: ProgressContent

  init(_ content: ProgressContent) { self.content = content }

  var tables: [ReportTable] { [byGoal, byMeasure, notJudged].compactMap { $0 } }

  /// What is counted: every indicator of the judged plans.
  private var basis: ReportBasis {
    ReportBasis(
      formula: LocalizedText(
        ja: "資料に記載された指標を数えた。中央値は（実績 − 基準値）÷（目標 − 基準値）の中央値で、目標が基準に近いものと±300%を超えるものを除く",
        en: "counted among the indicators that the documents print; the median is that of "
          + "(actual − baseline) ÷ (target − baseline), without targets close to the baseline and "
          + "figures beyond ±300 %"),
      sources: content.plans.flatMap { $0.entries.map(\.indicator.citation) })
  }

  // MARK: By node

  private var byGoal: ReportTable {
    var rows: [ReportRow] = []
    for progress in content.plans {
      for goal in progress.summaries(by: .goal) {
        let title = "\(goal.number) \(goal.title)"
        let name = LocalizedText(ja: "基本目標\(title)", en: "goal \(title)")
        rows.append(
          ReportRow(
            municipality(progress) + [ReportCell(name, value: goal.number)] + times(progress)
              + cells(goal)))
      }
      let all = ReportCell(LocalizedText(ja: "全体", en: "all"), value: "all")
      rows.append(
        .subtotal(municipality(progress) + [all] + times(progress) + cells(progress.summary)))
    }
    return ReportTable(
      key: "by_goal", caption: LocalizedText(ja: "基本目標ごと", en: "By goal"),
      columns: columns([.key("goal", LocalizedText(ja: "基本目標", en: "goal"))]), rows: rows,
      notes: content.plans.flatMap(notes), basis: basis)
  }

  /// The directions and measures, where a document says which indicator belongs to which.
  private var byMeasure: ReportTable? {
    var rows: [ReportRow] = []
    for progress in content.plans {
      for level in Self.levels {
        for summary in progress.summaries(by: level) {
          let key = [
            ReportCell(level.label, value: level.rawValue), ReportCell(summary.goal),
            ReportCell(
              LocalizedText("\(summary.number) \(summary.title)"), value: summary.number),
          ]
          rows.append(ReportRow(municipality(progress) + key + times(progress) + cells(summary)))
        }
      }
    }
    guard !rows.isEmpty else { return nil }
    return ReportTable(
      key: "by_measure",
      caption: LocalizedText(ja: "基本的方向・施策ごと", en: "By direction and measure"),
      columns: columns([
        .key("level", LocalizedText(ja: "階層", en: "level")),
        .key("goal", LocalizedText(ja: "目標", en: "goal")),
        .key("number", LocalizedText(ja: "名称", en: "name")),
      ]), rows: rows, basis: basis)
  }

  private static let levels: [PlanLevel] = [.direction, .measure]

  /// How far the document says to which node an indicator belongs.
  private func notes(_ progress: PlanProgress) -> [LocalizedText] {
    let name = progress.municipality.name
    let all = progress.entries.count
    return Self.levels.compactMap { level in
      let linked = all - progress.countWithout(level)
      guard linked < all else { return nil }
      return LocalizedText(
        ja: "\(name.ja)の資料が\(level.label.ja)との対応を示す指標は\(all)件中\(linked)件です。",
        en:
          "\(name.en)'s document says to which \(level.label.en) an indicator belongs for \(linked) of "
          + "\(all).")
    }
  }

  // MARK: Not judged

  private var notJudged: ReportTable? {
    let rows = content.rows.filter { $0.entry.judgement.gap != nil }
    guard !rows.isEmpty else { return nil }
    let counts = ProgressSummary(of: content.plans.flatMap(\.entries), on: content.scale).notJudged
    return ReportTable(
      key: "not_judged",
      caption: LocalizedText(
        ja: "判定できない指標 \(rows.count)件（"
          + counts.map { "\($0.gap.label.ja) \($0.count)" }.joined(separator: "、") + "）",
        en: "Indicators not judged: \(rows.count) ("
          + counts.map { "\($0.gap.label.en): \($0.count)" }.joined(separator: ", ") + ")"),
      columns: municipality + [
        .key("line", LocalizedText(ja: "行", en: "line")),
        .key("indicator", LocalizedText(ja: "指標（事業）", en: "indicator (project)")),
        .text("reason", LocalizedText(ja: "理由", en: "reason")),
      ],
      rows: rows.map { row in
        let gap = row.entry.judgement.gap
        return ReportRow(
          municipality(row.plan) + [
            row.placeCell,
            ReportCell(LocalizedText(row.name), value: row.indicator.name),
            ReportCell(code: gap?.rawValue, gap.map(row.explanation)),
          ])
      },
      basis: ReportBasis(
        formula: LocalizedText(
          ja: "「行」は指標が記載された資料の行", en: "the line is that of the document that prints the indicator"),
        sources: rows.map(\.indicator.citation)))
  }

  // MARK: Columns

  private var municipality: [ReportColumn] {
    content.namesMunicipality
      ? [.key("municipality", LocalizedText(ja: "市町村", en: "municipality"))] : []
  }

  private func municipality(_ progress: PlanProgress) -> [ReportCell] {
    content.namesMunicipality
      ? [ReportCell(progress.municipality.name, value: progress.municipality.code.sixDigits)] : []
  }

  /// Up to when a plan has figures, and how much of it has passed: where several stand side by side.
  private var times: [ReportColumn] {
    content.namesMunicipality
      ? [
        .text("up_to", LocalizedText(ja: "実績", en: "figures")),
        .text("elapsed", LocalizedText(ja: "経過", en: "passed")),
      ] : []
  }

  private func times(_ progress: PlanProgress) -> [ReportCell] {
    guard content.namesMunicipality else { return [] }
    let newest = progress.newestPeriod
    let elapsed = newest.flatMap { try? ElapsedYears(at: $0, of: progress.plan.term) }
    return [
      newest.map { ReportCell(upTo: $0) } ?? .notPrinted,
      elapsed.map {
        ReportCell(
          LocalizedText(ja: "\($0.passed)/\($0.all)年", en: "\($0.passed) of \($0.all) years"),
          value: "\($0.passed)/\($0.all)")
      } ?? .notComputable,
    ]
  }

  private func columns(_ keys: [ReportColumn]) -> [ReportColumn] {
    let grades = content.scale.grades.map { ReportColumn.number("grade_" + $0.id, $0.label) }
    return municipality + keys + times
      + [.number("indicators", LocalizedText(ja: "指標", en: "indicators"))] + grades + [
        .number("not_judged", LocalizedText(ja: "判定不可", en: "not judged")),
        .number(
          "median_progress", LocalizedText(ja: "進捗の中央値", en: "median progress"), unit: "%"),
        .number("median_of", LocalizedText(ja: "（件数）", en: "(of)")),
      ]
  }

  private func cells(_ summary: ProgressSummary) -> [ReportCell] {
    let median =
      summary.medianProgress.map { ReportCell(percent: $0) }
      ?? ReportCell(missing: "none", text: LocalizedText("-"))
    return [ReportCell(summary.total)] + summary.grades.map { ReportCell($0.count) }
      + [ReportCell(summary.total - summary.judged), median, ReportCell(summary.medianCount)]
  }
}

extension ReportCell {
  /// Makes a cell of a percentage with one decimal: 64.3%.
  init(percent: Double, sources: [Citation] = []) {
    let cell = ReportCell(rounding: percent, to: 1, unit: "%", sources: sources)
    self.init(
      text: LocalizedText(cell.text.en + "%"), value: cell.value, unit: "%", status: cell.status,
      sources: sources)
  }
}
