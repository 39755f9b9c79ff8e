package import MunicipalModel

/// A place on the axis of categories: a year, an age, a municipality.
package struct ChartCategory: Hashable, Sendable {
  /// What a person reads.
  package let label: LocalizedText
  /// The place on a scale, such as 2020; `nil` where categories simply follow each other.
  package let position: Double?
  /// The place on a map; `nil` of what has none.
  package let place: GeographicPlace?

  /// Makes a category.
  ///
  /// - Parameter place: where it is drawn on a map.
  package init(
    _ label: LocalizedText, position: Double? = nil, place: GeographicPlace? = nil
  ) {
    self.label = label
    self.position = position.flatMap(ChartPoint.drawable)
    self.place = place
  }

  /// Makes a category whose label reads the same in both languages.
  package init(_ label: String, position: Double? = nil) {
    self.init(LocalizedText(label), position: position)
  }

  /// Makes a category of a year, placed on the scale of time.
  package init(_ period: Period) {
    self.init(period.label, position: Double(period.year))
  }
}

/// A place on the earth.
package struct GeographicPlace: Hashable, Sendable {
  /// Degrees north.
  package let latitude: Double
  /// Degrees east.
  package let longitude: Double

  /// Makes a place, or `nil` if it is none on a map: a pole, or not a number.
  package init?(latitude: Double, longitude: Double) {
    guard latitude.magnitude < 85, longitude.magnitude <= 180 else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }
}

/// A value that the points are compared with, drawn as a line across the chart.
package struct ChartReference: Hashable, Sendable {
  /// What it is, such as target.
  package let label: LocalizedText
  /// The value on the chart's axis of values.
  package let value: Double

  /// Makes a reference, or `nil` if the value cannot be drawn: infinite, or not a number.
  package init?(_ label: LocalizedText, value: Double) {
    guard let value = ChartPoint.drawable(value) else { return nil }
    self.label = label
    self.value = value
  }
}
