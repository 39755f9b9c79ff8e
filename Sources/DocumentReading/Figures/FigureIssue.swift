public import MunicipalModel

/// Something odd about one printed figure, before it is known where it stands.
public struct FigureIssue: Hashable, Sendable {
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
        ja: "桁区切りの位置が正しくないため、\(digits) と読みました", en: "digit groups are misplaced; read as \(digits)")
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

extension FigureIssue {
  init(_ failure: FigureNumber.Failure, in text: String) {
    self =
      switch failure {
      case .tooLong: .tooLong(text)
      case .partTooLarge: .partTooLarge(text)
      case .notANumber: .unreadable(text)
      case .range: .range(text)
      case .change: .change(text)
      case .words: .words(text)
      }
  }
}
