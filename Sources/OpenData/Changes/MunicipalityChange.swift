public import MunicipalModel

/// A change of municipalities between two tables: a merger (合併), another code, an unexplained row.
public struct MunicipalityChange: Hashable, Sendable, Codable {
  /// What happened.
  public enum Kind: String, Hashable, Sendable, Codable {
    /// Two or more municipalities became a new one (新設合併).
    case merger
    /// A municipality that keeps its code took in others (編入合併).
    case absorption
    /// One municipality got another code: a town became a city, a city was designated.
    case recoding
    /// A code is new and nothing tells what it was before.
    case appeared
    /// A code is gone and nothing tells what became of it.
    case disappeared
  }

  /// What the change was found by.
  public enum Evidence: String, Hashable, Sendable, Codable {
    /// The populations add up to the person.
    case populations
    /// The populations are within 1 %, or the tables do not tell the change of the stock.
    case nearPopulations = "near_populations"
    /// The codes only.
    case codes
  }

  /// What happened.
  public let kind: Kind
  /// The municipality in the later table; `nil` if it disappeared.
  public let successor: Municipality?
  /// The municipalities of the earlier table whose codes are gone.
  public let predecessors: [Municipality]
  /// What the change was found by.
  public let evidence: Evidence

  /// One line for a person to read.
  public var message: LocalizedText {
    func names(_ list: [Municipality]) -> String {
      list.map { "\($0.name.ja)（\($0.code)）" }.joined(separator: "、")
    }
    let before = names(predecessors)
    let after = names([successor].compactMap(\.self))
    let doubt =
      evidence == .populations
      ? LocalizedText("")
      : LocalizedText(ja: "（人口は完全には一致しません）", en: " (the populations do not fit exactly)")
    switch kind {
    case .merger:
      return LocalizedText(
        ja: "\(before)が合併して\(after)になりました\(doubt.ja)",
        en: "\(before) merged into \(after)\(doubt.en)")
    case .absorption:
      return LocalizedText(
        ja: "\(before)が\(after)に編入されました\(doubt.ja)",
        en: "\(before) were taken in by \(after)\(doubt.en)")
    case .recoding:
      return LocalizedText(
        ja: "\(before)のコードが変わり\(after)になりました\(doubt.ja)",
        en: "\(before) got another code: \(after)\(doubt.en)")
    case .appeared:
      return LocalizedText(
        ja: "\(after)は前年の表にありません", en: "\(after) is not in the table of the year before")
    case .disappeared:
      return LocalizedText(
        ja: "\(before)は当年の表にありません", en: "\(before) is not in the table of the year")
    }
  }
}
