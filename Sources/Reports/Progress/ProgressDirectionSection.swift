import MunicipalModel
import PlanAnalysis
import Rendering

/// Which way is better and why, for the indicators where that is not plain from a rising target.
struct ProgressDirectionSection {
  private let content: ProgressContent

  init(_ content: ProgressContent) { self.content = content }

  var section: ReportSection? {
    let rows = content.rows.filter(isRemarkable)
    guard !content.plans.isEmpty else { return nil }
    return ReportSection(
      key: "directions", heading: LocalizedText(ja: "目標の向き", en: "Which way is better"),
      introduction: content.plans.map(counts), tables: rows.isEmpty ? [] : [table(rows)])
  }

  /// Less is better, less is expected, or nothing told the direction.
  private func isRemarkable(_ row: ProgressRow) -> Bool {
    let aim = row.progress.aim
    guard row.progress.target.defined != nil else { return false }
    return aim.direction == .lower || aim.kind == .loweredExpectation || aim.basis == .unknown
      || (aim.direction == .higher
        && row.progress.target.defined.map { $0 < ExactDecimal(0) } == true)
  }

  private func counts(_ plan: PlanProgress) -> LocalizedText {
    let aims = plan.entries.map(\.progress).filter { $0.target.defined != nil }.map(\.aim)
    func count(_ basis: Aim.Basis) -> Int { aims.count { $0.basis == basis } }
    let lowered = aims.count { $0.kind == .loweredExpectation }
    let lower = aims.count { $0.direction == .lower }
    return LocalizedText(
      ja: "\(plan.municipality.name.ja): 目標のある指標\(aims.count)件のうち、向きが資料の記載によるもの\(count(.printed))件、"
        + "名称の語によるもの\(count(.word))件、基準値と目標値から推定したもの\(count(.inferred))件、"
        + (count(.stated) > 0 ? "利用者の指定\(count(.stated))件、" : "")
        + "不明\(count(.unknown))件（不明のものは判定しない）。減少が望ましいもの\(lower)件、"
        + "基準値より低い水準を見込むもの（期待の引下げ）\(lowered)件。",
      en:
        "\(plan.municipality.name.en): of \(aims.count) indicators with a target, the direction is printed "
        + "for \(count(.printed)), told by a word of the name for \(count(.word)), inferred from baseline and "
        + "target for \(count(.inferred)), "
        + (count(.stated) > 0 ? "stated by the caller for \(count(.stated)), " : "")
        + "and unknown for \(count(.unknown)), which are not judged; less is better for \(lower), and \(lowered) expect less than the baseline."
    )
  }

  private func table(_ rows: [ProgressRow]) -> ReportTable {
    ReportTable(
      key: "directions",
      caption: LocalizedText(
        ja: "減少が望ましい・期待を引き下げた・向きが不明の指標",
        en: "Less is better, less is expected, or the direction is unknown"), rows: rows,
      columns: [
        .key("document", "資料:行", "document:line") { ReportCell($0.indicator.citation.shortPlace) },
        .key("indicator", "指標（事業）", "indicator (project)") { ReportCell($0.name) },
        .number("baseline", "基準値", "baseline") { reading(.baseline, of: $0) },
        .number("target", "目標値", "target") { reading(.target, of: $0) },
        .text("direction", "向き", "better") {
          ReportCell($0.progress.aim.directionLabel, value: $0.progress.aim.directionCode)
        },
        .text("basis", "根拠", "basis") {
          ReportCell($0.progress.aim.basis.label, value: $0.progress.aim.basis.rawValue)
        },
        .text("aim", "目標の性格", "aim") {
          let aim = $0.progress.aim
          let years = aim.comparedPerYearOf.map {
            LocalizedText(ja: "（\($0)年で年割り）", en: " (per year of \($0))")
          }
          return ReportCell(aim.kind.label + (years ?? LocalizedText("")), value: aim.kind.rawValue)
        },
        .text("reason", "理由", "reason") {
          ReportCell($0.progress.aim.reason, value: $0.progress.aim.reason.en)
        },
      ])
  }

  private func reading(_ role: IndicatorFigure.Role, of row: ProgressRow) -> ReportCell {
    row.indicator.first(role).map { ReportCell($0, isCited: false) } ?? .empty
  }
}
