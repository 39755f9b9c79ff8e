package import DocumentReading
package import MunicipalModel

/// 岩見沢市 (Iwamizawa, 012106): how its documents map to the model.
package struct Iwamizawa: MunicipalityAdapter {
  /// Makes the adapter.
  package init() {}

  /// 岩見沢市
  package var municipality: Municipality {
    Municipality(
      code: MunicipalityCode(.hokkaido, 210), name: LocalizedText(ja: "岩見沢市", en: "Iwamizawa"))
  }

  /// The progress report of the city's strategy.
  package var documentKinds: [DocumentKind] { [.progressReport] }

  /// The facts of the published documents.
  package var builtInFiles: [BuiltInFile] { BuiltInFiles.all }

  /// Maps one of the city's documents.
  package func contents(
    of session: inout DocumentSession, with library: DocumentLibrary
  ) throws(DocumentError) -> DocumentContents {
    try ProgressReportReader.contents(
      of: &session, layout: builtInLayout(of: DocumentKind.progressReport.id))
  }

  /// Maps the population of the report.
  package func population(
    of session: inout DocumentSession, with library: DocumentLibrary
  ) throws(DocumentError) -> DocumentContents {
    try ProgressReportReader.population(
      of: &session, layout: builtInLayout(of: DocumentKind.progressReport.id))
  }
}

extension DocumentKind {
  private static let title = LocalizedText(
    ja: "岩見沢市総合戦略等推進委員会資料", en: "Iwamizawa's strategy progress report")

  /// 総合戦略等推進委員会の資料: the population, the KPIs and the projects.
  static let progressReport = DocumentKind(
    id: "iwamizawa-progress",
    title: title,
    // No date is printed, but the term of the plan.
    publication: Publication(title: title, publisher: "岩見沢市", published: "2020～2024"),
    signature: [["岩見沢市"], ["総合戦略"], ["重要業績評価指標"], ["状況"]])
}
