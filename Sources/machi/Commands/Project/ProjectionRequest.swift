import MachiKurabe

/// What a call of `machi project` asks for, computed.
struct ProjectionRequest {
  /// One study a municipality.
  let studies: [ProjectionStudy]
  /// What was published of the future of the municipalities of a folder of published data.
  private let published: [ReportSection]

  /// Reads the scenarios and projects them.
  ///
  /// - Throws: `UsageError` for a name that is not known, `DataFileError` for a file that is no scenario,
  ///   `ProjectionError` if a scenario cannot be projected.
  init(_ call: CommandCall) throws {
    try call.refuse(
      HamiltonPerryOptions.own,
      LocalizedText(
        ja: "は --method hamilton-perry でだけ使えます", en: "is used with --method hamilton-perry only"))
    var studies: [ProjectionStudy] = []
    let source = try RecordSource(
      for: call, reading: .population, formats: NationwideSource.stocks + [.regionalProjection])
    let hasPublished = source.towns.contains { !$0.projections.isEmpty }
    for record in source.records {
      // A published projection can be shown of a municipality whose own cannot be computed.
      if hasPublished, record.stocksByAge.count < 2 { continue }
      guard var library = try Self.library(of: record, source) else { continue }
      // A file may hold several scenarios, all of which are projected.
      func find(_ name: String, _ flag: String) throws -> [ProjectionScenario] {
        if name.hasSuffix(".json") {
          let scenarios: [ProjectionScenario]
          let bytes = try call.read(name, upTo: BoundedFile.limit)
          do throws(ProjectionError) {
            scenarios = try ProjectionScenario.scenarios(json: bytes)
          } catch {
            throw CommandError.unusableFile(name, error.message)
          }
          library.add(scenarios)
          return scenarios
        }
        do throws(ProjectionError) {
          return [try library.scenario(name)]
        } catch {
          throw UsageError(code: .invalidValue, argument: flag, message: error.message)
        }
      }
      let builtIn = library.scenarios
      let asked = try find(
        call[ProjectionOptions.scenario] ?? library.mainScenario?.id ?? "ipss2018", "--scenario")
      guard let main = asked.first else { continue }
      let named = call[ProjectionOptions.compare]
      let others =
        try Array(asked.dropFirst())
        + (named.isEmpty ? builtIn : named.flatMap { try find($0, "--compare") })
      var study = try ProjectionStudy(
        of: record, library: library, main: main, others: others,
        to: call[ProjectionOptions.to] ?? library.lastYear(of: main, upTo: 2060),
        influenceYear: call[ProjectionOptions.influenceYear]
          ?? library.lastYear(of: main, upTo: min(2040, call[ProjectionOptions.to] ?? 2040)),
        natural: Self.thresholds(call, ProjectionOptions.natural) ?? .naturalOfGuide,
        social: Self.thresholds(call, ProjectionOptions.social) ?? .socialOfGuide)
      if let year = call[ProjectionOptions.influenceYear], study.influence == nil {
        throw UsageError(
          .invalidValue, "--influence-year",
          ja: "\(year)年の影響度は計算できません。推計年のうち、ipss2018・simulation-1・simulation-2 がそろう年を指定してください",
          en: "there is no influence of \(year): it takes a year of the projection, and ipss2018, "
            + "simulation-1 and simulation-2 among the scenarios")
      }
      if let target = call[ProjectionOptions.target] {
        try study.aim(
          at: Double(target), in: call[ProjectionOptions.targetYear] ?? study.endYear)
      }
      if let runs = call[ProjectionOptions.runs] {
        try study.draw(
          runs: runs, seed: UInt64(call[ProjectionOptions.seed] ?? 1), library: library)
      }
      studies.append(study)
    }
    self.studies = studies
    published = source.towns.compactMap { town in
      PublishedProjectionSection.section(
        town, beside: studies.first { $0.record.municipality.code == town.municipality.code })
    }
  }

  /// What a municipality is projected with; `nil` if nothing is built in for it.
  ///
  /// - Throws: ``UsageError`` if its folder has nothing to project it with.
  private static func library(
    of record: MunicipalityRecord, _ source: RecordSource
  ) throws -> ProjectionLibrary? {
    if !source.towns.isEmpty {
      guard let library = try ProjectionLibrary.ofStocks(record) else {
        throw SocialChangeRequest.fewStocks(
          record.municipality.name, record.stocksByAge,
          source.towns.first { $0.municipality.code == record.municipality.code })
      }
      return library
    }
    guard let folder = source.folder(of: record.municipality.code) else {
      return try ProjectionLibrary.builtIn(for: record.municipality.code)
    }
    guard let library = try folder.projectionLibrary(of: record) else {
      throw UsageError(
        .invalidValue, "--folder",
        ja: "\(folder.path): 推計には、5年離れた2時点の年齢別人口（…-population-by-age.csv）か "
          + "projection-scenarios.json が必要です",
        en: "\(folder.path): a projection takes populations by age of two times five years apart "
          + "(…-population-by-age.csv), or projection-scenarios.json")
    }
    return library
  }

  private static func thresholds(
    _ call: CommandCall, _ option: CommandOption<String?>
  ) throws -> InfluenceThresholds? {
    guard let text = call[option] else { return nil }
    let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Double($0) }
    let bounds = numbers.compactMap { $0 }
    guard bounds.count == numbers.count, let thresholds = try? InfluenceThresholds(bounds) else {
      throw UsageError(
        .invalidValue, option.declaration.flag,
        ja: "\(option.declaration.flag)には小さい順の数をコンマで区切って指定してください",
        en: "\(option.declaration.flag) takes rising numbers, separated by commas")
    }
    return thresholds
  }

  private var report: Report {
    let report = ProjectionReport.report(studies)
    guard !published.isEmpty else { return report }
    return Report(
      title: studies.isEmpty
        ? LocalizedText(ja: "将来推計人口", en: "Projections of the population") : report.title,
      sections: (studies.isEmpty ? [] : report.sections) + published)
  }

  /// Writes what the call asks for.
  ///
  /// - Throws: `UsageError` if a picture is asked for of several municipalities.
  func write(_ call: CommandCall) throws {
    try call.write(
      in: call[ProjectionOptions.format], report: report,
      table: ProjectionReport.table(studies, forPeople: call.tableLanguage(.csv)),
      picture: try picture(call))
  }

  private func picture(_ call: CommandCall) throws(UsageError) -> ReportChart {
    let study = try call.only(of: studies)
    let isPyramid = call[ProjectionOptions.picture] == .pyramid
    return (isPyramid ? ProjectionReport.pyramid(study) : nil) ?? ProjectionReport.chart(study)
  }
}
