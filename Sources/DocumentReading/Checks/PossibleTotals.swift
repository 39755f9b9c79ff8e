import MunicipalModel

extension DocumentSession {
  /// Asks whether actual figures that say 延べ and never fall are running totals, beside a target of 延べ over several
  /// years: 延べ300人（令和2～6年度） with 延べ160人 and then 延べ212人. Taken as yearly ones they are added up.
  mutating func reportPossibleTotals(of indicator: Indicator) {
    func isTurnout(_ figure: IndicatorFigure) -> Bool {
      ["延べ", "のべ", "延"].contains { TextFolding.key(figure.citation.printed).hasPrefix($0) }
    }
    let actuals = indicator.actuals.filter { $0.reading.quantity != nil }
    let values = actuals.compactMap(\.reading.value)
    guard let target = indicator.target, target.accumulation == .cumulative, isTurnout(target),
      let last = actuals.last, actuals.count > 1,
      actuals.allSatisfy({ isTurnout($0) && $0.accumulation != .cumulative }),
      Set(actuals.compactMap { $0.reading.quantity?.unit }).count == 1,
      zip(values, values.dropFirst()).allSatisfy({ !($1 < $0) })
    else { return }
    warn(
      "may-be-running-total", at: last.citation,
      ja:
        "目標は数年間の延べ数で、実績の延べ数は減っていません。各年の数として合計しますが、累計なら layout の accumulations で actual を cumulative にしてください",
      en:
        "the target counts over several years and the actual figures never fall; they are added up as yearly ones; "
        + "if they are running totals, say so in the layout (accumulations, actual, cumulative)")
  }
}
