// MARK: 日本の地域別将来推計人口

extension Fixture {
  /// A result table of 2023: codes without their first zero, a prefecture, a designated city with a ward, a town and 浜通り.
  ///
  /// - Parameter label: what is counted, such as 総人口 or 65歳以上人口.
  package static func projection(_ label: String = "総人口", factor: Int = 1) -> String {
    let years = stride(from: 2020, through: 2050, by: 5).map { "\($0)年" }
    func line(_ cells: [String]) -> String {
      (cells + Array(repeating: "", count: 18 - cells.count)).joined(separator: ",")
    }
    func row(_ key: [String], _ population: Int) -> String {
      let counts = (0..<7).map { (population - 100 * $0) * factor }
      return line(
        key + counts.map { "\($0)" } + counts.map { "\(Double($0) / Double(counts[0]) * 100)" })
    }
    return [
      line(["結果表1　\(label)および指数（令和2（2020）年＝100とした場合）"]), line([]), line(["注）2020年は国勢調査による"]),
      line(
        ["コード", "市などの別", "都道府県", "市区町村", "\(label)（人）"] + Array(repeating: "", count: 6) + [
          "指数（2020年＝100）"
        ]),
      line(["", "", "", ""] + years + years), row(["1000", "a", "北海道", ""], 5_000),
      row(["1100", "1", "北海道", "札幌市"], 2_000), row(["1101", "0", "北海道", "札幌市中央区"], 900),
      row(["1202", "2", "北海道", "函館市"], 2_500), row(["1331", "3", "北海道", "松前町"], 800),
      row(["7999", "9", "福島県", "浜通り地域"], 1_000),
    ].joined(separator: "\r\n") + "\r\n"
  }
}
