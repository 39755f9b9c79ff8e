/// Everything that one document says, in the model.
public struct DocumentContents: Hashable, Sendable, Codable {
  /// The document.
  public let document: DocumentID
  /// What the document is and where it was published; `nil` if the city's description does not say.
  public var publication: Publication?
  /// The plans; a revision prints two, the current and the superseded edition.
  public var plans: [Plan]
  /// The printed figures about the population.
  public var populationFigures: [PopulationFigure]
  /// What the population table counts, if the document has one.
  public var populationDefinition: PopulationDefinition?
  /// What the document's own rates of change divide by, if its description says so; else 前年末人口.
  public var rateDenominator: RateDenominator?
  /// How the document's own means are rounded, if its description says so; else it is what most of them tell.
  public var meanRounding: RoundingRule?
  /// Survey results.
  package var surveyResults: [SurveyResult]
  /// What the strategy cost.
  public var budgetFigures: [BudgetFigure]
  /// How many changes of each kind a revision says it makes.
  package var revisionStatements: [RevisionStatement]
  /// What the reader noticed.
  public var diagnostics: [Diagnostic]
  /// The repairs that were applied.
  public var corrections: [Correction]

  /// Makes the contents of a document.
  package init(
    document: DocumentID, plans: [Plan] = [], populationFigures: [PopulationFigure] = [],
    populationDefinition: PopulationDefinition? = nil, surveyResults: [SurveyResult] = [],
    budgetFigures: [BudgetFigure] = [], revisionStatements: [RevisionStatement] = [],
    diagnostics: [Diagnostic] = [], corrections: [Correction] = []
  ) {
    self.document = document
    self.plans = plans
    self.populationFigures = populationFigures
    self.populationDefinition = populationDefinition
    self.surveyResults = surveyResults
    self.budgetFigures = budgetFigures
    self.revisionStatements = revisionStatements
    self.diagnostics = diagnostics
    self.corrections = corrections
  }

  /// One account a year, if the document has a population table.
  public var accounts: [PopulationAccount] {
    populationDefinition.map {
      PopulationAccount.accounts(from: populationFigures, definition: $0)
    } ?? []
  }
}

/// A municipality and everything that its documents say.
public struct MunicipalityRecord: Hashable, Sendable, Codable {
  /// The municipality.
  public let municipality: Municipality
  /// What its documents say, in the order of the documents.
  public let documents: [DocumentContents]
  /// Its populations by sex and age as statistics publish them (年齢別人口).
  public let populationsByAge: [CitedAgeTable]

  /// Makes a record.
  public init(
    municipality: Municipality, documents: [DocumentContents],
    populationsByAge: [CitedAgeTable] = []
  ) {
    self.municipality = municipality
    self.documents = documents
    self.populationsByAge = populationsByAge
  }

  /// The plans of all documents.
  public var plans: [Plan] { documents.flatMap(\.plans) }

  /// The population figures of all documents.
  public var populationFigures: [PopulationFigure] { documents.flatMap(\.populationFigures) }

  /// What the readers noticed in all documents, and which accounts are not used.
  public var diagnostics: [Diagnostic] { documents.flatMap(\.diagnostics) + accountOverlaps }

  /// The repairs that were applied in all documents.
  public var corrections: [Correction] { documents.flatMap(\.corrections) }

  /// What one document says.
  public func contents(of document: DocumentID) -> DocumentContents? {
    documents.first { $0.document == document }
  }
}
