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
  /// Writes what the call asks for: a report in the format asked for, the wide table, or a picture.
  ///
  /// - Throws: `AgeMethodError` if the municipalities do not have the same cohorts.
  func write(_ call: CommandCall) throws {
    let language = call.language
    switch (call[SocialChangeOptions.format], source) {
    case (.csv, .cohorts(let analyses)):
      try call.write(
        AgeSocialChangeReport.table(
          analyses, records: records, sexes: sexes, forPeople: call.tableLanguage(.csv)))
    case (.csv, .registered(let analyses)):
      try call.write(
        AgeSocialChangeReport.table(
          analyses, records: records, municipalities: municipalities, sexes: sexes,
          forPeople: call.tableLanguage(.csv)))
    case (.svg, .cohorts(let analyses)):
      try call.write(
        picture(AgeSocialChangeReport.chart(analyses, records: records, sex: sexes[0]), language))
    case (.svg, .registered(let analyses)):
      try call.write(
        picture(
          AgeSocialChangeReport.chart(
            analyses, records: records, municipalities: municipalities, sex: sexes[0]), language))
    case (.text, _): try call.write(report, in: .text)
    case (.markdown, _): try call.write(report, in: .markdown)
    case (.json, _): try call.write(report, in: .json)
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
