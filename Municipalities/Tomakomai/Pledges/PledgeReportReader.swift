import DocumentReading
import MunicipalModel

/// Reads 市長公約の取組状況: visions, pledges and measures, and how far each has come.
///
/// The body prints each pledge (01-1) with its progress and its measures with departments. The
/// summary (総括表) prints visions and pledges again with their figures.
struct PledgeReportReader {
  /// Reads the whole document.
  static func contents(of session: inout DocumentSession) -> DocumentContents {
    session.headings = []
    let pledges = PledgeBody.pledges(in: &session)
    let summary = PledgeSummary(in: &session)
    let visions = summary.visions.map { vision -> PlanNode in
      var node = vision.node
      node.children = pledges.filter { $0.number.hasPrefix(vision.node.number + "-") }.map {
        withSummary($0, summary, in: &session)
      }
      return node
    }
    reportOrphans(pledges, visions: visions, in: &session)
    session.headings = []
    let plan = Plan(
      document: session.document.id, title: "市長公約", term: term(in: &session),
      progress: summary.total, roots: visions)
    return DocumentContents(document: session.document.id, plans: [plan])
  }

  /// A pledge with the figures of the summary behind its own; a different title is noted.
  private static func withSummary(
    _ pledge: PlanNode, _ summary: PledgeSummary, in session: inout DocumentSession
  ) -> PlanNode {
    var pledge = pledge
    guard let entry = summary.pledges[pledge.number] else {
      session.note(
        .warning, "not-in-summary", at: pledge.citation, ja: "公約\(pledge.number)が総括表にありません",
        en: "pledge \(pledge.number) is not in the summary")
      return pledge
    }
    pledge.progress += entry.progress
    if TextFolding.key(entry.title) != TextFolding.key(pledge.title) {
      session.note(
        .warning, "title-differs", at: entry.citation,
        ja: "公約\(pledge.number)の名称が本文の「\(pledge.title)」と違います",
        en: "the title of pledge \(pledge.number) differs from \"\(pledge.title)\" in the body")
    }
    if Set(pledge.progress.compactMap(\.reading.value)).count > 1 {
      session.note(
        .warning, "progress-differs", at: entry.citation,
        ja: "公約\(pledge.number)の進捗が本文と総括表で違います",
        en: "the progress of pledge \(pledge.number) differs between body and summary")
    }
    return pledge
  }

  private static func reportOrphans(
    _ pledges: [PlanNode], visions: [PlanNode], in session: inout DocumentSession
  ) {
    for pledge in pledges
    where !visions.contains(where: { pledge.number.hasPrefix($0.number + "-") }) {
      session.note(
        .error, "pledge-without-vision", at: pledge.citation,
        ja: "公約\(pledge.number)のビジョンが総括表にありません",
        en: "the vision of pledge \(pledge.number) is not in the summary")
    }
  }

  /// The time that the report covers: 令和7年1月から令和8年3月まで.
  private static func term(in session: inout DocumentSession) -> Period? {
    for line in 1...session.document.lineCount where session.key(line).hasSuffix("までの実施内容)") {
      var scanner = TextScanner(session.text(line))
      _ = scanner.skip("(")
      if let period = try? Period.scan(&scanner), case .span = period {
        session.keep(line)
        return period
      }
    }
    return nil
  }
}
