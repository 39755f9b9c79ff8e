package import MunicipalModel

/// By what two names were taken for the same, the strictest rule first.
package enum MatchRule: String, Hashable, Sendable, CaseIterable {
  /// The names are the same to the letter.
  case exact
  /// They are the same in half width and without spaces, brackets and quotation marks.
  case folded
  /// They are the same with known variants of spelling replaced.
  case variant
  /// They are the same without what stands in brackets.
  case withoutNotes = "without_notes"
  /// They share most pairs of neighbouring characters.
  case similar
  /// Nothing else is left in two entries that belong together; unit and target are the same, or neither has one.
  case onlyOneLeft = "only_one_left"

  /// The rule in words.
  package var label: LocalizedText {
    switch self {
    case .exact: LocalizedText(ja: "完全一致", en: "same to the letter")
    case .folded: LocalizedText(ja: "全角・括弧の違い", en: "same but for width and brackets")
    case .variant: LocalizedText(ja: "表記の違い", en: "same but for spelling")
    case .withoutNotes: LocalizedText(ja: "注記の違い", en: "same but for notes")
    case .similar: LocalizedText(ja: "似た名称", en: "similar name")
    case .onlyOneLeft: LocalizedText(ja: "残る一つ", en: "the only one left")
    }
  }
}
