import MunicipalModel

extension LayoutDraft {
  /// The layout as a file that a person can go on with.
  package var json: String {
    var members: [(key: String, value: JSONValue)] = []
    func add(_ key: String, _ values: [JSONValue]) {
      if !values.isEmpty { members.append((key, .array(values))) }
    }
    add("headings", layout.headings.map(Self.json))
    let own = layout.columns.dropLast(ColumnRule.common.count)
    add(
      "columns",
      own.map { rule in
        let match: (String, JSONValue) =
          rule.word.map { ("heading", .string($0)) } ?? ("blank", .bool(true))
        return .object([match, ("means", .string(rule.role.name ?? "indicator"))])
      })
    add("years_down", layout.yearsDown.map(JSONValue.string))
    add("lines", layout.lines.map { .string($0.text) })
    add("population", layout.population.map(Self.json))
    return JSONValue.object(members).text
  }

  private static func json(_ rule: HeadingRule) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = [("level", .string(rule.level.rawValue))]
    if let level = rule.headingLevel { members.append(("heading_level", .number("\(level)"))) }
    if rule.pattern != .whole { members.append(("pattern", .string(rule.pattern.text))) }
    if rule.isBeforeTable { members.append(("before_table", .bool(true))) }
    if rule.effect != .opens { members.append(("effect", .string(rule.effect.rawValue))) }
    return .object(members)
  }

  private static func json(_ table: PopulationLayout) -> JSONValue {
    .object([
      ("heading", .string(table.heading)), ("years", .string(table.years.rawValue)),
    ])
  }
}
