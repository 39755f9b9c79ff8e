import DocumentReading
import MunicipalModel
import Testing

@testable import MachiKurabe

/// Who asks for a part of the built-in documents gets what all of them say of it.
struct ReadingScopeTests {
  @Test func populationsAreThoseOfTheWholeRecord() throws {
    let whole = try MunicipalityRecord.builtIn()
    let part = try MunicipalityRecord.builtIn(.population)
    #expect(part.map(\.municipality) == whole.map(\.municipality))
    #expect(part.map(\.populationsByAge) == whole.map(\.populationsByAge))
    for (own, all) in zip(part.flatMap(\.documents), whole.flatMap(\.documents)) {
      #expect(own.document == all.document)
      #expect(own.populationFigures == all.populationFigures)
      #expect(own.populationDefinition == all.populationDefinition)
      #expect(own.surveyResults == all.surveyResults)
      #expect(own.publication == all.publication)
      #expect(own.corrections == all.corrections)
      #expect(own.plans.isEmpty)
    }
  }

  @Test func whatIsReadUncheckedIsTheSameButForDiagnostics() throws {
    let whole = try MunicipalityRecord.builtIn().flatMap(\.documents)
    let unchecked = try MunicipalityRecord.builtIn(.unchecked).flatMap(\.documents)
    #expect(unchecked.count == whole.count)
    #expect(try MunicipalityRecord.builtIn(.unchecked).allSatisfy(\.populationsByAge.isEmpty))
    for (own, all) in zip(unchecked, whole) {
      var own = own
      own.diagnostics = all.diagnostics
      #expect(own == all)
    }
  }
}
