import MachiKurabe
import Testing

@Suite("Published figures computed again")
struct RederivedFiguresTests {
  private func figures(_ code: String) throws -> [RederivedFigure] {
    let record = try #require(
      try MunicipalityRecord.builtIn().first { $0.municipality.code.sixDigits == code })
    return record.rederivation.figures
  }

  @Test(
    arguments: [
      ("012106", RederivedFigure.Kind.crudeRate, 14), ("012106", .indicator, 6),
      ("012106", .average, 9), ("012106", .share, 8), ("012106", .balance, 14),
      ("012131", .ageingRate, 5), ("012131", .achievement, 95), ("012131", .progress, 6),
      ("012131", .balance, 14),
    ])
  func `All of a kind agree`(code: String, kind: RederivedFigure.Kind, count: Int) throws {
    let all = try figures(code).filter { $0.kind == kind }
    #expect(all.count == count)
    #expect(all.filter { !$0.agrees } == [])
  }

  /// 年末人口 2015年比 is printed ▲6.4 %: that is 2020 against 2015. 78,112 ÷ 84,809 gives ▲7.9 %.
  @Test func `One published figure differs, and the hint says why`() throws {
    let differing = try (figures("012106") + figures("012131")).filter { !$0.agrees }
    #expect(differing.count == 1)
    let check = try #require(differing.first?.check)
    #expect(check.citation?.document == "iwamizawa-progress")
    #expect(check.citation?.line == 185)
    #expect(check.published == ExactDecimal("-6.4"))
    #expect(check.expected == ExactDecimal("-7.9"))
    #expect(check.outcome == .differs(by: try #require(ExactDecimal("1.5"))))
    #expect(check.hints.first?.label.en == "change of year-end population, 2020 against 2015")
  }
}
