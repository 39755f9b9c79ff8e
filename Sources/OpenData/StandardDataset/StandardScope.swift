import MunicipalModel

extension StandardDatasetRow.Scope {
  /// What the name of a row tells it to be about.
  ///
  /// 総数, 合計（全市）, the name of the municipality and 架空市計 stand for the whole, …計 for a part. Names with
  /// 総数, 全体 or 全域 that say more than that are left to the figures, as are those with 計.
  ///
  /// - Parameters:
  ///   - district: 地域名.
  ///   - code: 地域コード.
  ///   - municipality: 市区町村名.
  ///   - prefecture: 都道府県名.
  init(district: String, code: String, municipality: String, prefecture: String) {
    let prefecture = TextFolding.key(prefecture)
    let municipality = Self.without(prefecture, TextFolding.key(municipality))
    let key = TextFolding.key(district)
    guard !key.isEmpty else {
      self = code.isEmpty ? .municipality : .district
      return
    }
    let name = Self.without(prefecture, key.filter { !"()[]【】〔〕・".contains($0) })
    let rest = Self.without(municipality, name)
    if rest.isEmpty ? !municipality.isEmpty || name.isEmpty : Self.isWhole(rest) {
      self = .municipality
    } else {
      let isSum = rest.hasSuffix("計") || Self.sums.contains { rest.contains($0) }
      self = isSum ? .subtotal : .district
    }
  }

  private static let sums = ["総数", "合計", "総計", "全体", "全域", "全地域"]

  private static func without(_ beginning: String, _ name: String) -> String {
    name.hasPrefix(beginning) ? String(name.dropFirst(beginning.count)) : name
  }

  /// Whether a name is made of nothing but words for the whole, such as 市全体 or 合計全市.
  private static func isWhole(_ name: String) -> Bool {
    let wholes = sums + ["全", "計"]
    let others = ["人口", "市", "区", "町", "村", "内", "の"]
    var rest = name[...]
    var saysWhole = false
    while !rest.isEmpty {
      if let word = wholes.first(where: { rest.hasPrefix($0) }) {
        saysWhole = true
        rest = rest.dropFirst(word.count)
      } else if let word = others.first(where: { rest.hasPrefix($0) }) {
        rest = rest.dropFirst(word.count)
      } else {
        return false
      }
    }
    return saysWhole
  }
}
