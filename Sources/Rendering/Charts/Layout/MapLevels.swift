import MunicipalModel

/// A class of values on a map: a colour, and a mark that tells it apart without colour.
struct MapLevel: Hashable, Sendable {
  /// The class of its fill and of its edge.
  let classes: String
  /// Whether its values are below zero; they are squares, the others diamonds.
  let isBelowZero: Bool

  /// The mark at a place.
  func mark(x: Double, y: Double, radius r: Double) -> String {
    func number(_ value: Double) -> String { SVGCanvas.number(value) }
    if isBelowZero {
      let half = r * 0.85
      return "M\(number(x - half)) \(number(y - half))h\(number(2 * half))v\(number(2 * half))"
        + "h\(number(-2 * half))z"
    }
    let half = r * 1.15
    return "M\(number(x)) \(number(y - half))l\(number(half)) \(number(half))"
      + " \(number(-half)) \(number(half)) \(number(-half)) \(number(-half))z"
  }
}

/// The classes of a map's values, of even width but for the open ones at both ends.
///
/// A few places far from all others would leave one colour to the rest, so that the ends are where nine tenths lie.
struct MapLevels {
  /// The values that part the classes, ascending.
  let bounds: [Double]
  /// The bounds as they are written.
  let labels: [String]
  private let isDiverging: Bool
  private let isAllBelowZero: Bool

  /// - Returns: `nil` if there are no values.
  init?(_ values: [Double]) {
    let sorted = values.sorted()
    guard let lowest = sorted.first, let highest = sorted.last else { return nil }
    isDiverging = lowest < 0 && highest >= 0
    isAllBelowZero = highest < 0
    let low = sorted[sorted.count / 20]
    let high = sorted[sorted.count - 1 - sorted.count / 20]
    let reach = max(low.magnitude, high.magnitude)
    let ticks =
      isDiverging
      ? AxisTicks(enclosing: -reach...reach, count: 6) : AxisTicks(enclosing: low...high, count: 6)
    let all = Array(zip(ticks.values, ticks.labels))
    // Of a scale about zero, as many bounds above as below.
    let kept =
      isDiverging
      ? all.filter { $0.0.magnitude <= reach * 0.85 || $0.0 == 0 }.suffix(7)
      : all.dropFirst().dropLast().prefix(6)
    bounds = kept.map(\.0)
    labels = kept.map(\.1)
  }

  /// How many classes there are.
  var count: Int { bounds.count + 1 }

  /// The class of a value, from the lowest.
  func position(of value: Double) -> Int { bounds.count { $0 <= value } }

  /// How a class looks.
  func level(_ position: Int) -> MapLevel {
    let isBelowZero = position < bounds.count ? bounds[position] <= 0 : isAllBelowZero
    guard isDiverging, let zero = bounds.firstIndex(of: 0) else {
      let colour = count < 2 ? 3 : position * 6 / (count - 1)
      return MapLevel(classes: "q\(colour) ld", isBelowZero: isBelowZero)
    }
    // From the darkest end to the lightest beside zero: three colours a side, that of zero is not used.
    let steps = isBelowZero ? zero - position : position - zero - 1
    let most = max(1, isBelowZero ? zero : count - zero - 2)
    let depth = steps * 2 / most
    let colour = isBelowZero ? max(0, 2 - depth) : min(6, 4 + depth)
    return MapLevel(classes: "v\(colour) ld", isBelowZero: isBelowZero)
  }

  /// The values of a class in words.
  func label(_ position: Int) -> LocalizedText {
    switch (position, bounds.count) {
    case (_, 0): LocalizedText("")
    case (0, _): LocalizedText(ja: "\(labels[0])未満", en: "below \(labels[0])")
    case (bounds.count, _):
      LocalizedText(
        ja: "\(labels[position - 1])以上", en: "\(labels[position - 1]) and over")
    default:
      LocalizedText(
        ja: "\(labels[position - 1])～\(labels[position])",
        en: "\(labels[position - 1]) to \(labels[position])")
    }
  }
}
