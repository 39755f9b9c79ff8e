package import MunicipalModel

/// A named row of points, one a category of its chart.
package struct ChartSeries: Hashable, Sendable {
  /// A side of a pyramid.
  package enum Side: String, Hashable, Sendable {
    /// To the left, as men in a population pyramid.
    case left
    /// To the right, as women.
    case right
  }

  /// A stable name for exported files.
  package let key: String
  /// What a person reads.
  package let label: LocalizedText
  /// The points in the order of the chart's categories.
  package let points: [ChartPoint]
  /// The side of a pyramid; other charts have none.
  package let side: Side?
  /// Whether a line chart joins the points; single figures, such as printed ones, stand alone.
  package let isJoined: Bool
  /// Whether a line chart draws it in grey, as what stands beside the lines that matter.
  package let isMuted: Bool
  /// The key of another series of a line chart; what lies between the two is filled, as a band.
  package let fillsTo: String?
  /// Whether a line chart draws on over categories without a value, as between two projected years.
  package let spansGaps: Bool

  /// Makes a series.
  ///
  /// - Parameters:
  ///   - key: by default the Japanese label.
  ///   - side: of a pyramid; without it, series take the left and the right side in turn.
  ///   - isJoined: whether a line chart joins the points.
  ///   - isMuted: whether a line chart draws it in grey.
  ///   - fillsTo: the key of the series up to which a line chart fills a band.
  ///   - spansGaps: whether a line chart draws on over categories without a value.
  package init(
    _ label: LocalizedText, key: String? = nil, points: [ChartPoint], side: Side? = nil,
    isJoined: Bool = true, isMuted: Bool = false, fillsTo: String? = nil,
    spansGaps: Bool = false
  ) {
    self.key = key ?? label.ja
    self.label = label
    self.points = points
    self.side = side
    self.isJoined = isJoined
    self.isMuted = isMuted
    self.fillsTo = fillsTo
    self.spansGaps = spansGaps
  }

  /// Makes a series of a table's cells, so that chart and table show the same figures.
  package init(
    _ label: LocalizedText, key: String? = nil, cells: [ReportCell], side: Side? = nil
  ) {
    self.init(label, key: key, points: cells.map { ChartPoint($0) }, side: side)
  }

  package func filled(to count: Int) -> Self {
    guard points.count < count else { return self }
    let missing = Array(repeating: ChartPoint.missing, count: count - points.count)
    return Self(
      label, key: key, points: points + missing, side: side, isJoined: isJoined,
      isMuted: isMuted, fillsTo: fillsTo, spansGaps: spansGaps)
  }
}
