import MunicipalModel

/// Which of several numbers in one cell an indicator counts: the 9人 of 3世帯9人 where it is called 移住者数.
enum MainQuantity {
  /// How names end, and the units that they count in.
  private static let endings: [(ending: String, units: Set<String>)] = [
    ("者数", ["人", "名"]), ("人数", ["人", "名"]), ("員数", ["人", "名"]), ("人口", ["人"]),
    ("児童数", ["人", "名"]), ("生徒数", ["人", "名"]), ("学生数", ["人", "名"]), ("園児数", ["人", "名"]),
    ("世帯数", ["世帯"]), ("戸数", ["戸", "世帯"]), ("件数", ["件"]), ("回数", ["回"]), ("団体数", ["団体"]),
    ("組数", ["組"]), ("社数", ["社", "企業"]), ("企業数", ["社", "企業"]), ("事業所数", ["事業所", "社"]),
    ("店舗数", ["店舗", "店"]), ("校数", ["校"]), ("箇所数", ["箇所", "か所", "カ所"]),
    ("施設数", ["施設", "箇所", "か所"]), ("本数", ["本"]), ("台数", ["台"]), ("面積", ["ha", "㎡", "m2", "a"]),
    ("率", ["%"]), ("割合", ["%"]),
  ]

  /// The reading with the number first that the layout, or the indicator's unit or name asks for; as it is where
  /// none tells, or where two numbers have the unit.
  static func first(
    in reading: Reading, name: String, unit: String, preferred: [String] = []
  ) -> Reading {
    guard case .several(let all) = reading else { return reading }
    let quantities = withoutRates(all)
    let reading: Reading = quantities.count == 1 ? .value(quantities[0]) : .several(quantities)
    if let unit = preferred.first(where: { unit in quantities.contains { $0.unit == unit } }) {
      return moved([unit], quantities) ?? reading
    }
    let key = withoutBrackets(TextFolding.key(name))
    let wanted: Set<String> =
      unit.isEmpty ? endings.first { key.hasSuffix($0.ending) }?.units ?? [] : [unit]
    return moved(wanted, quantities) ?? reading
  }

  /// Without the 1日 of 1日8便 and the 1人 of 1人月25時間, over which the number behind it counts.
  private static func withoutRates(_ quantities: [Quantity]) -> [Quantity] {
    guard let first = quantities.first, quantities.count > 1, first.value.doubleValue == 1,
      ["日", "日平均", "日当たり", "月", "か月", "週", "人当たり", "人月"].contains(first.unit)
    else { return quantities }
    return Array(quantities.dropFirst())
  }

  /// The numbers with the only one of some units first; `nil` where that is no change.
  private static func moved(_ wanted: Set<String>, _ quantities: [Quantity]) -> Reading? {
    let found = quantities.indices.filter { wanted.contains(quantities[$0].unit) }
    guard found.count == 1, let main = found.first, main > 0 else { return nil }
    var ordered = quantities
    ordered.insert(ordered.remove(at: main), at: 0)
    return .several(ordered)
  }

  /// 移住者数(世帯) without what its last brackets say.
  private static func withoutBrackets(_ key: String) -> String {
    guard key.hasSuffix(")"), let open = key.lastIndex(of: "("), open != key.startIndex else {
      return key
    }
    return String(key[..<open])
  }
}
