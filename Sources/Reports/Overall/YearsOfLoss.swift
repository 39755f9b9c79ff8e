import Demography
import MunicipalModel
import Rendering

/// The years of a negative social change, out of those that are printed.
struct YearsOfLoss {
  let text: LocalizedText
  let years: [Int]
  let sources: [Citation]
  /// Whether the social change is in- less out-migrants, as far as both are printed, and no other change.
  let isOfMovesAlone: Bool

  /// Finds the years; `nil` if no account has figures of moving.
  init?(_ accounts: [PopulationAccount]) {
    let changes = accounts.compactMap { account in
      (try? account.figure(.socialChange)).map { (year: account.period, change: $0) }
    }
    guard let first = changes.first, let last = changes.last else { return nil }
    self.years = changes.filter { $0.change.value < 0 }.map(\.year.year)
    sources = changes.flatMap(\.change.sources)
    isOfMovesAlone = !accounts.contains(where: \.socialChangeHoldsOtherChange)
    let span = (first.year.year, last.year.year)
    let printed = span.0 == span.1 ? "\(span.0)" : "\(span.0)–\(span.1)"
    if years.isEmpty {
      text = LocalizedText(ja: "なし（\(printed)）", en: "none (\(printed))")
    } else if changes.count == 1 {
      text = LocalizedText(printed)
    } else if years.count == changes.count {
      text = LocalizedText(ja: "\(printed)の毎年", en: "every year, \(printed)")
    } else {
      let list = years.map { "\($0)" }.joined(separator: ", ")
      text = LocalizedText(ja: "\(list)（\(printed)のうち）", en: "\(list) (of \(printed))")
    }
  }
}
