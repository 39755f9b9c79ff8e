public import Demography
public import MunicipalModel
public import Rendering

/// The people of one sex and age in one year of a projection.
///
/// The columns of the table are those of a file of counts by age, so that a projection can be read again as one.
private struct ProjectedPeople {
  let municipality: MunicipalityCode
  let scenario: String
  let statistic: String
  let year: Int
  let sex: Sex
  let age: AgeGroup
  let count: Double

  static func rows(
    of people: AgeTable, in year: Int, _ municipality: MunicipalityCode, _ scenario: String,
    _ statistic: String
  ) -> [ProjectedPeople] {
    people.sexes.flatMap { sex in
      zip(people.ages.groups, people.counts(of: sex) ?? []).map { age, count in
        ProjectedPeople(
          municipality: municipality, scenario: scenario, statistic: statistic, year: year,
          sex: sex, age: age, count: count)
      }
    }
  }

  static func table(
    _ description: String, _ rows: [ProjectedPeople], in language: Language?
  ) -> TidyTable {
    TidyTable(
      name: "projection", description: description, rows: rows,
      columns: [
        .field("municipality_code", "全国地方公共団体コード.", isRequired: true, ja: "団体コード") {
          $0.municipality.sixDigits
        },
        .field("scenario", "The name of the scenario, or the method.", isRequired: true, ja: "シナリオ")
        {
          $0.scenario
        },
        .field("period", "The year.", .integer, isRequired: true, ja: "年") { "\($0.year)" },
        .field(
          "sex", "The sex, or both together.", isRequired: true,
          choices: Sex.allCases.map(\.rawValue), ja: "性別"
        ) { $0.sex.rawValue },
        .field("age_from", "The first age of the group.", .integer, isRequired: true, ja: "年齢（から）")
        {
          "\($0.age.lowerAge)"
        },
        .field("age_to", "The last age; empty if the group is open-ended.", .integer, ja: "年齢（まで）")
        {
          $0.age.upperAge.map(String.init)
        },
        .field("population", "People, to the thousandth.", .number, isRequired: true, ja: "人口") {
          ExactDecimal(rounding: $0.count, to: 3)?.description
        },
        .field(
          "statistic", "The Japanese name of the scenario or method.", isRequired: true,
          ja: "シナリオの名称"
        ) {
          $0.statistic
        },
      ], key: ["municipality_code", "scenario", "period", "sex", "age_from"],
      in: language)
  }
}

extension HamiltonPerryReport {
  /// The people in tidy form, one row a municipality, year, sex and age.
  ///
  /// The columns are those of a file of counts by age, so that a projection can be read again as one.
  public static func table(
    _ analyses: [HamiltonPerryAnalysis], forPeople language: Language? = nil
  ) -> TidyTable {
    ProjectedPeople.table(
      "People projected by cohort change ratios, by year, sex and age.",
      analyses.flatMap { analysis in
        zip(analysis.projection.years, analysis.projection.populations).flatMap { year, people in
          ProjectedPeople.rows(
            of: people, in: year, analysis.municipality, "hamilton-perry", "コーホート変化率法")
        }
      }, in: language)
  }
}

extension ProjectionReport {
  /// The projected people in tidy form, one row a scenario, year, sex and age.
  ///
  /// The columns are those of a file of counts by age, so that a projection can be read again as one.
  public static func table(
    _ studies: [ProjectionStudy], forPeople language: Language? = nil
  ) -> TidyTable {
    ProjectedPeople.table(
      "People projected, by scenario, year, sex and age.",
      studies.flatMap { study in
        study.entries.flatMap { entry in
          entry.projection.years.flatMap { year in
            entry.projection.population(in: year).map {
              ProjectedPeople.rows(
                of: $0, in: year, study.record.municipality.code, entry.scenario.id,
                entry.scenario.name.ja)
            } ?? []
          }
        }
      }, in: language)
  }
}
