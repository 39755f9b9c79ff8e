public import MunicipalModel

/// A caveat of a comparison over several years, and the years in which it holds.
public struct DatedCaveat: Hashable, Sendable, Codable {
  /// What differs or is not known.
  public let caveat: ComparisonCaveat
  /// The years in which it does, the oldest first.
  public internal(set) var years: [Period]

  /// The years and the sentence: 2018–2019, 2021: The tables come from different registers …
  public var message: LocalizedText {
    LocalizedText(
      ja: "\(span.ja): \(caveat.message.ja)", en: "\(span.en): \(caveat.message.en)")
  }

  /// The years in brief: 2018–2019, 2021.
  package var span: LocalizedText {
    let spans = years.map(\.year).reduce(into: [ClosedRange<Int>]()) { spans, year in
      if let last = spans.last, year == last.upperBound + 1 {
        spans[spans.count - 1] = last.lowerBound...year
      } else {
        spans.append(year...year)
      }
    }
    func text(joining dash: String, _ comma: String) -> String {
      spans.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)\(dash)\($0.upperBound)" }
        .joined(separator: comma)
    }
    return LocalizedText(ja: "\(text(joining: "～", "、"))年", en: text(joining: "–", ", "))
  }
}
