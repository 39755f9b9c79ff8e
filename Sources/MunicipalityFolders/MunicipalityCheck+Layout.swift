internal import DocumentReading
internal import MunicipalModel

extension MunicipalityCheck {
  private static let usualLevels: [PlanLevel] = [
    .plan, .goal, .direction, .measure, .project, .exampleProject, .existingProject, .vision,
    .pledge,
  ]

  /// The names of levels that are not among the usual ones, each with the usual name that is near.
  static func unknownLevels(
    of document: MunicipalityDescription.Document, layout: String,
    in municipality: DeclaredMunicipality
  ) -> [Finding] {
    let levels = municipality.layout(of: document)?.levels ?? []
    return levels.filter { !usualLevels.contains($0) }.map { level in
      let near = usualLevels.map(\.rawValue).filter {
        NameSimilarity.dice($0, level.rawValue) >= 0.5
      }
      return Finding(
        severity: .info, code: "unknown-level", file: layout,
        line: municipality.line(of: level.rawValue, in: layout), cell: nil,
        message: LocalizedText(
          ja: "level「\(level.rawValue)」は一般の名前ではありません"
            + (near.isEmpty ? "" : "（近いもの: \(near.joined(separator: "、"))）"),
          en: "\"\(level.rawValue)\" is no usual level"
            + (near.isEmpty ? "" : "; near is \(near.joined(separator: ", "))")))
    }
  }

  /// What to do about a column or a table of a text that no rule fits.
  static func hint(
    for diagnostic: Diagnostic, in municipality: DeclaredMunicipality
  ) -> LocalizedText {
    let document = municipality.description.documents.first {
      $0.id == diagnostic.citation.document
    }
    guard let document, let layout = document.layout else { return LocalizedText("") }
    switch diagnostic.code {
    case "unknown-row", "unknown-column":
      let tables = municipality.layout(of: document)?.population ?? []
      guard !municipality.isInTable(diagnostic.citation.line, in: document.fileName, of: tables)
      else {
        return LocalizedText(
          ja: "（人口の表の行や列の項目は \(layout) の population の items に書けます。年は「令和3年」「2021年」のように"
            + "書かれたものを読みます）",
          en:
            "; what a row or column of a population table is can be said in items of population of "
            + "\(layout), and years are read as 令和3年 or 2021年")
      }
      guard diagnostic.code == "unknown-column" else { return LocalizedText("") }
      return LocalizedText(
        ja: "（何の列かは \(layout) の columns に書けます）",
        en: "; what it means can be said in columns of \(layout)")
    case "unread-table":
      let heading = municipality.tableHeading(
        above: diagnostic.citation.line, in: document.fileName)
      return LocalizedText(
        ja: "（見出し「\(heading)」。指標の表には indicator と target の列が要り、\(layout) の columns で示せます）",
        en: "; its heading is \"\(heading)\", and a table of indicators needs columns that mean "
          + "indicator and target, which columns of \(layout) can say")
    default: return LocalizedText("")
    }
  }
}

extension DeclaredMunicipality {
  /// The cells of the first row of the table that a line stands in.
  fileprivate func tableHeading(above line: Int, in file: String) -> String {
    (rows(upTo: line, in: file).last ?? "").split(separator: "\t").joined(separator: " | ")
  }

  /// Whether a line stands in a table that begins as one of the population's.
  fileprivate func isInTable(_ line: Int, in file: String, of layouts: [PopulationLayout]) -> Bool {
    rows(upTo: line, in: file).contains { row in
      layouts.contains { TextFolding.key(row).hasPrefix(TextFolding.key($0.heading)) }
    }
  }

  /// The rows of the table that a line stands in, from the line upwards.
  private func rows(upTo line: Int, in file: String) -> [Substring] {
    let text = builtInFiles.first { $0.name == file }?.text ?? ""
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }.prefix(line)
    return Array(lines.reversed().prefix { $0.contains("\t") })
  }

  /// The first line of one of its JSON files on which a text stands, from 1.
  func line(of text: String, in file: String) -> Int? {
    let lines = builtInFiles.first { $0.name == file }?.text
      .split(omittingEmptySubsequences: false) { $0.isNewline }
    return lines?.firstIndex { $0.contains("\"\(text)\"") }.map { $0 + 1 }
  }
}

extension MunicipalityCheck.Finding {
  init(unknownItem item: PopulationItem, file: String, line: Int?) {
    self.init(
      severity: .warning, code: "unknown-item", file: file, line: line, cell: nil,
      message: LocalizedText(
        ja: "item「\(item.rawValue)」は一般の項目ではなく、率の計算に使いません",
        en: "\"\(item.rawValue)\" is no usual item and serves no rate"))
  }

  init(unusedRule rule: String, file: String, line: Int?) {
    self.init(
      severity: .warning, code: "unused-rule", file: file, line: line, cell: nil,
      message: LocalizedText(
        ja: "「\(rule)」は資料のどこにもありません", en: "\"\(rule)\" stands nowhere in the document"))
  }
}
