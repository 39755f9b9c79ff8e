import MunicipalModel

extension LocalizedText {
  /// What to do where two tables have different ages; empty if no groups are common to both.
  static func regrouping(_ first: AgeClassification, _ second: AgeClassification) -> Self {
    guard let common = try? AgeClassification.common([first, second]), common.count > 1,
      let last = common.groups.last
    else { return LocalizedText("") }
    if let one = first.openGroup, let other = second.openGroup, one != other {
      return LocalizedText(
        ja: "「以上」の階級が\(one.label.ja)と\(other.label.ja)で違います。regrouped(to:) で"
          + "\(last.label.ja)にそろえます",
        en: "one table ends in \(one.label.en), the other in \(other.label.en): regroup both to "
          + "\(last.label.en) with regrouped(to:)")
    }
    return LocalizedText(
      ja: "AgeClassification.common(_:) の共通の階級に regrouped(to:) でそろえます",
      en: "regroup both to the groups of AgeClassification.common(_:) with regrouped(to:)")
  }
}
