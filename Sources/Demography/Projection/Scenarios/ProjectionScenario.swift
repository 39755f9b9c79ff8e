public import MunicipalModel

/// A scenario of a projection as data (推計のシナリオ): base population, survival, births, net migration.
///
/// It is written in JSON and names the figures that it uses; a ``ProjectionLibrary`` knows these figures
/// and makes a ``ProjectionPlan`` of it.
///
/// ```json
/// { "id": "my-plan", "extends": "ipss2018",
///   "births": { "method": "total-fertility", "schedule": 2015, "sexRatioAtBirth": "wpp2022",
///     "totalFertility": { "path": "linear", "after": "hold",
///       "points": [ { "year": 2015, "value": 1.51 }, { "year": 2040, "value": 1.8 } ] } },
///   "migration": [ { "kind": "band", "ages": "20-39", "ageAt": "end", "rate": 0.01 } ] }
/// ```
public struct ProjectionScenario: Hashable, Sendable {
  /// A short name that is stable, such as `ipss2018`.
  public let id: String
  /// The name for a person to read.
  public let name: LocalizedText
  /// The municipality that it is for; `nil` if it suits any.
  public let municipality: MunicipalityCode?
  /// The scenario whose parts it takes where it has none of its own.
  public let extends: String?
  /// What it assumes, and where from.
  public let note: LocalizedText?

  let base: BaseSource?
  let survival: SurvivalSource?
  let births: BirthSource?
  let migration: [MigrationTerm]?

  /// Reads a scenario from JSON.
  ///
  /// - Parameter json: the bytes of one object, in UTF-8.
  /// - Throws: ``ProjectionError`` with `not-utf-8`, `unreadable`, `missing-key`, `unknown-key`, `wrong-type`,
  ///   `unknown-word`, `bad-path`, `survival-above-one` and the like, and the key path.
  public init(json: [UInt8]) throws(ProjectionError) {
    try self.init(ScenarioReader(Self.tree(json)))
  }

  /// Reads the scenarios of a file: one object, or a list of them under `scenarios`.
  ///
  /// - Throws: ``ProjectionError``, as ``init(json:)``, and `duplicate-name` and `no-scenarios`.
  public static func scenarios(json: [UInt8]) throws(ProjectionError) -> [Self] {
    let reader = ScenarioReader(try tree(json))
    guard reader.node["scenarios"] != nil else {
      return [try Self(reader)]
    }
    try reader.allow("scenarios")
    var scenarios: [Self] = []
    for entry in try reader.required("scenarios").list() {
      let scenario = try Self(entry)
      guard !scenarios.contains(where: { $0.id == scenario.id }) else {
        throw entry.error(.duplicateName, at: "id", scenario.id)
      }
      scenarios.append(scenario)
    }
    if scenarios.isEmpty { throw reader.error(.noScenarios, at: "scenarios") }
    return scenarios
  }

  init(_ reader: ScenarioReader) throws(ProjectionError) {
    let id = try reader.required("id").text()
    self.id = id
    do throws(ProjectionError) {
      try reader.allow(
        "id", "name", "municipality", "extends", "note", "base", "survival", "births", "migration")
      name = try reader.optional("name")?.label() ?? LocalizedText(id)
      note = try reader.optional("note")?.label()
      extends = try reader.optional("extends")?.text()
      if let code = try reader.optional("municipality") {
        municipality = try? MunicipalityCode(printed: try code.text())
        guard municipality != nil else {
          throw code.error(.unknownWord, at: "", "\(try code.text()); it is a code of six digits")
        }
      } else {
        municipality = nil
      }
      base = try reader.optional("base").map { (part) throws(ProjectionError) in
        try BaseSource(part)
      }
      survival = try reader.optional("survival").map { (part) throws(ProjectionError) in
        try SurvivalSource(part)
      }
      births = try reader.optional("births").map { (part) throws(ProjectionError) in
        try BirthSource(part)
      }
      if let part = try reader.optional("migration") {
        var terms: [MigrationTerm] = []
        for entry in try part.list() { terms.append(try MigrationTerm(entry)) }
        migration = terms
      } else {
        migration = nil
      }
      for (key, isThere) in [
        ("base", base != nil), ("survival", survival != nil), ("births", births != nil),
        ("migration", migration != nil),
      ] where !isThere && extends == nil {
        throw reader.error(.missingKey, at: key)
      }
    } catch {
      throw error.placed(scenario: id)
    }
  }

  private static func tree(_ json: [UInt8]) throws(ProjectionError) -> JSONNode {
    do throws(DataFileError) {
      return try StrictJSON.decode(JSONNode.self, from: json)
    } catch {
      if error.code == .repeatedMember {
        throw ProjectionError(code: .duplicateName, keyPath: error.found)
      }
      if error.code == .notUTF8 {
        throw ProjectionError(
          code: .notUTF8, keyPath: error.line.map { "\($0)" }, text: error.found)
      }
      throw ProjectionError(
        code: .unreadable, keyPath: error.line.map { "\($0)" },
        text: error.found.isEmpty ? nil : error.found,
        hint: error.expected.ja.isEmpty
          ? LocalizedText("")
          : LocalizedText(ja: "必要なもの: \(error.expected.ja)", en: "expected \(error.expected.en)"))
    }
  }
}
