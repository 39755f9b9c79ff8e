package import DocumentReading
package import MunicipalModel

/// 苫小牧市 (Tomakomai, 012131): how its documents map to the model.
package struct Tomakomai: MunicipalityAdapter {
  /// Makes the adapter.
  package init() {}

  /// 苫小牧市
  package var municipality: Municipality {
    Municipality(
      code: MunicipalityCode(.hokkaido, 213), name: LocalizedText(ja: "苫小牧市", en: "Tomakomai"))
  }

  /// The four kinds of document of the city, and the draft outline of its first strategy.
  package var documentKinds: [DocumentKind] {
    [.progressReport, .revisionTable, .pledgeReport, .strategyOutline]
  }

  /// The facts of the published documents.
  package var builtInFiles: [BuiltInFile] { BuiltInFiles.all }

  /// Maps one of the city's documents.
  package func contents(
    of session: inout DocumentSession, with library: DocumentLibrary
  ) throws(DocumentError) -> DocumentContents {
    switch session.document.id {
    case DocumentKind.progressReport.id:
      return try ProgressReportReader.contents(
        of: &session, layout: builtInLayout(of: DocumentKind.progressReport.id))
    case DocumentKind.revisionTable.id:
      let index = try projectIndex(of: library)
      return RevisionTableReader.contents(of: &session, projects: index)
    case DocumentKind.pledgeReport.id:
      return PledgeReportReader.contents(of: &session)
    default:
      return try outline(in: &session)
    }
  }

  /// Maps the population, which the progress report alone prints.
  package func population(
    of session: inout DocumentSession, with library: DocumentLibrary
  ) throws(DocumentError) -> DocumentContents {
    let id = DocumentKind.progressReport.id
    guard session.document.id == id else { return DocumentContents(document: session.document.id) }
    return ProgressReportReader.population(of: &session, layout: try builtInLayout(of: id))
  }

  /// 総合戦略（骨子案）: all of it is said by its layout.
  private func outline(
    in session: inout DocumentSession
  ) throws(DocumentError) -> DocumentContents {
    let kind = DocumentKind.strategyOutline
    let layout = try builtInLayout(of: kind.id)
    let title = layout.planTitle(in: &session) ?? kind.title.ja
    let roots = LaidOutPlanReader.roots(of: layout, title: title, in: &session)
    session.reportUnreadTables(knownHeadings: layout.unreadTables)
    let plan = Plan(document: kind.id, title: title, roots: roots)
    return DocumentContents(document: kind.id, plans: [plan])
  }

  /// Which measure each project belongs to, from the progress report.
  ///
  /// The revision lists projects by page and prints only a few of the measures. The progress report
  /// of the same strategy prints every project below its measure.
  private func projectIndex(of library: DocumentLibrary) throws(DocumentError) -> ProjectIndex {
    let id = DocumentKind.progressReport.id
    if let read = library.contents.first(where: { $0.document == id }) {
      return ProjectIndex(goals: read.plans.flatMap(\.roots))
    }
    let report: DocumentText
    if let own = library.documents[id] {
      report = own
    } else if let builtIn = try builtInLibrary().documents[id] {
      report = builtIn
    } else {
      return ProjectIndex(goals: [])
    }
    var session = DocumentSession(report, corrections: library.corrections)
    let layout = try builtInLayout(of: id)
    return ProjectIndex(goals: ProgressReportReader.goals(in: &session, layout: layout))
  }
}

extension DocumentKind {
  private static let city = ["苫小牧"]

  /// A kind of the city's documents, with what it prints of its time. None prints when it was published.
  private static func kind(
    _ id: DocumentID, _ title: LocalizedText, time: String, signature: [[String]]
  ) -> DocumentKind {
    DocumentKind(
      id: id, title: title,
      publication: Publication(title: title, publisher: "苫小牧市", published: time),
      signature: signature)
  }

  /// 総合戦略推進会議の資料: the population, the numeric targets and the KPIs with their actual values.
  static let progressReport = kind(
    "tomakomai-progress",
    LocalizedText(ja: "苫小牧市総合戦略推進会議資料", en: "Tomakomai's strategy progress report"),
    time: "令和5年10月末現在",
    signature: [city, ["総合戦略推進会議", "総合戦略について"], ["達成状況", "重要業績評価指標", "年次"]])

  /// 総合戦略見直し案の新旧対照表: the current and the superseded edition side by side.
  static let revisionTable = kind(
    "tomakomai-revision",
    LocalizedText(ja: "苫小牧市総合戦略 新旧対照表", en: "Tomakomai's strategy revision table"),
    time: "令和2年度（2020年度）から令和6年度（2024年度）までの5年間",
    signature: [city, ["新旧対照表", "見直し"], ["指標名:"], ["■数値目標", "■事業名"]])

  /// 市長公約の取組状況: visions, pledges and measures.
  static let pledgeReport = kind(
    "tomakomai-pledges",
    LocalizedText(ja: "苫小牧市長公約の取組状況", en: "Tomakomai's report on the mayor's pledges"),
    time: "令和7年1月から令和8年3月までの実施内容",
    signature: [city, ["市長公約"], ["進捗状況"], ["担当部署"]])

  /// 総合戦略（骨子案）: goals, directions and measures of the first strategy.
  static let strategyOutline = DocumentKind(
    id: "tomakomai-outline",
    title: LocalizedText(ja: "苫小牧市総合戦略（骨子案）", en: "Tomakomai's strategy outline"),
    signature: [city, ["骨子"], ["施策の基本的方向"], ["具体的な施策"]])
}
