/// Kinds of mutations that are not held against the reader.
public enum KnownSilence {
  /// Texts that say more than one thing, so that no reading of them is wrong.
  ///
  /// `<` and `>` are limits as well as brackets, ² may be a note, and digits behind a bare number's percent
  /// sign may be one too.
  public static let ambiguous: Set<String> = [
    "bracket open <", "bracket open after <", "bracket close >", "bracket close before >",
    "brackets <>", "brackets empty <>", "words > ·", "letter ²", "last digit circled",
    "last digit superscript", "twice %", "bound after 以上以下",
  ]

  /// What the reader still passes over; to be mended, and then taken off this list.
  public static let open: Set<String> = [
    "bound before (約)", "bound before （約）", "bound before unit 以上1", "bound before unit 超",
    "two figures, one unit <", "two figures, one unit >", "two figures, one unit ※ ",
    "time after 2018年", "time after 2018年度", "time after, apart 2018年",
    "time before, apart 2018年", "unit in (", "unit in （", "unit in （）", "unit in ()",
  ]

  /// All of them.
  public static let kinds = ambiguous.union(open)
}
