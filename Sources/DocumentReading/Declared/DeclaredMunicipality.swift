package import MunicipalModel

/// A municipality that is read by its description and layouts, without code of its own.
package struct DeclaredMunicipality: MunicipalityAdapter {
  /// What the municipality's file says.
  package let description: MunicipalityDescription
  /// The documents, layouts and corrections, and the populations by age.
  package let builtInFiles: [BuiltInFile]
  private let layouts: [DocumentID: PlanLayout]

  /// Takes the files of a municipality's folder.
  ///
  /// - Parameter files: `municipality.json`, the documents and layouts that it names, and perhaps
  ///   `corrections.tsv`, `concepts.json`, `projection-scenarios.json` and files that end in
  ///   `-population-by-age.csv` or `-projection-by-age.csv`.
  /// - Throws: ``TextFormats/DataFileError`` if one of them is missing or damaged.
  package init(files: [BuiltInFile]) throws(DataFileError) {
    description = try MunicipalityDescription(files.file("municipality.json"))
    // A text beside a CSV of the same name is another file.
    let used = Set(description.fileNames + ["municipality.json"])
    builtInFiles = files.filter { used.contains($0.name) || $0.isBesideDocuments }
    var layouts: [DocumentID: PlanLayout] = [:]
    for document in description.documents {
      _ = try files.file(document.fileName)
      if let layout = document.layout {
        layouts[document.id] = try PlanLayout(files.file(layout))
      }
    }
    self.layouts = layouts
  }

  /// The municipality.
  package var municipality: Municipality { description.municipality }

  /// The documents that the description names.
  package var documentKinds: [DocumentKind] {
    description.documents.map {
      DocumentKind(
        id: $0.id, title: $0.title, fileName: $0.fileName, publication: $0.publication,
        signature: $0.words)
    }
  }

  /// Maps one of the documents.
  package func contents(
    of session: inout DocumentSession, with library: DocumentLibrary
  ) throws(DocumentError) -> DocumentContents {
    let id = session.document.id
    guard let document = description.documents.first(where: { $0.id == id }) else {
      throw DocumentError(code: .unknownDocument, document: id)
    }
    if document.isExcerpt {
      session.note(
        .info, "excerpt", at: session.cite(1), ja: "公表された資料の一部です。数は資料全体のものではありません",
        en: "a part of what was published; counts are not those of the whole document")
    }
    let area = Area.municipality(name: municipality.name.ja)
    var contents = DocumentContents(document: id)
    contents.rateDenominator = layouts[id]?.rateDenominator ?? document.rateDenominator
    contents.meanRounding = layouts[id]?.meanRounding ?? document.meanRounding
    switch document.content {
    case .text:
      let layout = layouts[id] ?? PlanLayout()
      let title = document.planTitle ?? layout.planTitle(in: &session) ?? document.title.ja
      let roots = LaidOutPlanReader.roots(
        of: layout, title: title, term: document.term, in: &session)
      contents.plans = [
        plan(document, title: title, achievement: layout.achievement, roots: roots)
      ]
      contents.populationFigures = layout.populationFigures(of: area, in: &session)
      contents.populationDefinition =
        layout.populationDefinition ?? document.populationDefinition
      _ = session.populationsByAge(of: municipality.code)
      session.reportUnreadTables(knownHeadings: layout.unreadTables)
    case .indicators:
      let title = document.planTitle ?? document.title.ja
      let roots = try TidyIndicators.roots(title: title, in: &session)
      contents.plans = [plan(document, title: title, roots: roots)]
    case .population:
      contents.populationFigures = try TidyPopulation.figures(of: area, in: &session)
      contents.populationDefinition = document.populationDefinition
    }
    return contents
  }

  /// The rules of a document's layout that fit nothing in it.
  package func unusedRules(
    of document: MunicipalityDescription.Document, in text: DocumentText
  ) -> [String] {
    layouts[document.id]?.unusedRules(in: text) ?? []
  }

  /// The layout that a document is read by; `nil` for a CSV.
  package func layout(of document: MunicipalityDescription.Document) -> PlanLayout? {
    layouts[document.id]
  }

  /// The items of a document's layout that have no usual name, as is likely of a slip.
  package func unknownItems(of document: MunicipalityDescription.Document) -> [PopulationItem] {
    (layouts[document.id]?.population ?? []).flatMap(\.items).map(\.item).filter { !$0.isNamed }
  }

  private func plan(
    _ document: MunicipalityDescription.Document, title: String,
    achievement: AchievementDefinition? = nil, roots: [PlanNode]
  ) -> Plan {
    Plan(
      document: document.id, title: title, edition: document.edition, term: document.term,
      achievementDefinition: achievement, roots: roots)
  }
}
