import Demography
import MunicipalModel
import Rendering

/// 純移動率 of 20–39 on every base that the populations allow, beside the rate that a city prints.
struct PublishedMigrationRateSection {
  /// A rate of one municipality on one base, by the age at both ends.
  private struct Reading {
    let municipality: MunicipalityCode
    let base: LocalizedText
    let baseKey: String
    let atEnd: CohortAnalysis.Span
    let atStart: CohortAnalysis.Span
    let sources: [Citation]
    let published: PopulationFigure?
  }

  private let names: AgeReportNames
  private let readings: [Reading]
  private let ages: AgeGroup

  /// `nil` if the method gives no net migration or no municipality has the ages.
  init?(_ analyses: [CohortAnalysis], records: [MunicipalityRecord]) throws(AgeMethodError) {
    guard let ages = AgeSpans.youngAdults, analyses.contains(where: { $0.method.needsSurvival })
    else { return nil }
    var readings: [Reading] = []
    for analysis in analyses {
      let record = records.first { $0.municipality.code == analysis.municipality }
      let published = record.flatMap { Self.published(in: $0, of: analysis) }
      for base in try Self.bases(analysis, record) {
        guard let atEnd = base.analysis.span(ages, at: .end),
          let atStart = base.analysis.span(ages, at: .start)
        else { continue }
        readings.append(
          Reading(
            municipality: analysis.municipality, base: base.label, baseKey: base.key, atEnd: atEnd,
            atStart: atStart,
            sources: [base.analysis.start, base.analysis.end].flatMap(\.allCitations),
            published: published))
      }
    }
    guard !readings.isEmpty else { return nil }
    self.readings = readings
    self.ages = ages
    names = AgeReportNames(records)
  }

  /// The two bases: as analysed, and up to another statistic's population of the same day.
  private static func bases(
    _ analysis: CohortAnalysis, _ record: MunicipalityRecord?
  ) throws(AgeMethodError) -> [(analysis: CohortAnalysis, label: LocalizedText, key: String)] {
    let rule = analysis.rule.label
    let forward = try CohortAnalysis(
      from: analysis.start, to: analysis.end, method: .forward, rule: analysis.rule,
      survival: analysis.survival)
    var bases = [
      (
        forward,
        LocalizedText(ja: "両年とも同じ統計、\(rule.ja)", en: "one statistic for both years, \(rule.en)"),
        "census"
      )
    ]
    let others = (record?.populationsByAge ?? []).filter {
      $0.period == analysis.end.period && $0.statistic != analysis.end.statistic
    }
    for other in others {
      let start = analysis.start.period?.year ?? 0
      bases.append(
        (
          try CohortAnalysis(
            from: analysis.start, to: other, method: .forward, rule: .leftOut,
            survival: analysis.survival),
          LocalizedText(
            ja: "\(start)年は数えたまま、期末は\(other.statistic.label.ja)",
            en: "\(start) as counted, to the \(other.statistic.label.en)"),
          other.statistic == .projectionBase2018 ? "projection_base_2018" : "other_statistic"
        ))
    }
    return bases
  }

  private static func published(
    in record: MunicipalityRecord, of analysis: CohortAnalysis
  ) -> PopulationFigure? {
    guard let start = analysis.start.period?.year, let end = analysis.end.period?.year else {
      return nil
    }
    return record.populationFigures.first {
      $0.item == .netMigrationRate && $0.basis == .observed && $0.period?.years == start...end
        && $0.reading.value != nil
    }
  }

  var section: ReportSection {
    ReportSection(
      key: "young_adults",
      heading: LocalizedText(
        ja: "\(ages.label.ja)の純移動率: 読み方と人口の基準",
        en: "Net migration rate at \(ages.label.en): which ages, which base"),
      introduction: [
        LocalizedText(
          ja: "純移動率 = 期末人口 ÷ 期首人口 − 生残率（社人研の定義）。年齢不詳の扱いだけでも率が変わるため、人口の基準を明記します。",
          en:
            "Net migration rate = population at the end ÷ at the start − survival, as IPSS defines it. "
            + "How people of unknown age are treated moves the rate, so the base is named.")
      ], tables: [table], closing: readings.map(\.municipality).uniqued.compactMap(conclusion))
  }

  private var table: ReportTable {
    let hasPublished = readings.contains { $0.published != nil }
    let published: [TableColumn<Reading>] =
      hasPublished
      ? [
        .number("published", "公表値\n%", "published\n%", unit: "%") {
          $0.published.map { ReportCell($0, style: .signed) } ?? .empty
        }
      ] : []
    return ReportTable(
      key: "young_adults", rows: readings,
      columns: [
        .key("municipality", "市町村", "municipality") { names.cell($0.municipality) },
        .key("base", "人口の基準", "base") { ReportCell($0.base, value: $0.baseKey) },
        .number("rate_age_at_end", "期末年齢\n%", "age at\nend, %", unit: "%") {
          ReportCell(rounding: $0.atEnd.rate, to: 3, style: .signed, sources: $0.sources)
        },
        .number("rate_age_at_start", "期首年齢\n%", "age at\nstart, %", unit: "%") {
          ReportCell(rounding: $0.atStart.rate, to: 3, style: .signed)
        },
      ] + published)
  }

  /// Which reading comes nearest to the published rate.
  private func conclusion(_ code: MunicipalityCode) -> LocalizedText? {
    var nearest: (rate: Double, reference: CohortMigration.AgeReference, reading: Reading)?
    for reading in readings where reading.municipality == code {
      guard let published = reading.published?.reading.value?.doubleValue else { continue }
      for span in [reading.atEnd, reading.atStart] {
        guard let rate = span.rate else { continue }
        if nearest.map({ abs($0.rate - published) > abs(rate - published) }) ?? true {
          nearest = (rate, span.reference, reading)
        }
      }
    }
    guard let nearest, let figure = nearest.reading.published,
      let published = figure.reading.value,
      let rate = ExactDecimal(rounding: nearest.rate, to: 3),
      let difference = ExactDecimal(rounding: nearest.rate - published.doubleValue, to: 3)
    else { return nil }
    let style = FigureStyle.signed
    let reference = CohortSpanSection.label(nearest.reference)
    let name = names.name(code)
    return LocalizedText(
      ja:
        "\(name.ja)の公表値 \(style.text(published))%（\(figure.citation.shortPlace)）に最も近いのは"
        + "「\(nearest.reading.base.ja)」の\(reference.ja)による \(style.text(rate))%（差 \(style.text(difference))ポイント）です。",
      en: "\(name.en) publishes \(style.text(published))% (\(figure.citation.shortPlace)"
        + "). Nearest is the \(reference.en), \(nearest.reading.base.en): "
        + "\(style.text(rate))%, a difference of \(style.text(difference)) points.")
  }
}
