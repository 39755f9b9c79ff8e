import MunicipalModel

/// Looks at the figures of one indicator in one document.
enum SeriesAudit {
  static func findings(in plan: Plan) -> [AuditFinding] {
    plan.indicators.flatMap {
      cumulativeFalls($0) + targetPassed($0, term: plan.term) + unitChanges($0)
    }
  }

  /// A cumulative series cannot fall: 3, 0, 9.
  private static func cumulativeFalls(_ placed: PlacedIndicator) -> [AuditFinding] {
    let indicator = placed.indicator
    let series = indicator.actuals.filter {
      $0.isCumulative(in: indicator) && $0.reading.value != nil
    }
    var findings: [AuditFinding] = []
    for (before, after) in zip(series, series.dropFirst()) {
      guard let first = before.reading.value, let second = after.reading.value, second < first
      else { continue }
      findings.append(
        AuditFinding(
          .error, .cumulativeFalls, placed.subject,
          LocalizedText(
            ja:
              "累計が\(before.period?.label.ja ?? "")の\(first.grouped)から\(after.period?.label.ja ?? "")の\(second.grouped)に減っています",
            en:
              "the cumulative figure falls from \(first.grouped) in \(before.period?.label.en ?? "?") to \(second.grouped) in \(after.period?.label.en ?? "?")"
          ),
          citations: [before.citation, after.citation]))
    }
    return findings
  }

  /// The baseline or an actual figure counts in another unit than the target, as 1.4人 and 4組.
  private static func unitChanges(_ placed: PlacedIndicator) -> [AuditFinding] {
    let indicator = placed.indicator
    guard let target = indicator.target, let after = target.reading.quantity?.unit else {
      return []
    }
    let other = ([indicator.first(.baseline)].compactMap { $0 } + indicator.actuals).first {
      $0.reading.quantity.map { MeasuredUnit.value(of: $0, in: after) == nil } ?? false
    }
    guard let other, let before = other.reading.quantity?.unit else { return [] }
    let role =
      other.role == .baseline
      ? LocalizedText(ja: "基準値", en: "the baseline")
      : LocalizedText(
        ja: "\(other.period?.label.ja ?? "")の実績",
        en: "the actual figure of \(other.period?.label.en ?? "?")")
    return [
      AuditFinding(
        .warning, .unitsDiffer, placed.subject,
        LocalizedText(
          ja: "単位が\(role.ja)の「\(before)」から目標値の「\(after)」に変わっています",
          en: "the unit changes from \"\(before)\" at \(role.en) to \"\(after)\" at the target"),
        citations: [other.citation, target.citation])
    ]
  }

  /// The newest actual figure is better than the target of a year to come.
  private static func targetPassed(
    _ placed: PlacedIndicator, term: Period?
  ) -> [AuditFinding] {
    // Without a target and an actual figure nothing is reached.
    let figures = placed.indicator.figures
    guard figures.contains(where: { $0.role == .target && $0.reading.quantity != nil }),
      figures.contains(where: { $0.role == .actual && $0.reading.value != nil })
    else { return [] }
    let progress = IndicatorProgress(of: placed, term: term)
    guard progress.isReached == true, let actual = try? progress.actual.get(),
      let target = try? progress.target.get(), actual.value != target,
      progress.aim.kind != .loweredExpectation,
      actual.rule == .newest || actual.rule == .cumulative,
      let source = actual.sources.first, let aim = placed.indicator.target
    else { return [] }
    return [
      AuditFinding(
        .info, .targetPassed, placed.subject,
        LocalizedText(
          ja: "\(actual.period.label.ja)の実績\(actual.value.grouped)は、目標\(target.grouped)をすでに達成しています",
          en:
            "the actual figure of \(actual.period.label.en), \(actual.value.grouped), already meets the target of \(target.grouped)"
        ),
        citations: [source, aim.citation])
    ]
  }
}
