import MunicipalModel

/// The columns of a table of e-Stat's pages, in which the classes of some dimensions stand side by side.
///
/// Above each column of figures stand its classes, a line of codes above one of names; `/項目` names the dimension at
/// the left of them. The other dimensions have a column of codes and one of names.
struct EStatWideColumns {
  /// A dimension whose class each row names.
  struct Key {
    let id: String
    let name: String
    let code: Int
    let nameColumn: Int?
  }

  /// A column of figures.
  struct Value {
    let column: Int
    /// The codes and names of its classes, one a dimension above the columns.
    let classes: [(code: String, name: String)]
    let unit: String
    var annotation: Int?
  }

  private(set) var keys: [Key] = []
  /// The ids and names of the dimensions above the columns.
  private(set) var across: [(id: String, name: String)] = []
  private var ids: Set<String> = []
  private(set) var values: [Value] = []
  private(set) var unit: Int?
  let width: Int

  /// Whether a line names a dimension above the columns.
  static func isHeading(_ cells: [String]) -> Bool {
    cells.contains { TextFolding.trimmed($0).hasPrefix("/") }
  }

  /// Whether a line is the last of the heading: it names the columns of the rows too.
  static func isLastHeading(_ cells: [String]) -> Bool {
    let names = cells.prefix { !TextFolding.trimmed($0).hasPrefix("/") }
    return names.count < cells.count && names.contains { !TextFolding.isBlank($0) }
  }

  /// Reads the lines of the heading.
  init?(_ lines: [[String]]) {
    guard let last = lines.last,
      let slash = last.firstIndex(where: { TextFolding.trimmed($0).hasPrefix("/") })
    else { return nil }
    width = lines.map(\.count).max() ?? 0
    readKeys(last[..<slash].map { TextFolding.key($0) }, printed: last)
    var codes: [[String]] = []
    var names: [[String]] = []
    for line in lines {
      guard let own = line.firstIndex(where: { TextFolding.trimmed($0).hasPrefix("/") }) else {
        continue
      }
      let key = TextFolding.key(line[own]).dropFirst()
      let isCode = key.hasSuffix("コード")
      let name = String(isCode ? key.dropLast("コード".count) : key)
      let position = across.firstIndex { $0.name == name } ?? across.count
      if position == across.count {
        across.append((id(for: name), name))
        codes.append([])
        names.append([])
      }
      let cells = Self.drawn(line, from: own + 1, width: width)
      if isCode { codes[position] = cells } else { names[position] = cells }
    }
    for column in (slash + 1)..<max(slash + 1, width) {
      let label = column < last.count ? TextFolding.trimmed(last[column]) : ""
      if TextFolding.key(label) == "注釈" {
        if !values.isEmpty, values[values.count - 1].column == column - 1 {
          values[values.count - 1].annotation = column
        }
        continue
      }
      guard !label.isEmpty else { continue }
      let classes = across.indices.map { index -> (code: String, name: String) in
        func cell(_ list: [[String]]) -> String {
          list[index].indices.contains(column) ? list[index][column] : ""
        }
        let name = cell(names)
        return (cell(codes).isEmpty ? name : cell(codes), name.isEmpty ? cell(codes) : name)
      }
      values.append(
        Value(
          column: column, classes: classes, unit: Self.unit(of: classes.map(\.name)),
          annotation: nil))
    }
    guard !values.isEmpty else { return nil }
  }

  private mutating func readKeys(_ keys: [String], printed: [String]) {
    for (column, key) in keys.enumerated() where key.hasSuffix("コード") && !key.contains("補助") {
      let name = String(key.dropLast("コード".count))
      self.keys.append(
        Key(id: id(for: name), name: name, code: column, nameColumn: keys.firstIndex(of: name)))
    }
    unit = keys.firstIndex(of: "単位")
  }

  /// An id as e-Stat's API has them: `tab`, `area`, `time`, else `cat01` and so on; each once.
  private mutating func id(for name: String) -> String {
    let times: Set<String> = ["調査年", "年次", "年度次", "年", "時点", "年月"]
    let known: String? =
      if name == "表章項目" {
        "tab"
      } else if name.hasPrefix("時間軸") || times.contains(name) {
        "time"
      } else {
        MoverColumns.isAreaName(name) ? "area" : nil
      }
    if let known, ids.insert(known).inserted { return known }
    let number = ids.count { $0.hasPrefix("cat") } + 1
    let id = "cat\(number < 10 ? "0" : "")\(number)"
    ids.insert(id)
    return id
  }

  /// The cells of a line, those from a column on drawn to the right over empty cells.
  private static func drawn(_ line: [String], from start: Int, width: Int) -> [String] {
    var label = ""
    return (0..<width).map { column in
      let own = column < line.count && column >= start ? TextFolding.trimmed(line[column]) : ""
      if !own.isEmpty { label = own }
      return label
    }
  }

  /// The unit within 【】 behind a name, as in A1101_総人口【人】.
  private static func unit(of names: [String]) -> String {
    for name in names {
      guard let start = name.lastIndex(of: "【"), name.last == "】" else { continue }
      return String(name[name.index(after: start)...].dropLast())
    }
    return ""
  }
}
