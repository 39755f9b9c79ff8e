import MunicipalModel

/// Which column of a table of movers is which, by the three lines of its header.
struct MoverColumns {
  /// What a column of figures counts.
  struct Figure: Hashable {
    let sex: Sex
    let age: Age
  }

  /// The ages that a column counts.
  enum Age: Hashable {
    case label(AgeLabel)
    /// 移動前の住所地不詳, which no total counts.
    case originNotReported
  }

  private(set) var item: Int?
  private(set) var nationality: Int?
  private(set) var timeCode: Int?
  private(set) var time: Int?
  private(set) var areaCode: Int?
  private(set) var area: Int?
  private(set) var figures: [Int: Figure] = [:]
  /// The columns of figures from the left.
  private(set) var ordered: [(column: Int, figure: Figure)] = []
  private(set) var unknown: [(column: Int, name: String)] = []
  let width: Int

  /// The groups that follow each other without overlap, the finest ones.
  private(set) var groups: [AgeGroup] = []

  /// The ages that no column has, so that no row makes a table by age.
  private(set) var missingAges: [AgeGroup] = []

  /// The first column of figures.
  private(set) var firstFigure = 0

  /// Reads the header; its last line names the columns of the area and the time.
  init?(_ header: [[String]]) {
    guard let names = header.last else { return nil }
    width = header.map(\.count).max() ?? 0
    let grid = header.map { line in line.map { TextFolding.key($0) } }
    for column in 0..<width {
      let cells = grid.map { column < $0.count ? $0[column] : "" }
      let name = cells.last { !$0.isEmpty } ?? ""
      if let figure = Self.figure(cells) {
        if figures.values.contains(figure) {
          unknown.append((column, cells.joined(separator: "/")))
        } else {
          figures[column] = figure
        }
        continue
      }
      switch name {
      case _ where name.contains("補助"): break  // 補助コード, which is blank beside every code.
      case "表章項目": item = item ?? column
      case "国籍": nationality = nationality ?? column
      case _ where name.hasPrefix("時間軸") && name.hasSuffix("コード"):
        timeCode = timeCode ?? column
      case _ where name.hasPrefix("時間軸"): time = time ?? column
      case _ where Self.isAreaName(name) && name.hasSuffix("コード"): areaCode = areaCode ?? column
      case _ where Self.isAreaName(name): area = area ?? column
      // An empty column below /性別 and /年齢 names what stands in the lines beside it.
      case _ where name.hasSuffix("コード") || name.hasPrefix("/"): break
      case "単位", "": break
      default: unknown.append((column, TextFolding.trimmed(cells.joined(separator: "/"))))
      }
    }
    guard names.contains(where: { TextFolding.key($0).hasSuffix("コード") }), areaCode != nil,
      figures.values.contains(where: { if case .label(.group) = $0.age { true } else { false } })
    else { return nil }
    ordered = figures.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    firstFigure = ordered.first?.column ?? 0
    // Five-year groups rather than 0–14, 15–64 and 65+, which stand in the same line.
    let all = figures.values.compactMap {
      if case .label(.group(let group)) = $0.age { group } else { nil }
    }
    groups = AgeGroup.finest(all)
    missingAges = AgeGroup.missing(from: all)
  }

  static func isAreaName(_ name: String) -> Bool {
    name.hasPrefix("全国") || name.contains("市区町村") || name.hasPrefix("地域") || name == "都道府県"
      || name == "都道府県コード"
  }

  /// The ages that a name stands for; `nil` of anything else.
  static func age(_ name: String) -> Age? {
    if name.contains("住所地不詳") { return .originNotReported }
    return (try? AgeLabel(printed: name)).map { .label($0) }
  }

  /// The sex and the age that stand over a column; 総数 is said of both.
  private static func figure(_ cells: [String]) -> Figure? {
    // The columns of the area and the time have nothing above their names.
    let heads = cells.filter { !$0.isEmpty && $0 != "人" }
    guard heads.count == 2, !heads.contains(where: { $0.hasSuffix("コード") }) else { return nil }
    for (first, second) in [(heads[0], heads[1]), (heads[1], heads[0])] {
      guard let sex = Sex(printed: first), let age = age(second) else { continue }
      return Figure(sex: sex, age: age)
    }
    return nil
  }
}
