public import MunicipalModel
import OpenData

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
    /// The populations add up to the person, but other groups fit too or could not all be tried; the
    /// one whose codes are nearest is given, if one is.
    case ambiguous
    /// The codes only.
    case codes
    /// The codes only: so many are gone that not every group could be tried.
    case searchGivenUp = "search_given_up"
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
    let plain = statement
    return LocalizedText(ja: plain.ja + doubt.ja, en: plain.en + doubt.en)
  }

  private var statement: LocalizedText {
    let before = Self.names(predecessors)
    let after = Self.names([successor].compactMap(\.self))
    switch kind {
    case .merger:
      return LocalizedText(
        ja: "\(before.ja)が合併して\(after.ja)になりました", en: "\(before.en) merged into \(after.en)")
    case .absorption where predecessors.isEmpty:
      return LocalizedText(
        ja: "\(after.ja)の前年の人口は前年の表と合わず、どの市町村が編入されたか分かりません",
        en: "\(after.en) had more people a year before than the table of the year before says; "
          + "which municipalities it took in is not known")
    case .absorption:
      return LocalizedText(
        ja: "\(before.ja)が\(after.ja)に編入されました",
        en: "\(before.en) \(predecessors.count == 1 ? "was" : "were") taken in by \(after.en)")
    case .recoding:
      return LocalizedText(
        ja: "\(before.ja)のコードが変わり\(after.ja)になりました",
        en: "\(before.en) got another code: \(after.en)")
    case .appeared:
      return LocalizedText(
        ja: "\(after.ja)は前年の表にありません", en: "\(after.en) is not in the table of the year before")
    case .disappeared:
      return LocalizedText(
        ja: "\(before.ja)は当年の表にありません", en: "\(before.en) is not in the table of the year")
    }
  }

  /// What makes it uncertain.
  private var doubt: LocalizedText {
    switch evidence {
    case .populations, .codes: LocalizedText("")
    case .nearPopulations:
      LocalizedText(ja: "（人口は完全には一致しません）", en: " (the populations do not fit exactly)")
    case .ambiguous where predecessors.isEmpty || successor == nil:
      LocalizedText(
        ja: "（人口の合う組み合わせが複数あります）", en: " (the populations of more than one group fit)")
    case .ambiguous:
      LocalizedText(
        ja: "（人口は一致しますが、ほかの組み合わせもありえます。コードの近いものを示します）",
        en: " (the populations fit, but other groups may fit too; this one has the nearest codes)")
    case .searchGivenUp:
      LocalizedText(
        ja: "（変わった市町村が多く、すべての組み合わせは調べていません）",
        en: " (too many municipalities changed to try every group)")
    }
  }

  private static func names(_ list: [Municipality]) -> LocalizedText {
    LocalizedText(
      ja: list.map { "\($0.name.ja)（\($0.code)）" }.joined(separator: "、"),
      en: list.map { "\($0.name.en) (\($0.code))" }.joined(separator: ", "))
  }
}
