public import Demography
public import MunicipalModel
import PlanAnalysis
public import Rendering

/// The report that `compare-cities` prints: municipalities side by side, every figure with its cells.
public enum ComparisonReport {
  /// Makes the report.
  ///
  /// - Parameters:
  ///   - records: what each municipality published.
  ///   - definition: the definition that every rate is computed on.
  public static func report(
    _ records: [MunicipalityRecord],
    definition: RateDefinition = .percentOfPreviousYearEnd
  ) -> Report { report(records, definition: definition, isBrief: false) }

  /// Makes the report, or the part of it that a brief form shows: of populations alone, for which no plans are read.
  package static func report(
    _ records: [MunicipalityRecord],
    definition: RateDefinition = .percentOfPreviousYearEnd, isBrief: Bool
  ) -> Report {
    let comparison = DynamicsComparison(records, definition: definition)
    let populations: [() -> [ReportSection]] = [
      { [DynamicsSection(comparison, undefined: records.withoutDefinition).section] },
      { [FertilityAndAgeingSection(records).section.withoutEmptyParts].compactMap(\.self) },
    ]
    let others: [() -> [ReportSection]] = [
      { [PlanCountSection(records).section] }, { [RederivationSection(records).section] },
      { [NotesSection(records).section] },
    ]
    return Report(
      title: LocalizedText(ja: "まちくらべ: ", en: "Comparing towns: ")
        + records.map(\.municipality).namesWithCodes,
      isBrief: isBrief, sections: isBrief ? populations : populations + others, citing: records
    ).answering(DynamicsAnswers(comparison).answers)
  }
}
