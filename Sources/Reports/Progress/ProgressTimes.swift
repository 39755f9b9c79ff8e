import MunicipalModel
import PlanAnalysis
import Rendering

extension PlanProgress {
  /// How much of the plan's term has passed by its newest figures; `nil` if it has none, or no term.
  var elapsed: IndicatorProgress.ElapsedYears? {
    newestPeriod.flatMap { try? IndicatorProgress.ElapsedYears(at: $0, of: plan.term) }
  }

  /// Up to when it has figures, and how much of its term that is: 2020年まで、5年中1年.
  var time: LocalizedText? {
    newestPeriod.map { newest in
      LocalizedText(
        ja: "\(newest.label.ja)まで" + (elapsed.map { "、\($0.all)年中\($0.passed)年" } ?? ""),
        en: "up to \(newest.label.en)"
          + (elapsed.map { ", \($0.passed) of \($0.all) years" } ?? ""))
    }
  }
}

extension Sequence<MunicipalityRecord> {
  /// The title of a document of one of them; `nil` if nothing is known of it.
  func title(of document: DocumentID) -> LocalizedText? {
    lazy.flatMap(\.documents).first { $0.document == document }?.publication?.title
  }
}

/// The times that most figures of a plan have: the heading of a column says it, and a cell its own where it
/// differs, or that none is printed.
struct ProgressTimes {
  /// That of the baselines.
  let baseline: Period?
  /// That of the newest actual figures.
  let actual: Period?
  /// That of the targets.
  let target: Period?

  init(_ plan: PlanProgress) {
    let indicators = plan.entries.map(\.indicator)
    baseline = Self.commonest(indicators.compactMap { $0.first(.baseline)?.period })
    actual = plan.newestPeriod
    target = Self.commonest(indicators.compactMap { $0.target?.period })
  }

  /// The one that stands most often; of several the latest.
  private static func commonest(_ periods: [Period]) -> Period? {
    Dictionary(grouping: periods) { $0 }.max {
      ($0.value.count, $0.key) < ($1.value.count, $1.key)
    }?.key
  }

  /// A heading with the time below it.
  static func heading(_ label: LocalizedText, _ period: Period?) -> LocalizedText {
    guard let period = period?.label else { return label }
    return LocalizedText(ja: "\(label.ja)\n（\(period.ja)）", en: "\(label.en)\n(\(period.en))")
  }

  /// A cell with its own time, unless the heading says it.
  static func cell(_ cell: ReportCell, of period: Period?, under heading: Period?) -> ReportCell {
    guard let heading, period != heading, cell.value.isNumber else { return cell }
    if let period { return cell.dated(period) }
    var undated = ReportCell(
      text: cell.text + LocalizedText(ja: "（年の記載なし）", en: " (no year)"), value: cell.value,
      unit: cell.unit, status: cell.status, sources: cell.sources, formula: cell.formula)
    undated.qualifiers = cell.qualifiers
    return undated
  }
}
