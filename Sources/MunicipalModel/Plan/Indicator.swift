/// An indicator of a plan (数値目標, 重要業績評価指標, KPI) with everything printed about it.
public struct Indicator: Hashable, Sendable, Codable {
  /// The name as printed, without its unit and without note marks.
  public let name: String
  /// The unit as printed with its width folded; empty if none is.
  public let unit: String
  /// The heading that groups several indicators, such as 総所得の向上; empty if there is none.
  public let theme: String
  /// Where the name was printed.
  public let citation: Citation
  /// The statistic that the figures come from, if the document says so.
  public let source: String
  /// What a revision says happened to the indicator.
  package let lifecycle: [LifecycleMark]
  /// Which way is better, if the document prints it; ``Direction`` tells nothing that was guessed.
  package let printedDirection: PrintedDirection?
  /// What a running total is counted from, if the layout or the city's own reader says so.
  package let runningTotals: RunningTotalStart?
  /// The printed figures, in printed order.
  public let figures: [IndicatorFigure]

  private enum CodingKeys: String, CodingKey {
    case name, unit, theme, citation, source, lifecycle, printedDirection, runningTotals
    case figures = "observations"
  }

  /// Makes an indicator.
  package init(
    name: String, unit: String, theme: String = "", citation: Citation, source: String = "",
    lifecycle: [LifecycleMark] = [], printedDirection: PrintedDirection? = nil,
    runningTotals: RunningTotalStart? = nil, figures: [IndicatorFigure]
  ) {
    self.name = name
    self.unit = unit
    self.theme = theme
    self.citation = citation
    self.source = source
    self.lifecycle = lifecycle
    self.printedDirection = printedDirection
    self.runningTotals = runningTotals
    self.figures = figures
  }

  /// The same indicator with other figures.
  package func with(figures: [IndicatorFigure]) -> Self {
    Self(
      name: name, unit: unit, theme: theme, citation: citation, source: source,
      lifecycle: lifecycle, printedDirection: printedDirection, runningTotals: runningTotals,
      figures: figures)
  }

  /// The first figure of a role; of several targets that of the plan, ``target``.
  public func first(_ role: IndicatorFigure.Role) -> IndicatorFigure? {
    role == .target ? target : figures.first { $0.role == role }
  }

  /// The target of the plan (目標値, 最終目標): of several the one of the latest period.
  ///
  /// Targets of earlier years (年度ごとの目標) are met on the way to it. A target without a period counts
  /// if no other has one; of targets that are alike in this the first printed counts.
  public var target: IndicatorFigure? {
    // Measures ask for it many times: no figure is copied but the one.
    var latest: Int?
    for index in figures.indices where figures[index].role == .target {
      if let latest {
        guard let period = figures[index].period else { continue }
        if let before = figures[latest].period, !(before < period) { continue }
      }
      latest = index
    }
    return latest.map { figures[$0] }
  }

  /// The actual figures, the oldest first.
  public var actuals: [IndicatorFigure] {
    figures.filter { $0.role == .actual }
      .sorted { left, right in
        guard let right = right.period else { return false }
        return left.period.map { $0 < right } ?? true
      }
  }
}
