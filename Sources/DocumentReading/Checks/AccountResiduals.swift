import MunicipalModel

/// A year's account with what its printed figures leave over.
private struct AccountResidual {
  let period: Period
  let stock: Int
  let value: Int
  let citation: Citation

  /// The change of the stock less natural and social change; `nil` where one of them is not known, or
  /// where the stock before was computed from them.
  init?(_ account: PopulationAccount) {
    guard let opening = account.openingStock, let closing = account.closingStock,
      let natural = account.natural, let social = account.social,
      let cited = account.socialChange ?? account.inMigrants, let citation = cited.sources.first
    else { return nil }
    let changes = natural.sources + social.sources
    guard opening.formula == nil || !Set(changes).isSubset(of: opening.sources) else { return nil }
    // The figures are of at most 18 digits each, so the sums of a few of them do not overflow.
    value = closing.value - opening.value - natural.value - social.value
    stock = max(1, abs(opening.value))
    period = account.period
    self.citation = citation
  }

  /// Whether a figure prints what is left over as the other change of the year.
  func isPrinted(as figure: PopulationFigure) -> Bool {
    figure.item == .otherChange && figure.period == period
      && figure.reading.value == ExactDecimal(exactly: value)
  }
}

extension PopulationAccount {
  /// 自然増減 as printed, or births less deaths.
  fileprivate var natural: (value: Int, sources: [Citation])? {
    Self.change(naturalChange, births, deaths)
  }

  /// 社会増減 as printed, or in-migrants less out-migrants.
  fileprivate var social: (value: Int, sources: [Citation])? {
    Self.change(socialChange, inMigrants, outMigrants)
  }

  private static func change(
    _ printed: TracedNumber?, _ gain: TracedNumber?, _ loss: TracedNumber?
  ) -> (value: Int, sources: [Citation])? {
    if let printed { return (printed.value, printed.sources) }
    guard let gain, let loss else { return nil }
    return (gain.value - loss.value, gain.sources + loss.sources)
  }
}

extension DocumentSession {
  /// Notes years of which much more is left over than of the others, as where two columns are swapped,
  /// and printed changes that are not the difference of their printed parts.
  mutating func reportResiduals(of contents: DocumentContents) {
    let accounts = PopulationAccount.accounts(
      from: contents.populationFigures,
      definition: contents.populationDefinition
        ?? PopulationDefinition(
          stockDate: "", foreignResidents: .notStated, otherChange: .notStated, source: ""))
    for account in accounts { reportDifferences(in: account) }
    let residuals = accounts.compactMap(AccountResidual.init)
    for residual in residuals {
      // A stock miscopied leaves as much over in one year as is missing in the next.
      let others = residuals.filter {
        $0.period != residual.period && abs($0.value + residual.value) > abs(residual.value) / 5
      }.map { abs($0.value) }.sorted()
      let usual = others.isEmpty ? 0 : others[others.count / 2]
      // Corrections of the register are a few of a thousand residents; after a census they may be more.
      let limit = max(
        Double(residual.stock) / (others.isEmpty ? 50 : 200), 10 * Double(usual), 20)
      guard Double(abs(residual.value)) > limit,
        !contents.populationFigures.contains(where: residual.isPrinted(as:))
      else { continue }
      let (left, year) = ("\(residual.value)", residual.period.label)
      warn(
        "residual-out-of-proportion", at: residual.citation,
        ja: "\(year.ja)の人口の動きに\(left)人が残ります（ほかの年は\(usual)人ほど）。列の取り違えか写し誤りかもしれません",
        en:
          "\(left) persons of the change of \(year.en) are left over (in other years about \(usual)); "
          + "columns may be swapped or a figure miscopied")
    }
  }

  private mutating func reportDifferences(in account: PopulationAccount) {
    let isSocialWhole = account.definition.otherChange != .insideSocialChange
    reportDifference(account.naturalChange, of: account.births, and: account.deaths)
    if isSocialWhole {
      reportDifference(account.socialChange, of: account.inMigrants, and: account.outMigrants)
    }
  }

  private mutating func reportDifference(
    _ printed: TracedNumber?, of gain: TracedNumber?, and loss: TracedNumber?
  ) {
    guard let printed, let gain, let loss, printed.formula == nil,
      let citation = printed.sources.first
    else { return }
    // Figures in 百人 or 千人 are rounded each for itself.
    let values = [printed.value, gain.value, loss.value]
    let step = [1000, 100].first { step in values.allSatisfy { $0 % step == 0 } } ?? 0
    guard abs(printed.value - (gain.value - loss.value)) > 2 * step else { return }
    let (more, less) = (
      gain.sources.first?.printed ?? "", loss.sources.first?.printed ?? ""
    )
    warn(
      "parts-do-not-add-up", at: citation,
      ja: "「\(citation.printed)」が「\(more)」と「\(less)」の差 \(gain.value - loss.value) と違います",
      en: "\"\(citation.printed)\" is not the difference of \"\(more)\" and \"\(less)\", "
        + "\(gain.value - loss.value)")
  }
}
