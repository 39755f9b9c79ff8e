import Rendering

/// Draws a rate as a bar of block characters to the left or the right of an axis.
struct DivergingBar {
  /// The columns of each side.
  static let side = 8
  /// The largest magnitude, which fills a side.
  let largest: Double

  /// Makes bars of one scale for all of some rates.
  init(_ rates: [Double?]) {
    largest = rates.compactMap { $0.map(abs) }.filter(\.isFinite).max() ?? 0
  }

  /// How much of its side the bar of a rate fills, below 0 to the left; `nil` without a rate.
  func share(_ rate: Double?) -> Double? {
    guard let rate, rate.isFinite, largest > 0 else { return nil }
    return rate / largest
  }

  /// The bar of a rate, as wide as every other; empty sides for `nil`.
  func text(_ rate: Double?) -> String {
    var halves = 0
    if let rate, rate.isFinite, largest > 0 {
      halves = Int((abs(rate) / largest * Double(2 * Self.side)).rounded())
    }
    let blocks = String(repeating: "█", count: halves / 2)
    let blank = String(repeating: " ", count: Self.side - (halves + 1) / 2)
    let empty = String(repeating: " ", count: Self.side)
    let isHalf = halves % 2 == 1
    return (rate ?? 0) < 0
      ? blank + (isHalf ? "▐" : "") + blocks + "│" + empty
      : empty + "│" + blocks + (isHalf ? "▌" : "") + blank
  }
}
