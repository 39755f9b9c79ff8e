import MunicipalModel

/// The current plans of one municipality, each once.
struct PlanSelection: Sendable {
  /// The plan with the most actual figures, which stands for the municipality.
  let lead: Plan?
  /// The lead and the plans that do not print its indicators again.
  let plans: [Plan]
  /// Which indicators of the lead another plan prints again.
  let matchings: [IndicatorMatching]

  init(_ record: MunicipalityRecord) {
    let current = record.plans.filter { $0.edition == .current }
    let lead = Self.lead(of: current.filter { !$0.indicators.isEmpty })
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

  private static func lead(of plans: [Plan]) -> Plan? {
    plans.enumerated().max { first, second in
      let counts = (actualCount(first.element), actualCount(second.element))
      return counts.0 == counts.1 ? first.offset > second.offset : counts.0 < counts.1
    }?.element
  }

  private static func actualCount(_ plan: Plan) -> Int {
    plan.indicators.reduce(0) { sum, placed in
      sum + placed.indicator.actuals.count { $0.reading.quantity != nil }
    }
  }
}
