import MunicipalModel
import PlanAnalysis
import Testing

/// Figures of one indicator whose units differ in their magnitude or their spelling alone.
@Suite struct MagnitudeTests {
  /// 4億円 is 40,000万円 and 5億円 is 50,000万円: (40,000 - 35,000) / (50,000 - 35,000) is one third.
  @Test("3億5千万円 beside 4億円 is comparable")
  func magnitudes() throws {
    let progress = Sample.progress(
      baseline: "３億5千万円", actual: [(2021, "38,000万円"), (2022, "4億円")], target: "5億円")
    #expect(try progress.actual.get().unit == "億円")
    #expect(try progress.start.get().value.description == "3.5000")
    #expect(try progress.target.get().description == "5")
    #expect(progress.aim.direction == .higher && progress.aim.basis == .inferred)
    #expect(progress.isReached == false)
    #expect(isClose(try progress.progressFromBaseline.get().value, 100.0 / 3))
  }

  /// 350百万円 is 3.5億円, and 4億円 is 400百万円.
  @Test("A target in another magnitude is brought to the unit of the actual figure")
  func target() throws {
    let progress = Sample.progress(
      baseline: "3億円", actual: [(2022, "350百万円")], target: "4億円")
    #expect(try progress.target.get().description == "400")
    #expect(try progress.start.get().value.description == "300")
    #expect(progress.isReached == false)
  }

  @Test("㎢, km2 and k㎡ are one unit")
  func areas() throws {
    let progress = Sample.progress(
      baseline: "12.5㎢", actual: [(2022, "12.6km2")], target: "13.0ｋ㎡")
    #expect(try progress.start.get().value.description == "12.5")
    #expect(try progress.target.get().description == "13.0")
  }

  @Test("Yen and persons stay different units", arguments: [("1万円", "2万人"), ("1千人", "2件")])
  func others(_ baseline: String, _ actual: String) {
    let progress = Sample.progress(baseline: baseline, actual: [(2022, actual)], target: actual)
    #expect(progress.start.gap == .unitsDiffer)
  }
}
