/// Over which time a figure counts.
public enum Accumulation: String, Hashable, Sendable, Codable, CaseIterable {
  /// The stated period alone.
  case single
  /// Since the plan began (累計), or the total of the plan's years (5年間の合計).
  case cumulative
  /// The mean of the plan's years (5年間の平均), or of the stated years.
  case average
  /// Each single year (毎年度実績).
  case yearly
  /// The state at the plan's end (計画終了時).
  case atPlanEnd = "at_plan_end"
  /// The newest figure published within the plan's term (計画期間内における最新の実績).
  case latest
}
