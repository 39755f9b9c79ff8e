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
    let rows = projection.years.map { year in
      (year: year, groups: try? projection.population(in: year)?.broadAgeGroups())
    }
    return ReportTable(
      key: "hamilton_perry_totals",
      caption: LocalizedText(ja: "総人口と年齢3区分", en: "Population and three age groups"), rows: rows,
      columns: [
        .year(\.year), .people("population", "総人口", "population") { projection.total(in: $0.year) },
        .number(
          "change_since_base", "\(projection.startYear)年比(%)",
          "change since \(projection.startYear) (%)", unit: "%"
        ) { ReportCell(rounding: projection.change(in: $0.year), to: 1, style: .signed) },
        .people("young", "0～14歳", "0–14") { $0.groups?.young },
        .people("working_age", "15～64歳", "15–64") { $0.groups?.workingAge },
        .people("old", "65歳以上", "65+") { $0.groups?.old },
        .percent("ageing_rate", "高齢化率(%)", "65+ (%)") { $0.groups?.ageingRate },
      ], basis: basis(Self.method))
  }

  // MARK: Ages

  var ages: ReportTable {
    let years = [projection.startYear, projection.endYear].uniqued
    return ReportTable(
      key: "hamilton_perry_by_age",
      caption: LocalizedText(ja: "年齢別の人口（人）", en: "People by age (persons)"),
      rows: analysis.method.ages.groups.enumerated().map { (position: $0.offset, age: $0.element) },
      columns: [
        .key("age", "年齢", "age") { ReportCell($0.age.label, value: $0.age.description) }
      ]
        + years.flatMap { year in
          analysis.method.sexes.map { sex in
            let counts = projection.population(in: year)?.counts(of: sex)
            return .people(
              "\(sex.rawValue)_\(year)", "\(sex.label.ja) \(year)年", "\(sex.label.en) \(year)"
            ) { row in counts.map { $0[$0.startIndex + row.position] } }
          }
        }, basis: basis(Self.method))
  }

  // MARK: Ratios

  var ratios: ReportTable {
    let periods = analysis.periods
    let used = periods.count > 1 || analysis.method.ratios.contains(where: \.isLimited)
    let columns: [TableColumn<HamiltonPerry.Ratio>] = [
      .key("sex", "性別", "sex") { ReportCell($0.sex.label, value: $0.sex.rawValue) },
      .key("age_at_end", "期末年齢", "age at the end") {
        ReportCell($0.ageAtEnd.label, value: $0.ageAtEnd.description)
      }, .text("age_at_start", "期首年齢", "age at the start", cell: Self.start),
    ]
    let observed = periods.enumerated().map { index, period in
      TableColumn<HamiltonPerry.Ratio>.number(
        "ratio_\(period.lowerBound)_\(period.upperBound)",
        "\(period.lowerBound)～\(period.upperBound)年", "\(period.lowerBound)–\(period.upperBound)"
      ) { ReportCell(rounding: $0.observed[index], to: 4) }
    }
    let further: [TableColumn<HamiltonPerry.Ratio>] = [
      .number("ratio_used", "使う値", "used") { ReportCell(rounding: $0.value, to: 4) },
      .text("limit", "上限・下限", "limit") {
        $0.isLimited
          ? ReportCell(LocalizedText(ja: "あり", en: "applied"), value: "limited") : ReportCell("")
      },
    ]
    return ReportTable(
      key: "hamilton_perry_ratios",
      caption: LocalizedText(ja: "コーホート変化率と子ども女性比", en: "Cohort change and child–woman ratios"),
      rows: analysis.method.ratios, columns: columns + observed + (used ? further : []),
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

  private static func start(_ ratio: HamiltonPerry.Ratio) -> ReportCell {
    if let age = ratio.ageAtStart { return ReportCell(age.label, value: age.description) }
    let women = ratio.womenAges
    let (ja, en) = ratio.sex == .both ? ("人", "people") : ("女性", "women")
    return ReportCell(
      LocalizedText(
        ja: "出生（\(women?.label.ja ?? "")の\(ja)）", en: "born (\(en) of \(women?.label.en ?? ""))"),
      value: "born_of_\(women?.description ?? "")")
  }
}
