// MARK: 移動前の住所地別転入者数

extension Fixture {
  /// 移動前の住所地別転入者数 in the form of e-Stat's API (getSimpleStatsData) of a year: one row a pair of areas.
  ///
  /// - Parameter pairs: the codes and names of origin and destination, and the movers.
  package static func flows(
    _ pairs: [(from: (String, String), to: (String, String), people: String)],
    nationality: (String, String) = ("60000", "移動者"), year: Int = 2024
  ) -> String {
    let head =
      #""tab_code","表章項目","cat01_code","移動後の住所地（現住地）2020～","cat02_code","国籍","area_code","移動前の住所地（前住地）2020～","time_code","時間軸（年次）","unit","value""#
    let rows = pairs.map { pair in
      let cells = [
        "11", "他市区町村からの転入者数", pair.to.0, pair.to.1, nationality.0, nationality.1, pair.from.0,
        pair.from.1, "\(year)000000", "\(year)年", "人", pair.people,
      ]
      return cells.map { "\"\($0)\"" }.joined(separator: ",")
    }
    return ([head] + rows).joined(separator: "\n") + "\n"
  }

  /// The pairs of 架空鳥取市: 30 came from 架空米子市 and 50 went there, 20 came from 架空松江市; of 岩美郡架空町 a dash.
  package static let flowPairs: [(from: (String, String), to: (String, String), people: String)] = [
    (("31000", "鳥取県"), ("31201", "架空鳥取市"), "35"),
    (("31202", "架空米子市"), ("31201", "架空鳥取市"), "30"),
    (("31302", "架空町"), ("31201", "架空鳥取市"), "5"),
    (("32000", "島根県"), ("31201", "架空鳥取市"), "20"),
    (("32201", "架空松江市"), ("31201", "架空鳥取市"), "20"),
    (("99999", "その他の県"), ("31201", "架空鳥取市"), "7"),
    (("31201", "架空鳥取市"), ("31202", "架空米子市"), "50"),
    (("31201", "架空鳥取市"), ("31302", "架空町"), "-"),
  ]
}
