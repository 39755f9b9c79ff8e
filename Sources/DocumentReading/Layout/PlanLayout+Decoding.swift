package import MunicipalModel

extension PlanLayout: Decodable {
  /// Reads a layout from a JSON file.
  ///
  /// - Throws: ``TextFormats/DataFileError`` that names the line and the member.
  package init(_ file: BuiltInFile) throws(DataFileError) {
    self = try StrictJSON.decode(PlanLayout.self, from: file)
  }

  private enum Key: String, CodingKey, CaseIterable {
    case headings, columns, lines, marks, periods, accumulations, population, achievement
    case mainUnits = "main_units"
    case yearsDown = "years_down"
    case sourceNotes = "source_notes"
    case populationStatements = "population_statements"
    case runningTotals = "running_totals"
    case planTitle = "plan_title"
    case treeTables = "tree_tables"
    case headingLines = "heading_lines"
    case indicatorBesideTheme = "indicator_beside_theme"
    case levelOfTables = "level_of_tables"
    case populationDefinition = "population_definition"
    case rateDenominator = "rate_denominator"
    case meanRounding = "mean_rounding"
    case unreadTables = "unread_tables"
  }

  /// The most rules of a kind: each is tried on each line.
  package static let maximumRules = 200

  /// Decodes a layout; a member of an unknown name is an error.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.members(Key.self)
    let lines = try members.decodeIfPresent(Int.self, forKey: .headingLines) ?? 1
    guard (1...TableHeading.maximumLines).contains(lines) else {
      throw StrictDecodingError(
        code: .badValue, path: members.codingPath + [Key.headingLines],
        expected: LocalizedText("1, 2, 3"),
        found: "\(lines)")
    }
    self.init(
      headings: try members.list(.headings, upTo: Self.maximumRules),
      planTitle: try members.parsedIfPresent(
        .planTitle,
        expected: LocalizedText(
          ja: "# {title} のような、{title} のある書き方", en: "a pattern with {title}, such as # {title}")
      ) { HeadingPattern($0).flatMap { $0.hasTitle ? $0 : nil } },
      treeTables: try members.list(.treeTables, upTo: Self.maximumRules),
      columns: try members.list(.columns, of: ColumnRule.self, upTo: Self.maximumRules)
        + ColumnRule.common,
      headingLines: lines,
      indicatorBesideTheme: try members.decodeIfPresent(Bool.self, forKey: .indicatorBesideTheme)
        ?? false,
      yearsDown: try members.list(.yearsDown),
      lines: try members.lineRules(.lines),
      marks: try members.list(.marks, upTo: Self.maximumRules),
      periods: try members.byRole(
        .periods,
        expected: LocalizedText(
          ja: "令和6年度 のような時期、plan_end、{period} のある見出し",
          en: "a period such as 令和6年度, plan_end, a heading with {period}"),
        LayoutPeriod.init),
      accumulations: try members.byRole(.accumulations, expected: LocalizedText(Accumulation.names))
      {
        Accumulation(rawValue: $0)
      },
      mainUnits: try members.list(.mainUnits),
      runningTotals: try members.choiceIfPresent(.runningTotals, of: RunningTotalStart.self),
      achievement: try members.choiceIfPresent(.achievement, of: AchievementDefinition.self),
      levelOfTables: try members.decodeIfPresent(String.self, forKey: .levelOfTables)
        .map(PlanLevel.init(rawValue:)),
      sourceNotes: try members.decodeIfPresent(Bool.self, forKey: .sourceNotes) ?? false,
      population: try members.list(.population, upTo: Self.maximumRules),
      populationStatements: try members.list(.populationStatements, upTo: Self.maximumRules),
      populationDefinition: try members.decodeIfPresent(
        PopulationDefinitionFile.self, forKey: .populationDefinition)?.definition,
      rateDenominator: try members.choiceIfPresent(.rateDenominator, of: RateDenominator.self),
      meanRounding: try members.choiceIfPresent(.meanRounding, of: RoundingRule.self),
      unreadTables: try members.list(.unreadTables, upTo: Self.maximumRules))
    if let levelOfTables, !levels.contains(levelOfTables) {
      throw StrictDecodingError(
        code: .unknownReference, path: members.codingPath + [Key.levelOfTables],
        expected: LocalizedText(levels.map(\.rawValue).joined(separator: ", ")),
        found: levelOfTables.rawValue)
    }
  }
}

extension Accumulation {
  fileprivate static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension KeyedDecodingContainer {
  /// An object whose members are named by roles.
  fileprivate func byRole<Value>(
    _ key: Key, expected: LocalizedText, _ parse: (String) throws -> Value?
  ) throws -> [IndicatorFigure.Role: Value] {
    var result: [IndicatorFigure.Role: Value] = [:]
    let texts = try decodeIfPresent([String: String].self, forKey: key) ?? [:]
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) {
      guard let role = IndicatorFigure.Role(rawValue: name) else {
        throw StrictDecodingError(
          code: .unknownMember, path: codingPath + [key],
          expected: LocalizedText(
            IndicatorFigure.Role.allCases.map(\.rawValue).joined(separator: ", ")), found: name)
      }
      guard let value = try? parse(text) else {
        throw StrictDecodingError(
          code: .badValue, path: codingPath + [key], expected: expected, found: text)
      }
      result[role] = value
    }
    return result
  }

  /// A list of rules for lines.
  fileprivate func lineRules(_ key: Key) throws -> [LineRule] {
    try list(key, of: String.self, upTo: PlanLayout.maximumRules).map { text in
      guard let rule = LineRule(text) else {
        throw StrictDecodingError(
          code: .badValue, path: codingPath + [key],
          expected: LocalizedText(
            ja: "{indicator}：{baseline}→{target} のような書き方",
            en: "a rule such as {indicator}：{baseline}→{target}"),
          found: text)
      }
      return rule
    }
  }

  /// A member that is one of an enumeration's names.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: Key, of type: Choice.Type, default standard: Choice? = nil
  ) throws -> Choice where Choice.RawValue == String {
    if let standard, !contains(key) { return standard }
    let names = type.allCases.map(\.rawValue).joined(separator: ", ")
    return try parsed(key, expected: LocalizedText(names)) { Choice(rawValue: $0) }
  }
}

extension KeyedDecodingContainer {
  /// A member that is one of an enumeration's names, if it is there.
  func choiceIfPresent<Choice: RawRepresentable & CaseIterable>(
    _ key: Key, of type: Choice.Type
  ) throws -> Choice? where Choice.RawValue == String {
    contains(key) ? try choice(key, of: type) : nil
  }
}

extension HeadingRule: Decodable {
  private enum Key: String, CodingKey, CaseIterable {
    case level, pattern, next, effect
    case headingLevel = "heading_level"
    case isBeforeTable = "before_table"
  }

  /// Decodes a rule; a member of an unknown name is an error.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.members(Key.self)
    let headingLevel = try members.decodeIfPresent(Int.self, forKey: .headingLevel)
    let isTold = headingLevel != nil && !members.contains(.pattern)
    self.init(
      level: PlanLevel(rawValue: try members.word(.level)),
      pattern: isTold
        ? .whole
        : try members.parsed(
          .pattern,
          expected: LocalizedText(
            ja: "施策{number} {title} のような書き方", en: "a pattern such as 施策{number} {title}"),
          HeadingPattern.init),
      headingLevel: headingLevel,
      next: try members.decodeIfPresent(String.self, forKey: .next),
      isBeforeTable: try members.decodeIfPresent(Bool.self, forKey: .isBeforeTable) ?? false,
      effect: try members.choice(.effect, of: Effect.self, default: .opens))
  }
}

extension LayoutMark: Decodable {
  private enum Key: String, CodingKey, CaseIterable { case word, means, legend }

  /// Decodes a rule; a member of an unknown name is an error.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.members(Key.self)
    self.init(
      word: try members.word(.word), mark: try members.choice(.means, of: LifecycleMark.self),
      legend: members.contains(.legend) ? try members.word(.legend) : nil)
  }
}

extension ColumnRule: Decodable {
  private enum Key: String, CodingKey, CaseIterable { case heading, begins, period, blank, means }

  /// Decodes a rule: one of `heading`, `begins` and `period`, and what the column `means`.
  package init(from decoder: any Decoder) throws {
    let members = try decoder.members(Key.self)
    var matches: [Match] = []
    if members.contains(.heading) { matches.append(.contains(try members.word(.heading))) }
    if members.contains(.begins) { matches.append(.prefix(try members.word(.begins))) }
    if try members.decodeIfPresent(Bool.self, forKey: .period) == true { matches.append(.period) }
    if try members.decodeIfPresent(Bool.self, forKey: .blank) == true { matches.append(.blank) }
    guard matches.count == 1 else {
      throw StrictDecodingError(
        code: .badValue, path: members.codingPath,
        expected: LocalizedText(
          ja: "heading、begins、period、blank のどれか一つ", en: "one of heading, begins, period, blank"),
        found: "\(matches.count)")
    }
    let role = try members.parsed(.means, expected: LocalizedText(ColumnRole.names)) {
      ColumnRole(name: $0)
    }
    self.init(matches[0], role)
  }
}

extension ColumnRole {
  private static let plain: [(name: String, role: ColumnRole)] = [
    ("project", .project), ("theme", .theme), ("indicator", .indicator), ("unit", .unit),
    ("better", .betterDirection),
    ("goal", .level(.goal)), ("direction", .level(.direction)), ("measure", .level(.measure)),
    ("baseline_period", .figurePeriod(.baseline)), ("actual_period", .figurePeriod(.actual)),
    ("target_period", .figurePeriod(.target)), ("figure_period", .figurePeriod(nil)),
    ("row_role", .rowRole), ("row_period", .rowPeriod), ("row_number", .rowNumber),
    ("derived", .derived), ("ignored", .prose),
  ]

  fileprivate static var names: String {
    (plain.map(\.name) + IndicatorFigure.Role.allCases.map(\.rawValue)).joined(separator: ", ")
  }

  /// What a layout calls it; `nil` of what no layout says.
  var name: String? {
    figureRole?.rawValue ?? Self.plain.first { $0.role == self }?.name
  }

  private var figureRole: IndicatorFigure.Role? {
    if case .figure(let role) = self { role } else { nil }
  }

  fileprivate init?(name: String) {
    if let plain = Self.plain.first(where: { $0.name == name }) {
      self = plain.role
    } else if let role = IndicatorFigure.Role(rawValue: name) {
      self = .figure(role)
    } else {
      return nil
    }
  }
}
