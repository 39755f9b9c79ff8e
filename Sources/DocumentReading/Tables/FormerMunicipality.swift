extension PopulationPlaces {
  /// Whether a name is of a municipality that was merged, without its last letter: 旧名寄, but not 旧推計.
  func isFormer(_ name: String) -> Bool {
    guard name.hasPrefix("旧"), let own else { return false }
    let stem = name.dropFirst()
    let isKanji = stem.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
    return stem == own.dropLast()
      || isKanji && (2...4).contains(stem.count)
        && !Self.formerThings.contains(where: stem.contains)
  }

  /// What 旧 is said of beside municipalities.
  private static let formerThings = [
    "推計", "計画", "基準", "定義", "目標", "戦略", "指標", "区分", "分類", "制度", "調査", "集計", "方式", "年齢", "国勢", "人口",
    "年度",
    "単位", "住民", "外国", "登録", "対照", "耐震", "数値", "算定", "校舎", "施設",
  ]
}
