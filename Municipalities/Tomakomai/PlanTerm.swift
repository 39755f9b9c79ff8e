import DocumentReading
import MunicipalModel

/// The strategy's title and term, as the progress report and the revision print them.
enum PlanTerm {
  /// The title before の計画期間, such as 苫小牧市総合戦略【第2期】; the general title if there is none.
  static func title(in session: inout DocumentSession) -> String {
    for line in 1...session.document.lineCount {
      let text = session.text(line)
      guard text.hasSuffix("の計画期間"), !session.isTableRow(line) else { continue }
      session.keep(line)
      return String(text.dropLast("の計画期間".count))
    }
    return "苫小牧市総合戦略"
  }

  /// The first span of fiscal years that stands alone on a line, or before までの5年間.
  static func read(in session: inout DocumentSession) -> Period? {
    for line in 1...session.document.lineCount where !session.isTableRow(line) {
      var scanner = TextScanner(session.text(line))
      guard let period = try? Period.scan(&scanner), case .span(.fiscalYear, .fiscalYear) = period
      else { continue }
      guard scanner.isAtEnd || scanner.rest.hasPrefix("の") else { continue }
      session.keep(line)
      return period
    }
    return nil
  }
}
