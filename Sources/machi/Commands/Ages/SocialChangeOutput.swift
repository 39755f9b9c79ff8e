import MachiKurabe

extension SocialChangeRequest {
  /// Writes what the call asks for: a report in the format asked for, the wide table, or a picture.
  ///
  /// - Throws: `AgeMethodError` if the municipalities do not have the same cohorts.
  func write(_ call: CommandCall) throws {
    try call.write(
      in: call[SocialChangeOptions.format], report: try report,
      table: table(call.tableLanguage(.csv)), picture: chart, width: 720)
  }

  private func table(_ language: Language?) -> TidyTable {
    switch source {
    case .cohorts(let analyses):
      AgeSocialChangeReport.table(
        analyses, records: records, sexes: sexes, forPeople: language)
    case .registered(let analyses):
      AgeSocialChangeReport.table(
        analyses, records: records, municipalities: municipalities, sexes: sexes,
        forPeople: language)
    }
  }

  private var chart: ReportChart {
    switch source {
    case .cohorts(let analyses):
      AgeSocialChangeReport.chart(analyses, records: records, sex: sexes[0])
    case .registered(let analyses):
      AgeSocialChangeReport.chart(
        analyses, records: records, municipalities: municipalities, sex: sexes[0])
    }
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
