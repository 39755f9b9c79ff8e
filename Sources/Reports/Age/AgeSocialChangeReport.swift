public import Demography
public import MunicipalModel
public import Rendering

/// The report that `machi ages` prints: who moves in and out at which age, municipalities side
/// by side.
public enum AgeSocialChangeReport {
  /// How much a report shows.
  public enum Detail: String, Hashable, Sendable, CaseIterable {
    /// What fits a page; a table cites its cells together.
    case overview
    /// Every figure of every cohort with its own cells.
    case full
  }

  /// Makes the report of the change by cohort between two stocks.
  ///
  /// - Parameters:
  ///   - analyses: the municipalities, of one period and method.
  ///   - records: what they published, for their names and the rates they print; may be empty.
  ///   - sexes: the sexes that tables are shown of.
  ///   - detail: how much is shown.
  /// - Throws: ``Demography/AgeMethodError`` if the analyses do not have the same cohorts.
  public static func report(
    _ analyses: [CohortAnalysis], records: [MunicipalityRecord] = [],
    sexes: [Sex] = [.both, .male, .female], detail: Detail = .overview
  ) throws(AgeMethodError) -> Report {
    let names = AgeReportNames(records)
    var sections = [
      CohortBasisSection(analyses, names: names).section,
      CohortAgesSection(analyses, names: names, sexes: sexes).section,
      CohortSpanSection(analyses, names: names, sexes: sexes).section,
    ]
    if let section = try PublishedMigrationRateSection(analyses, records: records)?.section {
      sections.append(section)
    }
    if let section = try CohortDifferenceSection(analyses, names: names)?.section {
      sections.append(section)
    }
    if detail == .full {
      sections.append(AgeDetail(analyses, names: names, sexes: sexes).section)
    }
    let method = analyses.first?.method ?? .forward
    return Report(
      title: LocalizedText(
        ja: "年齢別の\(method.counted.ja)（\(period(of: analyses).ja)）: ",
        en: "\(method.counted.en.sentenceCased) by age, \(period(of: analyses).en): ")
        + names.list(analyses.map(\.municipality)), sections: sections, citing: records
    ).answering([ComparingAnswers.ages(analyses, records)])
  }

  /// Makes the report of social change by age from registered movers.
  ///
  /// - Parameters:
  ///   - analyses: the municipalities.
  ///   - records: what they published, for their names; may be empty.
  ///   - municipalities: further names.
  ///   - sexes: the sexes that tables are shown of, as far as the movers are told by sex.
  ///   - detail: how much is shown.
  public static func report(
    _ analyses: [RegisteredAnalysis], records: [MunicipalityRecord] = [],
    municipalities: [Municipality] = [], sexes: [Sex] = [.both, .male, .female],
    detail: Detail = .overview
  ) -> Report {
    let names = AgeReportNames(records, municipalities)
    return Report(
      title: LocalizedText(ja: "年代別社会増減率: ", en: "Social change rates by age: ")
        + names.list(analyses.map(\.municipality)),
      sections: [
        RegisteredBasisSection(analyses, names: names).section,
        RegisteredAgesSection(analyses, names: names, sexes: sexes).section,
        AgeDetail(analyses, names: names, sexes: sexes).section(detail),
      ]
    ).answering([answer(analyses, names)])
  }

  /// The age that lost most people by moving, and the one that gained most, by municipality.
  private static func answer(
    _ analyses: [RegisteredAnalysis], _ names: AgeReportNames
  ) -> ReportAnswer? {
    let told = analyses.compactMap { analysis -> ReportAnswer.Told? in
      let rows = analysis.change.rows(of: .both)
      let symbol = analysis.change.scale.symbol
      func told(_ row: RegisteredSocialChange.Row) -> LocalizedText {
        let people = ReportCell(netPersons: row.netMigrants).text
        let rate = row.socialChangeRate.map { ReportCell(signedRate: $0).text }
        return LocalizedText(
          ja: "\(row.age.label.ja) \(people.ja)人" + (rate.map { "（\($0.ja)\(symbol)）" } ?? ""),
          en: "\(row.age.label.en) (\(people.en)" + (rate.map { ", \($0.en)\(symbol))" } ?? ")"))
      }
      let lowest = rows.filter { $0.netMigrants < 0 }.min { $0.netMigrants < $1.netMigrants }
      let highest = rows.filter { $0.netMigrants > 0 }.max { $0.netMigrants < $1.netMigrants }
      guard lowest != nil || highest != nil else { return nil }
      let name = names.name(analysis.municipality)
      let parts = [
        lowest.map {
          LocalizedText(ja: "最も減ったのは\(told($0).ja)", en: "most lost at \(told($0).en)")
        },
        highest.map {
          LocalizedText(ja: "最も増えたのは\(told($0).ja)", en: "most gained at \(told($0).en)")
        },
      ].compactMap(\.self).joined("、", ", ")
      return (
        LocalizedText(ja: "\(name.ja)で\(parts.ja)", en: "\(name.en): \(parts.en)"),
        lowest?.netMigrants ?? 0,
        [lowest, highest].compactMap(\.self).flatMap { analysis.sources(of: .both, at: $0.age) }
      )
    }
    return ReportAnswer(
      LocalizedText(ja: "どの年齢で減っているか", en: "At which ages?"), told, chapter: .ages
    ) { LocalizedText(ja: "転出入では、\($0.ja)。", en: "By moving, \($0.en).") }
  }

  /// One row a municipality, sex and cohort, with stable codes.
  ///
  /// - Parameters: as for the report, and the language of headings for people; `both` is the sum of the sexes.
  public static func table(
    _ analyses: [CohortAnalysis], records: [MunicipalityRecord] = [],
    sexes: [Sex] = [.both, .male, .female], forPeople language: Language? = nil
  ) -> TidyTable {
    AgeDetail(analyses, names: AgeReportNames(records), sexes: sexes).table(in: language)
  }

  /// One row a municipality, sex and age of registered movers, with stable codes.
  ///
  /// - Parameters: as for the report; `both` is the sum of the sexes.
  public static func table(
    _ analyses: [RegisteredAnalysis], records: [MunicipalityRecord] = [],
    municipalities: [Municipality] = [], sexes: [Sex] = [.both, .male, .female],
    forPeople language: Language? = nil
  ) -> TidyTable {
    AgeDetail(analyses, names: AgeReportNames(records, municipalities), sexes: sexes)
      .table(in: language)
  }

  /// What the change of cohorts is computed from: the populations, deaths, births and
  /// survival ratios.
  ///
  /// - Parameter formula: how; that of the persons, rates and contributions by default.
  static func basis(
    of analyses: [CohortAnalysis], formula: LocalizedText? = nil
  ) -> ReportBasis {
    let method = (analyses.first?.method ?? .forward).formula
    return ReportBasis(
      formula: formula
        ?? LocalizedText(
          ja: "人 = \(method)、率 = 人 ÷ P(x, t) × 100、寄与 = 人 ÷ 全年齢のP(t) × 100",
          en: "persons = \(method); rate = persons ÷ P(x, t) × 100; contribution = persons ÷ P(t) "
            + "of all ages × 100"),
      sources: analyses.flatMap { analysis in
        [analysis.start, analysis.end, analysis.deaths, analysis.births]
          .flatMap { $0?.allCitations ?? [] } + (analysis.survival?.citations ?? [])
      })
  }

  static func period(of analyses: [CohortAnalysis]) -> LocalizedText {
    guard let start = analyses.first?.start.period, let end = analyses.first?.end.period else {
      return LocalizedText("")
    }
    return LocalizedText(
      ja: "\(start.year)～\(end.year)年", en: "\(start.year)–\(end.year)")
  }
}

/// The names of municipalities, by their codes where no record names them.
struct AgeReportNames {
  private let names: [MunicipalityCode: LocalizedText]

  /// Takes the names of the records, which are in both languages, and then the others.
  init(_ records: [MunicipalityRecord], _ municipalities: [Municipality] = []) {
    names = Dictionary(
      (records.map(\.municipality) + municipalities).map { ($0.code, $0.name) },
      uniquingKeysWith: { first, _ in first })
  }

  func name(_ code: MunicipalityCode) -> LocalizedText {
    names[code] ?? LocalizedText(code.sixDigits)
  }

  /// The names with their codes, one after the other.
  func list(_ codes: [MunicipalityCode]) -> LocalizedText {
    codes.map { code in
      names[code].map {
        LocalizedText(
          ja: "\($0.ja)（\(code.sixDigits)）", en: "\($0.en) (\(code.sixDigits))")
      } ?? LocalizedText(code.sixDigits)
    }.joined()
  }

  /// A cell that names the municipality, for programs by its code.
  func cell(_ code: MunicipalityCode) -> ReportCell {
    ReportCell(name(code), value: code.sixDigits)
  }
}

/// The spans of ages that tables sum up.
enum AgeSpans {
  /// Spans from the youngest age of a table on: children, 15–19, the decades, 65 and over.
  static func spans(from youngest: Int) -> [AgeGroup] {
    [
      AgeGroup(min(youngest, 14), through: 14), AgeGroup(15, through: 19),
      AgeGroup(20, through: 29), AgeGroup(30, through: 39), AgeGroup(40, through: 64),
      AgeGroup(andOver: 65),
    ].compactMap(\.self)
  }

  /// 20～30歳代, which municipalities watch most.
  static let youngAdults = AgeGroup(20, through: 39)
}

extension ReportCell {
  /// A count of persons, rounded, with its sign.
  init(netPersons value: Double, sources: [Citation] = []) {
    self.init(rounding: value, to: 0, style: .signed, sources: sources)
  }

  /// A rate or a contribution with two decimals and its sign.
  init(signedRate value: Double?, sources: [Citation] = []) {
    self.init(rounding: value, to: 2, style: .signed, sources: sources)
  }

  /// The rate of a band in which nobody lives.
  static var nobody: ReportCell {
    ReportCell(missing: "no_population", text: LocalizedText(ja: "人口0", en: "nobody"))
  }

  /// A bar beside its rate.
  init(bar: DivergingBar, _ value: Double?) {
    let number = value.flatMap { ExactDecimal(rounding: $0, to: 2) }
    self.init(
      text: LocalizedText(bar.text(value)),
      value: number.map(Value.decimal) ?? .none(reason: "not_computable"),
      graphic: .diverging(bar.share(value) ?? 0))
  }
}
