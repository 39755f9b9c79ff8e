import Demography
import MunicipalModel
import Rendering

/// Who loses more people, and by what, in one sentence each.
struct DynamicsAnswers {
  private typealias Told = ReportAnswer.Told

  private let dynamics: DynamicsComparison

  init(_ dynamics: DynamicsComparison) { self.dynamics = dynamics }

  var answers: [ReportAnswer] { [change, causes].compactMap(\.self) }

  /// The years in which all have some rates that have them in any year, and those that have them in none.
  ///
  /// The first year of a document may have people, but no year before to divide by.
  private func years(
    of kinds: [CrudeRateKind]
  ) -> (years: [Period], without: [Municipality]) {
    func has(_ member: DynamicsComparison.Member, _ year: Period) -> Bool {
      kinds.allSatisfy { (try? dynamics.rate($0, of: member, in: year)) != nil }
    }
    let without = dynamics.members.filter { member in
      !dynamics.years.contains { has(member, $0) }
    }
    let told = dynamics.members.filter { !without.contains($0) }
    let years = dynamics.years.filter { year in told.allSatisfy { has($0, year) } }
    return (years, without.map(\.municipality))
  }

  /// Who cannot be told of, behind those who are.
  private func naming(_ all: [Municipality]) -> LocalizedText {
    let names = all.map(\.name).joined()
    return all.isEmpty
      ? LocalizedText("")
      : LocalizedText(
        ja: "。\(names.ja)は計算できません", en: "; \(names.en): cannot be computed")
  }

  private func label(_ years: [Period]) -> LocalizedText {
    guard let first = years.first, let last = years.last, first != last else {
      return years.first?.label ?? LocalizedText("")
    }
    if case (.fiscalYear, .fiscalYear) = (first, last) {
      return LocalizedText(
        ja: "\(first.year)～\(last.year)年度", en: "FY\(first.year)–\(last.year)")
    }
    return LocalizedText(
      ja: "\(first.year)～\(last.year)年", en: "\(first.year)–\(last.year)")
  }

  /// A mean yearly rate of a municipality over some years.
  private func mean(
    _ kind: CrudeRateKind, _ member: DynamicsComparison.Member, _ years: [Period], decimals: Int
  ) -> (rate: ExactDecimal, isZero: Bool, sources: [Citation])? {
    let accounts = member.accounts.filter { years.contains($0.period) }
    guard let mean = try? accounts.meanOfYearlyRates(of: kind, dynamics.definition),
      let rounded = mean.rounded(to: decimals, rule: mean.definition.rounding)
    else { return nil }
    return (rounded, mean.value == 0, mean.sources)
  }

  private var symbol: String { dynamics.definition.scale.symbol }

  /// 年平均で、岩見沢市は人口の約1.5%の減、苫小牧市は人口の約0.4%の減: the greater loss first.
  private var change: ReportAnswer? {
    let (years, none) = years(of: [.totalChange])
    let without = none + dynamics.withoutAccounts
    let isOfOneYear = years.count < 2
    let told: [Told] = dynamics.members.compactMap { member in
      guard let (rate, isZero, sources) = mean(.totalChange, member, years, decimals: 1) else {
        return nil
      }
      let name = member.municipality.name
      let size = rate.unsigned
      return (
        rate.coefficient == 0
          ? isZero
            ? LocalizedText(ja: "\(name.ja)は増減なし", en: "\(name.en) kept its people")
            : LocalizedText(ja: "\(name.ja)はほぼ増減なし", en: "\(name.en) hardly changed")
          : LocalizedText(
            ja: "\(name.ja)は人口の約\(size)\(symbol)の\(rate.coefficient < 0 ? "減" : "増")",
            en:
              "\(name.en) \(rate.coefficient < 0 ? "lost" : "gained") about \(size)\(symbol) of its "
              + "people\(isOfOneYear ? "" : " a year")"), rate.doubleValue, sources
      )
    }
    let question =
      told.count == 1
      ? LocalizedText(ja: "人口は減っているか", en: "Is the population falling?")
      : LocalizedText(
        ja: "人口がより減っているのは\(told.count == 2 ? "どちら" : "どこ")か", en: "Who loses more people?")
    return ReportAnswer(question, told.sorted { $0.order < $1.order }, chapter: .population) {
      isOfOneYear
        ? LocalizedText(
          ja: "\($0.ja)（\(label(years).ja)）\(naming(without).ja)。",
          en: "\($0.en) (\(label(years).en))\(naming(without).en).")
        : LocalizedText(
          ja: "年平均で、\($0.ja)（\(label(years).ja)）\(naming(without).ja)。",
          en: "On average \($0.en) (\(label(years).en))\(naming(without).en).")
    }
  }

  private var causes: ReportAnswer? {
    let (years, without) = years(of: [.naturalChange, .socialChange])
    let isOfOneYear = years.count < 2
    let told: [Told] = dynamics.members.compactMap { member in
      guard let (natural, _, sources) = mean(.naturalChange, member, years, decimals: 2),
        let (social, _, more) = mean(.socialChange, member, years, decimals: 2)
      else { return nil }
      let name = member.municipality.name
      let style = FigureStyle.signed
      let holdsOther = member.accounts.contains(where: \.socialChangeHoldsOtherChange)
      return (
        LocalizedText(
          ja: "\(name.ja)は自然増減 \(style.text(natural))\(symbol)・社会増減 \(style.text(social))\(symbol)",
          en: "\(name.en): births less deaths \(style.text(natural))\(symbol), moving "
            + (holdsOther ? "and other change " : "") + "\(style.text(social))\(symbol)"),
        social.doubleValue, sources + more
      )
    }
    return ReportAnswer(
      LocalizedText(ja: "何によって減っているか", en: "By what?"), told, chapter: .population
    ) {
      LocalizedText(
        ja: "\($0.ja)（\(label(years).ja)\(isOfOneYear ? "" : "の平均")）\(naming(without).ja)。",
        en: "\($0.en) (\(isOfOneYear ? "" : "mean of ")\(label(years).en))\(naming(without).en).")
    }
  }
}

extension ReportAnswer {
  /// What is told of a municipality, in the order of the figure.
  typealias Told = (text: LocalizedText, order: Double, sources: [Citation])

  /// Of more municipalities, those at the two ends are told.
  private static let most = 4

  /// One sentence about several municipalities; `nil` if there is nothing to tell.
  init?(
    _ question: LocalizedText, _ told: [Told], chapter: OverallChapter,
    sentence: (LocalizedText) -> LocalizedText
  ) {
    guard !told.isEmpty else { return nil }
    let sorted = told.count <= Self.most ? told : told.sorted { $0.order < $1.order }
    let shown = told.count <= Self.most ? sorted : [sorted[0], sorted[sorted.count - 1]]
    let ends = LocalizedText(
      ja: "（\(told.count)市町村の両端）", en: " (the two ends of \(told.count))")
    self.init(
      question,
      sentence(shown.map(\.text).joined("、", "; "))
        + (told.count <= Self.most ? LocalizedText("") : ends),
      sources: shown.flatMap(\.sources), chapter: chapter.rawValue)
  }
}

extension ExactDecimal {
  /// The number without its sign.
  fileprivate var unsigned: ExactDecimal {
    coefficient < 0 ? -self : self
  }
}
