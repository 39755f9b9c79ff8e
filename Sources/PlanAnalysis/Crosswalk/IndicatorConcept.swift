public import Demography
public import MunicipalModel

/// What an indicator measures, whatever a city calls it: tourist arrivals, business start-ups, ….
public struct IndicatorConcept: Hashable, Sendable, Identifiable {
  /// The stable name, in snake case.
  public let id: String
  /// The name to show.
  public let name: LocalizedText
  /// The stable name of the theme that it belongs to.
  public let theme: String
  /// Which way is better, if that can be said of every city.
  public let direction: Direction?
  /// Whether the figure may be above or below zero, so that ratios of it mean nothing.
  public let mayChangeSign: Bool
  /// Whether a level per 1,000 residents makes sense.
  public let isPerResident: Bool
  /// The rate that counts are brought to, through the population table.
  ///
  /// A city without an indicator of the concept is then represented by its population table.
  public let rate: CrudeRateKind?
  /// The Sustainable Development Goals that it serves, and why.
  package let sdgs: [ConceptGoal]
  /// The names by which an indicator is recognised.
  package let patterns: [NamePattern]
  /// What two indicators of the concept may differ in.
  package let aspects: [DefinitionAspect]
}

/// One of the 17 goals that a concept serves.
package struct ConceptGoal: Hashable, Sendable {
  /// The goal, 1 to 17.
  package let goal: Int
  /// Why.
  package let rationale: LocalizedText
}

/// Something that the definitions of two indicators may differ in, such as whether events count.
package struct DefinitionAspect: Hashable, Sendable, Identifiable {
  /// The stable name, in snake case.
  package let id: String
  /// The name to show.
  package let name: LocalizedText
  /// How comparable two indicators are at most that differ in it.
  package let ifDifferent: Crosswalk.Comparability
}

extension Crosswalk {
  /// How comparable two indicators are.
  public enum Comparability: String, Hashable, Sendable, CaseIterable, Comparable, Decodable {
    /// 関連するのみ: they measure related things; only direction and progress can be compared.
    case related
    /// 似た定義: the same thing, defined in slightly different ways; levels can be compared with care.
    case similar
    /// 同じ定義: what the documents say of their definitions is the same.
    case sameDefinition = "same_definition"

    /// The word to show.
    public var label: LocalizedText {
      switch self {
      case .related: LocalizedText(ja: "関連するのみ", en: "related only")
      case .similar: LocalizedText(ja: "似た定義", en: "similar")
      case .sameDefinition: LocalizedText(ja: "同じ定義", en: "same definition")
      }
    }

    /// Orders from `related` to `sameDefinition`.
    public static func < (left: Self, right: Self) -> Bool {
      (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
    }
  }
}

extension IndicatorConcept: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case id, name, theme, direction, rate, sdgs, aspects
    case mayChangeSign = "may_change_sign"
    case isPerResident = "per_resident"
    case patterns = "recognised_by"
  }

  /// Decodes an entry of `concepts.json`; a member that is not known is an error.
  public init(from decoder: any Decoder) throws {
    let members = try decoder.members(CodingKeys.self)
    id = try members.word(.id)
    name = try members.decode(LocalizedText.self, forKey: .name)
    theme = try members.word(.theme)
    direction = try members.decodeIfPresent(Direction.self, forKey: .direction)
    mayChangeSign = try members.decodeIfPresent(Bool.self, forKey: .mayChangeSign) ?? false
    isPerResident = try members.decodeIfPresent(Bool.self, forKey: .isPerResident) ?? false
    rate = try members.decodeIfPresent(CrudeRateKind.self, forKey: .rate)
    sdgs = try members.list(.sdgs)
    patterns = try members.list(.patterns)
    aspects = try members.list(.aspects)
  }
}

extension ConceptGoal: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable { case goal, rationale }

  /// Decodes a goal, which must be 1 to 17.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.members(CodingKeys.self)
    goal = try members.decode(SDGNumber.self, forKey: .goal).value
    rationale = try members.decode(LocalizedText.self, forKey: .rationale)
  }
}

extension DefinitionAspect: Decodable {
  private enum CodingKeys: String, CodingKey, CaseIterable {
    case id, name
    case ifDifferent = "if_different"
  }

  /// Decodes an aspect.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.members(CodingKeys.self)
    id = try members.word(.id)
    name = try members.decode(LocalizedText.self, forKey: .name)
    ifDifferent = try members.decode(Crosswalk.Comparability.self, forKey: .ifDifferent)
  }
}

/// The number of a goal, which the decoder refuses outside of 1 to 17.
struct SDGNumber: Decodable {
  let value: Int

  init(from decoder: any Decoder) throws {
    value = try decoder.singleValueContainer().decode(Int.self)
    guard (1...17).contains(value) else {
      throw StrictDecodingError(
        code: .badValue, path: decoder.codingPath,
        expected: LocalizedText(
          ja: "1から17まで", en: "1 to 17"), found: "\(value)")
    }
  }
}
