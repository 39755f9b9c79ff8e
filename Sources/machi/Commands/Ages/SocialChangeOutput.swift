import MachiKurabe

/// A format of `machi ages`: those of a report, and a picture.
enum SocialChangeFormat: String, Sendable, CaseIterable {
  /// Aligned columns for a terminal.
  case text
  /// Tables in GitHub's Markdown.
  case markdown
  /// One row a municipality, sex and age.
  case csv
  /// The whole report with every citation.
  case json
  /// The rates by age as a picture.
  case svg
}

extension SocialChangeRequest {
  /// What the call writes: a report in the format asked for, the wide table, or a picture.
  ///
  /// - Throws: `AgeMethodError` if the municipalities do not have the same cohorts.
  func output(_ call: CommandCall) throws -> String {
    let language = call.language
    switch (call[SocialChangeOptions.format], source) {
    case (.csv, .cohorts(let analyses)):
      return AgeSocialChangeReport.table(analyses, records: records, sexes: sexes).csv
    case (.csv, .registered(let analyses)):
      return AgeSocialChangeReport.table(
        analyses, records: records, municipalities: municipalities, sexes: sexes
      ).csv
    case (.svg, .cohorts(let analyses)):
      return picture(
        AgeSocialChangeReport.chart(analyses, records: records, sex: sexes[0]), language)
    case (.svg, .registered(let analyses)):
      return picture(
        AgeSocialChangeReport.chart(
          analyses, records: records, municipalities: municipalities, sex: sexes[0]), language)
    case (.text, _): return call.textRenderer.render(try report)
    case (.markdown, _): return MarkdownRenderer(language: language).render(try report)
    case (.json, _): return JSONRenderer().render(try report)
    }
  }

  private func picture(_ chart: ReportChart, _ language: Language) -> String {
    SVGRenderer(language: language, width: 720).file(chart)
  }

  private var report: Report {
    get throws {
      switch source {
      case .cohorts(let analyses):
        return try AgeSocialChangeReport.report(
          analyses, records: records, sexes: sexes, detail: detail)
      case .registered(let analyses):
        return AgeSocialChangeReport.report(
          analyses, records: records, municipalities: municipalities, sexes: sexes,
          detail: detail)
      }
    }
  }
}
