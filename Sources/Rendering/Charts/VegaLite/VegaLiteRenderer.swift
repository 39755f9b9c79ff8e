package import MunicipalModel

/// Writes a chart as a Vega-Lite specification with its data, for notebooks and pages that draw it.
///
/// Each row of the data holds the category, the series, the value, the text and the cells of a point.
package struct VegaLiteRenderer: Sendable {
  /// The language of what is written.
  package let language: Language

  /// Makes a renderer.
  package init(language: Language) { self.language = language }

  /// The schema that the specification is valid against.
  package static let schema = "https://vega.github.io/schema/vega-lite/v6.json"

  /// The chart as JSON.
  ///
  /// - Parameter sources: where its figures come from, in words.
  package func render(_ chart: ReportChart, sources: String = "") -> String {
    let parts = VegaLiteParts(chart, language: language)
    let layers =
      switch chart.kind {
      case .line: parts.lines
      case .bar, .divergingBar: parts.bars
      case .pyramid: parts.pyramid
      case .heatMap: parts.heatMap
      case .map: parts.map
      }
    // Without data the height by categories is zero, which cannot be drawn.
    let height: [(key: String, value: JSONValue)] =
      parts.rows.isEmpty && chart.kind != .map ? [("height", .number("60"))] : []
    let head: [(key: String, value: JSONValue)] = [
      ("$schema", .string(Self.schema)),
      ("title", title(chart, sources)),
      ("description", .string(chart.summary[language])),
      ("name", .string(chart.key)),
      ("width", .number("480")),
    ]
    let map: [(key: String, value: JSONValue)] =
      chart.kind == .map
      ? [
        ("height", .number("560")),
        ("projection", .object([("type", .string("equirectangular"))])),
      ] : []
    let content: [(key: String, value: JSONValue)] = [
      ("data", .object([("values", .array(parts.rows))])),
      ("layer", .array(layers + parts.references)),
    ]
    return JSONValue.object(head + height + map + content).text
  }

  private func title(_ chart: ReportChart, _ sources: String) -> JSONValue {
    let subject = (chart.subject?[language]).map { [$0] } ?? []
    let told = sources.isEmpty ? [] : ["\(RenderingWords.sources[language]): \(sources)"]
    let lines = (subject + told).flatMap {
      LineBreaking(width: DisplayWidth()).lines($0, limit: 80)
    }
    guard let first = lines.first else { return .string(chart.title[language]) }
    return .object([
      ("text", .string(chart.heading[language])),
      ("subtitle", lines.count == 1 ? .string(first) : .array(lines.map { .string($0) })),
    ])
  }
}
