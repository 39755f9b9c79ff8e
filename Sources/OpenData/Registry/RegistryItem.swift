import MunicipalModel

/// A column of 住民基本台帳に基づく人口、人口動態及び世帯数.
public enum RegistryItem: String, Hashable, Sendable, Codable, CaseIterable {
  /// 男
  case male
  /// 女
  case female
  /// 計, the population on the day of the stock.
  case population
  /// 世帯数
  case households
  /// 転入者数（国内）
  case domesticInMigrants = "domestic_in_migrants"
  /// 転入者数（国外）
  case foreignInMigrants = "foreign_in_migrants"
  /// 転入者数（計）
  case inMigrants = "in_migrants"
  /// 出生者数
  case births
  /// その他（帰化等）, printed for Japanese residents only.
  case naturalizations
  /// その他（その他） among the entries.
  case remainingOtherEntries = "remaining_other_entries"
  /// その他（計） among the entries: 職権記載, 帰化 and the like.
  case otherEntries = "other_entries"
  /// 計（Ａ）: all entries into the register.
  case entries
  /// 転出者数（国内）
  case domesticOutMigrants = "domestic_out_migrants"
  /// 転出者数（国外）
  case foreignOutMigrants = "foreign_out_migrants"
  /// 転出者数（計）
  case outMigrants = "out_migrants"
  /// 死亡者数
  case deaths
  /// その他（国籍喪失）, printed for Japanese residents only.
  case lossesOfNationality = "losses_of_nationality"
  /// その他（その他） among the removals.
  case remainingOtherRemovals = "remaining_other_removals"
  /// その他（計） among the removals: 職権消除, 国籍喪失 and the like.
  case otherRemovals = "other_removals"
  /// 計（Ｂ）: all removals from the register.
  case removals
  /// 増減数（Ａ）−（Ｂ）
  case totalChange = "total_change"
  /// 増減率, in % of the population of the year before.
  case totalChangeRate = "total_change_rate"
  /// 自然増減数
  case naturalChange = "natural_change"
  /// 自然増減率, in %.
  case naturalChangeRate = "natural_change_rate"
  /// 社会増減数, which holds その他 here.
  case socialChange = "social_change"
  /// 社会増減率, in %.
  case socialChangeRate = "social_change_rate"

  /// Whether the column holds a rate in %, not a count.
  public var isRate: Bool {
    switch self {
    case .totalChangeRate, .naturalChangeRate, .socialChangeRate: true
    default: false
    }
  }

  /// Whether a count may be below zero.
  var isBalance: Bool {
    switch self {
    case .totalChange, .naturalChange, .socialChange: true
    default: false
    }
  }

  /// The position in a row's cells.
  var index: Int { Self.positions[self] ?? 0 }

  private static let positions = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}

extension RegistryItem {
  /// The item that a column holds, by the cells of its header from the top, or `nil`.
  ///
  /// The names are those of the sheets since 2013; older sheets print 人 for the total and leave out
  /// some columns. その他 stands twice and is told apart by the group above, 記載 or 消除.
  init?(header cells: [String]) {
    let key = cells.map { Self.folded($0) }
    let leaf = key.last { !$0.isEmpty } ?? ""
    let all = key.joined(separator: "/")
    if all.contains("増減") {
      let isRate = leaf.contains("率")
      if leaf.contains("自然") {
        self = isRate ? .naturalChangeRate : .naturalChange
      } else if leaf.contains("社会") {
        self = isRate ? .socialChangeRate : .socialChange
      } else if leaf.contains("増減") {
        self = isRate ? .totalChangeRate : .totalChange
      } else {
        return nil
      }
      return
    }
    if leaf == "世帯数" || leaf == "世帯数計" {
      self = .households
      return
    }
    guard !all.contains("世帯") else { return nil }
    let isEntry = all.contains("記載")
    let isRemoval = all.contains("消除")
    if let flow = Self.flow(all, leaf: leaf, isEntry: isEntry, isRemoval: isRemoval) {
      self = flow
      return
    }
    guard !isEntry, !isRemoval else { return nil }
    switch leaf {
    case "男": self = .male
    case "女": self = .female
    case "計", "人", "人口", "人口計", "総数": self = .population
    default: return nil
    }
  }

  private static func flow(
    _ all: String, leaf: String, isEntry: Bool, isRemoval: Bool
  ) -> Self? {
    if all.contains("転入") {
      return all.contains("国内")
        ? .domesticInMigrants
        : all.contains("国外") ? .foreignInMigrants : .inMigrants
    }
    if all.contains("転出") {
      return all.contains("国内")
        ? .domesticOutMigrants
        : all.contains("国外") ? .foreignOutMigrants : .outMigrants
    }
    if leaf.contains("出生") { return .births }
    if leaf.contains("死亡") { return .deaths }
    if all.contains("帰化") { return .naturalizations }
    if all.contains("国籍喪失") || all.contains("国籍離脱") { return .lossesOfNationality }
    if all.contains("その他") {
      guard isEntry != isRemoval else { return nil }
      let isRest = leaf.contains("その他その他") || leaf == "その他" && all.contains("その他/")
      if isRest { return isEntry ? .remainingOtherEntries : .remainingOtherRemovals }
      return isEntry ? .otherEntries : .otherRemovals
    }
    if leaf == "計A" || isEntry && leaf == "計" { return .entries }
    if leaf == "計B" || isRemoval && leaf == "計" { return .removals }
    return nil
  }

  /// The name without brackets, blanks and 者数.
  private static func folded(_ text: String) -> String {
    let dropped: Set<Unicode.Scalar> = ["(", ")", "[", "]", "【", "】", "「", "」", " "]
    var scalars = String.UnicodeScalarView()
    for scalar in TextFolding.key(text).unicodeScalars where !dropped.contains(scalar) {
      scalars.append(scalar)
    }
    return String(scalars)
  }
}
