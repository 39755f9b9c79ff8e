/// Kinds of mutations that say more than one thing, so that no reading of them is wrong.
public enum AmbiguousMutations {
  /// `<` and `>` are limits as well as brackets, ² may be a note, and digits behind a bare number's percent
  /// sign may be one too.
  public static let kinds: Set<String> = [
    "bracket open <", "bracket open after <", "bracket close >", "bracket close before >",
    "brackets <>", "brackets empty <>", "words > ·", "letter ²", "last digit circled",
    "last digit superscript", "twice %", "bound after 以上以下",
  ]
}
