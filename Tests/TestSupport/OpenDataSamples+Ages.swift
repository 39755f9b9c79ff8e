// MARK: 住民基本台帳年齢階級別人口

extension Fixture {
  package static let ages = (0..<20).map { "\($0 * 5)歳～\($0 * 5 + 4)歳" } + ["100歳以上"]

  /// The rows of an area: men of an age are (position + 1) × the factor, women one more each.
  ///
  /// - Parameter unpublished: men and women whose ages are not published.
  package static func ageRows(
    _ code: String, _ prefecture: String, _ name: String, _ factor: Int,
    unpublished: (Int, Int) = (0, 0), parts: Int = 1
  ) -> [[String]] {
    let men = (1...21).map { $0 * factor }
    let women = men.map { $0 + parts }
    func row(_ sex: String, _ counts: [Int], _ more: Int) -> [String] {
      [code, prefecture, name, sex]
        + ([counts.reduce(more, +)] + counts).map { SheetRow.printed($0) }
    }
    return [
      row("計", zip(men, women).map { $0 + $1 }, unpublished.0 + unpublished.1),
      row("男", men, unpublished.0), row("女", women, unpublished.1),
    ]
  }

  package static func ageSheet(
    _ rows: [[String]], title: String = "令和5年1月1日住民基本台帳年齢階級別人口（市区町村別）（総計）"
  ) -> String {
    let width = 26
    func line(_ cells: [String]) -> String {
      (cells + Array(repeating: "", count: max(0, width - cells.count))).joined(separator: ",")
    }
    let head = [
      [title], ["", "", "", "", "総数"] + ages,
      ["団体コード", "都道府県名", "市区町村名", "性別"] + Array(repeating: "人", count: 22),
    ]
    return (head + rows + [["注1：外国人住民の内訳は、非公表である"]]).map(line).joined(separator: "\r\n") + "\r\n"
  }
}
