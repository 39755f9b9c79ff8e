extension MunicipalityRecord {
  /// The yearly accounts, the oldest first.
  ///
  /// Where documents of one definition print the same year, the figures are put together, and the later
  /// document's stands where both print one. Where the definitions differ the account with more figures
  /// stands whole, or the later document's of two alike; ``accountOverlaps`` tells.
  public var accounts: [PopulationAccount] {
    var byPeriod: [Period: PopulationAccount] = [:]
    for account in documents.flatMap(\.accounts) {
      byPeriod[account.period] =
        byPeriod[account.period].map { $0.joined(with: account) } ?? account
    }
    return byPeriod.values.sorted { $0.period < $1.period }
  }

  /// The years that another document prints by another definition, so that its account is not used.
  public var accountOverlaps: [Diagnostic] {
    let used = Dictionary(accounts.map { ($0.period, $0) }, uniquingKeysWith: { $1 })
    return documents.flatMap { contents in
      contents.accounts.compactMap { account -> Diagnostic? in
        guard let used = used[account.period], used.definition != account.definition,
          let citation = account.firstCitation
        else { return nil }
        let other = used.firstCitation.map(\.document.rawValue) ?? ""
        let year = account.period.label
        return Diagnostic(
          severity: .warning, code: "account-not-used",
          message: LocalizedText(
            ja: "\(year.ja)の人口の表は、定義（population_definition）の違う資料 \(other) のものを使います",
            en: "for \(year.en) the account of the document \(other) is used, whose "
              + "population_definition is another"),
          citation: citation)
      }
    }
  }
}

extension PopulationAccount {
  /// The account with what a later document prints of the same year.
  fileprivate func joined(with later: Self) -> Self {
    guard definition == later.definition else {
      return printed.count > later.printed.count ? self : later
    }
    // A stock that was computed gives way to a printed one.
    let openings = [later.openingStock, openingStock].compactMap { $0 }
    return PopulationAccount(
      period: period, definition: definition,
      openingStock: openings.first { $0.formula == nil } ?? openings.first,
      closingStock: later.closingStock ?? closingStock, births: later.births ?? births,
      deaths: later.deaths ?? deaths, naturalChange: later.naturalChange ?? naturalChange,
      inMigrants: later.inMigrants ?? inMigrants, outMigrants: later.outMigrants ?? outMigrants,
      socialChange: later.socialChange ?? socialChange,
      totalChange: later.totalChange ?? totalChange,
      elderlyPopulation: later.elderlyPopulation ?? elderlyPopulation)
  }

  /// The figures of the year itself, without the stock of the year before.
  private var printed: [TracedNumber] {
    [
      closingStock, births, deaths, naturalChange, inMigrants, outMigrants, socialChange,
      totalChange, elderlyPopulation,
    ].compactMap { $0 }
  }

  fileprivate var firstCitation: Citation? { printed.lazy.compactMap(\.sources.first).first }
}
