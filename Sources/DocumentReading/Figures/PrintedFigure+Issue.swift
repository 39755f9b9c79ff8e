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
        .warning, "malformed-grouping", ja: "桁区切りの位置が正しくないため、\(digits) と読みました",
        en: "digit groups are misplaced; read as \(digits)")
    }

    static func movementArrow(_ text: String) -> Self {
      Self(
        .warning, "movement-arrow", of: text, ja: "矢印は前の値からの動きとみなし、以上・以下とは読んでいません",
        en: "the arrow is taken for the movement since the figure before, not for a limit")
    }

    static func unreadable(_ text: String) -> Self {
      Self(.error, "unreadable-figure", of: text, ja: "数値として読めません", en: "not readable as a figure")
    }

    static func partTooLarge(_ text: String) -> Self {
      Self(
        .warning, "malformed-number", of: text, ja: "数の組み立てが正しくないため、値としていません",
        en: "no number is put together like this, so no value is taken")
    }

    static func digitsApart(_ text: String) -> Self {
      Self(
        .warning, "malformed-number", of: text, ja: "空白が桁区切りか、二つの数の間か分からないため、値としていません",
        en: "a space may part two figures or group one, so no value is taken")
    }

    static func letterForDigit(_ text: String) -> Self {
      Self(
        .warning, "letter-for-digit", of: text, ja: "数字の代わりに文字があるため、値としていません",
        en: "a letter stands for a digit, so no value is taken")
    }

    static func severalFigures(_ text: String) -> Self {
      Self(
        .warning, "several-figures", of: text, ja: "一つの値にならない数が二つ以上あるため、値としていません",
        en: "several figures that are not one value, so no value is taken")
    }

    static func pointForComma(_ text: String) -> Self {
      Self(
        .warning, "point-for-comma", of: text, ja: "数えるものに小数はないため、点は桁区切りかもしれず、値としていません",
        en: "a count has no decimals and the point may be a comma, so no value is taken")
    }

    static func noteMark(_ digits: String) -> Self {
      Self(
        .info, "note-mark", ja: "単位の後の \(digits) は注の番号として読みました",
        en: "\(digits) behind the unit is read as a note mark")
    }

    static func contradiction(_ text: String, _ periods: [Period]) -> Self {
      let years = periods.map(\.label)
      return Self(
        .warning, "contradictory-years", of: text,
        ja: "元号と西暦など、二つの時点が合いません（\(years.map(\.ja).joined(separator: "と"))）",
        en: "two times that should be one (\(years.map(\.en).joined(separator: ", ")))")
    }

    static func unreadHeading(_ heading: String) -> Self {
      let heading = shortened(heading)
      return Self(
        .warning, "undated-column", ja: "見出し「\(heading)」の時点が読めないため、時点のない値として読みました",
        en: "the time in the heading \"\(heading)\" cannot be read; its figures have none")
    }

    static func tooLong(_ text: String) -> Self {
      Self(
        .error, "figure-too-long", of: text, ja: "\(ExactDecimal.maximumDigits)桁を超える数値です",
        en: "a figure of more than \(ExactDecimal.maximumDigits) digits")
    }

    static func range(_ text: String) -> Self {
      Self(
        .warning, "figure-range", of: text, ja: "範囲のため、一つの値としていません",
        en: "a range, so no single value is taken")
    }

    static func change(_ text: String) -> Self {
      Self(
        .warning, "figure-of-change", of: text, ja: "増減の幅のため、値としていません",
        en: "a change rather than a level, so no value is taken")
    }

    static func words(_ text: String) -> Self {
      Self(
        .info, "figure-in-words", of: text, ja: "言葉で示されていて、値はありません",
        en: "stated in words, without a value")
    }

    static func unreadPeriod(_ text: String) -> Self {
      Self(
        .info, "unread-period", of: text, ja: "かっこ内の時点は読んでいません",
        en: "the time in brackets is not read")
    }
  }
}

extension PrintedFigure.Issue {
  fileprivate init(
    _ severity: Diagnostic.Severity, _ code: Diagnostic.Code, ja: String, en: String
  ) {
    self.init(severity: severity, code: code, message: LocalizedText(ja: ja, en: en))
  }

  /// Makes an issue whose message ends with the printed text.
  fileprivate init(
    _ severity: Diagnostic.Severity, _ code: Diagnostic.Code, of text: String, ja: String,
    en: String
  ) {
    let text = Self.shortened(text)
    self.init(severity, code, ja: "\(ja): \(text)", en: "\(en): \(text)")
  }

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

  /// The beginning of a text that is too long to show.
  private static func shortened(_ text: String) -> String {
    let start = text.unicodeScalars.prefix(80)
    return start.endIndex == text.endIndex ? text : "\(Substring(start))…"
  }
}
