public import MunicipalModel

extension Crosswalk {
  /// Two municipalities' indicators of one concept: how comparable they are, and why not more.
  public struct Pairing: Hashable, Sendable {
    /// The concept.
    public let concept: IndicatorConcept
    /// The member of the first municipality.
    public let left: Crosswalk.Member
    /// The member of the second municipality.
    public let right: Crosswalk.Member
    /// How comparable they are.
    public let comparability: Crosswalk.Comparability
    /// Why they are not more comparable; empty for the same definition.
    public let reasons: [ComparabilityReason]

    /// Pairs two members of one concept.
    ///
    /// Each aspect of the concept limits how comparable they are: statements that are the same do not,
    /// statements that differ do as the taxonomy says, and an aspect that a document is silent on
    /// leaves the two similar at most, as the same definition cannot be shown. So do different units.
    init(_ left: Crosswalk.Member, _ right: Crosswalk.Member) {
      concept = left.concept
      self.left = left
      self.right = right
      var reasons: [ComparabilityReason] = []
      for aspect in left.concept.aspects {
        let statements = (left.aspects[aspect.id], right.aspects[aspect.id])
        let limit: Crosswalk.Comparability
        switch (statements.0?.value, statements.1?.value) {
        case (let first?, let second?) where first == second: continue
        case (.some, .some): limit = aspect.ifDifferent
        default: limit = .similar
        }
        reasons.append(
          ComparabilityReason(
            aspect: aspect.id, limit: limit,
            text: Self.text(aspect.name, (left, statements.0), (right, statements.1))))
      }
      let units = (left.unit, right.unit)
      if left.concept.rate == nil, units.0 != units.1 {
        reasons.append(.units(left, right))
      }
      if left.concept.aspects.isEmpty {
        reasons.append(.undescribed)
      }
      comparability = reasons.map(\.limit).min() ?? .sameDefinition
      // The gravest reason first.
      self.reasons = reasons.enumerated().sorted {
        ($0.element.limit, $0.offset) < ($1.element.limit, $1.offset)
      }.map(\.element)
    }

    private static func text(
      _ aspect: LocalizedText, _ left: (Crosswalk.Member, AspectStatement?),
      _ right: (Crosswalk.Member, AspectStatement?)
    ) -> LocalizedText {
      if left.1 == nil, right.1 == nil {
        return LocalizedText(
          ja: "\(aspect.ja)はどちらの資料にも記載がない", en: "\(aspect.en): neither document says")
      }
      func statement(_ side: (Crosswalk.Member, AspectStatement?)) -> LocalizedText {
        let name = side.0.municipality.name
        let says = side.1?.text ?? LocalizedText(ja: "記載なし", en: "not stated")
        return LocalizedText(ja: "\(name.ja)は\(says.ja)", en: "\(name.en) – \(says.en)")
      }
      let (first, second) = (statement(left), statement(right))
      return LocalizedText(
        ja: "\(aspect.ja): \(first.ja)、\(second.ja)", en: "\(aspect.en): \(first.en); \(second.en)")
    }
  }
}

/// One reason why two indicators are not more comparable.
public struct ComparabilityReason: Hashable, Sendable {
  /// The stable name of the aspect; `unit` for different units.
  public let aspect: String
  /// How comparable they are at most for this reason.
  public let limit: Crosswalk.Comparability
  /// The reason in words.
  public let text: LocalizedText

  static func units(_ left: Crosswalk.Member, _ right: Crosswalk.Member) -> Self {
    func name(_ unit: String, _ none: String) -> String { unit.isEmpty ? none : "「\(unit)」" }
    return Self(
      aspect: "unit", limit: .similar,
      text: LocalizedText(
        ja: "単位: \(left.municipality.name.ja)は\(name(left.unit, "なし"))、"
          + "\(right.municipality.name.ja)は\(name(right.unit, "なし"))",
        en: "unit: \(left.municipality.name.en) – \(name(left.unit, "none")); "
          + "\(right.municipality.name.en) – \(name(right.unit, "none"))"))
  }

  static let undescribed = Self(
    aspect: "definition", limit: .similar,
    text: LocalizedText(
      ja: "定義の違いを調べる項目がまだない", en: "no aspect of the definition has been looked at yet"))
}

extension Crosswalk.Member {
  /// The common unit of the figures; of the newest one that is printed.
  public var unit: String { (newest ?? target ?? baseline)?.unit ?? "" }
}
