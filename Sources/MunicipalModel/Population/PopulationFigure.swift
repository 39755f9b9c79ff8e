/// One printed figure about a population: what, where, when, how much, and the cell it stands in.
public struct PopulationFigure: Hashable, Sendable, Codable {
  /// Whether the figure was observed, and if not, what it is.
  public enum Basis: String, Hashable, Sendable, Codable, CaseIterable {
    /// It was counted or measured.
    case observed = ""
    /// The mean over the years of the period.
    case average
    /// The change from the first year of the period to the last.
    case changeFromBase = "change_from_base"
    /// A projection: the national institute's (社人研の推計値), or the document's own (推計, 見込み).
    case projection
    /// The municipality's own vision (将来展望).
    case vision
    /// The value that an assumption starts from.
    case start
    /// A value the municipality assumes or aims at.
    case assumption
  }

  /// What is counted or measured.
  public let item: PopulationItem
  /// Whether it was observed.
  public let basis: Basis
  /// What it is about.
  public let area: Area
  /// The time it belongs to.
  public let period: Period?
  /// What the cell says.
  public let reading: Reading
  /// Where it was printed.
  public let citation: Citation

  /// Makes a figure.
  public init(
    item: PopulationItem, basis: Basis = .observed, area: Area, period: Period?, reading: Reading,
    citation: Citation
  ) {
    self.item = item
    self.basis = basis
    self.area = area
    self.period = period
    self.reading = reading
    self.citation = citation
  }

  /// The item with its basis, as exported files name it: `total_population_vision`.
  public var label: String {
    basis == .observed ? item.rawValue : "\(item.rawValue)_\(basis.rawValue)"
  }
}

/// The share of answers that a survey found.
package struct SurveyResult: Hashable, Sendable, Codable {
  /// The question.
  package let question: String
  /// The answer.
  package let answer: String
  /// The share of people who gave it.
  package let share: CitedReading
  /// When the survey was made.
  package let period: Period?

  /// Makes a survey result.
  package init(question: String, answer: String, share: CitedReading, period: Period?) {
    self.question = question
    self.answer = answer
    self.share = share
    self.period = period
  }
}

/// What a strategy cost, or how many projects it has.
public struct BudgetFigure: Hashable, Sendable, Codable {
  /// What is counted.
  public enum Item: String, Hashable, Sendable, Codable, CaseIterable {
    /// 事業数
    case projects = "strategy_projects"
    /// 事業費
    case cost = "strategy_project_cost"
    /// 交付金の事業数
    case grantProjects = "grant_projects"
    /// 交付金額
    case grant = "grant_amount"
  }

  /// What is counted.
  public let item: Item
  /// The number of the goal that it is for; empty for the whole strategy.
  public let goal: String
  /// Which kind of amount it is: settled, budgeted, granted; empty if the document does not say.
  public let stage: String
  /// The fiscal year or years.
  public let period: Period?
  /// What the cell says.
  public let reading: Reading
  /// Where it was printed.
  public let citation: Citation

  /// Makes a budget figure.
  package init(
    item: Item, goal: String = "", stage: String = "", period: Period?, reading: Reading,
    citation: Citation
  ) {
    self.item = item
    self.goal = goal
    self.stage = stage
    self.period = period
    self.reading = reading
    self.citation = citation
  }
}
