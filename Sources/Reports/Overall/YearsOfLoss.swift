import Demography
import MunicipalModel
import Rendering

/// The years in which more people moved out than in, out of those that are printed.
struct YearsOfLoss {
  let text: LocalizedText
  let years: [Int]
  let sources: [Citation]

  /// Finds the years; `nil` if no account has figures of moving.
  init?(_ accounts: [PopulationAccount]) {
    let changes = accounts.compactMap { account in
      (try? account.figure(.socialChange)).map { (year: account.period, change: $0) }
    }
    guard let first = changes.first, let last = changes.last else { return nil }
    years = changes.filter { $0.change.value < 0 }.map(\.year.year)
    sources = changes.flatMap(\.change.sources)
    let printed = "\(first.year.year)–\(last.year.year)"
    if years.isEmpty {
      text = LocalizedText(ja: "なし（\(printed)）", en: "none (\(printed))")
    } else if years.count == changes.count {
      text = LocalizedText(ja: "\(printed)の毎年", en: "every year, \(printed)")
    } else {
      let list = years.map { "\($0)" }.joined(separator: ", ")
      text = LocalizedText(ja: "\(list)（\(printed)のうち）", en: "\(list) (of \(printed))")
    }
  }
}
