import MunicipalModel
import PlanAnalysis
import Rendering

/// The mayor's pledges: progress by vision, by pledge and by department, with the averages derived.
struct PledgeSection {
  private let progress: PledgeProgress
  private let plan: Plan

  /// The sections of all plans that have pledges.
  static func sections(of records: [MunicipalityRecord]) -> [ReportSection] {
    records.flatMap(\.documents).flatMap { contents in
      contents.plans.compactMap { PledgeSection($0, rounding: contents.meanRounding)?.section }
    }
  }

  /// Makes the section, or `nil` if the plan has no pledges.
  ///
  /// - Parameter rounding: how the document says that its means are rounded.
  init?(_ plan: Plan, rounding: RoundingRule? = nil) {
    guard let progress = PledgeProgress(plan, rounding: rounding) else { return nil }
    self.progress = progress
    self.plan = plan
  }

  var section: ReportSection {
    ReportSection(
      key: "pledges", heading: LocalizedText(ja: plan.title, en: "Pledges (\(plan.document))"),
      introduction: [introduction], tables: [visions, pledges, departments])
  }

  private var introduction: LocalizedText {
    let rule = progress.rounding.label
    return progress.rounding == .truncated
      ? LocalizedText(
        ja: "公表された平均は切捨てで再現できます: ビジョンは公約の平均の整数部分、全体は切り捨てたビジョンの平均の小数第1位まで。",
        en:
          "Truncation reproduces the printed averages: a vision is the whole part of its pledges' mean, "
          + "the whole is the mean of the truncated visions to one decimal.")
      : LocalizedText(
        ja: "計算した平均は公表値の桁に\(rule.ja): ビジョンは公約の平均、全体はビジョンの平均。",
        en:
          "Computed averages are \(rule.en) to the printed digits: a vision is the mean of its pledges, the "
          + "whole that of the visions.")
  }

  /// What is counted: the pledges and their measures.
  private var basis: ReportBasis {
    ReportBasis(
      formula: LocalizedText(
        ja: "資料に記載された公約・施策を数えた",
        en: "counted among the pledges and measures that the document prints"),
      sources: plan.nodes.map(\.node.citation))
  }

  private var visions: ReportTable {
    let levels = progress.visions + (progress.overall.map { [$0] } ?? [])
    let rows = levels.map { level -> ReportRow in
      let cells = [
        ReportCell(
          level.number.isEmpty
            ? LocalizedText(ja: "全体", en: "whole") : LocalizedText(level.number),
          value: level.number.isEmpty ? "all" : level.number),
        ReportCell(level.title), ReportCell(level.pledges),
        level.printed.map { ReportCell(percentage: $0) } ?? .notPrinted,
        level.derived.map {
          ReportCell($0, unit: "%", sources: level.mean.sources, formula: level.mean.formula)
        } ?? .notComputable,
        ReportCell(rounding: level.mean.value, to: 2, unit: "%"),
      ]
      return level.number.isEmpty ? .total(cells) : ReportRow(cells)
    }
    return ReportTable(
      key: "pledge_visions",
      caption: LocalizedText(ja: "ビジョンの進捗（%）", en: "Progress of visions (%)"),
      columns: [
        .key("number", LocalizedText(ja: "番号", en: "number")),
        .text("title", LocalizedText(ja: "ビジョン", en: "vision")),
        .number("count", LocalizedText(ja: "公約数", en: "pledges")),
        .number("printed", LocalizedText(ja: "公表", en: "printed"), unit: "%"),
        .number(
          "derived",
          LocalizedText(
            ja: "計算（\(progress.rounding.label.ja)）", en: "derived (\(progress.rounding.label.en))"),
          unit: "%"),
        .number("mean", LocalizedText(ja: "平均", en: "mean"), unit: "%"),
      ], rows: rows, basis: basis)
  }

  private var pledges: ReportTable {
    let rows = progress.pledges.map { pledge -> ReportRow in
      let departments = pledge.children.flatMap(\.departments).uniqued
      return [
        ReportCell(pledge.number), ReportCell(pledge.title, sources: [pledge.citation]),
        pledge.progress.first.map {
          ReportCell(percentage: $0, sources: pledge.progress.map(\.citation))
        } ?? .notPrinted, ReportCell(pledge.children.count),
        ReportCell(departments.joined(separator: "、")),
      ]
    }
    return ReportTable(
      key: "pledges", caption: LocalizedText(ja: "公約の進捗（%）", en: "Progress of pledges (%)"),
      columns: [
        .key("number", LocalizedText(ja: "番号", en: "number")),
        .text("title", LocalizedText(ja: "公約", en: "pledge")),
        .number("progress", LocalizedText(ja: "進捗", en: "progress"), unit: "%"),
        .number("measures", LocalizedText(ja: "施策数", en: "measures")),
        .text("departments", LocalizedText(ja: "担当部署", en: "departments")),
      ], rows: rows, basis: basis)
  }

  private var departments: ReportTable {
    let rows = progress.departments.map { department -> ReportRow in
      [
        ReportCell(department.name), ReportCell(department.measures),
        ReportCell(department.pledges.count),
        ReportCell(
          rounding: department.mean?.value, to: 1, unit: "%",
          sources: department.mean?.sources ?? [], formula: department.mean?.formula),
      ]
    }
    return ReportTable(
      key: "pledge_departments",
      caption: LocalizedText(
        ja: "担当部署ごとの公約（施策の進捗は資料に記載がないため、公約の進捗の平均）",
        en:
          "Pledges by department (the mean of their pledges; measures' own progress is not printed)"
      ),
      columns: [
        .key("department", LocalizedText(ja: "担当部署", en: "department")),
        .number("measures", LocalizedText(ja: "施策数", en: "measures")),
        .number("pledges", LocalizedText(ja: "公約数", en: "pledges")),
        .number("mean", LocalizedText(ja: "平均", en: "mean"), unit: "%"),
      ], rows: rows, basis: basis)
  }
}
