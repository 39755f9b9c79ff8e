import Foundation
import MunicipalModel
import Testing

@testable import Rendering

/// The colours of series and cells, measured by published methods: WCAG 2's contrast ratio, and colour
/// blindness as Machado, Oliveira and Fernandes (2009) simulate it, at full severity.
struct ChartStyleSheetTests {
  private struct Colour {
    let red: Double
    let green: Double
    let blue: Double

    init(red: Double, green: Double, blue: Double) {
      self.red = red
      self.green = green
      self.blue = blue
    }

    /// Reads `#rrggbb` into linear light.
    init?(_ hex: Substring) {
      guard hex.count == 7, let number = Int(hex.dropFirst(), radix: 16) else { return nil }
      let parts = [number >> 16, number >> 8 & 0xFF, number & 0xFF].map { part -> Double in
        let share = Double(part) / 255
        return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
      }
      self.init(red: parts[0], green: parts[1], blue: parts[2])
    }

    var luminance: Double { 0.2126 * red + 0.7152 * green + 0.0722 * blue }

    func contrast(with other: Self) -> Double {
      let (low, high) = (min(luminance, other.luminance), max(luminance, other.luminance))
      return (high + 0.05) / (low + 0.05)
    }

    func seen(_ m: [[Double]]) -> Self {
      func part(_ row: [Double]) -> Double { row[0] * red + row[1] * green + row[2] * blue }
      return Self(red: part(m[0]), green: part(m[1]), blue: part(m[2]))
    }

    /// The difference of two colours in CIELAB (CIE 1976).
    func difference(from other: Self) -> Double {
      let (a, b) = (lab, other.lab)
      return (pow(a.0 - b.0, 2) + pow(a.1 - b.1, 2) + pow(a.2 - b.2, 2)).squareRoot()
    }

    private var lab: (Double, Double, Double) {
      func f(_ t: Double) -> Double { t > 0.008856 ? cbrt(t) : 7.787 * t + 16 / 116 }
      let x = f(max(0, 0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047)
      let y = f(max(0, luminance))
      let z = f(max(0, 0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883)
      return (116 * y - 16, 500 * (x - y), 200 * (y - z))
    }
  }

  /// Normal sight, protanopia, deuteranopia, tritanopia.
  private static let sights: [[[Double]]] = [
    [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    [
      [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
      [-0.003882, -0.048116, 1.051998],
    ],
    [
      [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
      [-0.011820, 0.042940, 0.968881],
    ],
    [
      [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
      [0.004733, 0.691367, 0.303900],
    ],
  ]

  /// The colours of light and of dark by selector.
  private static let themes: [[String: Colour]] = {
    let parts = ChartStyleSheet.css.components(separatedBy: "@media")
    return parts.map { css in
      var colours: [String: Colour] = [:]
      for rule in css.split(separator: "\n") {
        guard let open = rule.firstIndex(of: "{"),
          let hash = rule.range(of: "fill:#")
        else { continue }
        let hex = rule[rule.index(before: hash.upperBound)...].prefix(7)
        colours[rule[..<open].replacingOccurrences(of: ".chart ", with: "")] = Colour(hex)
      }
      return colours
    }
  }()

  @Test func textsReachTheContrastOfTheGuidelines() throws {
    try #require(Self.themes.count == 2)
    for colours in Self.themes {
      let ground = try #require(colours[".bg"])
      let names = ["text", "text.mu"] + (0..<6).map { "text.t\($0)" }
      for name in names {
        #expect(try #require(colours[name]).contrast(with: ground) >= 4.5, "\(name)")
      }
      for scale in ["q", "v"] {
        for level in 0..<7 {
          let cell = try #require(colours[".\(scale)\(level)"])
          let text = try #require(colours["text.\(scale)t\(level)"])
          #expect(text.contrast(with: cell) >= 4.5, "\(scale)\(level)")
        }
      }
    }
  }

  @Test func coloursStayApartForColourBlindReaders() throws {
    for colours in Self.themes {
      let series = try (0..<6).map { try #require(colours[".f\($0)"]) }
      for sight in Self.sights {
        for first in 0..<6 {
          for second in 0..<first {
            let difference = series[first].seen(sight).difference(from: series[second].seen(sight))
            // A difference of about 2 can just be seen; 20 is another colour at a glance.
            #expect(difference > 20, "\(second) \(first)")
          }
        }
      }
    }
  }
}
