import MunicipalModel

/// The name of an indicator with its unit taken off: 新規雇用創出数（人） is 新規雇用創出数 in 人.
public struct IndicatorName: Hashable, Sendable {
  /// The name without unit, number in a circle and note mark.
  public let name: String
  /// The unit of the last bracket, with its width folded; empty if the last bracket is no unit.
  public let unit: String
  /// The number in a circle before the name, 1 to 20, such as 3 of ③.
  public let circledNumber: Int?
  /// The note mark after the name, such as `※` or `※4`; empty if there is none.
  public let noteMark: String

  /// Takes a printed name apart.
  public init(_ printed: some StringProtocol) {
    var scalars = Array(TextFolding.trimmed(printed).unicodeScalars)
    circledNumber = scalars.first?.circledNumber
    if circledNumber != nil { scalars.removeFirst() }
    let lastMark = Self.removeNoteMark(from: &scalars)
    unit = Self.removeUnit(from: &scalars)
    noteMark = lastMark.isEmpty ? Self.removeNoteMark(from: &scalars) : lastMark
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    name = TextFolding.trimmed(String(view))
  }

  private static func removeNoteMark(from scalars: inout [Unicode.Scalar]) -> String {
    guard let mark = scalars.lastIndex(of: "※"),
      scalars[(mark + 1)...].allSatisfy({ TextFolding.fold($0).decimalDigit != nil || $0 == " " })
    else { return "" }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[mark...].map(TextFolding.fold))
    scalars.removeSubrange(mark...)
    return TextFolding.trimmed(String(view))
  }

  private static func removeUnit(from scalars: inout [Unicode.Scalar]) -> String {
    while let last = scalars.last, TextFolding.fold(last) == " " { scalars.removeLast() }
    guard let last = scalars.last, [")", "]", "】", "〕"].contains(TextFolding.fold(last)),
      let open = scalars.lastIndex(where: { ["(", "[", "【", "〔"].contains(TextFolding.fold($0)) }),
      open > 0
    else { return "" }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[(open + 1)..<(scalars.count - 1)].map(TextFolding.fold))
    let unit = TextFolding.trimmed(String(view))
    guard MeasureUnit.isUnit(unit) else { return "" }
    scalars.removeSubrange(open...)
    return unit.unicodeScalars.allSatisfy(FigureMarks.isDash) ? "" : unit
  }
}

extension Unicode.Scalar {
  /// The value of a number in a circle, ① to ⑳.
  package var circledNumber: Int? {
    (0x2460...0x2473).contains(value) ? Int(value) - 0x245F : nil
  }
}
