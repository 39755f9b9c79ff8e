public import MunicipalModel

extension Indicator {
  /// Whether a count over the plan is measured from its baseline: the baseline is the same running total.
  ///
  /// A layout can say so (`running_totals`). Without it the baseline is the same count where it is cumulative
  /// itself, by its cell or by the indicator's name (企業立地件数［累計］), is above zero, no actual figure of the running
  /// total is below it, and the target is above it. A total that says whose years it counts (5年間累計, 計画期間内) starts
  /// with them, from zero, and so does one whose baseline is a dash or a figure of one year.
  public var countsFromBaseline: Bool {
    guard countsOverPlan, let baseline = first(.baseline), let start = baseline.reading.quantity,
      start.bound == nil || start.bound == .about
    else { return false }
    switch runningTotals {
    case .zero: return false
    case .baseline: return true
    case nil: break
    }
    func value(_ observation: IndicatorFigure) -> ExactDecimal? {
      observation.reading.quantity.flatMap { MeasuredUnit.value(of: $0, in: start.unit) }
    }
    let totals = actuals.filter { $0.isCumulative(in: self) }.compactMap(value)
    guard baseline.isCumulative(in: self), .zero < start.value, !namesItsYears, !totals.isEmpty,
      let aimed = target.flatMap(value)
    else { return false }
    return start.value < aimed && totals.allSatisfy { !($0 < start.value) }
  }

  /// Whether the name or a cell of baseline or target says which years the total counts.
  private var namesItsYears: Bool {
    let cells = [first(.baseline), target].compactMap { $0 }
    if cells.contains(where: { if case .span? = $0.period { true } else { false } }) { return true }
    let texts = [name] + cells.map(\.citation.printed)
    return texts.contains { text in
      let key = TextFolding.key(text)
      return ["年間", "年累計", "年合計", "か年", "カ年", "ヵ年", "ヶ年", "箇年", "期間", "～", "~"].contains(
        where: key.contains(word:))
    }
  }
}
