import MunicipalModel

/// Reports what a revision changes, and whether its own counts are right.
enum RevisionAudit {
  static func findings(in histories: [RevisionHistory]) -> [AuditFinding] {
    histories.flatMap { history in
      history.indicators.flatMap(targetChanges)
        + history.statements.compactMap { countFinding($0, among: history.statements) }
    }
  }

  private static func targetChanges(_ history: IndicatorHistory) -> [AuditFinding] {
    guard let old = history.superseded, let new = history.current,
      let before = old.indicator.target, let after = new.indicator.target
    else { return [] }
    return history.changes.compactMap { change in
      let code: AuditFinding.Code
      let difference: ExactDecimal
      switch change {
      case .targetRaised(let by): (code, difference) = (.targetRaised, by)
      case .targetLowered(let by): (code, difference) = (.targetLowered, -by)
      default: return nil
      }
      let sign = ExactDecimal(0) < difference ? "+" : ""
      let values = "\(before.citation.printed) → \(after.citation.printed)"
      return AuditFinding(
        .info, code, new.subject,
        LocalizedText(
          ja: "見直しで目標が変わりました: \(values)（\(sign)\(difference.grouped)）",
          en: "the revision changes the target: \(values) (\(sign)\(difference.grouped))"),
        citations: [after.citation, before.citation])
    }
  }

  private static func countFinding(
    _ check: StatementCheck, among all: [StatementCheck]
  ) -> AuditFinding? {
    guard check.stated != check.counted else { return nil }
    // 32 = 27 + 5: the entries of another mark may have been counted too.
    let other = all.first {
      $0.mark != check.mark && $0.counted > 0 && $0.counted == check.stated - check.counted
    }
    return AuditFinding(
      .warning, .statedCountDiffers, check.mark.label,
      LocalizedText(
        ja: "\(check.stated)項目と書かれていますが、印のある項目は\(check.counted)です",
        en: "\(check.stated) entries are stated, but \(check.counted) carry the mark"),
      explanation: other.map {
        let sum = "\(check.stated) = \(check.counted) + \($0.counted)"
        return LocalizedText(
          ja: "\(sum): 「\($0.mark.label.ja)」の項目を加えた数と同じ",
          en: "\(sum): with the entries marked \"\($0.mark.label.en)\"")
      },
      citations: [check.citation] + check.entries)
  }
}
