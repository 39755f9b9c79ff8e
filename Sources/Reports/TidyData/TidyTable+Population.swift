import MunicipalModel
import Rendering

extension TidyTable {
  /// A number of a printed figure about a population, a survey, the cost of a strategy, or a revision.
  private struct Figure {
    let code: String
    let area: String
    let period: Period?
    let item: String
    let unit: String
    let quantity: Quantity?
    let citation: Citation
  }

  static func population(_ records: [MunicipalityRecord]) -> TidyTable {
    TidyTable(
      name: "population",
      description: "One printed figure about a population, a survey or the cost of a strategy.",
      rows: records.flatMap { record in
        record.documents.flatMap { figures(of: $0, in: record.municipality) }
      },
      columns: columns, key: ["document", "line", "area", "item", "period"])
  }

  private static var columns: [TableColumn<Figure>] {
    [
      .municipalityCode(\.code),
      .field("document", "The document that prints the figure.", isRequired: true) {
        $0.citation.document.rawValue
      },
      .field("area", "Whom the figure is about: the municipality, its prefecture or 全国.") {
        $0.area
      },
      .field("period", "FY2022, CY2021, a date, or a span with a slash.") { $0.period?.code },
      .field(
        "item", "What is counted; _average, _change_from_base, … say how.", isRequired: true
      ) { $0.item },
      .field("value", "The figure as a plain decimal in the unit.", .number) {
        $0.quantity?.value.description
      },
      .field("unit", "Unit of the value.") { $0.quantity?.unit ?? $0.unit },
      .field("printed", "The exact text of the cell.") { $0.citation.printed },
      .line(\.citation.line),
      .bound { $0.quantity }, .estimate { $0.quantity }, .place { $0.citation },
    ]
  }

  private static func figures(
    of contents: DocumentContents, in municipality: Municipality
  ) -> [Figure] {
    func figures(
      _ reading: Reading, _ item: String, area: String? = nil, _ period: Period?,
      unit: String = "", _ citation: Citation
    ) -> [Figure] {
      reading.quantitiesOrNone.map {
        Figure(
          code: municipality.code.sixDigits, area: area ?? municipality.name.ja, period: period,
          item: item, unit: unit, quantity: $0, citation: citation)
      }
    }
    let population: [Figure] = contents.populationFigures.flatMap {
      figures(
        $0.reading, $0.label, area: $0.area.name, $0.period, unit: $0.item.countedIn, $0.citation)
    }
    let surveys: [Figure] = contents.surveyResults.flatMap {
      figures(
        $0.share.reading, "survey_share:\($0.question):\($0.answer)", $0.period, $0.share.citation)
    }
    let budget: [Figure] = contents.budgetFigures.flatMap {
      let goal = $0.goal.isEmpty ? "" : "_goal_\($0.goal)"
      return figures($0.reading, $0.item.rawValue + goal, $0.period, $0.citation)
    }
    let statements: [Figure] = contents.revisionStatements.flatMap {
      figures($0.count.reading, "stated_\($0.mark.rawValue)", nil, $0.count.citation)
    }
    return population + surveys + budget + statements
  }
}
