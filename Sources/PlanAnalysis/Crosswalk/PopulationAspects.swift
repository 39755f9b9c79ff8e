import MunicipalModel

/// What the definition of a population table says on the aspects of a concept that is measured by it.
///
/// The city's own file may say more, and then wins.
enum PopulationAspects {
  /// The statements by the aspects' identifiers; none on what the document does not say.
  static func statements(
    of definition: PopulationDefinition?, for concept: IndicatorConcept
  ) -> [String: AspectStatement] {
    guard let definition else { return [:] }
    let all = [
      "foreign_residents": foreignResidents(definition.foreignResidents),
      "other_change": otherChange(definition.otherChange),
    ]
    return all.compactMapValues { $0 }.filter { id, _ in concept.aspects.contains { $0.id == id } }
  }

  private static func foreignResidents(
    _ residents: PopulationDefinition.ForeignResidents
  ) -> AspectStatement? {
    let text: LocalizedText
    switch residents {
    case .included: text = LocalizedText(ja: "含む", en: "included")
    case .excluded: text = LocalizedText(ja: "含まない", en: "left out")
    case .only: text = LocalizedText(ja: "外国人住民のみ", en: "foreign residents only")
    case .notStated: return nil
    }
    return AspectStatement(value: residents.rawValue, text: text)
  }

  private static func otherChange(
    _ change: PopulationDefinition.OtherChange
  ) -> AspectStatement? {
    switch change {
    case .apart:
      AspectStatement(
        value: "apart", text: LocalizedText(ja: "社会増減と別", en: "apart from social change"))
    case .insideSocialChange:
      AspectStatement(
        value: "inside", text: LocalizedText(ja: "社会増減に含む", en: "counted in social change"))
    case .notStated: nil
    }
  }
}
