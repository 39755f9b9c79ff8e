public import MunicipalModel

extension PrintedFigure {
  /// Something odd about one printed figure, before it is known where it stands.
  public struct Issue: Hashable, Sendable {
    /// How much it matters.
    public let severity: Diagnostic.Severity
    /// A stable name of what is odd.
    public let code: Diagnostic.Code
    /// One sentence for a person to read.
    public let message: LocalizedText

    static func malformedGrouping(_ digits: String) -> Self {
      Self(
        severity: .warning, code: "malformed-grouping",
        message: LocalizedText(
          ja: "桁区切りの位置が正しくないため、\(digits) と読みました",
          en: "digit groups are misplaced; read as \(digits)")
      )
    }

    static func movementArrow(_ text: String) -> Self {
      let text = shortened(text)
      return Self(
        severity: .warning, code: "movement-arrow",
        message: LocalizedText(
          ja: "矢印は前の値からの動きとみなし、以上・以下とは読んでいません: \(text)",
          en:
            "the arrow is taken for the movement since the figure before, not for a limit: \(text)")
      )
    }

    static func unreadable(_ text: String) -> Self {
      let text = shortened(text)
      return Self(
        severity: .error, code: "unreadable-figure",
        message: LocalizedText(ja: "数値として読めません: \(text)", en: "not readable as a figure: \(text)"))
    }

    static func partTooLarge(_ text: String) -> Self {
      let text = shortened(text)
      return Self(
        severity: .warning, code: "malformed-number",
        message: LocalizedText(
          ja: "数の組み立てが正しくないため、値としていません: \(text)",
          en: "no number is put together like this, so no value is taken: \(text)"))
    }

    static func digitsApart(_ text: String) -> Self {
      let text = shortened(text)
      return Self(
        severity: .warning, code: "malformed-number",
        message: LocalizedText(
          ja: "空白が桁区切りか、二つの数の間か分からないため、値としていません: \(text)",
          en: "a space may part two figures or group one, so no value is taken: \(text)"))
    }

    static func letterForDigit(_ text: String) -> Self {
      let text = shortened(text)
      return Self(
        severity: .warning, code: "letter-for-digit",
        message: LocalizedText(
          ja: "数字の代わりに文字があるため、値としていません: \(text)",
          en: "a letter stands for a digit, so no value is taken: \(text)"))
    }

    static func severalFigures(_ text: String) -> Self {
      let text = shortened(text)
      return Self(
        severity: .warning, code: "several-figures",
        message: LocalizedText(
          ja: "一つの値にならない数が二つ以上あるため、値としていません: \(text)",
          en: "several figures that are not one value, so no value is taken: \(text)"))
    }

    static func pointForComma(_ text: String) -> Self {
      let text = shortened(text)
      return Self(
        severity: .warning, code: "point-for-comma",
        message: LocalizedText(
          ja: "数えるものに小数はないため、点は桁区切りかもしれず、値としていません: \(text)",
          en: "a count has no decimals and the point may be a comma, so no value is taken: \(text)")
      )
    }

    static func noteMark(_ digits: String) -> Self {
      Self(
        severity: .info, code: "note-mark",
        message: LocalizedText(
          ja: "単位の後の \(digits) は注の番号として読みました",
          en: "\(digits) behind the unit is read as a note mark")
      )
    }

    static func contradiction(_ text: String, _ periods: [Period]) -> Self {
      let text = shortened(text)
      let years = periods.map(\.label)
      return Self(
        severity: .warning, code: "contradictory-years",
        message: LocalizedText(
          ja: "元号と西暦など、二つの時点が合いません（\(years.map(\.ja).joined(separator: "と"))）: \(text)",
          en: "two times that should be one (\(years.map(\.en).joined(separator: ", "))): \(text)"))
    }

    static func unreadHeading(_ heading: String) -> Self {
      let heading = shortened(heading)
      return Self(
        severity: .warning, code: "undated-column",
        message: LocalizedText(
          ja: "見出し「\(heading)」の時点が読めないため、時点のない値として読みました",
          en: "the time in the heading \"\(heading)\" cannot be read; its figures have none"))
    }

    static func tooLong(_ text: String) -> Self {
      let text = shortened(text)
      return Self(
        severity: .error, code: "figure-too-long",
        message: LocalizedText(
          ja: "\(ExactDecimal.maximumDigits)桁を超える数値です: \(text)",
          en: "a figure of more than \(ExactDecimal.maximumDigits) digits: \(text)"))
    }

    static func range(_ text: String) -> Self {
      let text = shortened(text)
      return Self(
        severity: .warning, code: "figure-range",
        message: LocalizedText(
          ja: "範囲のため、一つの値としていません: \(text)", en: "a range, so no single value is taken: \(text)"))
    }

    static func change(_ text: String) -> Self {
      let text = shortened(text)
      return Self(
        severity: .warning, code: "figure-of-change",
        message: LocalizedText(
          ja: "増減の幅のため、値としていません: \(text)",
          en: "a change rather than a level, so no value is taken: \(text)"))
    }

    static func words(_ text: String) -> Self {
      let text = shortened(text)
      return Self(
        severity: .info, code: "figure-in-words",
        message: LocalizedText(
          ja: "言葉で示されていて、値はありません: \(text)", en: "stated in words, without a value: \(text)"))
    }

    static func unreadPeriod(_ text: String) -> Self {
      let text = shortened(text)
      return Self(
        severity: .info, code: "unread-period",
        message: LocalizedText(
          ja: "かっこ内の時点は読んでいません: \(text)", en: "the time in brackets is not read: \(text)"))
    }

    /// The beginning of a text that is too long to show.
    private static func shortened(_ text: String) -> String {
      let start = text.unicodeScalars.prefix(80)
      return start.endIndex == text.endIndex ? text : "\(Substring(start))…"
    }
  }
}

extension PrintedFigure.Issue {
  init(_ failure: FigureNumber.Failure, in text: String) {
    self =
      switch failure {
      case .tooLong: .tooLong(text)
      case .partTooLarge: .partTooLarge(text)
      case .digitsApart: .digitsApart(text)
      case .letterForDigit: .letterForDigit(text)
      case .severalFigures: .severalFigures(text)
      case .pointForComma: .pointForComma(text)
      case .notANumber: .unreadable(text)
      case .range: .range(text)
      case .change: .change(text)
      case .words: .words(text)
      }
  }
}
