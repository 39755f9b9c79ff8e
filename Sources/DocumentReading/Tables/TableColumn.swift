package import MunicipalModel

/// A column of a table, as its heading says.
package struct TableColumn: Hashable, Sendable {
  /// What it holds.
  package private(set) var role: ColumnRole
  /// The period in the heading, if there is one.
  package private(set) var period: Period?
  /// The heading as printed.
  package let heading: String
  /// Whether the heading is nothing but a period.
  private(set) var isPeriodAlone = false
  /// What the heading says besides.
  private(set) var trait: ColumnTrait? = nil
  /// Over which time the figures count, where the heading says so: 令和2～4年度平均.
  private(set) var accumulation: Accumulation? = nil
  /// Whether the heading says that the figures are not final: 実績値（見込み）.
  private(set) var isEstimate = false
  /// What is odd about the time that the heading says.
  private(set) var timeIssue: PrintedFigure.Issue? = nil
  /// What of its time was taken for granted.
  private(set) var assumption: IndicatorFigure.Assumption? = nil
  /// Whether the heading was read with an era that it does not print.
  private(set) var isReadOtherwise = false

  /// Reads a heading.
  ///
  /// - Parameters:
  ///   - heading: the printed heading, such as `R 2実績` or `基準値（平成30年度）`.
  ///   - rules: the first rule that matches decides.
  package init(heading: String, rules: [ColumnRule] = ColumnRule.common) {
    self.init(heading: heading, readAs: heading, assumption: nil, rules: rules)
  }

  /// Reads a heading whose year was completed by an era.
  ///
  /// - Parameters:
  ///   - text: the heading with the era.
  ///   - assumption: what was taken for granted of its time.
  init(
    heading: String, readAs text: String, assumption: IndicatorFigure.Assumption?,
    rules: [ColumnRule]
  ) {
    self.heading = heading
    self.assumption = assumption
    isReadOtherwise = text != heading
    let key = TextFolding.key(text)
    let time = HeadingTime(key)
    period = time.period
    timeIssue = time.issue
    let isPeriod = time.isWholeHeading || time.period != nil && Self.isPeriod(text)
    isPeriodAlone = isPeriod
    let name = Self.name(key)
    let rule = rules.first { $0.fits(key, name: name, isPeriod: isPeriod) }
    let role = rule?.role ?? (key.isEmpty ? .prose : .unknown)
    trait = rule?.trait
    isEstimate = time.isEstimate || rule?.trait == .estimate
    // 基準年度（R1） heads the figures of that year.
    if case .figurePeriod(let figure?) = role, period != nil {
      self.role = .figure(figure)
    } else {
      self.role = role
    }
    accumulation = time.accumulation ?? Self.accumulation(in: key, of: self.role)
  }

  init(role: ColumnRole, period: Period?, heading: String) {
    self.role = role
    self.period = period
    self.heading = heading
  }

  /// The column as a row qualifies it.
  func with(role: ColumnRole, period: Period?) -> TableColumn {
    var column = self
    column.role = role
    column.period = period
    column.isPeriodAlone = false
    return column
  }

  /// The column with a time that the table's title names, or a line at it.
  func dated(_ period: Period, assuming assumption: IndicatorFigure.Assumption?) -> TableColumn {
    var column = with(role: role, period: period)
    column.assumption = assumption
    return column
  }

  /// The column with its year as a calendar year, where its heading says neither 年 nor 年度.
  var ofCalendarYear: TableColumn {
    guard case .fiscalYear(let year)? = period, !heading.contains("年度") else { return self }
    return with(role: role, period: .calendarYear(year))
  }

  /// The column with figures that are not final.
  var asEstimate: TableColumn {
    var column = with(role: role, period: period)
    column.isEstimate = true
    return column
  }

  /// The role of the column's figures, if it holds any.
  var figureRole: IndicatorFigure.Role? {
    if case .figure(let role) = role { role } else { nil }
  }

  /// Over which time the words at the end of a heading or in its brackets say that figures count: 目標値（5か年累計）,
  /// 5年間の累計目標. 合計 is of years only where it says so: 男女合計.
  private static func accumulation(in key: String, of role: ColumnRole) -> Accumulation? {
    guard case .figure(let figure) = role else { return nil }
    let isAim = figure == .target || figure == .interimTarget
    if ["累計", "累積"].contains(where: key.hasSuffix) || isAim && key.contains("累計目標") {
      return .cumulative
    }
    for text in key.split(whereSeparator: { "()[]【】〔〕".contains($0) }).dropFirst().map(String.init)
    {
      if ["累計", "累積"].contains(where: text.contains) { return .cumulative }
      guard isAim, text.contains("年") || text.contains("期間"), !text.contains("比") else { continue }
      if let found = FigureTime(text)?.accumulation { return found }
    }
    return nil
  }

  /// Whether a heading is a period and, in brackets, the unit of its figures: R4（人）.
  private static func isPeriod(_ heading: String) -> Bool {
    let name = IndicatorName(heading)
    guard MeasureUnit.isCommon(name.unit) else { return false }
    return HeadingTime(TextFolding.key(name.name)).isWholeHeading
  }

  /// A folded heading without the marks before it and the brackets behind it.
  static func name(_ key: String) -> String {
    let marks = "■□◆◇●○▼▽★☆・※*【[「〔<".unicodeScalars
    let start = key.unicodeScalars.drop { marks.contains($0) }
    let name = start.prefix { !"([【〔「<※*】]」〕>".unicodeScalars.contains($0) }
    return String(Substring(name))
  }
}
