public import MunicipalModel

/// A named table of thresholds that turns a measure of progress into a grade.
///
/// Its grades cover every number exactly once: the best has no upper end, the worst no lower end, and
/// between them nothing is left out and nothing is in two grades. A scale that does not is refused.
public struct JudgementScale: Hashable, Sendable {
  /// One grade: the values from ``from`` up to but without ``below``.
  public struct Grade: Hashable, Sendable {
    /// A stable name, unique in its scale.
    public let id: String
    /// The name to show.
    public let label: LocalizedText
    /// The least value of the grade; `nil` for the worst grade.
    public let from: Double?
    /// The value below which the grade ends; `nil` for the best grade.
    public let below: Double?

    /// Makes a grade.
    public init(id: String, label: LocalizedText, from: Double? = nil, below: Double? = nil) {
      self.id = id
      self.label = label
      self.from = from
      self.below = below
    }

    /// Whether a value has the grade.
    public func contains(_ value: Double) -> Bool {
      value >= from ?? -.infinity && (below.map { value < $0 } ?? true)
    }
  }

  /// The most grades; each is a column of tables.
  package static let maximumGrades = 50

  /// A stable name.
  public let id: String
  /// The name to show.
  public let name: LocalizedText
  /// The measure that the scale judges; its thresholds are in the unit of the measure.
  public let measure: IndicatorProgress.Measure
  /// Where the thresholds come from; empty if it is not said.
  public let source: LocalizedText
  /// The grades, the best first.
  public let grades: [Grade]

  /// Makes a scale.
  ///
  /// - Parameter grades: in any order.
  /// - Throws: ``ScaleError`` if there is no grade or too many, or the grades do not cover every number exactly once.
  package init(
    id: String, name: LocalizedText, measure: IndicatorProgress.Measure,
    source: LocalizedText = LocalizedText(""), grades: [Grade]
  ) throws(ScaleError) {
    self.id = id
    self.name = name
    self.measure = measure
    self.source = source
    self.grades = try Self.sorted(grades, scale: id)
  }

  /// The grade of a value; `nil` only for what is not a number.
  public func grade(of value: Double) -> Grade? {
    grades.first { $0.contains(value) }
  }
}

extension JudgementScale {
  /// How a scale judges an indicator.
  public struct Judgement: Hashable, Sendable {
    /// The measure that was judged, or why it is not defined.
    public let figure: ProgressResult
    /// The grade, if the measure is defined.
    public let grade: JudgementScale.Grade?

    /// Why there is no grade.
    public var gap: FigureGap? { figure.gap }
  }
}

extension JudgementScale {
  /// Judges an indicator.
  public func judge(_ progress: IndicatorProgress) -> JudgementScale.Judgement {
    let figure = progress.figure(for: measure)
    return JudgementScale.Judgement(
      figure: figure, grade: figure.defined.flatMap { grade(of: $0.value) })
  }
}
