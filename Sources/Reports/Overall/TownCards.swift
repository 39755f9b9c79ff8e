import Demography
import MunicipalModel
import Rendering

/// The municipalities in a card each: population, change, and the share of 65 and over, all of one year.
struct TownCards {
  private let content: OverallContent
  /// Of more municipalities, a table does.
  private static let most = AnswerTable.most

  init(_ content: OverallContent) { self.content = content }

  private typealias Card = (
    municipality: Municipality, account: PopulationAccount, elderly: ElderlyShare?
  )

  /// `nil` if there are too many municipalities, or none has an account of a year.
  var table: ReportTable? {
    guard content.records.count <= Self.most,
      let year = content.dynamics.newestYear(with: .totalChange)?.year
    else { return nil }
    // A municipality without an account has no card: it would say four times that nothing is printed.
    let told = content.records.compactMap { record in
      content.accounts(of: record).first { $0.period == year }.map { (record: record, account: $0) }
    }
    let elderly = ElderlyShare.newest(told.map(\.record))
    let cards: [Card] = told.map { record, account in
      (record.municipality, account, elderly[record.municipality.code])
    }
    let share = elderly.values.first
    let moving =
      told.contains { $0.account.socialChangeHoldsOtherChange }
      ? "moving and other change" : "moving"
    let old = share.map { share in
      LocalizedText(
        ja: "65歳以上（\(share.period.year)年）", en: "65 and over (\(share.period.year))")
    }
    return ReportTable(
      key: "cards", caption: caption(year, share, told.map(\.record)), rows: cards,
      columns: [
        .municipality(\.municipality),
        .number("population", Self.stock(of: year)) { card in
          card.account.closingStock.map { stock in
            let cell = ReportCell(stock)
            return ReportCell(
              text: LocalizedText(ja: "\(cell.text.ja)人", en: cell.text.en), value: cell.value,
              unit: "人", sources: cell.sources, formula: cell.formula)
          } ?? .notPrinted
        },
        .number("total_change", "人口の増減", "change") { change(.totalChange, $0.account) },
        .number("natural_change", "うち自然増減", "births less deaths") {
          change(.naturalChange, $0.account)
        },
        .number("social_change", "うち社会増減", moving) { change(.socialChange, $0.account) },
      ]
        + (old.map { label in
          [.number("elderly_share", label) { $0.elderly?.cell ?? .notPrinted }]
        } ?? []), notes: content.remarks)
  }

  /// What the closing stock of a year is called: that of a fiscal year is of 31 March.
  private static func stock(of year: Period) -> LocalizedText {
    if case .fiscalYear = year {
      return LocalizedText(ja: "年度末人口", en: "population at the end of the fiscal year")
    }
    return LocalizedText(ja: "年末人口", en: "year-end population")
  }

  /// People and the rate: -891人（-1.12%）.
  private func change(_ kind: CrudeRateKind, _ account: PopulationAccount) -> ReportCell {
    guard let rate = try? account.crudeRate(of: kind, content.dynamics.definition),
      let rounded = rate.rounded
    else { return .notPrinted }
    let people = FigureStyle.signed.text(rate.numerator)
    let share = FigureStyle.signed.text(rounded)
    let symbol = rate.definition.scale.symbol
    return ReportCell(
      text: LocalizedText(
        ja: "\(people)人（\(share)\(symbol)）", en: "\(people) (\(share)\(symbol))"),
      value: .integer(rate.numerator), unit: "人", sources: rate.sources, formula: rate.formula)
  }

  private func caption(
    _ year: Period, _ elderly: ElderlyShare?, _ records: [MunicipalityRecord]
  ) -> LocalizedText {
    let isOne = records.count == 1
    let first =
      LocalizedText(
        ja: isOne
          ? "\(year.label.ja)の人口。" : "\(year.label.ja)の人口。値のある\(records.count)市町村に共通の最も新しい年です。",
        en: isOne
          ? "Population of \(year.label.en)."
          : "Population of \(year.label.en), the newest year that the \(records.count) municipalities have in common."
      )
      + without(year, records)
    guard let elderly else { return first }
    return first
      + LocalizedText(
        ja: "65歳以上の割合は、年齢別人口\(isOne ? "" : "のある市町村にそろう、そのうち")で最も新しい"
          + "\(elderly.period.label.ja)の\(elderly.statistic.label.ja)から計算した値。",
        en: " The share of 65 and over is computed from the newest population by age"
          + (isOne ? "" : " that those who have any have in common") + ", of "
          + "\(elderly.period.label.en): \(elderly.statistic.label.en).")
      + newer(than: elderly, records)
  }

  /// Who has no card.
  private func without(_ year: Period, _ records: [MunicipalityRecord]) -> LocalizedText {
    let names = content.records.map(\.municipality)
      .filter { one in !records.contains { $0.municipality == one } }.map(\.name)
    guard !names.isEmpty else { return LocalizedText("") }
    let list = names.joined("、", ", ")
    return LocalizedText(
      ja: "\(list.ja)の資料には\(year.label.ja)の人口の記載がありません。",
      en: " The documents of \(list.en) print no population of \(year.label.en).")
  }

  /// The newer shares that documents print.
  private func newer(
    than elderly: ElderlyShare, _ records: [MunicipalityRecord]
  ) -> LocalizedText {
    let told = records.compactMap { record -> LocalizedText? in
      let newest = record.ageingFigures.filter {
        $0.basis == .observed && $0.reading.value != nil
      }.max { ($0.period?.year ?? 0) < ($1.period?.year ?? 0) }
      guard let newest, let share = newest.reading.value, let year = newest.period?.year,
        year > elderly.period.year
      else { return nil }
      let name = record.municipality.name
      return LocalizedText(
        ja: "\(name.ja) \(share)%（\(year)年）", en: "\(name.en) \(share)% (\(year))")
    }
    guard !told.isEmpty else { return LocalizedText("") }
    let list = told.joined("、", ", ")
    return LocalizedText(
      ja: "65歳以上の割合のより新しい公表値: \(list.ja)。",
      en: " Newer shares of 65 and over in the documents: \(list.en).")
  }
}
