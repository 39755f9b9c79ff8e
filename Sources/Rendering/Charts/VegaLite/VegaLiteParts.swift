import MunicipalModel

/// The data of a specification and what its layers share.
struct VegaLiteParts {
  let chart: ReportChart
  let language: Language
  /// The names of categories and series; a name that comes twice gets a number.
  let categories: [String]
  let series: [String]

  init(_ chart: ReportChart, language: Language) {
    self.chart = chart
    self.language = language
    categories = chart.categories.map { $0.label[language] }.madeUnique { "\($0) (\($1))" }
    series = chart.series.map { $0.label[language] }.madeUnique { "\($0) (\($1))" }
  }

  // MARK: Data

  /// One row a point.
  var rows: [JSONValue] {
    chart.series.indices.flatMap { index in
      chart.series[index].points.indices.compactMap { row(index, $0) }
    }
  }

  private func row(_ index: Int, _ category: Int) -> JSONValue? {
    let point = chart.series[index].points[category]
    // A row without a value would break the line.
    if point.value == nil, chart.series[index].spansGaps { return nil }
    if chart.kind == .map, point.value == nil || chart.categories[category].place == nil {
      return nil
    }
    var members: [(key: String, value: JSONValue)] = [
      ("category", .string(categories[category])),
      ("series", .string(series[index])),
      ("value", Self.number(point.value)),
      ("text", .string(point.text[language])),
      ("note", .string(PointNote(point, language: language).details)),
    ]
    if let position = chart.categories[category].position {
      members.append(("position", Self.number(position)))
    }
    if let place = chart.categories[category].place {
      members.append(("latitude", Self.number(place.latitude)))
      members.append(("longitude", Self.number(place.longitude)))
      members.append(("marked", .bool(index > 0)))
    }
    if let other = chart.series.first(where: { $0.key == chart.series[index].fillsTo }) {
      members.append(("value2", Self.number(other.points[category].value)))
    }
    if chart.kind == .line { members.append(("joined", .bool(chart.series[index].isJoined))) }
    if chart.kind == .pyramid {
      let value = chart.side(index) == .left ? point.value.map { -$0 } : point.value
      members.append(("signed", Self.number(value)))
      members.append(("filled", .bool(chart.isFilled(index))))
    }
    return .object(members)
  }

  static func number(_ value: Double?) -> JSONValue {
    guard let value else { return .null }
    let whole = Int(exactly: value)
    return .number(whole.map { String($0) } ?? "\(value)")
  }

  // MARK: What layers share

  func field(
    _ name: String, _ type: String, _ more: [(key: String, value: JSONValue)] = []
  ) -> JSONValue {
    .object([("field", .string(name)), ("type", .string(type))] + more)
  }

  /// The categories in reading order.
  func categoryField(_ more: [(key: String, value: JSONValue)] = []) -> JSONValue {
    let order = chart.startsAtBottom ? categories.reversed() : categories
    return field(
      "category", "nominal",
      [
        ("sort", .array(order.map(JSONValue.string))),
        ("title", .string(chart.categoryLabel[language])),
      ] + more)
  }

  func valueField(_ name: String = "value", zero: Bool) -> JSONValue {
    field(
      name, "quantitative",
      [
        ("title", .string(chart.valueLabel[language])),
        ("scale", .object([("zero", .bool(zero))])),
      ])
  }

  /// The series in their order, in the package's colours.
  var colour: JSONValue {
    let colours = series.indices.map {
      ChartStyleSheet.seriesColours[(chart.colour ?? $0) % ChartStyleSheet.seriesColours.count]
    }
    return seriesField([("range", .array(colours.map(JSONValue.string)))])
  }

  func seriesField(_ scale: [(key: String, value: JSONValue)] = []) -> JSONValue {
    let domain = ("domain", JSONValue.array(series.map(JSONValue.string)))
    return field(
      "series", "nominal", [("title", .null), ("scale", .object([domain] + scale))])
  }

  var tooltip: JSONValue {
    .array(["category", "series", "text", "note"].map { field($0, "nominal") })
  }

  func layer(
    _ mark: [(key: String, value: JSONValue)], _ encoding: [(key: String, value: JSONValue)]
  ) -> JSONValue {
    .object([("mark", .object(mark)), ("encoding", .object(encoding))])
  }

  /// One rule a reference, across the axis of values.
  var references: [JSONValue] {
    let axis = chart.kind == .line ? "y" : "x"
    guard chart.kind != .heatMap, chart.kind != .map else { return [] }
    return chart.references.flatMap { reference in
      let places = chart.kind == .pyramid ? [-reference.value, reference.value] : [reference.value]
      return places.map { place -> JSONValue in
        let title = ("title", JSONValue.string(chart.valueLabel[language]))
        return JSONValue.object([
          ("description", .string(reference.label[language])),
          ("mark", .object([("type", .string("rule")), dash([5, 4])])),
          ("encoding", .object([(axis, .object([("datum", Self.number(place)), title]))])),
        ])
      }
    }
  }

  func dash(_ lengths: [Int]) -> (key: String, value: JSONValue) {
    ("strokeDash", .array(lengths.map { .number(String($0)) }))
  }
}
