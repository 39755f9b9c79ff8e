package import MunicipalModel

/// The population dynamics of several municipalities over the years that all of them publish.
///
/// Every rate is computed from printed counts on one definition, so that the cities' own definitions
/// and roundings do not mix.
package struct DynamicsComparison: Sendable {
  /// One municipality and its yearly accounts.
  package struct Member: Hashable, Sendable {
    /// The municipality.
    package let municipality: Municipality
    /// Its accounts, the oldest first.
    package let accounts: [PopulationAccount]

    /// Makes a member.
    package init(municipality: Municipality, accounts: [PopulationAccount]) {
      self.municipality = municipality
      self.accounts = accounts
    }
  }

  /// The municipalities that have accounts, in the order given.
  package let members: [Member]
  /// The municipalities that have none.
  package let withoutAccounts: [Municipality]
  /// The years that every member has, the oldest first.
  package let years: [Period]
  /// The definition of every rate.
  package let definition: RateDefinition

  /// Compares municipalities.
  ///
  /// - Parameters:
  ///   - records: what each published.
  ///   - definition: the definition that every rate is computed on; Iwamizawa's by default, in percent of
  ///     the previous year-end population.
  package init(
    _ records: [MunicipalityRecord],
    definition: RateDefinition = .percentOfPreviousYearEnd
  ) {
    self.init(
      records.map { Member(municipality: $0.municipality, accounts: $0.accounts) },
      definition: definition)
  }

  /// Compares municipalities by their accounts, however they were published.
  package init(_ all: [Member], definition: RateDefinition = .percentOfPreviousYearEnd) {
    members = all.filter { !$0.accounts.isEmpty }
    withoutAccounts = all.filter(\.accounts.isEmpty).map(\.municipality)
    let sets = members.map { Set($0.accounts.map(\.period)) }
    years = sets.dropFirst().reduce(sets.first ?? []) { $0.intersection($1) }.sorted()
    self.definition = definition
  }

  /// The account of a member in a year.
  package func account(of member: Member, in year: Period) -> PopulationAccount? {
    member.accounts.first { $0.period == year }
  }

  /// A rate of a member in a year.
  ///
  /// - Throws: ``DemographyError`` if a part of it is not printed.
  package func rate(
    _ kind: CrudeRateKind, of member: Member, in year: Period
  ) throws(DemographyError) -> CrudeRate {
    guard let account = account(of: member, in: year) else {
      throw DemographyError(code: .missingInput, subject: kind.label, period: year)
    }
    return try account.crudeRate(of: kind, definition)
  }

  /// The members ranked by a rate in a year, the highest first; those without the rate are left out.
  ///
  /// - Throws: ``RateComparisonError`` if the rates are too large to compare.
  package func ranking(
    by kind: CrudeRateKind, in year: Period
  ) throws(RateComparisonError) -> RateRanking {
    let rates = members.compactMap { member in
      (try? rate(kind, of: member, in: year)).map {
        MunicipalRate(municipality: member.municipality, rate: $0)
      }
    }
    return try RateRanking(rates)
  }

  /// The newest of the ``years`` in which every member that has a rate in any of them has it, and these
  /// members; `nil` if there is none.
  package func newestYear(with kind: CrudeRateKind) -> (year: Period, members: [Member])? {
    func hasRate(_ member: Member, _ year: Period) -> Bool {
      (try? rate(kind, of: member, in: year)) != nil
    }
    let rated = members.filter { member in years.contains { hasRate(member, $0) } }
    guard !rated.isEmpty else { return nil }
    return years.last { year in rated.allSatisfy { hasRate($0, year) } }.map { ($0, rated) }
  }

  /// What must be kept in mind when the members' rates stand side by side, each with its years.
  ///
  /// Every year of ``years`` is looked at, and every member, also where its rate cannot be computed.
  ///
  /// - Parameter kinds: the rates that are shown; only some depend on where other change is counted.
  package func caveats(for kinds: [CrudeRateKind]) -> [DatedCaveat] {
    var found: [DatedCaveat] = []
    for year in years {
      let tables = members.compactMap { account(of: $0, in: year)?.definition }
      for caveat in ComparisonCaveat.caveats(for: kinds, in: Set(tables)) {
        if let index = found.firstIndex(where: { $0.caveat == caveat }) {
          found[index].years.append(year)
        } else {
          found.append(DatedCaveat(caveat: caveat, years: [year]))
        }
      }
    }
    return found
  }
}

/// A caveat of a comparison over several years, and the years in which it holds.
package struct DatedCaveat: Hashable, Sendable, Codable {
  /// What differs or is not known.
  package let caveat: ComparisonCaveat
  /// The years in which it does, the oldest first.
  package internal(set) var years: [Period]

  /// The years and the sentence: 2018–2019, 2021: The tables come from different registers …
  package var message: LocalizedText {
    LocalizedText(
      ja: "\(span.ja): \(caveat.message.ja)", en: "\(span.en): \(caveat.message.en)")
  }

  /// The years in brief: 2018–2019, 2021.
  package var span: LocalizedText {
    let spans = years.map(\.year).reduce(into: [ClosedRange<Int>]()) { spans, year in
      if let last = spans.last, year == last.upperBound + 1 {
        spans[spans.count - 1] = last.lowerBound...year
      } else {
        spans.append(year...year)
      }
    }
    func text(joining dash: String, _ comma: String) -> String {
      spans.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)\(dash)\($0.upperBound)" }
        .joined(separator: comma)
    }
    return LocalizedText(ja: "\(text(joining: "～", "、"))年", en: text(joining: "–", ", "))
  }
}
