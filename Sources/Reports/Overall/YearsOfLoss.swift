import Demography
import MunicipalModel
import Rendering

/// The years of a negative social change, out of those that are printed.
struct YearsOfLoss {
  let text: LocalizedText
  /// The years that are printed, from first to last.
  let span: LocalizedText
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
    let (start, end) = (first.year.year, last.year.year)
    span =
      start == end
      ? LocalizedText(ja: "\(start)年", en: "\(start)")
      : LocalizedText(ja: "\(start)～\(end)年", en: "\(start)–\(end)")
    if years.isEmpty {
      text = LocalizedText(ja: "なし（\(span.ja)）", en: "none (\(span.en))")
    } else if changes.count == 1 {
      text = span
    } else if years.count == changes.count {
      text = LocalizedText(
        ja: "資料のある\(start)年から毎年（\(span.ja)）",
        en: "every year since the data begin (\(span.en))")
    } else {
      text = LocalizedText(
        ja: years.map { "\($0)年" }.joined(separator: "、") + "（\(span.ja)のうち）",
        en: years.map { "\($0)" }.joined(separator: ", ") + " (of \(span.en))")
    }
  }
}
