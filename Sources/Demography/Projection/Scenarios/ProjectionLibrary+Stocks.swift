package import MunicipalModel

extension ProjectionLibrary {
  /// Adds what can be projected from two stocks alone: `hamilton-perry`, the ratios between them held, and `closed`;
  /// `simulation-1` and `simulation-2`, as in the guide to 人口ビジョン, but beside `hamilton-perry` and not 社人研準拠.
  ///
  /// The stocks are known as `stocks`, in groups of five years, and the nation's survival from the newest on
  /// under the same name.
  ///
  /// - Parameter stocks: populations of one statistic; the newest is the base, and one five years before it is needed.
  /// - Throws: ``ProjectionError`` with `missing-year` if there is none five years before, or as
  ///   ``IntercensalPair`` and `AgeTable` refuse them.
  package mutating func addScenarios(ofStocks stocks: [CitedAgeTable]) throws(ProjectionError) {
    var tables: [Int: AgeTable] = [:]
    do throws(AgeTableError) {
      let ages = try Self.fiveYearGroups(of: stocks.map(\.table.ages))
      for table in stocks.map(\.table) {
        guard let year = table.period?.year else { continue }
        tables[year] = try table.resolvingAgeNotReported(.proportionalWithinSex)
          .regrouped(to: ages)
      }
    } catch {
      throw ProjectionError(error, keyPath: "stocks")
    }
    guard let base = tables.keys.max(), let end = tables[base] else { return }
    guard let start = tables[base - 5] else {
      let known = tables.keys.sorted().map(String.init).joined(separator: ", ")
      throw ProjectionError(
        code: .missingYear, keyPath: "stocks", year: base - 5, text: "stocks: \(known)")
    }
    // Refuses stocks that are no whole years apart.
    _ = try ProjectionError.wrapping(
      method: IntercensalPair(start: start, end: end), keyPath: "stocks")
    populations["stocks"] = tables
    survival["stocks"] = try nationalSurvival(from: base)
    add(try ProjectionScenario.scenarios(json: Array(Self.json(from: base).utf8)))
  }

  /// Groups of five years up to the open-ended one that all have, which begins at 90 at most.
  private static func fiveYearGroups(
    of ages: [AgeClassification]
  ) throws(AgeTableError) -> AgeClassification {
    let common = try AgeClassification.common(ages)
    let oldest = min(common.openGroup?.lowerAge ?? 90, 90) / 5 * 5
    let groups = stride(from: 0, to: oldest, by: 5).map { AgeGroup($0, through: $0 + 4) }
    return try AgeClassification((groups + [AgeGroup(andOver: oldest)]).compactMap(\.self))
  }

  /// The nation's survival by steps from any year: each has that of the period that its first year lies in.
  private func nationalSurvival(from base: Int) throws(ProjectionError) -> SurvivalSeries {
    let periods = (survival["national"]?.periods ?? [:]).sorted { $0.key < $1.key }
    var steps: [Int: SurvivalRatios] = [:]
    for year in stride(from: base, through: max(base, periods.last?.key ?? base), by: 5) {
      steps[year] = (periods.last { $0.key <= year } ?? periods.first)?.value
    }
    return try SurvivalSeries(steps)
  }

  private static func json(from base: Int) -> String {
    """
    { "scenarios": [
      { "id": "hamilton-perry",
        "name": { "ja": "コーホート変化率法", "en": "Hamilton–Perry" },
        "note": {
          "ja": "各コーホートの\(base - 5)～\(base)年の変化率と、\(base)年の子ども女性比（女性15～49歳）が続く。死亡は全国の生残率により、残りを移動とする。",
          "en": "The cohort change ratios of \(base - 5)–\(base) and the children per woman of 15–49 of \(base) hold. Deaths follow the nation's survival, and the rest is migration." },
        "base": { "population": "stocks", "year": \(base) },
        "survival": { "series": "stocks", "after": "hold" },
        "births": { "method": "children-per-woman", "population": "stocks", "womenAges": "15-49", "after": "hold" },
        "migration": [{ "kind": "projection", "population": "stocks", "after": "hold" }] },
      { "id": "closed", "extends": "hamilton-perry",
        "name": { "ja": "封鎖人口", "en": "Closed population" },
        "note": {
          "ja": "\(base)年の子ども女性比が続き、移動がない。",
          "en": "The children per woman of \(base) hold, and nobody moves." },
        "migration": [] },
      { "id": "simulation-1", "extends": "hamilton-perry",
        "name": { "ja": "シミュレーション1（出生率が上昇）", "en": "Simulation 1 (fertility rises)" },
        "note": {
          "ja": "コーホート変化率法の移動。合計特殊出生率はその水準から\(replacementYear(after: base))年に2.1へ直線で上がり、以後一定。",
          "en": "The migration of Hamilton–Perry; total fertility rises in a straight line from its level to 2.1 in \(replacementYear(after: base)), then stays." },
        "births": {
          "method": "total-fertility", "schedule": 2015, "sexRatioAtBirth": "wpp2022",
          "totalFertility": {
            "path": "linear",
            "points": [
              { "year": \(base + 2).5, "scenario": "hamilton-perry" },
              { "year": \(replacementYear(after: base)), "value": 2.1 }],
            "after": "hold" } },
        "migration": [{ "kind": "scenario", "scenario": "hamilton-perry" }] },
      { "id": "simulation-2", "extends": "simulation-1",
        "name": {
          "ja": "シミュレーション2（出生率が上昇・移動均衡）", "en": "Simulation 2 (and balanced migration)" },
        "note": {
          "ja": "シミュレーション1と同じ出生率で、転入と転出がどの年齢でも釣り合う。",
          "en": "The fertility of simulation 1; arrivals and departures balance at every age." },
        "migration": [] } ] }
    """
  }

  /// The year in which total fertility is at replacement: 2030, as the guide has it, or ten years on from a later base.
  private static func replacementYear(after base: Int) -> Int { base < 2025 ? 2030 : base + 10 }
}

extension ProjectionLibrary {
  /// The last year, not after another, that a scenario's steps meet.
  ///
  /// - Throws: ``ProjectionError`` with the scenario's name, if its base is not there.
  package func lastYear(of scenario: ProjectionScenario, upTo year: Int) throws(ProjectionError)
    -> Int
  {
    let start = try ProjectionError.placing(
      ScenarioSections(scenario, in: self).base.year, scenario: scenario.id)
    guard start < year else { return year }
    let step = try ProjectionAges(plan(for: scenario, to: start).base).step
    return year - (year - start) % step
  }
}
