import MunicipalModel
import Testing

@testable import Nationwide
@testable import OpenData

@Suite("Mergers found by populations")
struct MunicipalityChangeTests {
  private func stock(_ number: UInt16, _ population: Int, _ name: String? = nil)
    -> MunicipalityChange.Stock
  {
    MunicipalityChange.Stock(
      municipality: Municipality(
        code: MunicipalityCode(.tottori, number),
        name: LocalizedText(name ?? "架空\(number)町")),
      population: population, opening: population)
  }

  private func numbers(_ change: MunicipalityChange) -> [Int] {
    change.predecessors.map { $0.code.number % 1000 }
  }

  @Test func `Forty municipalities of the same size end in time without a guess`() {
    let before = (301...340).map { stock($0, 1_000) }
    let changes = MunicipalityChange.changes(
      from: before, to: [stock(201, 20_000), stock(202, 3_000)])
    #expect(changes.filter { $0.kind == .appeared }.count == 2)
    #expect(changes.filter { $0.kind == .disappeared }.count == 40)
    #expect(changes.allSatisfy { $0.evidence == .searchGivenUp })
    #expect(changes.first?.message.ja.contains("すべての組み合わせは調べていません") == true)
  }

  /// 301 + 302 and 303 + 304 are the only groups that explain all; 302 + 303 = 6,000 fits too, but
  /// then nothing explains 305.
  @Test func `The groups must explain all codes together`() {
    let before = [
      stock(301, 2_000), stock(302, 4_000), stock(303, 2_000 + 13), stock(304, 5_001),
      stock(305, 3_987),
    ]
    let changes = MunicipalityChange.changes(
      from: before, to: [stock(201, 6_000), stock(202, 7_014), stock(203, 3_987)])
    #expect(changes.map(\.kind) == [.merger, .merger, .recoding])
    #expect(changes.map(numbers) == [[301, 302], [303, 304], [305]])
    #expect(changes.allSatisfy { $0.evidence == .populations })
  }

  /// 301 + 302 and 303 + 304 fit, and so do 302 + 303 and 301 + 304; the 郡 tells which is likelier.
  @Test func `Of two solutions the one of nearest codes is given with doubt`() {
    let before = [
      stock(301, 1_000, "東郡甲町"), stock(302, 2_000, "東郡乙町"), stock(303, 1_000, "西郡丙町"),
      stock(304, 2_400, "西郡丁町"),
    ]
    let changes = MunicipalityChange.changes(
      from: before, to: [stock(201, 3_000), stock(202, 3_400)])
    #expect(changes.map(numbers) == [[301, 302], [303, 304]])
    #expect(changes.allSatisfy { $0.evidence == .ambiguous })
    #expect(changes.first?.message.ja.contains("コードの近いもの") == true)
  }

  /// Two towns of 1,500 each: nothing tells which of them became which city.
  @Test func `Equal solutions give no group`() {
    let changes = MunicipalityChange.changes(
      from: [stock(301, 1_500), stock(302, 1_500)], to: [stock(201, 1_500), stock(202, 1_500)])
    #expect(changes.map(\.kind) == [.appeared, .appeared, .disappeared, .disappeared])
    #expect(changes.allSatisfy { $0.evidence == .ambiguous })
    #expect(changes.first?.message.en.contains("more than one group fit") == true)
  }

  @Test func `Thirty towns in one city need no search`() {
    let before = (301...330).map { stock($0, 1_000 + Int($0)) }
    let total = before.reduce(0) { $0 + $1.population }
    let changes = MunicipalityChange.changes(from: before, to: [stock(201, total)])
    #expect(changes.map(\.kind) == [.merger])
    #expect(changes.first?.predecessors.count == 30)
    #expect(changes.first?.evidence == .populations)
  }

  @Test func `Very large populations end without a trap`() {
    let before = (301...312).map { stock($0, .max - Int($0)) }
    let changes = MunicipalityChange.changes(from: before, to: [stock(201, .max), stock(202, 5)])
    #expect(changes.allSatisfy { $0.evidence != .populations })
  }

  @Test func `One town was and two towns were taken in`() {
    func message(_ towns: [MunicipalityChange.Stock]) -> String? {
      let gain = towns.reduce(0) { $0 + $1.population }
      let city = MunicipalityChange.Stock(
        municipality: stock(201, 0).municipality, population: 9_000 + gain, opening: 9_000 + gain)
      return MunicipalityChange.changes(from: [stock(201, 9_000)] + towns, to: [city])
        .first?.message.en
    }
    #expect(
      message([stock(301, 1_234)]) == "架空301町 (313017) was taken in by 架空201町 (312011)")
    #expect(
      message([stock(301, 1_234), stock(302, 2_345)])
        == "架空301町 (313017), 架空302町 (313025) were taken in by 架空201町 (312011)")
  }
}
