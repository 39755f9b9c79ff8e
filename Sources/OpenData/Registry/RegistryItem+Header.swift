import MunicipalModel

extension ResidentRegistry.Item {
  /// What a header may print for the unit of a column.
  static let units: Set<String> = ["人", "世帯", "%"]

  /// The item that a column holds, by the cells of its header from the top, or `nil`.
  ///
  /// The names are those of the sheets since 2013; older sheets print 人 for the total, 増加 for 増減 and
  /// leave out some columns. その他 stands twice and is told apart by the group above, 記載 or 消除.
  ///
  /// - Parameter cells: the cells without the title and the years.
  init?(header cells: [String]) {
    let key = cells.map { Self.folded($0) }.filter { !$0.isEmpty }
    // A unit under a name is no name; alone, or under 人口, 人 is the total.
    let names = key.filter { !Self.units.contains($0) }
    guard let leaf = names.last else {
      guard key.last == "人" else { return nil }
      self = .population
      return
    }
    let all = names.joined(separator: "/")
    if all.contains("増減") || all.contains("増加") {
      guard let change = Self.change(leaf) else { return nil }
      self = change
      return
    }
    // Households of Japanese residents and of several nationalities stand before their 計.
    if leaf == "世帯数" || leaf == "世帯数計" || leaf == "計" && names.contains("世帯数") {
      self = .households
      return
    }
    guard !all.contains("世帯") else { return nil }
    let isEntry = all.contains("記載")
    let isRemoval = all.contains("消除")
    if let flow = Self.flow(names, leaf: leaf, isEntry: isEntry, isRemoval: isRemoval) {
      self = flow
      return
    }
    guard !isEntry, !isRemoval else { return nil }
    switch leaf {
    case "男": self = .male
    case "女": self = .female
    case "計", "人口", "人口計", "総数": self = .population
    default: return nil
    }
  }

  private static func change(_ leaf: String) -> Self? {
    if leaf.contains("世帯") { return nil }
    let isRate = leaf.contains("率")
    if leaf.contains("自然") { return isRate ? .naturalChangeRate : .naturalChange }
    if leaf.contains("社会") { return isRate ? .socialChangeRate : .socialChange }
    guard leaf.contains("増減") || leaf.contains("増加") else { return nil }
    return isRate ? .totalChangeRate : .totalChange
  }

  private static func flow(
    _ names: [String], leaf: String, isEntry: Bool, isRemoval: Bool
  ) -> Self? {
    let all = names.joined(separator: "/")
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
    if leaf == "計A" { return .entries }
    if leaf == "計B" { return .removals }
    if all.contains("帰化") { return .naturalizations }
    if all.contains("国籍喪失") || all.contains("国籍離脱") { return .lossesOfNationality }
    if let start = names.firstIndex(where: { $0.hasPrefix("その他") }) {
      guard isEntry != isRemoval else { return nil }
      // その他（計） in one cell, or その他 over 計; その他（法第30条の47） is only a part of it.
      switch names[start...].joined().dropFirst("その他".count) {
      case "", "計": return isEntry ? .otherEntries : .otherRemovals
      case "その他": return isEntry ? .remainingOtherEntries : .remainingOtherRemovals
      default: return nil
      }
    }
    if isEntry && leaf == "計" { return .entries }
    if isRemoval && leaf == "計" { return .removals }
    return nil
  }

  /// The name without brackets and blanks.
  private static func folded(_ text: String) -> String {
    let dropped: Set<Unicode.Scalar> = ["(", ")", "[", "]", "【", "】", "「", "」", " "]
    var scalars = String.UnicodeScalarView()
    for scalar in TextFolding.key(text).unicodeScalars where !dropped.contains(scalar) {
      scalars.append(scalar)
    }
    return String(scalars)
  }
}
