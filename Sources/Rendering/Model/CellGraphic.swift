/// A small drawing in a table's cell. Formats that cannot draw show the cell's text alone.
public indirect enum CellGraphic: Hashable, Sendable {
  /// A bar on the way to a target: 0 is where the way begins, 1 is the target.
  ///
  /// - `share`: how far the way has been gone; below 0 if it went backwards.
  /// - `elapsed`: the share of the time that has passed; `nil` if it is not known.
  /// - `beginsAtBaseline`: whether the way begins at the baseline; otherwise it begins at zero.
  case progress(share: Double, elapsed: Double?, beginsAtBaseline: Bool)
  /// A line through values in the order of time (スパークライン); `nil` leaves a gap.
  case sparkline([Double?])
  /// A bar to the left or the right of zero, as a share of its side: -1 fills the left one, 1 the right.
  ///
  /// It takes the place of a text that draws the same bar.
  case diverging(Double)
}
