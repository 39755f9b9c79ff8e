import DocumentReading
import MunicipalModel

/// Which strategy the document reports on, and its term.
struct PlanIdentity {
  /// The title, such as 第2期岩見沢市総合戦略.
  private(set) var title = "岩見沢市総合戦略"
  /// The fiscal years of the plan.
  private(set) var term: Period?

  /// Finds ～第2期総合戦略の取組みについて～ and the years printed below 「第2期岩見沢市総合戦略」.
  init(in session: inout DocumentSession) {
    var edition: String?
    for line in 1...session.document.lineCount {
      let key = session.key(line)
      guard edition == nil, key.hasPrefix("~第"), key.contains(word: "総合戦略") else { continue }
      edition = String(key.dropFirst().prefix { $0 != "総" })
      session.keep(line)
    }
    for line in 1...session.document.lineCount where term == nil {
      let key = session.key(line)
      guard key.hasPrefix("「第"), key.hasSuffix("岩見沢市総合戦略」"),
        edition.map({ key.hasPrefix("「" + $0) }) ?? true,
        let next = session.nextLine(from: line + 1)
      else { continue }
      guard let period = try? Period(parsing: session.text(next)), case .span = period else {
        continue
      }
      term = period
      title = String(key.dropFirst().dropLast())
      session.keep(line)
      session.keep(next)
    }
    if term == nil {
      session.note(
        .warning, "no-term", at: session.cite(1), ja: "計画期間が見つかりません",
        en: "the plan's term was not found")
    }
  }
}
