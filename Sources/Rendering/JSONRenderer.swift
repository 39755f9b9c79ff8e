import MunicipalModel

/// Writes the whole report as JSON: its answers, both languages, machine values, and every citation.
///
/// The members stand in a fixed order. A row's `cells` are named by the columns' keys. A number keeps
/// its digits; a missing value is `null`, and `status` says why. `qualifiers` are words that limit the
/// value, such as `cumulative`, where it has any. Charts are left out, as the tables hold
/// their figures; ``ChartFiles`` writes them as SVG and as Vega-Lite.
package struct JSONRenderer: ReportRenderer {
  /// Makes a renderer.
  package init() {}

  /// The report as JSON.
  package func render(_ report: Report) -> String {
    let documents = report.publications.sorted { $0.key.rawValue < $1.key.rawValue }
    return JSONValue.object(
      [
        ("title", json(report.title)),
        ("answers", .array(report.answers.map(json))),
        ("sections", .array(report.sections.map(json))),
      ] + (documents.isEmpty ? [] : [("documents", .array(documents.map(json)))])
    ).text
  }

  private func json(_ document: (key: DocumentID, value: Publication)) -> JSONValue {
    let publication = document.value
    let known = [
      ("publisher", publication.publisher), ("published", publication.published),
      ("url", publication.url),
    ].compactMap { key, value in value.map { (key: key, value: JSONValue.string($0)) } }
    return .object(
      [("document", .string(document.key.rawValue)), ("title", json(publication.title))] + known)
  }

  private func json(_ section: ReportSection) -> JSONValue {
    .object([
      ("key", .string(section.key)),
      ("heading", section.heading.map(json) ?? .null),
      ("introduction", .array(section.introduction.map(json))),
      ("tables", .array(section.tables.map(json))),
      ("closing", .array(section.closing.map(json))),
    ])
  }

  private func json(_ table: ReportTable) -> JSONValue {
    .object([
      ("key", .string(table.key)),
      ("caption", json(table.caption)),
      ("columns", .array(table.columns.map(json))),
      ("rows", .array(table.rows.map { json($0, in: table) })),
      ("notes", .array(table.notes.map(json))),
      ("basis", table.basis.map(json) ?? .null),
    ])
  }

  private func json(_ basis: ReportBasis) -> JSONValue {
    .object([
      ("formula", json(basis.formula)),
      ("sources", .array(basis.sources.map(json))),
    ])
  }

  private func json(_ column: ReportColumn) -> JSONValue {
    .object([
      ("key", .string(column.key)),
      ("role", .string(column.role.rawValue)),
      ("unit", column.unit.isEmpty ? .null : .string(column.unit)),
      ("label", json(column.label)),
    ])
  }

  private func json(_ row: ReportRow, in table: ReportTable) -> JSONValue {
    let kind = ("kind", JSONValue.string(row.kind.rawValue))
    if row.kind == .group {
      return .object([kind, ("heading", row.cells.first.map { json($0, unit: "") } ?? .null)])
    }
    let cells = zip(table.columns, row.cells).map { column, cell in
      (key: column.key, value: json(cell, unit: column.unit))
    }
    return .object([kind, ("cells", .object(cells))])
  }

  private func json(_ cell: ReportCell, unit: String) -> JSONValue {
    let value: JSONValue =
      switch cell.value {
      case .integer(let number): .number(String(number))
      case .decimal(let number): .number(number.description)
      case .text(let text): .string(text)
      case .none: .null
      }
    let unit = cell.unit.isEmpty ? unit : cell.unit
    let qualifiers = cell.qualifiers.map { JSONValue.string($0.rawValue) }
    return .object(
      [
        ("text", json(cell.text)),
        ("value", value),
        ("unit", unit.isEmpty ? .null : .string(unit)),
      ] + (qualifiers.isEmpty ? [] : [("qualifiers", .array(qualifiers))]) + [
        ("status", .string(cell.status)),
        ("formula", cell.formula.map(json) ?? .null),
        ("sources", .array(cell.sources.map(json))),
      ])
  }

  private func json(_ citation: Citation) -> JSONValue {
    .object(
      [
        ("document", .string(citation.document.rawValue)),
        ("line", .number(String(citation.line))),
        ("cell", citation.cell.map { .number(String($0)) } ?? .null),
        ("headings", .array(citation.headings.map(JSONValue.string))),
        ("printed", .string(citation.printed)),
      ] + (citation.place.map { [("place", .string($0.description))] } ?? []))
  }

  private func json(_ text: LocalizedText) -> JSONValue {
    .object([("ja", .string(text.ja)), ("en", .string(text.en))])
  }
}
