import MunicipalModel
import PlanAnalysis
import Rendering

/// What to be careful about, and how the measures are defined.
struct MeasureNotesSection {
  private let content: ProgressContent

  init(_ content: ProgressContent) { self.content = content }

  var section: ReportSection {
    ReportSection(
      key: "notes", heading: LocalizedText(ja: "注意と定義", en: "Cautions and definitions"),
      tables: [cautions].filter { !$0.rows.isEmpty }, closing: Self.definitions)
  }

  /// The cautions that no other table shows.
  private var cautions: ReportTable {
    let rows = content.rows.map { row in
      (row: row, cautions: row.progress.cautions.filter { $0 != .targetBehindBaseline })
    }
    return ReportTable(
      key: "cautions", caption: LocalizedText(ja: "注意を要する指標", en: "Indicators to be careful with"),
      rows: rows.filter { !$0.cautions.isEmpty },
      columns: [
        .key("document", "資料:行", "document:line") {
          ReportCell($0.row.indicator.citation.shortPlace)
        },
        .key("indicator", "指標（事業）", "indicator (project)") { ReportCell($0.row.name) },
        .text("caution", "注意", "caution") { row, cautions in
          let texts = cautions.map { text($0, row) }
          return ReportCell(
            texts.joined("、", "; "),
            value: cautions.map(\.rawValue).joined(separator: ";"))
        },
      ])
  }

  private func text(_ caution: IndicatorProgress.Caution, _ row: ProgressRow) -> LocalizedText {
    let years = row.progress.actual.defined?.missingYears ?? []
    guard caution == .missingYears, !years.isEmpty else { return caution.label }
    let list = years.map { String(row.plan.years.year(of: $0)) }
    return LocalizedText(
      ja: "\(caution.label.ja)（\(list.joined(separator: "、"))）",
      en: "\(caution.label.en) (\(list.joined(separator: ", ")))")
  }

  private static let definitions: [LocalizedText] = [
    LocalizedText(
      ja: "達成率 = 実績 ÷ 目標（減少が望ましいものは 目標 ÷ 実績）。実績は目標と同じ数え方にそろえる: 目標が累計・5年間の合計なら各年を合計、"
        + "5年間の平均なら各年を平均、毎年度・計画終了時なら最新の値。",
      en:
        "Achievement = actual ÷ target (target ÷ actual where less is better). The actual figure is counted "
        + "as the target is: yearly figures are summed for a total of the plan, averaged for a mean, and the "
        + "newest is taken for a target of each year or of the plan's end."),
    LocalizedText(
      ja: "進捗 =（実績 − 基準値）÷（目標 − 基準値）。累計の目標は0から、基準値も同じ累計なら基準値から数える。ペース = 進捗 ÷ 経過年数の割合で、1が年数按分どおり。",
      en:
        "Progress = (actual − baseline) ÷ (target − baseline); a count over the plan starts at zero, or at "
        + "a baseline that is the same running total. Pace = "
        + "progress ÷ share of the plan's years passed; 1 is exactly on schedule."),
    LocalizedText(
      ja: "成長率の評価 = 基準年からの年平均成長率 ÷ 目標に必要な年平均成長率（Eurostat、カナダ統計局）。正負が変わりうる値、"
        + "累計、毎年度の目標、期待の引下げには用いない。",
      en:
        "Growth = compound growth since the baseline ÷ compound growth that the target requires (Eurostat, "
        + "Statistics Canada). It is not used for figures that may change sign, counts over the plan, targets "
        + "of each year and lowered expectations."),
  ]
}
