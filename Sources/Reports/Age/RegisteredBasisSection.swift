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
      ] + statistics + emptyBands, tables: [periods])
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
    return line.ja.isEmpty
      ? [] : [LocalizedText(ja: "\(line.ja)。", en: "\(line.en.sentenceCased).")]
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

  private var periods: ReportTable {
    let symbol = analyses.first?.change.scale.symbol ?? "%"
    var rows: [ReportRow] = []
    for analysis in analyses {
      func cells(_ change: RegisteredSocialChange, _ sources: [Citation]) -> [ReportCell] {
        [
          ReportCell(netPersons: change.netMigrants, sources: sources),
          ReportCell(signedRate: change.totalRate),
          ReportCell(rounding: change.effectiveness, to: 1, style: .signed),
        ]
      }
      for year in analysis.years {
        let tables = [year.population, year.inMigrants, year.outMigrants]
        rows.append(
          ReportRow(
            [
              names.cell(analysis.municipality), period(year.period),
              period(year.population.period),
            ] + cells(year.change, tables.flatMap(\.allCitations))))
      }
      if analysis.years.count > 1 {
        rows.append(
          .subtotal(
            [
              names.cell(analysis.municipality),
              ReportCell(LocalizedText(ja: "全期間", en: "all periods"), value: "all"), .empty,
            ] + cells(analysis.change, [])))
      }
    }
    return ReportTable(
      key: "periods", caption: LocalizedText(ja: "全年齢", en: "All ages"),
      columns: [
        .key("municipality", LocalizedText(ja: "市町村", en: "municipality")),
        .key("period", LocalizedText(ja: "期間", en: "period")),
        .key("population_period", LocalizedText(ja: "人口の時期", en: "population of")),
        .number("net_migrants", LocalizedText(ja: "社会増減 人", en: "net migrants"), unit: "persons"),
        .number("rate", LocalizedText(ja: "率 \(symbol)", en: "rate \(symbol)"), unit: symbol),
        .number("effectiveness", LocalizedText(ja: "移動効果指数 %", en: "effectiveness %"), unit: "%"),
      ], rows: rows)
  }

  private func period(_ period: Period?) -> ReportCell {
    period.map { ReportCell($0) } ?? ReportCell(missing: .notAvailable)
  }
}
