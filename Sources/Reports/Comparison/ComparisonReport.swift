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
  ) -> Report {
    let comparison = DynamicsComparison(records, definition: definition)
    let names = records.map(\.municipality)
    return Report(
      title: LocalizedText(
        ja: "まちくらべ: " + names.map { "\($0.name.ja)（\($0.code)）" }.joined(separator: "、"),
        en: "Comparing towns: " + names.map { "\($0.name.en) (\($0.code))" }.joined(separator: ", ")
      ),
      sections: [
        DynamicsSection(comparison).section,
        FertilityAndAgeingSection(records).section,
        PlanCountSection(records).section,
        RederivationSection(records).section,
        NotesSection(records).section,
      ], citing: records)
  }
}

extension LocalizedText {
  /// Two texts one after the other.
  static func + (left: Self, right: Self) -> Self {
    Self(ja: left.ja + right.ja, en: left.en + right.en)
  }
}
