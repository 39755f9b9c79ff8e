import MachiKurabe
import Testing

/// What goes wrong has one shape, so that a program can catch it all alike.
@Suite("Failures")
struct FailureTests {
  private func failure(_ body: () throws -> Void) throws -> any Failure {
    do {
      try body()
    } catch {
      return try #require(error as? any Failure, "\(error)")
    }
    throw PeriodError(code: .unreadable, text: "nothing was thrown")
  }

  private static let bad: [@Sendable () throws -> Void] = [
    { _ = try MunicipalityCode("012132") },
    { _ = try Period(parsing: "平成100年", bareYear: .calendar) },
    { _ = try AgeTable(.population, ages: .fiveYearGroups(openFrom: 85), columns: []) },
    { _ = try MunicipalityFolder(path: "/no/such/folder") },
    { _ = try DocumentFolder(path: "/no/such/folder") },
    { _ = try DocumentText(id: "plan", text: "") },
    { _ = try AgeFile(id: "ages", text: "a,b\n1,2\n").tables(of: .population) },
    { _ = try OpenDataTable.read([], document: "sheet") },
    { _ = try DirectionList(table: "word\tsense\n人口\tsideways") },
    { _ = try ProjectionScenario.scenarios(json: Array("[{}]".utf8)) },
  ]

  @Test(arguments: bad.indices)
  func `An error has a code and a message in both languages`(index: Int) throws {
    let failure = try failure(Self.bad[index])
    #expect(!(failure.code.rawValue as String).isEmpty)
    #expect(!failure.message.ja.isEmpty && !failure.message.en.isEmpty)
    #expect(failure.message.ja != failure.message.en)
    #expect(failure.messages.contains(failure.message) || failure.messages.count > 1)
  }

  @Test func `A damaged file is told with its place`() throws {
    let file = BuiltInFile(name: "concepts.json", text: "{\n\"municipality\": 1 }")
    let failure = try failure { _ = try ConceptNotes(file) }
    #expect(failure.place?.source == "concepts.json" && failure.place?.line == 2)
    let text = try self.failure { _ = try DocumentText(id: "plan", text: "") }
    #expect(text.place?.source == "plan" && text.place?.line == nil)
  }
}
