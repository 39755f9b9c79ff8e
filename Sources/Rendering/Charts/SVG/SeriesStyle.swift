/// How a series looks: a colour, and a mark, a dash and a pattern that tell it apart without colour.
struct SeriesStyle {
  /// The place of the series, from 0: it has the mark, the dash and the pattern of this place.
  let index: Int
  /// The place whose colour it has.
  let colour: Int

  /// Whether it is grey.
  let isMuted: Bool

  init(index: Int, colour: Int? = nil, isMuted: Bool = false) {
    self.isMuted = isMuted
    self.index = index
    self.colour = (colour ?? index) % Self.colours
  }

  /// The number of colours; after them they repeat with other marks.
  static let colours = 6
  static let patterns = 5
  static let dashes = 4

  private var round: Int { index / Self.colours }

  /// Classes of a line.
  var line: String { "\(isMuted ? "sk" : "l\(colour)") d\((index + round) % Self.dashes)" }

  /// Classes of what is filled.
  var fill: String { isMuted ? "pg" : "f\(colour)" }

  /// The class of a text.
  var text: String { isMuted ? "mu" : "t\(colour)" }

  /// The pattern of a bar; `nil` for the first, which is plain.
  var pattern: Int? {
    let number = (index + round) % Self.patterns
    return number == 0 ? nil : number
  }

  /// The colour and the pattern of a bar, by which its pattern is named.
  var patternName: String? { pattern.map { "p\(colour)\($0)" } }

  /// The mark at a point as a path.
  func mark(x: Double, y: Double, radius r: Double = 4) -> String {
    func point(_ dx: Double, _ dy: Double) -> String {
      "\(SVGCanvas.number(x + dx)) \(SVGCanvas.number(y + dy))"
    }
    func polygon(_ points: (Double, Double)...) -> String {
      "M" + points.map { point($0.0 * r, $0.1 * r) }.joined(separator: "L") + "Z"
    }
    switch (index + round) % 7 {
    case 0:
      let d = SVGCanvas.number(r)
      let twice = SVGCanvas.number(2 * r)
      return "M\(point(-r, 0))a\(d) \(d) 0 1 0 \(twice) 0a\(d) \(d) 0 1 0 -\(twice) 0Z"
    case 1: return polygon((-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9))
    case 2: return polygon((0, -1.2), (1.1, 0.9), (-1.1, 0.9))
    case 3: return polygon((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0))
    case 4: return polygon((0, 1.2), (1.1, -0.9), (-1.1, -0.9))
    case 5:
      return polygon(
        (-0.4, -1.2), (0.4, -1.2), (0.4, -0.4), (1.2, -0.4), (1.2, 0.4), (0.4, 0.4), (0.4, 1.2),
        (-0.4, 1.2), (-0.4, 0.4), (-1.2, 0.4), (-1.2, -0.4), (-0.4, -0.4))
    default:
      return polygon(
        (-1.2, -0.7), (-0.7, -1.2), (0, -0.5), (0.7, -1.2), (1.2, -0.7), (0.5, 0), (1.2, 0.7),
        (0.7, 1.2), (0, 0.5), (-0.7, 1.2), (-1.2, 0.7), (-0.5, 0))
    }
  }

  /// The strokes over the colour of a bar, in a tile of 8 × 8.
  static func strokes(ofPattern number: Int) -> String {
    switch number {
    case 1: "M-2 2L2 -2M0 8L8 0M6 10L10 6"
    case 2: "M0 2H8M0 6H8"
    case 3: "M-2 6L2 10M0 0L8 8M6 -2L10 2"
    default: "M2 0V8M6 0V8"
    }
  }
}
