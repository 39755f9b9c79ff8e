import MunicipalModel

/// Indicators that repeat a figure of the population table, such as 転入者数, and whether they do exactly.
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
    return record.plans.filter { $0.edition == .current }.flatMap(\.indicators).flatMap {
      findings(for: $0, figures: figures)
    }
  }

  private static func findings(
    for placed: PlacedIndicator, figures: [PopulationFigure]
  ) -> [AuditFinding] {
    let indicator = placed.indicator
    // The mean of five years is another figure than the year's.
    guard let item = items.first(where: { indicator.name.contains(word: $0.word) }),
      !indicator.name.contains(word: "平均")
    else { return [] }
    return indicator.observations.compactMap { observation in
      guard observation.role == .baseline || observation.role == .actual,
        let value = observation.reading.value, let year = observation.period?.year,
        let figure = figure(of: item.item, in: year, like: observation.period, among: figures),
        let table = figure.reading.value
      else { return nil }
      // 転出超過 is printed as ▲341人 by one city: then it is the social change itself.
      let expected = item.isNegated && ExactDecimal(0) < value ? -table : table
      let isSame = Rounding.isSame(value, expected)
      let years = (observation.period?.label, figure.period?.label)
      // The movers of 2020 need not be those of April 2020 to March 2021.
      let isOtherYear = observation.period?.kind != figure.period?.kind
      return AuditFinding(
        isSame ? .info : isOtherYear ? .warning : .error,
        isSame ? .repeatsPopulation : .contradictsPopulation, placed.subject,
        LocalizedText(
          ja:
            "\(years.0?.ja ?? "")の値\(value.grouped)は、人口の表の\(years.1?.ja ?? "")の\(expected.grouped)と\(isSame ? "同じです" : "違います")"
            + (isSame || !isOtherYear ? "" : "（期間の種類が違います）"),
          en:
            "\(value.grouped) of \(years.0?.en ?? "?") \(isSame ? "is" : "is not") the \(expected.grouped) of \(years.1?.en ?? "?") in the population table"
            + (isSame || !isOtherYear ? "" : "; the periods are of different kinds")
        ),
        citations: [observation.citation, figure.citation])
    }
  }

  /// The figure of a year, of the same kind of year if there is one.
  private static func figure(
    of item: PopulationItem, in year: Int, like period: Period?, among figures: [PopulationFigure]
  ) -> PopulationFigure? {
    let ofYear = figures.filter { $0.item == item && $0.period?.years == year...year }
    return ofYear.first { $0.period?.kind == period?.kind } ?? ofYear.first
  }
}

extension Period {
  /// Whether it is a calendar or a fiscal year; `nil` for a day and a span.
  fileprivate var kind: YearKind? {
    switch self {
    case .calendarYear: .calendar
    case .fiscalYear: .fiscal
    case .date, .span: nil
    }
  }
}
