import MunicipalModel

/// Indicators that repeat a figure of the population table, such as 転入者数, and whether they do exactly.
///
/// Only the item's whole name is one. Where brackets say more, as in 転入者数（県外から）, the figures may be of
/// different people, and a difference is no error.
enum PopulationRepetition {
  private static let items: [(word: String, item: PopulationItem, isNegated: Bool)] = [
    ("転入者数", .inMigrants, false), ("転出者数", .outMigrants, false),
    ("転出超過数", .socialChange, true), ("社会増減率", .socialChangeRate, false),
    ("自然増減率", .naturalChangeRate, false), ("出生数", .births, false),
    ("合計特殊出生率", .totalFertilityRate, false), ("高齢化率", .ageingRate, false),
  ]

  static func findings(in record: MunicipalityRecord) -> [AuditFinding] {
    let figures = record.populationFigures.filter { figure in
      guard case .municipality = figure.area else { return false }
      return figure.basis == .observed && figure.reading.value != nil
    }
    let places = PopulationItemName.places(of: figures)
    return record.plans.filter { $0.edition == .current }.flatMap { plan in
      plan.indicators.flatMap {
        findings(for: $0, figures: figures, of: places, years: PlanYears(plan.term))
      }
    }
  }

  private static func findings(
    for placed: PlacedIndicator, figures: [PopulationFigure], of places: [String],
    years planYears: PlanYears
  ) -> [AuditFinding] {
    let indicator = placed.indicator
    let name = PopulationItemName(indicator.name, of: places)
    let matches = items.compactMap { item in name.match(item.word).map { (item: item, match: $0) } }
    // The mean of five years is another figure than the year's.
    guard let (item, match) = matches.first, !indicator.name.contains(word: "平均") else {
      return []
    }
    return indicator.figures.compactMap { observation -> AuditFinding? in
      guard observation.role == .baseline || observation.role == .actual,
        let value = observation.reading.value, let year = observation.period.map(planYears.year),
        let figure = figure(of: item.item, in: year, like: observation.period, among: figures),
        let table = figure.reading.value,
        // A rate in ‰ is not compared with one in %.
        Set([observation.reading, figure.reading].map(\.quantity?.unit)) != ["%", "‰"]
      else { return nil }
      // 転出超過 is printed as ▲341人 by one city: then it is the social change itself.
      let expected = item.isNegated && ExactDecimal(0) < value ? -table : table
      let isSame = Rounding.isSame(value, expected)
      let years = (observation.period?.label, figure.period?.label)
      // The movers of 2020 need not be those of April 2020 to March 2021.
      let isOtherYear = observation.period?.kind != figure.period?.kind
      let doubt = isSame ? LocalizedText("") : doubt(isOtherYear: isOtherYear, match)
      return AuditFinding(
        isSame || match == .withRemark ? .info : isOtherYear ? .warning : .error,
        isSame ? .repeatsPopulation : .contradictsPopulation, placed.subject,
        LocalizedText(
          ja:
            "\(years.0?.ja ?? "")の値\(value.grouped)は、人口の表の\(years.1?.ja ?? "")の\(expected.grouped)と\(isSame ? "同じです" : "違います")\(doubt.ja)",
          en:
            "\(value.grouped) of \(years.0?.en ?? "?") \(isSame ? "is" : "is not") the \(expected.grouped) of \(years.1?.en ?? "?") in the population table\(doubt.en)"
        ),
        citations: [observation.citation, figure.citation])
    }
  }

  /// Why two figures may differ although both are right.
  private static func doubt(isOtherYear: Bool, _ match: PopulationItemName.Match) -> LocalizedText {
    let hasRemark = match == .withRemark
    return LocalizedText(
      ja: (isOtherYear ? "（期間の種類が違います）" : "") + (hasRemark ? "（名称の括弧書きで範囲が違うことがあります）" : ""),
      en: (isOtherYear ? "; the periods are of different kinds" : "")
        + (hasRemark ? "; the brackets in its name may narrow it" : ""))
  }

  /// The figure of a year, of the same kind of year if there is one.
  private static func figure(
    of item: PopulationItem, in year: Int, like period: Period?, among figures: [PopulationFigure]
  ) -> PopulationFigure? {
    let ofYear = figures.filter { $0.item == item && $0.period?.years == year...year }
    return ofYear.first { $0.period?.kind == period?.kind } ?? ofYear.first
  }
}
