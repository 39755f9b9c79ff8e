public import MunicipalModel

extension CohortAnalysis {
  /// The sums over a span of ages, told by the age at one end of the period.
  public struct Span: Hashable, Sendable {
    /// The ages.
    public let ages: AgeGroup
    /// At which end of the period they are told.
    public let reference: CohortMigration.AgeReference
    /// The people at the start, in persons.
    public let populationAtStart: Double
    /// Net migrants, or the change of the cohorts, in persons.
    public let net: Double
    /// What the span adds to the total rate, in percentage points.
    public let contribution: Double

    /// ``net`` ÷ people at the start × 100, 社人研's 純移動率 of the span; `nil` without people.
    public var rate: Double? { populationAtStart > 0 ? net / populationAtStart * 100 : nil }
  }

  /// The rows of one sex; of both sexes added up where `sex` is `both`.
  public func rows(of sex: Sex) -> [Row] {
    let own = rows.filter { $0.sex == sex }
    guard sex == .both, own.isEmpty, let first = rows.first?.sex else { return own }
    return rows.filter { $0.sex == first }.map { one in
      let all = rows.filter { $0.ageAtEnd == one.ageAtEnd && $0.ageAtStart == one.ageAtStart }
      return Row(
        sex: .both, ageAtStart: one.ageAtStart, ageAtEnd: one.ageAtEnd,
        populationAtStart: all.reduce(0) { $0 + $1.populationAtStart },
        expectedSurvivors: one.expectedSurvivors == nil
          ? nil : all.reduce(0) { $0 + ($1.expectedSurvivors ?? 0) },
        populationAtEnd: all.reduce(0) { $0 + $1.populationAtEnd },
        net: all.reduce(0) { $0 + $1.net },
        contribution: all.reduce(0) { $0 + $1.contribution })
    }
  }

  /// The sums over a span of ages; `nil` if a cohort would have to be split or is not there.
  ///
  /// It matters which ages are meant: people of 20–39 at the end were 15–34 at the start.
  ///
  /// - Parameters:
  ///   - ages: the ages, such as 20–39.
  ///   - reference: whether they are the ages at the start or at the end.
  ///   - sex: one sex, or both together.
  public func span(
    _ ages: AgeGroup, at reference: CohortMigration.AgeReference, sex: Sex = .both
  ) -> Span? {
    func age(_ row: Row) -> AgeGroup? { reference == .start ? row.ageAtStart : row.ageAtEnd }
    let own = rows(of: sex).filter { $0.ageAtStart != nil }
    guard let groups = try? AgeClassification(own.compactMap(age)),
      (try? groups.indices(of: ages)) != nil
    else { return nil }
    let members = own.filter { age($0).map(ages.contains) ?? false }
    return Span(
      ages: ages, reference: reference,
      populationAtStart: members.reduce(0) { $0 + $1.populationAtStart },
      net: members.reduce(0) { $0 + $1.net },
      contribution: members.reduce(0) { $0 + $1.contribution })
  }

  /// The cells that a row's figures come from: populations, survival ratios, births and deaths.
  public func sources(of row: Row) -> [Citation] {
    let first = row.ageAtStart.map { start.citations(of: row.sex, at: $0) } ?? []
    let last = end.citations(of: row.sex, at: row.ageAtEnd)
    let born = row.ageAtStart == nil ? births?.citations(of: row.sex, at: row.ageAtEnd) ?? [] : []
    let dead = deaths?.citations(of: row.sex, at: row.ageAtEnd) ?? []
    let ratios = (survival?.citations(of: row.sex, at: row.ageAtStart) ?? []) + born + dead
    guard rule == .proportionalWithinSex else { return first + last + ratios }
    let unknown = [start, end].flatMap { table in
      table.table.hasAgeNotReported ? table.notReportedCitations(of: row.sex) : []
    }
    return first + last + unknown + ratios
  }
}

extension CohortAnalysis {
  /// The difference of the total rates of two municipalities, by age composition and by rates.
  ///
  /// The strata are the sexes and ages at the start, and those born in the period, whose share is births ÷
  /// people at the start; see ``KitagawaDecomposition``. A cohort that had nobody at the start has no rate and takes the
  /// other municipality's; what it adds beside is counted as an effect of the rate.
  ///
  /// - Throws: ``AgeMethodError`` with `different-tables` if they do not have the same cohorts, those born
  ///   in the period among them.
  public static func decomposition(
    from first: Self, to second: Self
  ) throws(AgeMethodError) -> KitagawaDecomposition {
    func parts(_ analysis: Self, orOf other: Self) -> [KitagawaDecomposition.Part] {
      let others = Dictionary(
        other.rows.map { ($0.stratumLabel, $0.rate) }, uniquingKeysWith: { first, _ in first })
      var people = 0.0
      for row in analysis.rows where row.ageAtStart != nil { people += row.populationAtStart }
      var parts: [KitagawaDecomposition.Part] = []
      // The men first, in whatever order the tables have the sexes.
      for sex in Sex.allCases {
        for row in analysis.rows where row.sex == sex {
          let label = row.stratumLabel
          parts.append(
            KitagawaDecomposition.Part(
              label: label, share: row.populationAtStart / people,
              rate: row.rate ?? (others[label] ?? nil) ?? 0,
              rest: row.rate == nil ? row.contribution : 0))
        }
      }
      return parts
    }
    return try KitagawaDecomposition(
      from: parts(first, orOf: second), to: parts(second, orOf: first),
      crudeRates: (first.totalRate, second.totalRate))
  }
}

extension CohortAnalysis.Row {
  /// The sex with the age at the start, or with the age that those born in the period reach.
  fileprivate var stratumLabel: LocalizedText {
    let age = ageAtEnd.label
    let atStart =
      ageAtStart?.label ?? LocalizedText(ja: "出生→\(age.ja)", en: "born, \(age.en) at the end")
    return LocalizedText(
      ja: "\(sex.label.ja) \(atStart.ja)", en: "\(sex.label.en) \(atStart.en)")
  }
}
