/// What a printed achievement (達成率, 進捗率) divides by what.
public enum AchievementDefinition: String, Hashable, Sendable, Codable, CaseIterable {
  /// actual ÷ target; where less is better also target ÷ actual.
  case ofTarget = "of_target"
  /// (actual − baseline) ÷ (target − baseline), the same way up and down.
  case fromBaseline = "from_baseline"
}

/// What a running total (累計) is counted from.
package enum RunningTotalStart: String, Hashable, Sendable, Codable, CaseIterable {
  /// From zero: the total of the plan's years.
  case zero
  /// From the baseline, which is the same count before the plan: 347 → 429 → 465.
  case baseline
}
