import Demography
import MunicipalModel
import Rendering

/// Why the total rates of two municipalities differ: the ages of their people, or the rates.
struct CohortDifferenceSection {
  private let pairs: [(first: CohortAnalysis, second: CohortAnalysis, KitagawaDecomposition)]
  private let names: AgeReportNames

  /// `nil` unless there are two municipalities of the same cohorts.
  init?(_ analyses: [CohortAnalysis], names: AgeReportNames) throws(AgeMethodError) {
    guard let last = analyses.last, analyses.count > 1 else { return nil }
    var pairs: [(CohortAnalysis, CohortAnalysis, KitagawaDecomposition)] = []
    for analysis in analyses.dropLast() where Self.ages(analysis) == Self.ages(last) {
      pairs.append((analysis, last, try CohortAnalysis.decomposition(from: last, to: analysis)))
    }
    guard !pairs.isEmpty else { return nil }
    self.pairs = pairs
    self.names = names
  }

  private static func ages(_ analysis: CohortAnalysis) -> [String] {
    analysis.rows.map { "\($0.sex.rawValue) \($0.ageAtStart?.description ?? "birth")" }
  }

  var section: ReportSection {
    let word = pairs.first?.first.method.rate ?? LocalizedText("")
    return ReportSection(
      key: "difference",
      heading: LocalizedText(ja: "全体の率の差の要因", en: "Why the total rates differ"),
      introduction: [
        LocalizedText(
          ja: "全年齢の\(word.ja)の差を、年齢・性別構成の違いによる分と、年齢別の率の違いによる分に分けます（Kitagawa 1955、期首年齢、ポイント）。",
          en:
            "The difference of the total \(word.en)s, as far as it comes from the composition by sex and "
            + "age, and from the rates at each age (Kitagawa 1955; ages at the start; percentage points)."
        )
      ], tables: pairs.map(table))
  }

  /// The effects at some ages.
  private struct Line {
    let ages: ReportCell
    let composition: Double
    let rate: Double
  }

  private func table(
    _ first: CohortAnalysis, _ second: CohortAnalysis, _ decomposition: KitagawaDecomposition
  ) -> ReportTable {
    let a = names.name(first.municipality)
    let b = names.name(second.municipality)
    let total = Line(
      ages: AgeLine.total, composition: decomposition.compositionEffect,
      rate: decomposition.rateEffect)
    func effect(
      _ key: String, _ ja: String, _ en: String, _ value: @escaping (Line) -> Double
    ) -> TableColumn<Line> {
      .number(key, ja, en, unit: "percentage points") {
        ReportCell(rounding: value($0), to: 3, style: .signed)
      }
    }
    return ReportTable(
      key: "\(first.municipality.sixDigits)_\(second.municipality.sixDigits)",
      caption: LocalizedText(ja: "\(a.ja) − \(b.ja)", en: "\(a.en) − \(b.en)"),
      lines: spans(first, decomposition).map { .normal($0) } + [.total(total)],
      columns: [
        .key("age_at_start", "期首年齢", "age at start") { $0.ages },
        effect("composition_effect", "構成の効果", "composition effect") { $0.composition },
        effect("rate_effect", "率の効果", "rate effect") { $0.rate },
        effect("difference", "差", "difference") { $0.composition + $0.rate },
      ],
      basis: AgeSocialChangeReport.basis(
        of: [first, second],
        formula: LocalizedText(
          ja: "構成の効果 = Σ 構成比の差 × 率の平均、率の効果 = Σ 率の差 × 構成比の平均、差 = 両者の和",
          en:
            "composition effect = Σ difference of shares × mean rate; rate effect = Σ difference of "
            + "rates × mean share; difference = both together")))
  }

  /// The births and the spans of ages; none where spans would split a group and leave some of it out.
  private func spans(
    _ analysis: CohortAnalysis, _ decomposition: KitagawaDecomposition
  ) -> [Line] {
    let ages = analysis.rows.compactMap(\.ageAtStart)
    let spans = AgeSpans.spans(from: ages.map(\.lowerAge).min() ?? 0)
    guard ages.allSatisfy({ age in spans.contains { $0.contains(age) } }) else { return [] }
    func line(_ ages: ReportCell, _ isMeant: (AgeGroup?) -> Bool) -> Line? {
      let effects = zip(analysis.rows, decomposition.effects)
        .filter { isMeant($0.0.ageAtStart) }.map(\.1)
      guard !effects.isEmpty else { return nil }
      return Line(
        ages: ages, composition: effects.reduce(0) { $0 + $1.composition },
        rate: effects.reduce(0) { $0 + $1.rate })
    }
    let birth = line(ReportCell(LocalizedText(ja: "出生", en: "birth"), value: "birth")) { $0 == nil }
    return [birth].compactMap(\.self)
      + spans.compactMap { span in
        line(ReportCell(span.label, value: span.description)) { $0.map(span.contains) ?? false }
      }
  }
}
