import MunicipalModel

/// The marks that stand in place of a figure.
enum FigureMarks {
  /// The reason that a folded text without spaces stands for, if it is a mark.
  static func reason(for key: String) -> MissingReason? {
    if key.isEmpty { return .blank }
    if let reason = exact[key] { return reason }
    // ―, and ―件 or ―% in a column of figures with units.
    let rest = String(Substring(key.unicodeScalars.drop(while: isDash)))
    if rest.isEmpty || rest.utf8.count < key.utf8.count && MeasureUnit.isCommon(rest) {
      return .notApplicable
    }
    return shared(key)
  }

  private static let exact: [String: MissingReason] = [
    "⇒": .notYetDue, "→": .notYetDue, "➡": .notYetDue, "➔": .notYetDue,
    "調査なし": .notSurveyed, "未調査": .notSurveyed, "調査未実施": .notSurveyed, "調査無し": .notSurveyed,
    "未公表": .notPublished, "公表前": .notPublished,
    "算定中": .beingComputed, "(算定中)": .beingComputed, "算出中": .beingComputed,
    "(算出中)": .beingComputed, "集計中": .beingComputed, "(集計中)": .beingComputed,
    "未集計": .beingComputed, "確認中": .beingComputed,
    "調査中": .beingSurveyed, "(調査中)": .beingSurveyed,
    "中止": .cancelled, "(中止)": .cancelled, "開催中止": .cancelled, "事業中止": .cancelled,
    "未実施": .notCarriedOut, "(未実施)": .notCarriedOut, "実施なし": .notCarriedOut,
    "該当なし": .notApplicable, "該当無し": .notApplicable, "(該当なし)": .notApplicable,
    "対象外": .notApplicable, "対象なし": .notApplicable, "設定しない": .notApplicable,
    "設定なし": .notApplicable, "目標設定なし": .notApplicable, "数値目標なし": .notApplicable,
    "データなし": .notAvailable, "不明": .notAvailable, "把握不可": .notAvailable, "未把握": .notAvailable,
    "集計不可": .notAvailable, "非公表": .withheld, "非公開": .withheld, "秘匿": .withheld,
    "公表待ち": .notPublished, "公表予定": .notPublished, "未算定": .beingComputed, "未算出": .beingComputed,
    "未確定": .beingComputed, "集計前": .beingComputed,
    "…": .notAvailable, "...": .notAvailable, "‥": .notAvailable, "N/A": .notAvailable,
    "X": .withheld, "x": .withheld, "***": .withheld,
  ]

  /// A text without an arrow behind its figure, which shows the movement since the figure beside: 5.4‰↓.
  static func withoutMovement(_ text: String) -> String {
    guard let last = text.unicodeScalars.last, "↑↓↗↘⬆⬇".unicodeScalars.contains(last) else {
      return text
    }
    let rest = TextFolding.trimmed(String(text.unicodeScalars.dropLast()))
    let hasDigit = rest.unicodeScalars.contains { TextFolding.fold($0).decimalDigit != nil }
    return hasDigit ? rest : text
  }

  static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "‐", "‑", "–", "—", "―", "─", "━", "ー", "ｰ": true
    default: false
    }
  }

  /// Reads …との共通指標, with a remark in brackets before or after.
  private static func shared(_ key: String) -> MissingReason? {
    for phrase in ["との共通指標", "と共通指標", "と共通"] {
      guard let offset = key.firstOffset(of: phrase) else { continue }
      let start = key.utf8.index(key.startIndex, offsetBy: offset)
      let end = key.utf8.index(start, offsetBy: phrase.utf8.count)
      guard key[end...].unicodeScalars.first.map({ $0 == "(" || $0 == "※" }) ?? true else {
        return nil
      }
      let owner = String(key[..<start]) + String(key[end...])
      return owner.isEmpty ? nil : .shared(with: owner)
    }
    return nil
  }
}
