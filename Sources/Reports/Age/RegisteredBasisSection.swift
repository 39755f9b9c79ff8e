import Demography
import MunicipalModel
import Rendering

/// What was divided by what, and the total rate of each period.
struct RegisteredBasisSection {
  private let analyses: [RegisteredAnalysis]
  private let names: AgeReportNames

  init(_ analyses: [RegisteredAnalysis], names: AgeReportNames) {
    self.analyses = analyses
    self.names = names
  }

  var section: ReportSection {
    guard let first = analyses.first else { return ReportSection(key: "basis") }
    let change = first.change
    let symbol = change.scale.symbol
    let denominator = change.denominator.label
    return ReportSection(
      key: "basis",
      introduction: [
        LocalizedText(
          ja: "社会増減率 = (転入 − 転出) ÷ その年代の人口（\(denominator.ja)）、\(symbol)。年齢は移動時の年齢で、コーホートの率ではありません。",
          en:
            "Social change rate = (in − out) ÷ population of the band (\(denominator.en)), \(symbol). Ages are "
            + "those at the move; it is no cohort rate."),
        LocalizedText(
          ja: "寄与 = その年代の増減 ÷ 全人口で、合計が全体の率に一致します。年齢不詳: \(first.rule.label.ja)。",
          en:
            "Contribution = net migrants of the band ÷ whole population; contributions add up to the total "
            + "rate. Age not reported: \(first.rule.label.en)."),
      ] + together + statistics + emptyBands, tables: [periods])
  }

  /// How periods are taken together.
  private var together: [LocalizedText] {
    guard analyses.contains(where: { $0.years.count > 1 }) else { return [] }
    return [
      LocalizedText(
        ja: "全期間の率 = 各期間の社会増減の合計 ÷ 各期間の人口の合計で、1年あたりの率です。",
        en:
          "The rate of all periods is the sum of the net migrants ÷ the sum of the populations, a rate a year."
      )
    ]
  }

  /// Which statistics were set against each other, where the files name them.
  private var statistics: [LocalizedText] {
    let years = analyses.flatMap(\.years)
    func names(_ tables: [CitedAgeTable], _ language: Language) -> String? {
      let names = (tables.map(\.statistic.label[language]) + tables.compactMap(\.item))
        .filter { !$0.isEmpty }.uniqued
      return names.isEmpty ? nil : names.joined(separator: language == .japanese ? "、" : ", ")
    }
    func text(_ language: Language, _ people: String, _ movers: String) -> String {
      [
        names(years.map(\.population), language).map { "\(people): \($0)" },
        names(years.flatMap { [$0.inMigrants, $0.outMigrants] }, language).map {
          "\(movers): \($0)"
        },
      ].compactMap(\.self).joined(separator: language == .japanese ? "。" : "; ")
    }
    let line = LocalizedText(
      ja: text(.japanese, "人口", "移動者"), en: text(.english, "Population", "movers"))
    guard !line.ja.isEmpty else { return [] }
    let movers = years.flatMap { [$0.inMigrants, $0.outMigrants] }
    let within = LocalizedText(
      ja: "国内の移動だけで、国外との転入・転出は入っていません。",
      en: "Moves within Japan: those from and to abroad are not among them.")
    return [LocalizedText(ja: "\(line.ja)。", en: "\(line.en.sentenceCased).")]
      + (movers.contains { $0.item?.contains("他市区町村") == true } ? [within] : [])
  }

  /// Why some bands have no rate.
  private var emptyBands: [LocalizedText] {
    guard analyses.contains(where: { $0.change.population.contains(0) }) else { return [] }
    return [
      LocalizedText(
        ja: "人口も移動者も0の年代には率がありません（人口0）。",
        en: "A band without residents and movers has no rate (nobody).")
    ]
  }

  /// A year of a municipality, or all of them together.
  private struct Line {
    let municipality: MunicipalityCode
    let period: ReportCell
    var populationPeriod = ReportCell.empty
    let change: RegisteredSocialChange
    var sources: [Citation] = []
  }

  private var periods: ReportTable {
    let symbol = analyses.first?.change.scale.symbol ?? "%"
    let all = ReportCell(
      LocalizedText(ja: "全期間（1年あたりの率）", en: "all periods (rate a year)"), value: "all")
    return ReportTable(
      key: "periods", caption: LocalizedText(ja: "全年齢", en: "All ages"),
      lines: analyses.flatMap { analysis in
        let code = analysis.municipality
        let years = analysis.years.map { year -> TableRow<Line> in
          let tables = [year.population, year.inMigrants, year.outMigrants]
          return .normal(
            Line(
              municipality: code, period: period(year.period),
              populationPeriod: period(year.population.period), change: year.change,
              sources: tables.flatMap(\.allCitations)))
        }
        return analysis.years.count > 1
          ? years + [.subtotal(Line(municipality: code, period: all, change: analysis.change))]
          : years
      },
      columns: [
        .key("municipality", "市町村", "municipality") { names.cell($0.municipality) },
        .key("period", "期間", "period") { $0.period },
        .key("population_period", "人口の時期", "population of") { $0.populationPeriod },
        .number("net_migrants", "社会増減 人", "net migrants", unit: "persons") {
          ReportCell(netPersons: $0.change.netMigrants, sources: $0.sources)
        },
        .number("rate", "率 \(symbol)", "rate \(symbol)", unit: symbol) {
          ReportCell(signedRate: $0.change.totalRate)
        },
        .number("effectiveness", "移動効果指数 %", "effectiveness %", unit: "%") {
          ReportCell(rounding: $0.change.effectiveness, to: 1, style: .signed)
        },
      ])
  }

  private func period(_ period: Period?) -> ReportCell {
    period.map { ReportCell($0) } ?? ReportCell(missing: .notAvailable)
  }
}
