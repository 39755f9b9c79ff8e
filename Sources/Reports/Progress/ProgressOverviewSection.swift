import MunicipalModel
import PlanAnalysis
import Rendering

/// The indicators in two narrow tables: how far they have come, and what is to be expected.
struct ProgressOverviewSection {
  private let content: ProgressContent

  init(_ content: ProgressContent) { self.content = content }

  var section: ReportSection {
    ReportSection(
      key: "indicators", heading: LocalizedText(ja: "指標ごとの進捗", en: "Progress by indicator"),
      tables: content.plans.flatMap { [status($0), outlook($0)].filter { !$0.rows.isEmpty } })
  }

  // MARK: Status

  private func status(_ plan: PlanProgress) -> ReportTable {
    let times = ProgressTimes(plan)
    func heading(_ ja: String, _ en: String, _ period: Period?) -> LocalizedText {
      ProgressTimes.heading(LocalizedText(ja: ja, en: en), period)
    }
    return ReportTable(
      key: "status", caption: caption(plan, LocalizedText(ja: "現状", en: "status")),
      lines: grouped(rows(plan), of: plan),
      columns: Self.identity + [
        .text("direction", "向き", "better") { ReportCell(direction: $0.progress.aim) },
        .number("baseline", heading("基準値", "baseline", times.baseline)) { baseline($0, times) },
        .number("actual", heading("実績", "actual", times.actual)) { actual($0, times) },
        .number("target", heading("目標値", "target", times.target)) { target($0, times) },
        .number("achievement", "達成率", "achieved", unit: "%") { percent($0.progress.achievement) },
        .number("progress", "進捗", "progress", unit: "%") {
          percent($0.progress.progressFromBaseline).marked($0.nearTargetMark)
        }.drawn,
        .number("pace", "ペース", "pace", cell: pace), .text("grade", "評価", "grade", cell: grade),
      ], notes: [ProgressRow.directionNote] + ProgressRow.notes(on: plan.entries))
  }

  private static var identity: [TableColumn<ProgressRow>] {
    [
      .key("line", "行", "line") { $0.placeCell },
      .key("indicator", "指標（事業）", "indicator (project)") { ReportCell($0.name) },
    ]
  }

  private func baseline(_ row: ProgressRow, _ times: ProgressTimes) -> ReportCell {
    guard let baseline = row.indicator.first(.baseline) else { return Self.none }
    return ProgressTimes.cell(
      ReportCell(baseline, isCited: false), of: baseline.period, under: times.baseline)
  }

  /// The figure with how it was counted.
  private func actual(_ row: ProgressRow, _ times: ProgressTimes) -> ReportCell {
    guard let actual = row.progress.actual.defined else {
      guard let newest = row.indicator.actuals.last else { return Self.none }
      return ProgressTimes.cell(
        ReportCell(newest, isCited: false), of: newest.period, under: times.actual)
    }
    let cell = ReportCell(
      actual, of: row.indicator, decimals: row.progress.decimals + 1, isCited: false)
    return ProgressTimes.cell(cell, of: actual.period, under: times.actual)
  }

  private func target(_ row: ProgressRow, _ times: ProgressTimes) -> ReportCell {
    guard let target = row.indicator.target else { return Self.none }
    return ProgressTimes.cell(
      ReportCell(target, isCited: false), of: target.period, under: times.target)
  }

  private func percent(_ result: ProgressResult) -> ReportCell {
    switch result {
    case .success(let figure): ReportCell(percent: figure.value)
    case .failure(let gap): ReportCell(dash: gap)
    }
  }

  private func pace(_ row: ProgressRow) -> ReportCell {
    switch row.progress.pace {
    case .success(let figure):
      let cell = ReportCell(rounding: figure.value, to: 2)
      guard row.progress.paceRule != .way else { return cell }
      return ReportCell(
        text: LocalizedText(cell.text.en + "*"), value: cell.value, status: cell.status)
    case .failure(let gap): return ReportCell(dash: gap)
    }
  }

  private func grade(_ row: ProgressRow) -> ReportCell {
    if let grade = row.entry.judgement.grade { return ReportCell(grade, of: content.scale) }
    let gap = row.entry.judgement.gap
    return ReportCell(
      missing: gap?.code ?? "none",
      text: gap.map { LocalizedText(ja: "（\($0.label.ja)）", en: "(\($0.label.en))") }
        ?? LocalizedText("-"))
  }

  // MARK: Outlook

  private func outlook(_ plan: PlanProgress) -> ReportTable {
    let end = plan.years.term.map { "\($0.upperBound)" } ?? ""
    let figures: [TableColumn<ProgressRow>] = [
      .number("expected", "今あるべき値", "expected by now", cell: expected),
      .number("required", "必要量/年", "required a year", cell: required),
      .number(
        "forecast", "\(end)\(plan.years.kind == .fiscal ? "年度" : "年")の予測", "forecast \(end)",
        cell: forecast),
      .number("margin", "±（80%）", "± (80%)", cell: margin),
    ]
    let growth = TableColumn<ProgressRow>.text("growth", "成長率の評価", "growth", cell: growth)
    let rows = rows(plan).filter { row in
      (figures + [growth]).contains { $0.shown?.cell(row).status != "none" }
    }
    return ReportTable(
      key: "outlook", caption: caption(plan, LocalizedText(ja: "見通し", en: "outlook")),
      lines: grouped(rows, of: plan),
      columns: Self.identity + figures + [
        .text("outlook", "見込み", "outlook") {
          let outlook = $0.progress.forecast.defined?.outlook
          return outlook.map { ReportCell($0.label, value: $0.rawValue) } ?? Self.none
        }, growth,
      ],
      notes: [
        LocalizedText(
          ja: "必要量: ＋と－は毎年の変化、「計」は毎年の積み上げ、「毎年」は毎年の水準、「平均」は残る年の平均。"
            + "予測は3年以上の値を通る直線の延長で、！は起こりえない値。",
          en:
            "Required: + and - are a change a year, \"sum\" an amount a year, \"yearly\" a level, \"mean\" "
            + "that of the years left. The forecast is the straight line through three years or more; ! marks an "
            + "impossible figure.")
      ])
  }

  private func expected(_ row: ProgressRow) -> ReportCell {
    guard let figure = row.progress.expectedByNow.defined else { return Self.none }
    return counted(
      ReportCell(trimming: figure.value, to: min(9, row.progress.decimals + 1)), row
    ).qualified(by: row.targetQualifiers)
  }

  /// A number of an indicator as the language counts its unit, which the table of the status names.
  private func counted(
    _ cell: ReportCell, _ row: ProgressRow, style: FigureStyle = .grouped
  ) -> ReportCell {
    let unit =
      row.indicator.target?.reading.quantity?.unit ?? row.progress.actual.defined?.unit ?? ""
    guard case .decimal(let number) = cell.value else { return cell }
    return ReportCell(
      text: style.number(number, unit: unit, showsUnit: false), value: cell.value,
      unit: unit, status: cell.status, sources: cell.sources, formula: cell.formula)
  }

  private func required(_ row: ProgressRow) -> ReportCell {
    guard let required = row.progress.requiredPerYear.defined else { return Self.none }
    let style: FigureStyle = required.kind == .change ? .signed : .grouped
    let cell = counted(
      ReportCell(trimming: required.figure.value, to: min(9, row.progress.decimals + 1)), row,
      style: style)
    if required.figure.value == 0 { return cell }
    switch required.kind {
    case .change: return cell
    case .amount: return cell.qualified(by: [.sum])
    case .level, .mean:
      let counted: FigureQualifier = required.kind == .level ? .yearly : .average
      let others = row.targetQualifiers.filter { $0 != .yearly && $0 != .average }
      return cell.qualified(by: others + [counted])
    }
  }

  private func forecast(_ row: ProgressRow) -> ReportCell {
    guard let forecast = row.progress.forecast.defined else { return Self.none }
    let cell = counted(ReportCell(rounding: forecast.value, to: row.progress.decimals), row)
    guard forecast.isImpossible else { return cell }
    return ReportCell(
      text: LocalizedText(ja: cell.text.ja + "！", en: cell.text.en + "!"), value: cell.value,
      status: "impossible")
  }

  private func margin(_ row: ProgressRow) -> ReportCell {
    guard let forecast = row.progress.forecast.defined else { return Self.none }
    return counted(ReportCell(rounding: forecast.margin, to: row.progress.decimals), row)
  }

  private func growth(_ row: ProgressRow) -> ReportCell {
    row.growthGrade.map { ReportCell($0.label, value: $0.id) } ?? Self.none
  }

  // MARK: Layout

  private static let none = ReportCell(missing: "none", text: LocalizedText("-"))

  private func title(_ plan: PlanProgress) -> LocalizedText {
    content.records.title(of: plan.plan.document) ?? LocalizedText(plan.plan.title)
  }

  private func caption(_ plan: PlanProgress, _ kind: LocalizedText) -> LocalizedText {
    LocalizedText(
      ja: "\(plan.municipality.name.ja)・\(kind.ja)（行は「\(title(plan).ja)」の行）",
      en: "\(plan.municipality.name.en), \(kind.en) (lines of \(title(plan).en))")
  }

  /// The rows below headings for the goal and, where it is known, the measure.
  private func grouped(_ rows: [ProgressRow], of plan: PlanProgress) -> [TableRow<ProgressRow>] {
    var lines: [TableRow<ProgressRow>] = []
    var current: [String] = []
    for row in rows {
      let placed = row.progress.placed
      let goal = placed.node(.goal)
      let key = [goal?.number ?? "", placed.measureNumber ?? ""]
      if key != current {
        current = key
        lines.append(.group(heading(goal, measure: placed.measureNumber, in: plan)))
      }
      lines.append(.normal(row))
    }
    return lines
  }

  private func rows(_ plan: PlanProgress) -> [ProgressRow] {
    plan.entries.map { ProgressRow(plan: plan, entry: $0, growthScale: content.growthScale) }
  }

  private func heading(
    _ goal: PlanNode?, measure: String?, in plan: PlanProgress
  ) -> LocalizedText {
    let number = goal?.number ?? ""
    guard let measure else {
      let title = goal?.title ?? ""
      return LocalizedText(ja: "基本目標\(number) \(title)", en: "Goal \(number) \(title)")
    }
    let title = plan.title(of: .measure, number: measure, goal: number)
    return LocalizedText(
      ja: "基本目標\(number)・施策\(measure) \(title)", en: "Goal \(number), measure \(measure) \(title)")
  }
}

extension ReportCell {
  /// Makes a cell of a computed figure, rounded, without zeros at its end: 41, 10.5.
  fileprivate init(trimming number: Double, to decimals: Int) {
    let rounded = ExactDecimal(rounding: number, to: decimals)
    let fewer = (0..<decimals).first { digits in
      ExactDecimal(rounding: number, to: digits) == rounded
    }
    self.init(rounding: number, to: fewer ?? decimals)
  }
}
