import MunicipalModel

/// The current plans of one municipality, each once.
struct PlanSelection: Sendable {
  /// The plan that leads (``MunicipalModel/MunicipalityRecord/leadingPlan``), which stands for the municipality.
  let lead: Plan?
  /// The lead and the plans that do not print its indicators again.
  let plans: [Plan]
  /// Which indicators of the lead another plan prints again.
  let matchings: [IndicatorMatching]

  init(_ record: MunicipalityRecord) {
    let current = record.plans.filter { $0.edition == .current }
    let lead = record.leadingPlan
    var plans: [Plan] = []
    var matchings: [IndicatorMatching] = []
    for plan in current {
      guard let lead, plan != lead, !plan.indicators.isEmpty else {
        plans.append(plan)
        continue
      }
      let matching = IndicatorMatching(lead, plan)
      if matching.matches.isEmpty { plans.append(plan) }
      matchings.append(matching)
    }
    self.lead = lead
    self.plans = plans
    self.matchings = matchings
  }
}
