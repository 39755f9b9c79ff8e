public import Demography
import MunicipalModel
public import Rendering

extension HamiltonPerryReport {
  /// The people in tidy form, one row a municipality, year, sex and age.
  ///
  /// The columns are those of a file of counts by age, so that a projection can be read again as one.
  public static func table(_ analyses: [HamiltonPerryAnalysis]) -> TidyTable {
    var table = TidyTable(
      name: "projection",
      description: "People projected by cohort change ratios, by year, sex and age.",
      columns: [
        .init("municipality_code", .string, "全国地方公共団体コード.", required: true),
        .init("scenario", .string, "The method.", required: true),
        .init("period", .integer, "The year.", required: true),
        .init(
          "sex", .string, "The sex, or both together.", required: true,
          choices: Sex.allCases.map(\.rawValue)),
        .init("age_from", .integer, "The first age of the group.", required: true),
        .init("age_to", .integer, "The last age; empty if the group is open-ended."),
        .init("population", .number, "People, to the thousandth.", required: true),
        .init("statistic", .string, "The method's Japanese name.", required: true),
      ], key: ["municipality_code", "scenario", "period", "sex", "age_from"])
    for analysis in analyses {
      for (year, people) in zip(analysis.projection.years, analysis.projection.populations) {
        for sex in people.sexes {
          for (age, count) in zip(people.ages.groups, people.counts(of: sex) ?? []) {
            table.append([
              analysis.municipality.sixDigits, "hamilton-perry", "\(year)", sex.rawValue,
              "\(age.lowerAge)", age.upperAge.map(String.init) ?? "",
              ExactDecimal(rounding: count, to: 3)?.description ?? "", "コーホート変化率法",
            ])
          }
        }
      }
    }
    return table
  }
}
