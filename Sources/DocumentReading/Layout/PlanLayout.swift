package import MunicipalModel

/// Which heading of a document means what: how a municipality's plan is read without code.
///
/// A layout is a JSON file; every member may be left out:
///
/// ```json
/// {
///   "headings": [
///     { "level": "goal", "pattern": "基本目標{number} {title}" },
///     { "level": "measure", "pattern": "施策{number} {title}" }
///   ],
///   "tree_tables": [
///     { "columns": [
///       { "level": "goal", "heading": "基本目標", "pattern": "{number} {title}" },
///       { "level": "project", "heading": "主な事業", "list": true } ] } ],
///   "columns": [
///     { "heading": "現状値", "means": "baseline" },
///     { "heading": "今後の方向", "means": "ignored" }
///   ],
///   "periods": { "baseline": "平成26年度", "target": "令和元年度" },
///   "population": [
///     { "heading": "年次", "years": "down", "items": [
///       { "heading": "増減", "in": "自然動態", "item": "natural_change" } ] } ]
/// }
/// ```
///
/// The first rule that fits decides. The columns' rules stand before ``ColumnRule/common``.
package struct PlanLayout: Hashable, Sendable {
  /// The headings, the outermost level first.
  package var headings: [HeadingRule] = []
  /// How the plan's title is written, where the document prints it on a line of its own.
  package var planTitle: HeadingPattern? = nil
  /// The tables that list the plan's tree.
  package var treeTables: [TreeTableLayout] = []
  /// What the columns of tables of indicators hold.
  package var columns: [ColumnRule] = ColumnRule.common
  /// How many lines the heading of a table of indicators has, where its own words do not tell: 1 to 3.
  package var headingLines: Int = 1
  /// Whether one heading spans a theme and, in the unnamed column beside it, the indicator.
  package var indicatorBesideTheme: Bool = false
  /// The words in the corner of tables that have a year a row, and an indicator a column.
  package var yearsDown: [String] = []
  /// How lines outside tables state the figures of an indicator.
  package var lines: [LineRule] = []
  /// The words behind or below a heading that say what has changed.
  package var marks: [LayoutMark] = []
  /// What a role's period is where no column's heading names one.
  package var periods: [IndicatorFigure.Role: LayoutPeriod] = [:]
  /// Over which time a role's figures count where the cell does not say so.
  package var accumulations: [IndicatorFigure.Role: Accumulation] = [:]
  /// The units of which, of several numbers in one cell, the first that is there is the indicator's.
  package var mainUnits: [String] = []
  /// What running totals (累計) are counted from; `nil` is what the figures tell.
  package var runningTotals: RunningTotalStart? = nil
  /// How the printed 達成率 are defined; `nil` is the definition that fits them.
  package var achievement: AchievementDefinition? = nil
  /// Which level's node the indicators of a table without a column of projects belong to.
  package var levelOfTables: PlanLevel? = nil
  /// Whether notes below the tables of the topmost nodes say where figures come from, as
  /// ①住民基本台帳 (基準値: 2018年) does.
  package var sourceNotes: Bool = false
  /// The tables of the population.
  package var population: [PopulationLayout] = []
  /// The lines outside tables that state figures of the population.
  package var populationStatements: [PopulationStatementRule] = []
  /// What the tables of the population count.
  package var populationDefinition: PopulationDefinition? = nil
  /// What the document's own rates of change divide by; `nil` is 前年末人口.
  package var rateDenominator: RateDenominator? = nil
  /// How the document's own means are rounded; `nil` is the rule that fits them.
  package var meanRounding: RoundingRule? = nil
  /// Words in the first row of tables that are known and not read.
  package var unreadTables: [String] = []

  /// The levels, the outermost first: those of the headings, then those of tables alone.
  package var levels: [PlanLevel] {
    (headings.map(\.level) + treeTables.flatMap(\.columns).map(\.level)).uniqued
  }

  /// The levels of the headings, the outermost first.
  var headingLevels: [PlanLevel] { headings.map(\.level).uniqued }

  /// The plan's title, from the first line that is written so; `nil` if there is none.
  package func planTitle(in session: inout DocumentSession) -> String? {
    guard let planTitle else { return nil }
    for line in 1...session.document.lineCount where !session.isTableRow(line) {
      guard let title = planTitle.match(session.text(line))?.title, !title.isEmpty else { continue }
      session.keep(line)
      return title
    }
    return nil
  }
}

/// One kind of table of the population.
package struct PopulationLayout: Hashable, Sendable {
  /// Where the years of a table stand.
  package enum Direction: String, Hashable, Sendable, CaseIterable {
    /// One row a year, below a heading of two lines: groups, and what they consist of.
    case down
    /// One column a year; the first two cells of a row are the group and the item.
    case across
    /// A line of years below a line of groups, and one row of figures below both.
    case below
  }

  /// How the first line of the table begins.
  package let heading: String
  /// A word of a line above the table, which tells it from others that begin alike; `nil` if none is needed.
  package internal(set) var below: String? = nil
  /// Where the years stand.
  package let years: Direction
  /// What a year is that says neither 年 nor 年度; `nil` is what the table says.
  package internal(set) var bareYears: Period.YearKind? = nil
  /// In what counts are printed, such as 千人; `nil` is what the table says, or else persons.
  package internal(set) var unit: String? = nil
  /// The first year whose figures are projected; `nil` is what the headings and notes say.
  package internal(set) var projectedFrom: Int? = nil
  /// What the rows or columns hold; the rule of the very name decides, or else the first that fits.
  package let items: [PopulationItemRule]

  /// The reader of such tables.
  package func table(of area: Area) -> PopulationTable {
    PopulationTable(
      rules: items.isEmpty ? PopulationItemRule.common : items, area: area, bareYear: bareYears,
      unit: unit, projectedFrom: projectedFrom)
  }
}
