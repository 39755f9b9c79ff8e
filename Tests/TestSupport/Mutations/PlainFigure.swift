internal import MunicipalModel

/// A printed figure taken apart without the reader that is tested: sign, digits, point, unit.
struct PlainFigure: Hashable {
  /// △, ▲, - or nothing.
  let sign: String
  /// The digits before the point, without separators.
  let whole: String
  /// The digits after the point; empty if there is no point.
  let fraction: String
  /// The unit as printed; empty if none is.
  let unit: String
  /// The number that is printed.
  let value: ExactDecimal

  /// Takes a text apart that is nothing but one figure, or `nil` if it is more.
  init?(_ printed: String) {
    var rest = TextFolding.folded(TextFolding.trimmed(printed))[...]
    var sign = ""
    if let first = rest.first, "△▲-".unicodeScalars.contains(first) {
      sign = String(first)
      rest = rest.dropFirst().drop { $0 == " " }
    }
    var whole = ""
    while let scalar = rest.first, Self.isDigit(scalar) || scalar == "," || scalar == " " {
      guard Self.isDigit(scalar) || rest.dropFirst().first.map(Self.isDigit) == true else { break }
      if Self.isDigit(scalar) { whole.unicodeScalars.append(scalar) }
      rest = rest.dropFirst()
    }
    var fraction = ""
    if rest.first == "." {
      rest = rest.dropFirst()
      while let scalar = rest.first, Self.isDigit(scalar) {
        fraction.unicodeScalars.append(scalar)
        rest = rest.dropFirst()
      }
      guard !fraction.isEmpty else { return nil }
    }
    let unit = rest.drop { $0 == " " }
    let digits = whole + (fraction.isEmpty ? "" : "." + fraction)
    guard !whole.isEmpty, whole.utf8.count < 12, unit.count < 7,
      unit.allSatisfy({ $0.properties.isAlphabetic || $0 == "%" || $0 == "/" }),
      let number = ExactDecimal(digits)
    else { return nil }
    self.sign = sign
    self.whole = whole
    self.fraction = fraction
    self.unit = String(String.UnicodeScalarView(unit))
    value = sign.isEmpty ? number : -number
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    (0x30...0x39).contains(scalar.value)
  }

  /// The digits with a separator before the last three, and perhaps others before them.
  func grouped(by separator: String) -> String {
    ThousandsSeparators.text(whole).replacing(",", with: separator)
      + (fraction.isEmpty ? "" : "." + fraction)
  }

  /// The number as usual, without sign and unit: 1,498 or 45.5.
  var number: String { grouped(by: ",") }

  /// The figure as usual.
  var text: String { sign + number + unit }

  /// The kind of figure: its digits made alike, and units of one build.
  var shape: String {
    let build =
      unit.isEmpty
      ? "" : unit.contains("/") ? "/" : unit.contains("円") ? "円" : unit == "%" ? "%" : "unit"
    return "\(sign)\(min(whole.count, 4)).\(min(fraction.count, 2))\(build)\(unit.count > 1)"
  }
}
