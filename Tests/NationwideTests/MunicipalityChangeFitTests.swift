import MunicipalModel
import Nationwide
import Testing

@Suite("How well a change of municipalities fits")
struct MunicipalityChangeFitTests {
  private func stock(_ number: UInt16, _ population: Int, opening: Int? = nil)
    -> MunicipalityChange.Stock
  {
    MunicipalityChange.Stock(
      municipality: Municipality(
        code: MunicipalityCode(.tottori, number), name: LocalizedText("架空\(number)町")),
      population: population, opening: opening ?? population)
  }

  @Test(arguments: [
    (1_000, "populations"), (990, "near_populations"), (1_010, "near_populations"), (980, "codes"),
    (1_020, "codes"),
  ])
  func `Populations within one per cent are near, two per cent off are none`(
    population: Int, evidence: String
  ) {
    let changes = MunicipalityChange.changes(
      from: [stock(301, population)], to: [stock(201, 1_000)])
    #expect(changes.first?.evidence.rawValue == evidence)
    #expect((changes.first?.kind == .recoding) == (evidence != "codes"))
  }

  /// 31 groups of five towns are many beside 1,000 people, and few beside 100,000.
  @Test(arguments: [(1_000, "ambiguous"), (100_000, "populations")])
  func `The only group that fits is certain where a fit by chance is unlikely`(
    need: Int, evidence: String
  ) {
    let others = [(302, 111), (303, 113), (304, 127), (305, 139)].map { stock(UInt16($0.0), $0.1) }
    let changes = MunicipalityChange.changes(
      from: [stock(301, need)] + others, to: [stock(201, need)])
    let found = changes.first { $0.successor?.code == MunicipalityCode(.tottori, 201) }
    #expect(found?.kind == .recoding && found?.predecessors.map(\.code.number) == [31301])
    #expect(found?.evidence.rawValue == evidence)
  }
}
