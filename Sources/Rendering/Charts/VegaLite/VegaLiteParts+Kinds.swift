import MunicipalModel

extension VegaLiteParts {
  private var hasZero: Bool { ValueScale.range(chart).contains(0) }

  /// The places of the categories on the scale of time, where all have one.
  private var positions: JSONValue? {
    let positions = chart.categories.compactMap(\.position)
    guard positions.count == chart.categories.count, Set(positions).count == positions.count
    else { return nil }
    return .array(positions.map { Self.number($0) })
  }

  var lines: [JSONValue] {
    let place: JSONValue
    if let positions {
      place = field(
        "position", "quantitative",
        [
          ("title", .string(chart.categoryLabel[language])),
          ("scale", .object([("zero", .bool(false))])),
          ("axis", .object([("values", positions), ("format", .string("d"))])),
        ])
    } else {
      place = categoryField()
    }
    guard chart.series.contains(where: { !$0.isJoined }) else { return [pathLayer(place)] }
    return [filtered("datum.joined", pathLayer(place)), filtered("!datum.joined", marks(place))]
  }

  /// The points of series that no line joins, hollow.
  private func marks(_ place: JSONValue) -> JSONValue {
    layer(
      [
        ("type", .string("point")), ("filled", .bool(false)), ("size", .number("80")),
        ("color", .string("black")),
      ],
      [
        ("x", place), ("y", valueField(zero: hasZero)), ("shape", seriesField()),
        ("tooltip", tooltip),
      ])
  }

  private func filtered(_ condition: String, _ layer: JSONValue) -> JSONValue {
    guard case .object(let members) = layer else { return layer }
    let filter = JSONValue.object([("filter", .string(condition))])
    return .object([("transform", .array([filter]))] + members)
  }

  var slopes: [JSONValue] { [pathLayer(categoryField())] }

  private func pathLayer(_ place: JSONValue) -> JSONValue {
    layer(
      [("type", .string("line")), ("point", .bool(true))],
      [
        ("x", place), ("y", valueField(zero: hasZero)), ("color", colour),
        ("strokeDash", seriesField()), ("tooltip", tooltip),
      ])
  }

  var bars: [JSONValue] {
    let offset = field("series", "nominal", [("sort", .array(series.map(JSONValue.string)))])
    return [
      layer(
        [("type", .string("bar"))],
        [
          ("y", categoryField()), ("yOffset", offset), ("x", valueField(zero: true)),
          ("color", colour), ("tooltip", tooltip),
        ])
    ]
  }

  /// Bars to both sides, the left ones below zero on an axis without signs; outlines over them.
  var pyramid: [JSONValue] {
    let axis = JSONValue.object([("labelExpr", .string("format(abs(datum.value), ',')"))])
    let value = field(
      "signed", "quantitative",
      [
        ("title", .string(chart.valueLabel[language])), ("axis", axis), ("stack", .null),
        ("scale", .object([("zero", .bool(true))])),
      ])
    return [true, false].map { filled in
      let mark: [(key: String, value: JSONValue)] =
        filled
        ? [("type", .string("bar"))]
        : [("type", .string("bar")), ("filled", .bool(false)), dash([2, 3])]
      return .object([
        (
          "transform",
          .array([.object([("filter", .string("datum.filled === \(filled)"))])])
        ),
        ("mark", .object(mark)),
        (
          "encoding",
          .object([
            ("y", categoryField()), ("x", value), ("color", colour), ("tooltip", tooltip),
          ])
        ),
      ])
    }
  }

  var dots: [JSONValue] {
    [
      layer(
        [("type", .string("point")), ("filled", .bool(true)), ("size", .number("80"))],
        [
          ("y", categoryField()), ("x", valueField(zero: hasZero)), ("color", colour),
          ("shape", seriesField()), ("tooltip", tooltip),
        ])
    ]
  }

  var heatMap: [JSONValue] {
    let values = chart.values
    let isDiverging = (values.min() ?? 0) < 0 && (values.max() ?? 0) > 0
    var scale: [(key: String, value: JSONValue)] = [
      ("scheme", .string(isDiverging ? "blueorange" : "blues"))
    ]
    if isDiverging {
      scale += [("domainMid", .number("0")), ("reverse", .bool(true))]
    }
    let colour = field(
      "value", "quantitative",
      [("title", .string(chart.valueLabel[language])), ("scale", .object(scale))])
    let rows = field(
      "series", "nominal", [("sort", .array(series.map(JSONValue.string))), ("title", .null)])
    let places: [(key: String, value: JSONValue)] = [("x", categoryField()), ("y", rows)]
    return [
      layer([("type", .string("rect"))], places + [("color", colour), ("tooltip", tooltip)]),
      .object([
        ("transform", .array([.object([("filter", .string("datum.value !== null"))])])),
        ("mark", .object([("type", .string("text"))])),
        ("encoding", .object(places + [("text", field("text", "nominal"))])),
      ]),
    ]
  }
}
