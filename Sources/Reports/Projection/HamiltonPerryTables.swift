import Demography
import MunicipalModel
import Rendering

/// The tables of a projection by the Hamilton–Perry method.
struct HamiltonPerryTables {
  let analysis: HamiltonPerryAnalysis

  init(_ analysis: HamiltonPerryAnalysis) { self.analysis = analysis }

  private var projection: CohortChangeProjection { analysis.projection }

  private func basis(_ formula: LocalizedText) -> ReportBasis {
    ReportBasis(formula: formula, sources: analysis.stocks.flatMap(\.allCitations))
  }

  private static let method = LocalizedText(
    ja: "コーホート（期首） × 変化率、0歳からの階級は女性 × 子ども女性比",
    en: "cohort at the start × ratio; the youngest: women × children for each")

  // MARK: Totals

  var totals: ReportTable {
    ReportTable(
      key: "hamilton_perry_totals",
      caption: LocalizedText(ja: "総人口と年齢3区分", en: "Population and three age groups"),
      columns: [
        .key("year", LocalizedText(ja: "年", en: "year")),
        .number("population", LocalizedText(ja: "総人口", en: "population"), unit: "persons"),
        .number(
          "change_since_base",
          LocalizedText(
            ja: "\(projection.startYear)年比(%)", en: "change since \(projection.startYear) (%)"),
          unit: "%"),
        .number("young", LocalizedText(ja: "0～14歳", en: "0–14"), unit: "persons"),
        .number("working_age", LocalizedText(ja: "15～64歳", en: "15–64"), unit: "persons"),
        .number("old", LocalizedText(ja: "65歳以上", en: "65+"), unit: "persons"),
        .number("ageing_rate", LocalizedText(ja: "高齢化率(%)", en: "65+ (%)"), unit: "%"),
      ],
      rows: projection.years.map { year in
        let groups = try? projection.population(in: year)?.broadAgeGroups()
        return [
          ReportCell(LocalizedText("\(year)"), value: "\(year)"),
          ReportCell(rounding: projection.total(in: year), to: 0),
          ReportCell(rounding: projection.change(in: year), to: 1, style: .signed),
          ReportCell(rounding: groups?.young, to: 0),
          ReportCell(rounding: groups?.workingAge, to: 0),
          ReportCell(rounding: groups?.old, to: 0), ReportCell(rounding: groups?.ageingRate, to: 1),
        ]
      }, basis: basis(Self.method))
  }

  // MARK: Ages

  var ages: ReportTable {
    let years = [projection.startYear, projection.endYear].uniqued
    let sexes = analysis.method.sexes
    let columns = years.flatMap { year in
      sexes.map { sex in
        ReportColumn.number(
          "\(sex.rawValue)_\(year)",
          LocalizedText(ja: "\(sex.label.ja) \(year)年", en: "\(sex.label.en) \(year)"),
          unit: "persons")
      }
    }
    return ReportTable(
      key: "hamilton_perry_by_age",
      caption: LocalizedText(ja: "年齢別の人口（人）", en: "People by age (persons)"),
      columns: [.key("age", LocalizedText(ja: "年齢", en: "age"))] + columns,
      rows: analysis.method.ages.groups.enumerated().map { row, age in
        ReportRow(
          [ReportCell(age.label, value: age.description)]
            + years.flatMap { year in
              sexes.map { sex in
                let counts = projection.population(in: year)?.counts(of: sex)
                return ReportCell(rounding: counts.map { $0[$0.startIndex + row] }, to: 0)
              }
            })
      }, basis: basis(Self.method))
  }

  // MARK: Ratios

  var ratios: ReportTable {
    let periods = analysis.periods
    let used = periods.count > 1 || analysis.method.ratios.contains(where: \.isLimited)
    return ReportTable(
      key: "hamilton_perry_ratios",
      caption: LocalizedText(ja: "コーホート変化率と子ども女性比", en: "Cohort change and child–woman ratios"),
      columns: [
        .key("sex", LocalizedText(ja: "性別", en: "sex")),
        .key("age_at_end", LocalizedText(ja: "期末年齢", en: "age at the end")),
        .text("age_at_start", LocalizedText(ja: "期首年齢", en: "age at the start")),
      ]
        + periods.map { period in
          .number(
            "ratio_\(period.lowerBound)_\(period.upperBound)",
            LocalizedText(
              ja: "\(period.lowerBound)～\(period.upperBound)年",
              en: "\(period.lowerBound)–\(period.upperBound)"))
        }
        + (used
          ? [
            .number("ratio_used", LocalizedText(ja: "使う値", en: "used")),
            .text("limit", LocalizedText(ja: "上限・下限", en: "limit")),
          ] : []),
      rows: analysis.method.ratios.map { ratio in row(of: ratio, showsUsed: used) },
      notes: [
        LocalizedText(
          ja: "コーホート変化率 = 期末の人口 ÷ 期首の人口。期首年齢が「出生」の行は、期末の女性（男女を分けない表では全員）1人当たりの子ども。",
          en:
            "Cohort change ratio = people at the end ÷ people at the start. Where the age at the start is \"born\", children for each woman at the end (for each person, where sexes are not divided)."
        )
      ],
      basis: basis(
        LocalizedText(ja: "期末の人口 ÷ 期首の人口", en: "people at the end ÷ people at the start")))
  }

  private func row(of ratio: HamiltonPerry.Ratio, showsUsed: Bool) -> ReportRow {
    let women = ratio.womenAges
    let start =
      ratio.ageAtStart.map { ReportCell($0.label, value: $0.description) }
      ?? ReportCell(
        LocalizedText(
          ja: "出生（\(women?.label.ja ?? "")の女性）", en: "born (women of \(women?.label.en ?? ""))"),
        value: "born_of_\(women?.description ?? "")")
    let limit =
      ratio.isLimited ? LocalizedText(ja: "あり", en: "applied") : LocalizedText("")
    return ReportRow(
      [
        ReportCell(ratio.sex.label, value: ratio.sex.rawValue),
        ReportCell(ratio.ageAtEnd.label, value: ratio.ageAtEnd.description), start,
      ] + ratio.observed.map { ReportCell(rounding: $0, to: 4) }
        + (showsUsed
          ? [
            ReportCell(rounding: ratio.value, to: 4),
            ReportCell(limit, value: ratio.isLimited ? "limited" : ""),
          ] : []))
  }
}
