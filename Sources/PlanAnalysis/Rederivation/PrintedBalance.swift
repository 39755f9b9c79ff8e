import Demography
import MunicipalModel

/// A balance computed from the printed figures that make it: two flows, or the stocks at both ends.
///
/// A social change that holds other change is in- less out-migrants plus the other change; where that
/// is not printed, it is what the natural change leaves of the difference of the stocks.
struct PrintedBalance: DerivedFigure {
  private struct Term {
    let number: TracedNumber
    let isAdded: Bool
  }

  private let item: AccountItem
  private let terms: [Term]
  private let period: Period
  private let sum: Int

  /// Takes the parts from an account; `nil` if one of them is not printed, or the sum is too large.
  init?(_ item: AccountItem, in account: PopulationAccount, otherChange: TracedNumber?) {
    guard let parts = item.parts else { return nil }
    var gains: [TracedNumber?] = [account[parts.gain]]
    var losses: [TracedNumber?] = [account[parts.loss]]
    if item == .socialChange, account.definition.otherChange == .insideSocialChange {
      if let otherChange {
        gains.append(otherChange)
      } else {
        gains = [account.closingStock]
        losses = [account.openingStock] + Self.naturalChange(of: account)
      }
    }
    let terms = gains.map { ($0, true) } + losses.map { ($0, false) }
    self.terms = terms.compactMap { number, isAdded in
      number.flatMap { $0.formula == nil ? Term(number: $0, isAdded: isAdded) : nil }
    }
    guard self.terms.count == terms.count else { return nil }
    var sum = 0
    for term in self.terms {
      let (next, overflow) =
        term.isAdded
        ? sum.addingReportingOverflow(term.number.value)
        : sum.subtractingReportingOverflow(term.number.value)
      if overflow { return nil }
      sum = next
    }
    self.item = item
    self.sum = sum
    period = account.period
  }

  /// The natural change as printed, or the births, less the deaths: what is taken from the stocks.
  private static func naturalChange(of account: PopulationAccount) -> [TracedNumber?] {
    if let printed = account.naturalChange { return [printed] }
    guard let births = account.births, let deaths = account.deaths, births.formula == nil,
      deaths.formula == nil, let change = try? account.figure(.naturalChange)
    else { return [nil] }
    return [TracedNumber(change.value, sources: change.sources)]
  }

  var label: LocalizedText {
    LocalizedText(
      ja: "\(period.label.ja) \(item.label.ja)", en: "\(item.label.en), \(period.label.en)")
  }

  var unit: LocalizedText { LocalizedText(ja: "人", en: "persons") }

  var formula: LocalizedText {
    let texts = terms.enumerated().map { index, term -> String in
      let number = "\(term.number.value)"
      guard index > 0 else { return number }
      return (term.isAdded ? " + " : " − ") + (term.number.value < 0 ? "(\(number))" : number)
    }
    return LocalizedText(texts.joined())
  }

  var sources: [Citation] { terms.flatMap(\.number.sources) }

  var value: Double { Double(sum) }

  func rounded(to decimals: Int, rule: RoundingRule) -> ExactDecimal? { ExactDecimal(exactly: sum) }
}
