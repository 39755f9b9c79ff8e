/// Draws a rate as a bar of block characters to the left or the right of an axis.
package struct DivergingBar {
  /// The columns of each side.
  private let side: Int
  /// The largest magnitude, which fills a side.
  package let largest: Double
  /// Whether there is a side for what is below zero.
  private let hasLeft: Bool

  /// Makes bars of one scale for all of some rates.
  ///
  /// - Parameter isNarrow: whether a side that no rate needs is left out.
  package init(_ rates: [Double?], side: Int = 8, isNarrow: Bool = false) {
    let known = rates.compactMap(\.self).filter(\.isFinite)
    self.side = side
    largest = known.map(abs).max() ?? 0
    hasLeft = !isNarrow || known.contains { $0 < 0 }
  }

  /// How much of its side the bar of a rate fills, below 0 to the left; `nil` without a rate.
  package func share(_ rate: Double?) -> Double? {
    guard let rate, rate.isFinite, largest > 0 else { return nil }
    return rate / largest
  }

  /// The bar of a rate, as wide as every other; empty sides for `nil`.
  package func text(_ rate: Double?) -> String {
    var halves = 0
    if let rate, rate.isFinite, largest > 0 {
      halves = Int((abs(rate) / largest * Double(2 * side)).rounded())
    }
    let blocks = String(repeating: "█", count: halves / 2)
    let blank = String(repeating: " ", count: side - (halves + 1) / 2)
    let empty = String(repeating: " ", count: side)
    let isHalf = halves % 2 == 1
    return (rate ?? 0) < 0
      ? blank + (isHalf ? "▐" : "") + blocks + "│" + empty
      : (hasLeft ? empty : "") + "│" + blocks + (isHalf ? "▌" : "") + blank
  }
}
