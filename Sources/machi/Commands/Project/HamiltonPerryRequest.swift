import MachiKurabe

/// What a call of `machi project --method hamilton-perry` asks for, computed.
struct HamiltonPerryRequest {
  /// One projection a municipality.
  let analyses: [HamiltonPerryAnalysis]
  /// The municipalities whose names are known.
  private let municipalities: [Municipality]

  /// Reads the stocks, the built-in censuses or those of `--population`, and projects them.
  ///
  /// - Throws: `UsageError`, `FileError`, `AgeFileError`, `OpenDataError` or `AgeMethodError`.
  init(_ call: CommandCall) throws {
    try call.refuse(
      ProjectionOptions.ofComponents,
      LocalizedText(
        ja: "は --method hamilton-perry では使えません", en: "does not go with --method hamilton-perry"))
    // Documents are read once: for their censuses, or for the names beside files of one's own.
    let isOfFiles = !call[AgeSource.population].isEmpty
    if isOfFiles {
      try call.refuse(
        [RecordSource.folders, NationwideSource.data],
        LocalizedText(ja: "と --population は同時に指定できません", en: "does not go with --population"))
    }
    let source = try RecordSource(
      for: call, reading: .population, choosing: !isOfFiles, formats: NationwideSource.stocks)
    municipalities = source.records.map(\.municipality)
    let populations: [[CitedAgeTable]]
    if isOfFiles {
      populations = [try Self.populations(call)]
    } else {
      try source.requireStocks(of: source.records)
      let stocks = source.records.map(\.stocksByAge)
      for (town, own) in zip(source.towns, stocks) where own.count < 2 {
        throw SocialChangeRequest.fewStocks(town.municipality.name, own, town)
      }
      // A folder's municipality goes on from its own newest stock.
      let isTogether = source.folders.isEmpty && source.towns.isEmpty
      populations = isTogether ? [stocks.flatMap { $0 }] : stocks
    }
    let periods = call[HamiltonPerryOptions.periods] ?? 1
    var analyses: [HamiltonPerryAnalysis] = []
    for own in populations {
      let years = Set(own.compactMap(\.period?.year)).sorted()
      let base = years.last ?? 0
      // The whole steps within 30 years, at least one.
      let step = max(1, base - (years.dropLast().last ?? base - 5))
      analyses += try HamiltonPerryAnalysis.members(
        of: own, to: call[ProjectionOptions.to] ?? base + max(1, 30 / step) * step,
        averaging: periods,
        womenAges: Self.women(call), limits: Self.limits(call),
        rule: call[SocialChangeOptions.ageNotReported])
    }
    self.analyses = analyses
  }

  /// The populations of the files of `--population`.
  private static func populations(_ call: CommandCall) throws -> [CitedAgeTable] {
    let codes = try RecordSource.codes(call)
    let own = try AgeSource.populations(of: codes, in: AgeSource.populationFiles(for: call))
    return codes.isEmpty ? own : own.filter { codes.contains($0.municipality) }
  }

  private static func women(_ call: CommandCall) throws -> AgeGroup? {
    guard let text = call[HamiltonPerryOptions.women] else { return nil }
    guard let ages = AgeGroup(printed: text), !ages.isOpen else {
      throw UsageError(
        .invalidValue, "--women", ja: "--women には 15-49 のような年齢を指定してください",
        en: "--women takes ages such as 15-49")
    }
    return ages
  }

  /// One limit for the cohorts that are not old, if a floor or a ceiling is given.
  private static func limits(_ call: CommandCall) throws -> [HamiltonPerry.Limit] {
    func number(_ option: CommandOption<String?>) throws -> Double? {
      guard let text = call[option] else { return nil }
      guard let number = Double(text), number >= 0, number <= 100 else {
        throw UsageError(
          .invalidValue, option.declaration.flag,
          ja: "\(option.declaration.flag) には0～100の数を指定してください（1は増減なし）",
          en: "\(option.declaration.flag) takes a number from 0 to 100 (1: no change)")
      }
      return number
    }
    let floor = try number(HamiltonPerryOptions.floor)
    let ceiling = try number(HamiltonPerryOptions.ceiling)
    guard floor != nil || ceiling != nil else { return [] }
    let (low, high) = (floor ?? 0, ceiling ?? 100)
    guard low <= high else {
      throw UsageError(
        .invalidValue, "--floor", ja: "--floor が --ceiling を超えています",
        en: "--floor is above --ceiling")
    }
    return [HamiltonPerry.Limit(low...high, endingBelow: 65)]
  }

  /// Writes what the call asks for.
  ///
  /// - Throws: `UsageError` if a picture is asked for of several municipalities, or a pyramid without the sexes.
  func write(_ call: CommandCall) throws {
    try call.write(
      in: call[ProjectionOptions.format],
      report: HamiltonPerryReport.report(analyses, municipalities: municipalities),
      table: HamiltonPerryReport.table(analyses, forPeople: call.tableLanguage(.csv)),
      picture: try picture(call))
  }

  private func picture(_ call: CommandCall) throws(UsageError) -> ReportChart {
    let analysis = try call.only(of: analyses)
    let name =
      municipalities.first { $0.code == analysis.municipality }?.name
      ?? LocalizedText(analysis.municipality.sixDigits)
    guard call[ProjectionOptions.picture] == .pyramid else {
      return HamiltonPerryReport.chart(analysis, name: name)
    }
    guard let pyramid = HamiltonPerryReport.pyramid(analysis, name: name) else {
      throw UsageError(
        .invalidValue, "--picture", ja: "男女別の人口がないため、人口ピラミッドは描けません",
        en: "there is no pyramid without men and women apart")
    }
    return pyramid
  }
}
