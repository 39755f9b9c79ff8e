public import MunicipalModel

/// What a table's column holds.
public enum ColumnRole: Hashable, Sendable {
  /// The project (事業名); an empty cell belongs to the project above.
  case project
  /// The heading of several indicators; an empty cell belongs to the one above.
  case theme
  /// The indicator (指標名, 項目).
  case indicator
  /// A figure of one role.
  case figure(Observation.Role)
  /// The unit of the row's figures (単位).
  case unit
  /// Which way of the row's figures is better (方向性: ↑, ↓); text where no cell of the column says so.
  case direction
  /// Whether the row holds targets or actual figures (区分: 目標, 実績).
  case rowRole
  /// The year of the row's figures (年度).
  case rowPeriod
  /// Text that is no part of the model.
  case prose
  /// Nothing the reader knows.
  case unknown
}

/// Says by its heading what a column holds.
public struct ColumnRule: Hashable, Sendable {
  /// How a heading is recognised; compared in half width and without spaces.
  public enum Match: Hashable, Sendable {
    /// The heading has the word in it.
    case contains(String)
    /// The heading begins with the word.
    case prefix(String)
    /// The heading is nothing but a period, such as 2020年度.
    case period
  }

  let match: Match
  let role: ColumnRole

  /// Makes a rule; its word may be written in any width.
  public init(_ match: Match, _ role: ColumnRole) {
    self.match =
      switch match {
      case .contains(let word): .contains(TextFolding.key(word))
      case .prefix(let word): .prefix(TextFolding.key(word))
      case .period: .period
      }
    self.role = role
  }

  /// The rules that most strategies follow. A city puts its own before them.
  public static let common: [ColumnRule] = [
    ColumnRule(.contains("事業名"), .project),
    // 目標の方向性 has the word 目標 in it.
    ColumnRule(.contains("方向性"), .direction),
    ColumnRule(.contains("望ましい方向"), .direction),
    ColumnRule(.contains("望ましい向き"), .direction),
    ColumnRule(.contains("達成"), .figure(.achievement)),
    ColumnRule(.contains("基準"), .figure(.baseline)),
    ColumnRule(.contains("現状値"), .figure(.baseline)),
    ColumnRule(.contains("中間目標"), .figure(.interimTarget)),
    ColumnRule(.contains("目標"), .figure(.target)),
    ColumnRule(.contains("実績"), .figure(.actual)),
    // 重要業績評価指標 has the word 評価 in it.
    ColumnRule(.contains("指標"), .indicator),
    ColumnRule(.contains("KPI"), .indicator),
    ColumnRule(.prefix("項目"), .indicator),
    ColumnRule(.prefix("単位"), .unit),
    ColumnRule(.contains("状況"), .figure(.assessment)),
    ColumnRule(.contains("評価"), .figure(.assessment)),
    ColumnRule(.period, .figure(.actual)),
  ]
}

/// A column of a table, as its heading says.
public struct TableColumn: Hashable, Sendable {
  /// What it holds.
  public let role: ColumnRole
  /// The period in the heading, if there is one.
  public let period: Period?
  /// The heading as printed.
  public let heading: String
  /// Whether the heading is nothing but a period.
  let isPeriodAlone: Bool
  /// Over which time the figures count, where the heading says so: 令和2～4年度平均.
  let accumulation: Accumulation?
  /// Whether the heading says that the figures are not final: 実績値（見込み）.
  let isEstimate: Bool
  /// What is odd about the time that the heading says.
  let timeIssue: FigureIssue?

  /// Reads a heading.
  ///
  /// - Parameters:
  ///   - heading: the printed heading, such as `R 2実績` or `基準値（平成30年度）`.
  ///   - rules: the first rule that matches decides.
  public init(heading: String, rules: [ColumnRule] = ColumnRule.common) {
    self.heading = heading
    let key = TextFolding.key(heading)
    let time = HeadingTime(key)
    period = time.period
    isPeriodAlone = time.isWholeHeading
    accumulation = time.accumulation
    isEstimate = time.isEstimate
    timeIssue = time.issue
    role =
      rules.first { rule in
        switch rule.match {
        case .contains(let word): key.contains(word: word)
        case .prefix(let word): key.hasPrefix(word)
        case .period: time.isWholeHeading
        }
      }?.role ?? (key.isEmpty ? .prose : .unknown)
  }

  init(role: ColumnRole, period: Period?, heading: String) {
    self.role = role
    self.period = period
    self.heading = heading
    isPeriodAlone = false
    accumulation = nil
    isEstimate = false
    timeIssue = nil
  }

  private init(_ column: Self, role: ColumnRole, period: Period?) {
    self.role = role
    self.period = period
    heading = column.heading
    isPeriodAlone = false
    accumulation = column.accumulation
    isEstimate = column.isEstimate
    timeIssue = column.timeIssue
  }

  /// The column as a row qualifies it.
  func with(role: ColumnRole, period: Period?) -> TableColumn {
    TableColumn(self, role: role, period: period)
  }
}
