package import MunicipalModel

/// A city's printed grades (状況) against a scale, and which thresholds would reproduce them.
package struct PublishedAssessments: Hashable, Sendable {
  /// A printed grade and the grade that the scale gives.
  package struct Entry: Hashable, Sendable {
    /// The indicator.
    package let progress: IndicatorProgress
    /// The printed grade.
    package let published: JudgementScale.Grade
    /// Where it was printed.
    package let citation: Citation
    /// What the scale says.
    package let judgement: JudgementScale.Judgement

    /// Whether the scale gives the printed grade; `nil` if it gives none.
    package var agrees: Bool? { judgement.grade.map { $0 == published } }
  }

  /// The thresholds between two neighbouring grades that reproduce every printed grade.
  ///
  /// A threshold t reproduces them if ``above`` < t ≤ ``upTo``: every indicator with the better grade is at
  /// t or more, every one with the worse grade is below.
  package struct AdmissibleThreshold: Hashable, Sendable {
    /// The measure that would be judged.
    package let measure: IndicatorProgress.Measure
    /// The grade from the threshold on.
    package let better: JudgementScale.Grade
    /// The grade below the threshold.
    package let worse: JudgementScale.Grade
    /// The largest value among the indicators with the worse grade; the threshold must lie above it.
    package let above: Double
    /// The smallest value among the indicators with the better grade; the threshold may be this at most.
    package let upTo: Double
    /// How many printed grades the measure is defined for.
    package let count: Int
    /// How many printed grades it is not defined for.
    package let undefined: Int

    /// Whether any threshold reproduces the printed grades for which the measure is defined.
    package var exists: Bool { above < upTo }

    /// Whether a threshold reproduces them.
    package func contains(_ threshold: Double) -> Bool { above < threshold && threshold <= upTo }
  }

  /// The scale.
  package let scale: JudgementScale
  /// The printed grades.
  package let entries: [Entry]
  /// How many cells for a grade hold none, such as a dash.
  package let withoutGrade: Int

  /// Compares the printed grades of a plan with a scale.
  ///
  /// - Returns: `nil` if the plan prints no grade, or one that the scale does not have.
  package init?(of progress: PlanProgress, on scale: JudgementScale) {
    var entries: [Entry] = []
    var withoutGrade = 0
    for entry in progress.entries {
      guard let assessment = entry.progress.published(.assessment) else { continue }
      guard case .label(let word) = assessment.reading else {
        withoutGrade += 1
        continue
      }
      guard let grade = scale.grades.first(where: { $0.label.ja == TextFolding.key(word) }) else {
        return nil
      }
      entries.append(
        Entry(
          progress: entry.progress, published: grade, citation: assessment.citation,
          judgement: scale.judge(entry.progress)))
    }
    guard !entries.isEmpty else { return nil }
    self.scale = scale
    self.entries = entries
    self.withoutGrade = withoutGrade
  }

  /// The admissible thresholds of a measure between the neighbouring grades that are printed.
  package func admissibleThresholds(for measure: IndicatorProgress.Measure) -> [AdmissibleThreshold]
  {
    let printed = scale.grades.filter { grade in entries.contains { $0.published == grade } }
    return zip(printed, printed.dropFirst()).compactMap { better, worse in
      func values(_ grade: JudgementScale.Grade) -> [Double] {
        entries.filter { $0.published == grade }
          .compactMap { $0.progress.figure(for: measure).defined?.value }
      }
      let (upper, lower) = (values(better), values(worse))
      guard let upTo = upper.min(), let above = lower.max() else { return nil }
      let all = entries.count { $0.published == better || $0.published == worse }
      return AdmissibleThreshold(
        measure: measure, better: better, worse: worse, above: above, upTo: upTo,
        count: upper.count + lower.count, undefined: all - upper.count - lower.count)
    }
  }
}
