extension PlanLevel {
  /// The rank in words; the name itself of a level that has no usual one.
  package var label: LocalizedText {
    switch self {
    case .goal: LocalizedText(ja: "基本目標", en: "goal")
    case .direction: LocalizedText(ja: "基本的方向", en: "direction")
    case .measure: LocalizedText(ja: "施策", en: "measure")
    case .project: LocalizedText(ja: "事業", en: "project")
    case .exampleProject: LocalizedText(ja: "事業例", en: "example project")
    case .existingProject: LocalizedText(ja: "既存事業", en: "existing project")
    case .vision: LocalizedText(ja: "ビジョン", en: "vision")
    case .pledge: LocalizedText(ja: "公約", en: "pledge")
    default: LocalizedText(rawValue)
    }
  }
}
