public import MunicipalModel
import OpenData

extension MunicipalityData {
  /// What the files have of the municipality as a record, which reports of documents take: a document for each sheet.
  ///
  /// The accounts are those of ``accounts``, each from its own sheet: the opening stock is the population less its change,
  /// as the sheet prints both, so that a merger needs no other sheet. The populations by age are ``stocks(upTo:)``.
  ///
  /// - Parameters:
  ///   - years: the years of the flows; `nil` for all.
  ///   - year: the year of the newest population by age; `nil` for the last that there is.
  public func record(
    years: ClosedRange<Int>? = nil, stocksUpTo year: Int? = nil
  ) -> MunicipalityRecord {
    let series = data.series.first { !$0.accounts(of: municipality.code).isEmpty }
    let sheets = (series?.sheets ?? []).filter { sheet in
      sheet.withheldRates == nil && years?.contains(sheet.period.year) != false
    }
    let stocks = stocks(upTo: year)
    var documents = sheets.compactMap { sheet in
      sheet.row(municipality.code).map { contents($0, of: sheet) }
    }
    for file in data.ages where stocks.contains(where: { $0.cites(file.document) }) {
      var contents = DocumentContents(document: file.document)
      contents.publication = Publication(
        title: Self.title(file.title, of: .registryAges, on: file.stockDate), publisher: "総務省")
      documents.append(contents)
    }
    for table in data.tables {
      guard case .standard(let file) = table.table,
        stocks.contains(where: { $0.cites(file.document) })
      else { continue }
      var contents = DocumentContents(document: file.document)
      contents.publication = Publication(title: file.formatName)
      documents.append(contents)
    }
    return MunicipalityRecord(
      municipality: municipality, documents: documents, populationsByAge: stocks)
  }

  private func contents(_ row: ResidentRegistry.Row, of sheet: ResidentRegistry) -> DocumentContents
  {
    let items: [(ResidentRegistry.Item, PopulationItem)] = [
      (.population, .yearEndPopulation), (.births, .births), (.deaths, .deaths),
      (.naturalChange, .naturalChange), (.inMigrants, .inMigrants), (.outMigrants, .outMigrants),
      (.socialChange, .socialChange), (.totalChange, .totalChange),
    ]
    var contents = DocumentContents(
      document: sheet.document,
      populationFigures: items.compactMap { item, kind in
        guard let number = row.traced(item), let value = ExactDecimal(exactly: number.value),
          let cell = number.sources.first
        else { return nil }
        return PopulationFigure(
          item: kind, area: .municipality(name: municipality.name.ja), period: sheet.period,
          reading: .value(Quantity(value, unit: "人")), citation: cell)
      }, populationDefinition: sheet.definition)
    contents.publication = Publication(
      title: Self.title(sheet.title, of: .residentRegistry, on: sheet.stockDate), publisher: "総務省")
    return contents
  }

  /// The title as printed; in English the kind of sheet with its day.
  private static func title(
    _ printed: String, of format: OpenDataFormat, on day: CalendarDate
  ) -> LocalizedText {
    LocalizedText(ja: printed, en: "\(format.name.en), \(day)")
  }
}

extension CitedAgeTable {
  fileprivate func cites(_ document: DocumentID) -> Bool {
    citations.contains { $0.document == document }
  }
}
