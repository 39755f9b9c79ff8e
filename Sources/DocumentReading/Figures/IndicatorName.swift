package import MunicipalModel

/// The name of an indicator with its unit taken off: 新規雇用創出数（人） is 新規雇用創出数 in 人.
package struct IndicatorName: Hashable, Sendable {
  /// The name without unit, number in a circle and note mark.
  package let name: String
  /// The unit of the last brackets, with its width folded; empty if they are none.
  package let unit: String
  /// Over which time the figures count, where the name says so: 累計 of 企業立地件数（件）［累計］ and 累計企業数.
  /// Words of this stay in the name.
  package let accumulation: Accumulation?
  /// The number in a circle before the name, 1 to 20, such as 3 of ③.
  package let circledNumber: Int?
  /// The note mark after the name, such as `※` or `※4`; empty if there is none.
  package let noteMark: String

  /// Takes a printed name apart.
  package init(_ printed: some StringProtocol) {
    var scalars = Array(TextFolding.unified(TextFolding.trimmed(printed)).unicodeScalars)
    circledNumber = scalars.first?.circledNumber
    if circledNumber != nil { scalars.removeFirst() }
    Self.removeMarkOfRepetition(from: &scalars)
    let lastMark = Self.removeNoteMark(from: &scalars)
    let found = Self.removeUnit(from: &scalars)
    unit = found.unit
    noteMark = lastMark.isEmpty ? Self.removeNoteMark(from: &scalars) : lastMark
    name = TextFolding.trimmed(String(scalars: scalars))
    accumulation = found.accumulation ?? (name.contains(word: "累計") ? .cumulative : nil)
  }

  /// 【再掲】 behind a name says that it stands elsewhere too.
  private static func removeMarkOfRepetition(from scalars: inout [Unicode.Scalar]) {
    for mark in ["【再掲】", "（再掲）", "(再掲)", "［再掲］", "[再掲]", "〔再掲〕"] {
      let count = mark.unicodeScalars.count
      guard scalars.count > count, scalars.suffix(count).elementsEqual(mark.unicodeScalars) else {
        continue
      }
      scalars.removeLast(count)
      return
    }
  }

  private static func removeNoteMark(from scalars: inout [Unicode.Scalar]) -> String {
    guard let mark = scalars.lastIndex(of: "※"),
      scalars[(mark + 1)...].allSatisfy({ TextFolding.fold($0).decimalDigit != nil || $0 == " " })
    else { return "" }
    let text = String(scalars: scalars[mark...].map(TextFolding.fold))
    scalars.removeSubrange(mark...)
    return TextFolding.trimmed(text)
  }

  /// Takes the unit off, which may stand behind or before the word of accumulation: （件）［累計］,
  /// ［累計］（件）, 【件・累計】.
  private static func removeUnit(
    from scalars: inout [Unicode.Scalar]
  ) -> (unit: String, accumulation: Accumulation?) {
    guard let last = lastBracket(of: scalars[...]) else { return ("", nil) }
    if !last.unit.isEmpty, last.accumulation == nil {
      scalars.removeSubrange(last.range)
      let before = lastBracket(of: scalars[...])
      let isDash = last.unit.unicodeScalars.allSatisfy(FigureMarks.isDash)
      return (isDash ? "" : last.unit, before?.unit.isEmpty == true ? before?.accumulation : nil)
    }
    if !last.unit.isEmpty {
      scalars.replaceSubrange(last.range, with: last.words)
      return (last.unit, last.accumulation)
    }
    guard let before = lastBracket(of: scalars[..<last.range.lowerBound]), !before.unit.isEmpty,
      before.accumulation == nil
    else { return ("", last.accumulation) }
    scalars.removeSubrange(before.range)
    return (before.unit, last.accumulation)
  }

  private struct Bracket {
    /// Where it stands, with the spaces behind it.
    let range: Range<Int>
    let unit: String
    let accumulation: Accumulation?
    /// The bracket without its unit.
    let words: [Unicode.Scalar]
  }

  /// The bracket that ends a text, if it is a unit, a word of accumulation, or both.
  private static func lastBracket(of scalars: ArraySlice<Unicode.Scalar>) -> Bracket? {
    var end = scalars.endIndex
    while end > scalars.startIndex, TextFolding.fold(scalars[end - 1]) == " " { end -= 1 }
    guard end > scalars.startIndex,
      [")", "]", "】", "〕"].contains(TextFolding.fold(scalars[end - 1])),
      let open = scalars[..<end].lastIndex(where: {
        ["(", "[", "【", "〔"].contains(TextFolding.fold($0))
      }), open > scalars.startIndex
    else { return nil }
    let inside = String(scalars: scalars[(open + 1)..<(end - 1)].map(TextFolding.fold))
    guard let parts = PrintedUnit.parts(of: TextFolding.trimmed(inside)) else { return nil }
    return Bracket(
      range: open..<scalars.endIndex, unit: parts.unit, accumulation: parts.accumulation,
      words: [scalars[open]] + "累計".unicodeScalars + [scalars[end - 1]])
  }
}

extension Unicode.Scalar {
  /// The value of a number in a circle, ① to ⑳.
  package var circledNumber: Int? {
    (0x2460...0x2473).contains(value) ? Int(value) - 0x245F : nil
  }
}
