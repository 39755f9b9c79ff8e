public import MunicipalModel

/// What a reader noticed: how often each thing, and the first of each with their places.
///
/// A file can be wrong in every line. Each kind is counted in full, and its first cases are kept, so
/// that memory does not grow with the damage.
public struct LongTableDiagnostics: Hashable, Sendable {
  /// The first cases of each kind, in the order of the lines.
  public let kept: [Diagnostic]
  /// How often each kind was noticed, the cases that are not kept included.
  public let counts: [Diagnostic.Code: Int]

  /// How many cases there are in all.
  public var total: Int { counts.values.reduce(0, +) }

  /// How often one kind was noticed.
  public func count(of code: Diagnostic.Code) -> Int { counts[code] ?? 0 }
}

/// The kinds of things that are noticed in a long table.
enum LongTableIssue: UInt8, CaseIterable {
  case unknownColumn, emptyRow, cellCount, unclosedQuote, textAfterQuote, rowTooLong
  case badCode, badYear, badSex, badAge, badCount, tooLarge, missingCount, malformedText
  case differentName, duplicateRow, conflictingRow, noRows, oneSex

  var code: Diagnostic.Code {
    switch self {
    case .unknownColumn: "unknown-column"
    case .emptyRow: "empty-row"
    case .cellCount: "wrong-number-of-cells"
    case .unclosedQuote: "unclosed-quote"
    case .textAfterQuote: "text-after-quote"
    case .rowTooLong: "row-too-long"
    case .badCode: "unreadable-code"
    case .badYear: "unreadable-year"
    case .badSex: "unreadable-sex"
    case .badAge: "unreadable-age"
    case .badCount: "unreadable-count"
    case .tooLarge: "count-too-large"
    case .missingCount: "missing-count"
    case .malformedText: "malformed-text"
    case .differentName: "different-name"
    case .duplicateRow: "duplicate-row"
    case .conflictingRow: "conflicting-row"
    case .noRows: "no-rows"
    case .oneSex: "one-sex"
    }
  }

  var severity: Diagnostic.Severity {
    switch self {
    case .missingCount, .emptyRow: .info
    case .unknownColumn, .differentName, .duplicateRow, .noRows, .oneSex: .warning
    default: .error
    }
  }

  var message: LocalizedText {
    switch self {
    case .unknownColumn: LocalizedText(ja: "使わない列", en: "a column that is not used")
    case .emptyRow: LocalizedText(ja: "空の行", en: "an empty row")
    case .cellCount:
      LocalizedText(
        ja: "セルの数が1行目と違うため読めない行", en: "row not read: not as many cells as the first line")
    case .unclosedQuote:
      LocalizedText(ja: "引用符が閉じていないため読めない行", en: "row not read: a quote is not closed")
    case .textAfterQuote:
      LocalizedText(
        ja: "閉じた引用符の後に文字があるため読めない行",
        en: "row not read: text stands behind a closing quote")
    case .rowTooLong: LocalizedText(ja: "長すぎて読めない行", en: "row not read: it is too long")
    case .badCode: LocalizedText(ja: "団体コードでないため読めない行", en: "row not read: no municipality code")
    case .badYear: LocalizedText(ja: "年でないため読めない行", en: "row not read: no calendar year")
    case .badSex: LocalizedText(ja: "性別でないため読めない行", en: "row not read: no sex")
    case .badAge: LocalizedText(ja: "年齢でないため読めない行", en: "row not read: no age")
    case .badCount: LocalizedText(ja: "人数（0以上の整数）でない", en: "not a count of persons")
    case .tooLarge: LocalizedText(ja: "大きすぎる人数", en: "a count that is too large")
    case .missingCount: LocalizedText(ja: "人数がない", en: "a count that is not given")
    case .malformedText: LocalizedText(ja: "文字として読めないバイト", en: "bytes that are no text")
    case .differentName:
      LocalizedText(ja: "同じ団体コードに別の名前", en: "another name for the same code")
    case .duplicateRow: LocalizedText(ja: "同じ内容の重複行", en: "the same row again")
    case .conflictingRow:
      LocalizedText(ja: "人数の異なる重複行（先の行を使う）", en: "row again with other counts; the first is used")
    case .noRows: LocalizedText(ja: "1行目のほかに行がない", en: "there are no rows below the first line")
    case .oneSex:
      LocalizedText(
        ja: "一方の性の行だけで、男女計の率は計算できない",
        en: "rows of one sex only: no rate of both sexes can be formed")
    }
  }
}
