internal import DocumentReading
internal import MunicipalModel

extension MunicipalityCheck {
  /// Years well after the plan's term whose figures were read as observed.
  ///
  /// The year after the term may have been counted where the plan is looked back on; a later one is
  /// likely projected.
  static func figuresAfterPlan(
    in contents: DocumentContents, of document: MunicipalityDescription.Document
  ) -> [Finding] {
    guard let end = document.term?.year else { return [] }
    let years = contents.populationFigures.filter {
      $0.basis == .observed && ($0.period?.year ?? end) > end + 1
    }
    guard let first = years.first, let period = first.period else { return [] }
    return [
      Finding(
        severity: .warning, code: "observed-after-plan", file: document.fileName,
        line: first.citation.line, cell: first.citation.cell,
        message: LocalizedText(
          ja:
            "計画期間より後の\(period.label.ja)の値を実績として読みました。推計なら population の projected_from に初めの年を書いてください",
          en:
            "figures of \(period.label.en), after the plan's term, are read as observed; if they are "
            + "projected, give the first such year in projected_from of population"))
    ]
  }
}
