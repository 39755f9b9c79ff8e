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
    let visions: [PledgeProgress.Level] =
      progress.visions + [progress.overall].compactMap(\.self)
    let rounding = progress.rounding.label
    let derived = LocalizedText(ja: "計算（\(rounding.ja)）", en: "derived (\(rounding.en))")
    return ReportTable(
      key: "pledge_visions",
      caption: LocalizedText(ja: "ビジョンの進捗（%）", en: "Progress of visions (%)"),
      lines: visions.map { $0.number.isEmpty ? .total($0) : .normal($0) },
      columns: [
        .key("number", "番号", "number", cell: number(of:)),
        .text("title", "ビジョン", "vision") { ReportCell($0.title) },
        .number("count", "公約数", "pledges") { ReportCell($0.pledges) },
        .number("printed", "公表", "printed", unit: "%") {
          $0.printed.map { ReportCell(percentage: $0) } ?? .notPrinted
        },
        .number("derived", derived, unit: "%") {
          ReportCell($0.mean, rounded: $0.derived, unit: "%")
        },
        .number("mean", "平均", "mean", unit: "%") {
          ReportCell(rounding: $0.mean.value, to: 2, unit: "%")
        },
      ], basis: basis)
  }

  private func number(of vision: PledgeProgress.Level) -> ReportCell {
    vision.number.isEmpty
      ? ReportCell(LocalizedText(ja: "全体", en: "whole"), value: "all")
      : ReportCell(vision.number)
  }

  private var pledges: ReportTable {
    ReportTable(
      key: "pledges", caption: LocalizedText(ja: "公約の進捗（%）", en: "Progress of pledges (%)"),
      rows: progress.pledges,
      columns: [
        .key("number", "番号", "number") { ReportCell($0.number) },
        .text("title", "公約", "pledge") { ReportCell($0.title, sources: [$0.citation]) },
        .number("progress", "進捗", "progress", unit: "%") { pledge in
          pledge.progress.first.map {
            ReportCell(percentage: $0, sources: pledge.progress.map(\.citation))
          } ?? .notPrinted
        },
        .number("measures", "施策数", "measures") { ReportCell($0.children.count) },
        .text("departments", "担当部署", "departments") {
          ReportCell($0.children.flatMap(\.departments).uniqued.joined(separator: "、"))
        },
      ], basis: basis)
  }

  private var departments: ReportTable {
    ReportTable(
      key: "pledge_departments",
      caption: LocalizedText(
        ja: "担当部署ごとの公約（施策の進捗は資料に記載がないため、公約の進捗の平均）",
        en:
          "Pledges by department (the mean of their pledges; measures' own progress is not printed)"
      ), rows: progress.departments,
      columns: [
        .key("department", "担当部署", "department") { ReportCell($0.name) },
        .number("measures", "施策数", "measures") { ReportCell($0.measures) },
        .number("pledges", "公約数", "pledges") { ReportCell($0.pledges.count) },
        .number("mean", "平均", "mean", unit: "%") {
          ReportCell(
            rounding: $0.mean?.value, to: 1, unit: "%", sources: $0.mean?.sources ?? [],
            formula: $0.mean?.formula)
        },
      ], basis: basis)
  }
}
