import Demography
import MunicipalModel
import Rendering

/// The municipalities in a card each: population, change, and the share of 65 and over, all of one year.
struct TownCards {
  private let content: OverallContent
  /// Of more municipalities, a table does.
  private static let most = AnswerTable.most

  init(_ content: OverallContent) { self.content = content }

  private typealias Card = (municipality: Municipality, account: PopulationAccount?, age: Int)

  /// `nil` if there are too many municipalities, or none has an account of a year.
  var table: ReportTable? {
    let records = content.records
    guard records.count <= Self.most,
      let year = content.dynamics.newestYear(with: .totalChange)?.year
    else { return nil }
    let elderly = ElderlyShare.newest(records)
    let cards: [Card] = records.enumerated().map { index, record in
      (record.municipality, record.accounts.first { $0.period == year }, index)
    }
    let old = elderly.first.map { share in
      LocalizedText(
        ja: "65歳以上（\(share.period.year)年）", en: "65 and over (\(share.period.year))")
    }
    return ReportTable(
      key: "cards", caption: caption(year, elderly.first), rows: cards,
      columns: [
        .municipality(\.municipality),
        .number("population", Self.stock(of: year)) { card in
          card.account?.closingStock.map { stock in
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
        .number("social_change", "うち社会増減", "moving") { change(.socialChange, $0.account) },
      ]
        + (old.map { label in
          [.number("elderly_share", label) { elderly[$0.age].cell }]
        } ?? []))
  }

  /// What the closing stock of a year is called: that of a fiscal year is of 31 March.
  private static func stock(of year: Period) -> LocalizedText {
    if case .fiscalYear = year {
      return LocalizedText(ja: "年度末人口", en: "population at the end of the fiscal year")
    }
    return LocalizedText(ja: "年末人口", en: "year-end population")
  }

  /// People and the rate: -891人（-1.12%）.
  private func change(_ kind: CrudeRateKind, _ account: PopulationAccount?) -> ReportCell {
    guard let account, let rate = try? account.crudeRate(of: kind, content.dynamics.definition),
      let rounded = rate.rounded
    else { return .notPrinted }
    let people = FigureStyle.signed.text(rate.numerator)
    let share = FigureStyle.signed.text(rounded)
    let symbol = rate.definition.scale.symbol
    return ReportCell(
      text: LocalizedText(
        ja: "\(people)人（\(share)\(symbol)）", en: "\(people) (\(share) \(symbol))"),
      value: .integer(rate.numerator), unit: "人", sources: rate.sources, formula: rate.formula)
  }

  private func caption(_ year: Period, _ elderly: ElderlyShare?) -> LocalizedText {
    let isOne = content.records.count == 1
    let first = LocalizedText(
      ja: isOne ? "\(year.label.ja)の人口。" : "\(year.label.ja)の人口。すべての市町村に値がある最も新しい年です。",
      en: isOne
        ? "Population of \(year.label.en)."
        : "Population of \(year.label.en), the newest year that all have.")
    guard let elderly else { return first }
    return first
      + LocalizedText(
        ja: "年齢は手元にある最も新しい\(elderly.period.label.ja)の\(elderly.statistic.label.ja)。",
        en: " Ages are those of \(elderly.period.label.en), the newest at hand: "
          + "\(elderly.statistic.label.en).")
  }
}
