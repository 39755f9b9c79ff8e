/// One printed figure of an indicator.
public struct IndicatorFigure: Hashable, Sendable, Codable {
  /// What the figure is for.
  public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
    /// 基準値
    case baseline
    /// 実績値
    case actual
    /// 目標値
    case target
    /// 中間目標値: what is to be reached on the way to the target.
    case interimTarget = "interim_target"
    /// 達成状況: the printed ratio of actual to target.
    case achievement
    /// 状況: the printed grade.
    case assessment
    /// …との共通指標: the figures stand with another project.
    case shared
  }

  /// What a note says became of the period's activity.
  public enum Circumstance: String, Hashable, Sendable, Codable {
    /// 中止: it did not take place.
    case cancelled
    /// 運休: the service was suspended.
    case suspended
    /// オンライン開催: it moved online.
    case movedOnline = "moved_online"
  }

  /// What of a figure was taken for granted, because the document does not print it.
  public enum Assumption: String, Hashable, Sendable, Codable {
    /// The era of its year, as of 2年度 below a title that names 令和.
    case era
    /// The time of its column, as of 実績値 below a title that names 令和5年度.
    case title
  }

  /// What the figure is for.
  public let role: Role
  /// The time it belongs to, if the document says so.
  public let period: Period?
  /// What the cell says.
  public let reading: Reading
  /// Over which time the figure counts.
  public let accumulation: Accumulation
  /// What a note says became of the period's activity.
  public let circumstance: Circumstance?
  /// Words of the cell that are no part of the figure, such as 見込.
  public let remark: String
  /// What was taken for granted; progress is not judged by it.
  public let assumption: Assumption?
  /// Where the figure was printed.
  public let citation: Citation

  /// Makes a figure.
  package init(
    role: Role, period: Period?, reading: Reading, accumulation: Accumulation = .single,
    circumstance: Circumstance? = nil, remark: String = "", assumption: Assumption? = nil,
    citation: Citation
  ) {
    self.role = role
    self.period = period
    self.reading = reading
    self.accumulation = accumulation
    self.circumstance = circumstance
    self.remark = remark
    self.assumption = assumption
    self.citation = citation
  }
}

extension IndicatorFigure {
  /// The figure without a time that was taken for granted.
  package var withoutAssumedTime: Self {
    guard assumption == .era else { return self }
    return Self(
      role: role, period: nil, reading: reading, accumulation: accumulation,
      circumstance: circumstance, remark: remark, citation: citation)
  }
}

extension IndicatorFigure.Role {
  /// Whether the figure is in the indicator's own unit.
  package var isMeasured: Bool {
    switch self {
    case .baseline, .actual, .target, .interimTarget: true
    case .achievement, .assessment, .shared: false
    }
  }
}
