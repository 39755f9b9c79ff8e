import MunicipalModel
import Rendering
import Testing

@testable import Reports

struct BriefComparisonTests {
  /// For the brief form populations alone are read: a count of what the plans have would be 0.
  @Test func `The brief form counts no plans that were not read`() throws {
    let record = MunicipalityRecord(
      municipality: Municipality(
        code: try MunicipalityCode("016071"), name: LocalizedText(ja: "浦河町", en: "Urakawa")),
      documents: [])
    func keys(isBrief: Bool) -> [String] {
      ComparisonReport.report([record], isBrief: isBrief).sections.map(\.key)
    }
    #expect(keys(isBrief: false).contains("plans"))
    #expect(!keys(isBrief: true).contains("plans") && !keys(isBrief: true).isEmpty)
  }
}
