import MunicipalModel
import PlanAnalysis
import Testing

/// What the crosswalk's tests are made on: the built-in cities, and small towns made for one purpose.
enum CrosswalkSample {
  static let iwamizawa = MunicipalityCode(.hokkaido, 210)
  static let tomakomai = MunicipalityCode(.hokkaido, 213)

  /// What the built-in cities published, read once.
  static func records() throws -> [MunicipalityRecord] { try Published.records() }

  /// The crosswalk of the built-in cities, made once.
  static func builtIn() throws -> Crosswalk { try cachedCrosswalk.get() }

  /// The goals that the built-in cities' plans serve, found once.
  static func matrix() throws -> SDGMatrix { try cachedMatrix.get() }

  private static let cachedCrosswalk = Result {
    try Crosswalk(records(), taxonomy: .builtIn(), notes: Published.conceptNotes())
  }
  private static let cachedMatrix = Result { SDGMatrix(try builtIn(), rules: try .builtIn()) }

  // MARK: Made towns

  static func town(_ number: UInt16, _ name: String) -> Municipality {
    Municipality(code: MunicipalityCode(.hokkaido, number), name: LocalizedText(name))
  }

  static let first = town(601, "Firsttown")
  static let second = town(602, "Secondtown")

  /// A taxonomy of one theme and the given concepts.
  static func taxonomy(_ concepts: String) throws -> ConceptTaxonomy {
    try ConceptTaxonomy(
      concepts: BuiltInFile(name: "concepts.json", text: "{\"concepts\": [\(concepts)]}"),
      themes: themes)
  }

  static let themes = BuiltInFile(
    name: "themes.json",
    text: """
      {"themes": [{"id": "living", "name": {"ja": "暮らし", "en": "Living"},
      "description": {"ja": "暮らし", "en": "Living"}}]}
      """)

  /// A concept 図書館の貸出 with one aspect; further members may be added.
  static func loans(_ further: String = "") -> String {
    """
    {"id": "loans", "name": {"ja": "貸出", "en": "Loans"}, "theme": "living",
     "direction": "higher", "per_resident": true, \(further)
     "recognised_by": [{"all": ["貸出"]}],
     "aspects": [{"id": "media", "name": {"ja": "媒体", "en": "media"}, "if_different": "related"}]}
    """
  }

  /// A city's file that says what its indicator 貸出冊数 counts.
  static func notes(_ town: Municipality, media: String?, further: String = "") throws
    -> ConceptNotes
  {
    let value = media.map { "\"value\": \"\($0)\", " } ?? ""
    return try ConceptNotes(
      BuiltInFile(
        name: "\(town.name.en)/concepts.json",
        text: """
          {"municipality": "\(town.code)", "indicators": [{"concept": "loans",
           "indicator": "貸出冊数", \(further)
           "aspects": {"media": {\(value)"ja": "本", "en": "books"}}}]}
          """))
  }

  /// A record with one project and one indicator.
  static func record(
    _ town: Municipality, indicator: String = "貸出冊数", title: String = "図書館の事業",
    unit: String, baseline: (Period, String)? = nil, actuals: [(Int, String)],
    target: String, accumulation: Accumulation = .single,
    targetAccumulation: Accumulation? = nil, population: [Int: Int] = [:]
  ) throws -> MunicipalityRecord {
    let id = DocumentID(rawValue: "town-\(town.code)")
    var line = 0
    func cite(_ text: String) -> Citation {
      line += 1
      return Citation(document: id, line: line, printed: text)
    }
    func observation(
      _ role: IndicatorFigure.Role, _ period: Period?, _ text: String, _ kind: Accumulation
    ) throws -> IndicatorFigure {
      let value = try #require(ExactDecimal(text))
      return IndicatorFigure(
        role: role, period: period, reading: .value(Quantity(value, unit: unit)),
        accumulation: kind, citation: cite(text))
    }
    var printed: [IndicatorFigure] = []
    if let (period, text) = baseline {
      printed.append(try observation(.baseline, period, text, .single))
    }
    for (year, text) in actuals {
      printed.append(try observation(.actual, .fiscalYear(year), text, accumulation))
    }
    printed.append(
      try observation(
        .target, .fiscalYear(2024), target, targetAccumulation ?? accumulation))
    let node = PlanNode(
      level: .project, title: title, citation: cite(title),
      indicators: [
        Indicator(
          name: indicator, unit: unit, citation: cite(indicator), figures: printed)
      ])
    let plan = Plan(
      document: id, title: "計画", term: .span(.fiscalYear(2020), .fiscalYear(2024)), roots: [node])
    let figures = try population.sorted { $0.key < $1.key }.map { year, persons in
      PopulationFigure(
        item: .yearEndPopulation, area: .municipality(name: town.name.ja),
        period: .calendarYear(year),
        reading: .value(Quantity(try #require(ExactDecimal(exactly: persons)), unit: "人")),
        citation: cite("\(persons)"))
    }
    return MunicipalityRecord(
      municipality: town,
      documents: [
        DocumentContents(
          document: id, plans: [plan], populationFigures: figures,
          populationDefinition: PopulationDefinition(
            stockDate: "12-31", foreignResidents: .included, otherChange: .notStated,
            source: "住民基本台帳"))
      ])
  }
}

extension Crosswalk {
  /// The member that stands for a municipality on a concept.
  func lead(_ concept: String, of municipality: MunicipalityCode) -> Member? {
    members.first {
      $0.isLead && $0.concept.id == concept && $0.municipality.code == municipality
    }
  }
}
