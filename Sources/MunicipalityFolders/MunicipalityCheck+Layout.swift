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
        .info, "unknown-level", layout, line: municipality.line(of: level.rawValue, in: layout),
        ja: "level「\(level.rawValue)」は一般の名前ではありません"
          + (near.isEmpty ? "" : "（近いもの: \(near.joined(separator: "、"))）"),
        en: "\"\(level.rawValue)\" is no usual level"
          + (near.isEmpty ? "" : "; near is \(near.joined(separator: ", "))"))
    }
  }

  /// What to do about a column or a table of a text that no rule fits.
  static func hint(
    for diagnostic: Diagnostic, layout: String, tables: TablesOfText
  ) -> LocalizedText {
    switch diagnostic.code {
    case "unknown-row", "unknown-column":
      guard !tables.isOfPopulation(diagnostic.citation.line) else {
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
      let heading = tables.heading(above: diagnostic.citation.line)
      return LocalizedText(
        ja: "（見出し「\(heading)」。指標の表には indicator と target の列が要り、\(layout) の columns で示せます）",
        en: "; its heading is \"\(heading)\", and a table of indicators needs columns that mean "
          + "indicator and target, which columns of \(layout) can say")
    default: return LocalizedText("")
    }
  }
}

extension DeclaredMunicipality {
  /// The first line of one of its JSON files on which a text stands, from 1.
  func line(of text: String, in file: String) -> Int? {
    guard let json = builtInFiles.first(where: { $0.name == file })?.text,
      let offset = json.firstOffset(of: "\"\(text)\"")
    else { return nil }
    return 1 + json.utf8.prefix(offset).count { $0 == 0x0A }
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
