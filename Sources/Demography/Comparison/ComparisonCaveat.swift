public import MunicipalModel

/// What a reader must know about rates that were compared although their tables count differently.
///
/// Denominator and scale are part of the arithmetic, so a difference there is an error. What a table
/// counts is not: each rate is right for its own table, cities often do not say what they count, and
/// no figure can be converted. So such differences come along with the result.
public struct ComparisonCaveat: Hashable, Sendable, Codable {
  /// What differs or is not known.
  public struct Code: RawRepresentable, Hashable, Sendable, Codable {
    /// A stable name.
    public let rawValue: String
    /// Makes a code from its stable name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Other change (職権記載・消除など) is inside the migration figures of only some tables.
    package static let otherChangeDiffers = Self(rawValue: "other-change-differs")
    /// At least one table does not say where other change is counted.
    package static let otherChangeNotStated = Self(rawValue: "other-change-not-stated")
    /// Only some tables count foreign residents.
    package static let foreignResidentsDiffer = Self(rawValue: "foreign-residents-differ")
    /// At least one table does not say whether it counts foreign residents.
    package static let foreignResidentsNotStated = Self(rawValue: "foreign-residents-not-stated")
    /// The stocks are counted on different days of the year.
    package static let stockDateDiffers = Self(rawValue: "stock-date-differs")
    /// The tables come from different registers or statistics.
    package static let sourceDiffers = Self(rawValue: "source-differs")
    /// The rates are not of the same time; only a ranking says so.
    package static let periodsDiffer = Self(rawValue: "periods-differ")
  }

  /// What differs or is not known.
  public let code: Code
  /// One sentence for a person to read.
  public let message: LocalizedText
}

extension ComparisonCaveat {
  /// What is to be said about rates of one kind that are set against each other.
  static func caveats(for rates: [CrudeRate]) -> [Self] {
    // Most rates are of one table.
    var tables: Set<PopulationDefinition> = []
    for (index, rate) in rates.enumerated()
    where index == 0 || rate.population != rates[index - 1].population {
      tables.insert(rate.population)
    }
    return caveats(for: rates.map(\.kind), in: tables)
  }

  /// What is to be said about rates of these kinds that come from these tables.
  static func caveats(
    for kinds: [CrudeRateKind], in tables: Set<PopulationDefinition>
  ) -> [Self] {
    var found: [Self] = []
    func check(_ isDoubtful: Bool, _ code: Code, ja: String, en: String) {
      if isDoubtful { found.append(Self(code: code, message: LocalizedText(ja: ja, en: en))) }
    }
    if kinds.contains(where: \.dependsOnOtherChange) {
      let stated = Set(tables.map(\.otherChange))
      check(
        stated.isSuperset(of: [.apart, .insideSocialChange]), .otherChangeDiffers,
        ja: "職権による増減などを社会増減に含む表と含まない表がある。",
        en: "Only some of the tables count other change inside the social change.")
      check(
        stated.contains(.notStated), .otherChangeNotStated,
        ja: "職権による増減などの扱いが明記されていない表がある。",
        en: "A table does not say where other change is counted.")
    }
    let stated = Set(tables.map(\.foreignResidents))
    check(
      stated.subtracting([.notStated]).count > 1, .foreignResidentsDiffer,
      ja: "外国人住民を含む表と含まない表がある。",
      en: "Only some of the tables count foreign residents.")
    check(
      stated.contains(.notStated), .foreignResidentsNotStated,
      ja: "外国人住民を含むかどうかが明記されていない表がある。",
      en: "A table does not say whether it counts foreign residents.")
    check(
      Set(tables.map(\.stockDate)).count > 1, .stockDateDiffers,
      ja: "人口の基準日が異なる。", en: "The populations are counted on different days of the year.")
    check(
      Set(tables.map(\.source)).count > 1, .sourceDiffers,
      ja: "統計の出所が異なる。", en: "The tables come from different registers or statistics.")
    return found
  }
}
