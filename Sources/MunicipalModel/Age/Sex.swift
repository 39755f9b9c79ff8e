/// The sex that a column of a table by age counts.
public enum Sex: String, Hashable, Sendable, Codable, CaseIterable {
  /// 男
  case male
  /// 女
  case female
  /// 男女計, for a table that is not divided by sex.
  case both

  /// The name in the terms of the field.
  public var label: LocalizedText {
    switch self {
    case .male: LocalizedText(ja: "男", en: "male")
    case .female: LocalizedText(ja: "女", en: "female")
    case .both: LocalizedText(ja: "男女計", en: "both sexes")
    }
  }

  /// Reads a printed name such as 男, 女性, `Female` or 男女計, or `nil` for anything else.
  package init?(printed text: some StringProtocol) {
    switch TextFolding.key(text).lowercased() {
    case "男", "男性", "男子", "male", "males", "m", "men": self = .male
    case "女", "女性", "女子", "female", "females", "f", "women": self = .female
    case "男女計", "男女", "総数", "計", "合計", "both", "bothsexes", "total": self = .both
    default: return nil
    }
  }
}
