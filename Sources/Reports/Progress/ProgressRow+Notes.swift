import MunicipalModel
import PlanAnalysis
import Rendering

extension PlanProgress.Entry {
  /// Whether the pace is that of a level against the target.
  var hasLevelPace: Bool { progress.pace.defined != nil && progress.paceRule != .way }
}

extension ReportCell {
  /// The cell with a mark behind its figure.
  func marked(_ mark: String) -> ReportCell {
    guard !mark.isEmpty, status == "value" else { return self }
    return followed(by: LocalizedText(mark))
  }
}

extension ProgressRow {
  /// The mark of a progress whose target is close to the baseline; empty for any other.
  var nearTargetMark: String { progress.isTargetNearBaseline ? "†" : "" }

  /// How the words behind a direction are meant.
  static let directionNote = LocalizedText(
    ja: "向き: 記載は資料の記載、語は名称の語、推定は基準値と目標値による。不明のものは判定しない。",
    en:
      "Better: printed in the document, told by a word of the name, or inferred from baseline and target; "
      + "what is unknown is not judged.")

  /// What the marks of a table's rows mean.
  static func notes(on entries: [PlanProgress.Entry]) -> [LocalizedText] {
    (entries.contains { $0.progress.isTargetNearBaseline } ? [nearTargetNote] : [])
      + (entries.contains { $0.hasLevelPace } ? [levelPaceNote] : [])
  }

  private static let nearTargetNote = LocalizedText(
    ja: "† 目標が基準に近く、進捗とペースは小さな動きで大きく振れる。中央値や最も遅い指標には数えない",
    en:
      "† the target is close to the baseline, so that progress and pace swing widely; such indicators decide "
      + "no median and are not named as the slowest")

  /// What the star means.
  static let levelPaceNote = LocalizedText(
    ja: "* 年数按分ではなく目標の水準との比（毎年度・平均の目標、維持・引下げの目標、基準値のない到達済みの目標）",
    en:
      "* the level against the target, not pro rata: targets of each year or of a mean, targets that "
      + "hold or lower the level, and targets reached without a baseline")
}
