/// What the age column of a printed table names: a group, 年齢不詳, or all ages together.
public enum AgeLabel: Hashable, Sendable {
  /// A group of ages, such as 0～4歳.
  case group(AgeGroup)
  /// 年齢不詳: people whose age is not known.
  case notReported
  /// 総数: all ages together.
  case allAges

  /// The group, if it is one.
  public var group: AgeGroup? {
    if case .group(let group) = self { group } else { nil }
  }

  /// Reads a printed age, such as 0～4歳, ８５歳以上, 20歳代, 年齢「不詳」 or `100+`.
  ///
  /// - Parameters:
  ///   - text: the cell as printed; width and kind of dash do not matter.
  ///   - row: the row to name in the error.
  /// - Throws: ``AgeTableError`` with `unreadable-age`.
  public init(
    printed text: some StringProtocol, row: Int? = nil
  ) throws(AgeTableError) {
    // 年齢「不詳」 in tables of the census.
    switch TextFolding.key(text).lowercased().filter({ $0 != "「" && $0 != "」" }) {
    case "年齢不詳", "不詳", "年齢不明", "不明", "年齢未詳", "unknown", "notreported", "not_reported",
      "agenotreported",
      "notstated",
      "unk":
      self = .notReported
    case "総数", "総計", "合計", "計", "total", "allages", "全年齢", "年齢計": self = .allAges
    default:
      guard let group = AgeGroup(printed: text) else {
        throw AgeTableError(code: .unreadableAge, row: row, text: String(text))
      }
      self = .group(group)
    }
  }
}
