package import MunicipalModel

extension PopulationTable {
  /// The item of a heading below a group, if a rule knows it.
  package func item(label: String, group: String) -> PopulationItem? {
    rule(label: label, group: group)?.item
  }

  /// The rule of which a heading is the very name, with or without its last bracket, or else the first
  /// one that fits: 自然増減（出生－死亡） is 自然増減 and not 出生.
  ///
  /// The usual names of a sum, 計 and 総数, are of what the group names: 総数 below 出生 is 出生.
  func rule(label: String, group: String) -> PopulationItemRule? {
    let label = TextFolding.key(label)
    let group = TextFolding.key(group)
    let fitting = rules.filter { $0.fits(label: label, group: group) }
    let name = PopulationItemRule.name(label)
    let found =
      fitting.first { $0.label == label } ?? fitting.first { $0.label == name }
      ?? fitting.first
    guard Self.isSum(label), found?.group.isEmpty ?? true, found?.isWhole ?? true, !group.isEmpty,
      group != label
    else { return found }
    if let whole = rules.first(where: { $0.isWhole && $0.fits(label: group, group: "") }) {
      return whole
    }
    return Self.countsOthers(group) ? nil : found
  }

  /// The rule of all names over a figure, the nearest first; a sum is of the nearest name that says what is counted:
  /// 計 below 総数 below 出生 is 出生.
  func rule(of names: [String]) -> PopulationItemRule? {
    let label = names.first ?? ""
    let group = names.dropFirst().first ?? label
    let own = rule(label: label, group: group)
    if let captioned, isOfCaption(names, own) { return captioned }
    guard Self.isSum(TextFolding.key(label)), own?.group.isEmpty ?? true else { return own }
    return rule(label: label, group: names.dropFirst().first(where: saysWhat) ?? group)
  }

  /// Whether names say whose a figure is, or that it is a sum, and leave to the caption what it counts.
  private func isOfCaption(_ names: [String], _ own: PopulationItemRule?) -> Bool {
    guard let label = names.first, !names.contains(where: saysWhat) else { return false }
    if Self.isSum(TextFolding.key(label)) {
      return captioned.map { !$0.item.isRate && $0.item != .totalFertilityRate } ?? false
    }
    guard own == nil, let subject = places.subject(ofCell: label) else { return false }
    return subject != .people
  }

  /// Whether a folded heading is the usual name of a sum.
  static func isSum(_ key: String) -> Bool {
    ["計", "合計", "総計", "総数"].contains(PopulationItemRule.name(key))
  }

  /// Whether a folded name is of something else than all people: 世帯, 就業者数, 昼間人口.
  private static func countsOthers(_ key: String) -> Bool {
    let words = [
      "動態", "増減", "転入", "転出", "出生", "死亡", "世帯", "婚姻", "離婚", "移動", "昼間", "昼夜", "労働力", "就業", "通勤",
      "通学", "流入", "流出", "交流人口", "関係人口",
    ]
    let name = PopulationItemRule.name(key)
    let residents = ["登録者", "居住者", "登録者数", "居住者数", "住民数", "人数", "実数", "総数"]
    return words.contains(where: key.contains)
      || "者数".contains { name.last == $0 } && !residents.contains(where: name.hasSuffix)
  }

  private func saysWhat(_ name: String) -> Bool {
    let key = TextFolding.key(name)
    return !Self.isSum(key)
      && (Self.countsOthers(key)
        || rules.contains {
          $0.fits(label: key, group: "") || !$0.group.isEmpty && key.contains(word: $0.group)
        })
  }
}

extension DocumentSession {
  /// The one item that the nearest caption of a table names, and no row or column of it:
  /// 合計特殊出生率の推移（全国・北海道との比較）.
  func captionRule(
    tableAt heading: Int, rules: [PopulationItemRule] = PopulationItemRule.common
  ) -> PopulationItemRule? {
    let captions = captions(above: heading)
    guard !captions.isEmpty else { return nil }
    let names =
      cells(heading) + cells(next(heading))
      + tableLines(below: heading).flatMap { cells($0).prefix(2) }
    func item(of word: String) -> PopulationItemRule? {
      rules.first { $0.group.isEmpty && $0.isWhole && $0.fits(label: word, group: "") }
    }
    for caption in captions {
      let found = PopulationPlaces.words(of: key(caption)).compactMap(item)
      guard let first = found.first else { continue }
      let isAlone = found.allSatisfy { $0.item == first.item }
      let isNamed = names.contains { item(of: TextFolding.key($0))?.item == first.item }
      return isAlone && !isNamed ? first : nil
    }
    return nil
  }
}
