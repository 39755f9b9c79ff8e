package import MunicipalModel

/// A column of a table, as its heading says.
package struct TableColumn: Hashable, Sendable {
  /// What it holds.
  package let role: ColumnRole
  /// The period in the heading, if there is one.
  package let period: Period?
  /// The heading as printed.
  package let heading: String
  /// Whether the heading is nothing but a period.
  let isPeriodAlone: Bool
  /// What the heading says besides.
  let trait: ColumnTrait?
  /// Over which time the figures count, where the heading says so: 令和2～4年度平均.
  let accumulation: Accumulation?
  /// Whether the heading says that the figures are not final: 実績値（見込み）.
  let isEstimate: Bool
  /// What is odd about the time that the heading says.
  let timeIssue: PrintedFigure.Issue?
  /// What of its time was taken for granted.
  let assumption: IndicatorFigure.Assumption?
  /// Whether the heading was read with an era that it does not print.
  let isReadOtherwise: Bool

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
    accumulation =
      time.accumulation ?? (["累計", "累積"].contains(where: key.hasSuffix) ? .cumulative : nil)
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
  }

  init(role: ColumnRole, period: Period?, heading: String) {
    self.role = role
    self.period = period
    self.heading = heading
    isPeriodAlone = false
    trait = nil
    accumulation = nil
    isEstimate = false
    timeIssue = nil
    assumption = nil
    isReadOtherwise = false
  }

  private init(
    _ column: Self, role: ColumnRole, period: Period?, isEstimate: Bool,
    assumption: IndicatorFigure.Assumption?
  ) {
    self.role = role
    self.period = period
    heading = column.heading
    isPeriodAlone = false
    trait = column.trait
    accumulation = column.accumulation
    self.isEstimate = isEstimate
    timeIssue = column.timeIssue
    self.assumption = assumption
    isReadOtherwise = column.isReadOtherwise
  }

  /// The column as a row qualifies it.
  func with(role: ColumnRole, period: Period?) -> TableColumn {
    with(role: role, period: period, assumption: assumption)
  }

  /// The column with a time that the table's title names, or a line at it.
  func dated(_ period: Period, assuming assumption: IndicatorFigure.Assumption?) -> TableColumn {
    with(role: role, period: period, assumption: assumption)
  }

  private func with(
    role: ColumnRole, period: Period?, assumption: IndicatorFigure.Assumption?
  ) -> TableColumn {
    TableColumn(self, role: role, period: period, isEstimate: isEstimate, assumption: assumption)
  }

  /// The column with its year as a calendar year, where its heading says neither 年 nor 年度.
  var ofCalendarYear: TableColumn {
    guard case .fiscalYear(let year)? = period, !heading.contains("年度") else { return self }
    return with(role: role, period: .calendarYear(year))
  }

  /// The column with figures that are not final.
  var asEstimate: TableColumn {
    TableColumn(self, role: role, period: period, isEstimate: true, assumption: assumption)
  }

  /// The role of the column's figures, if it holds any.
  var figureRole: IndicatorFigure.Role? {
    if case .figure(let role) = role { role } else { nil }
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
