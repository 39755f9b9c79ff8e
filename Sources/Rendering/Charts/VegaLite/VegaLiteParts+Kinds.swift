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
    let bands = chart.series.contains { $0.fillsTo != nil } ? [band(place)] : []
    guard chart.series.contains(where: { !$0.isJoined }) else {
      return bands + [pathLayer(place)]
    }
    return bands
      + [filtered("datum.joined", pathLayer(place)), filtered("!datum.joined", marks(place))]
  }

  /// What lies between a series and the one that it is filled to.
  private func band(_ place: JSONValue) -> JSONValue {
    filtered(
      "isValid(datum.value2)",
      layer(
        [
          ("type", .string("area")), ("color", .string("#888888")), ("opacity", .number("0.25")),
        ],
        [
          ("x", place), ("y", valueField(zero: hasZero)),
          ("y2", .object([("field", .string("value2"))])),
        ]))
  }

  /// The dots by their places, and rings with names around those of the further series.
  var map: [JSONValue] {
    let places: [(key: String, value: JSONValue)] = [
      ("longitude", field("longitude", "quantitative")),
      ("latitude", field("latitude", "quantitative")),
    ]
    let ring = layer(
      [
        ("type", .string("point")), ("filled", .bool(false)), ("size", .number("200")),
        ("color", .string("black")),
      ], places + [("tooltip", tooltip)])
    let name = layer(
      [("type", .string("text")), ("align", .string("left")), ("dx", .number("12"))],
      places + [("text", field("category", "nominal"))])
    return [
      filtered(
        "!datum.marked",
        layer(
          [("type", .string("circle")), ("size", .number("16")), ("opacity", .number("1"))],
          places + [("color", valueColour), ("tooltip", tooltip)])),
      filtered("datum.marked", ring), filtered("datum.marked", name),
    ]
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

  var heatMap: [JSONValue] {
    let rows = field(
      "series", "nominal", [("sort", .array(series.map(JSONValue.string))), ("title", .null)])
    let places: [(key: String, value: JSONValue)] = [("x", categoryField()), ("y", rows)]
    return [
      layer([("type", .string("rect"))], places + [("color", valueColour), ("tooltip", tooltip)]),
      .object([
        ("transform", .array([.object([("filter", .string("datum.value !== null"))])])),
        ("mark", .object([("type", .string("text"))])),
        ("encoding", .object(places + [("text", field("text", "nominal"))])),
      ]),
    ]
  }

  /// Colours by the value, in two directions about zero where there are values on both sides of it.
  private var valueColour: JSONValue {
    let values = chart.values
    let isDiverging = (values.min() ?? 0) < 0 && (values.max() ?? 0) > 0
    var scale: [(key: String, value: JSONValue)] = [
      ("scheme", .string(isDiverging ? "blueorange" : "blues"))
    ]
    if isDiverging {
      scale += [("domainMid", .number("0")), ("reverse", .bool(true))]
    }
    return field(
      "value", "quantitative",
      [("title", .string(chart.valueLabel[language])), ("scale", .object(scale))])
  }
}
