import MunicipalModel
import Testing

@testable import Rendering

struct ChartLayoutTests {
  @Test(arguments: [
    (0.0...10, 5, ["0", "2", "4", "6", "8", "10"]),
    (-0.7...0.14, 5, ["-0.8", "-0.6", "-0.4", "-0.2", "0", "0.2"]),
    (79_352...85_000, 5, ["78,000", "80,000", "82,000", "84,000", "86,000"]),
    (0...0, 5, ["0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
    (7...7, 2, ["0", "5", "10"]),
    (0...1e99, 2, ["0", "5e98", "10e98"]),
    (0...0.0000004, 2, ["0", "2e-7", "4e-7"]),
  ])
  func ticksAreNice(_ range: ClosedRange<Double>, _ count: Int, _ labels: [String]) {
    #expect(AxisTicks(enclosing: range, count: count).labels == labels)
  }

  @Test func countsHaveWholeMarks() {
    #expect(AxisTicks(enclosing: 0...2, count: 5, isWhole: true).labels == ["0", "1", "2"])
    #expect(AxisTicks(enclosing: 0...2, count: 5).labels == ["0", "0.5", "1.0", "1.5", "2.0"])
    #expect(AxisTicks(enclosing: 0...0, count: 5, isWhole: true).labels == ["0", "1"])
  }

  @Test func ticksEncloseEveryRange() {
    var generator = SeededNumbers(seed: 11)
    for _ in 0..<2_000 {
      let scale = Double.random(in: -98...98, using: &generator)
      let size = (0..<Int(scale.magnitude)).reduce(1.0) { product, _ in
        scale < 0 ? product / 10 : product * 10
      }
      let first = Double.random(in: -10...10, using: &generator) * size
      let second = Double.random(in: -10...10, using: &generator) * size
      let range = min(first, second)...max(first, second)
      let count = Int.random(in: 1...8, using: &generator)
      let ticks = AxisTicks(enclosing: range, count: count)
      let slack = (ticks.range.upperBound - ticks.range.lowerBound) * 1e-6
      #expect(ticks.range.lowerBound <= range.lowerBound + slack)
      #expect(ticks.range.upperBound >= range.upperBound - slack)
      #expect((2...(2 * count + 2)).contains(ticks.values.count))
      #expect(zip(ticks.values, ticks.values.dropFirst()).allSatisfy { $0 < $1 })
      #expect(Set(ticks.labels).count == ticks.labels.count)
    }
  }

  @Test func labelsThatFitStayWhereTheyAre() {
    let labels = [10.0, 40, 25].map { LabelSpreading.Label(wanted: $0, length: 10) }
    #expect(LabelSpreading.places(labels, within: 0...50) == [10, 40, 25])
  }

  @Test func labelsAtOnePlaceSpreadAboutIt() {
    let labels = [20.0, 20, 20].map { LabelSpreading.Label(wanted: $0, length: 10) }
    #expect(LabelSpreading.places(labels, within: 0...50) == [10, 20, 30])
    #expect(LabelSpreading.places(labels, within: 18...50) == [23, 33, 43])
  }

  @Test func labelsNeverOverlapAndKeepTheirOrder() {
    var generator = SeededNumbers(seed: 5)
    for _ in 0..<300 {
      let labels = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
        LabelSpreading.Label(
          wanted: Double.random(in: -20...120, using: &generator),
          length: Double.random(in: 1...20, using: &generator))
      }
      let places = LabelSpreading.places(labels, within: 0...100)
      let order = labels.indices.sorted { places[$0] < places[$1] }
      for (before, after) in zip(order, order.dropFirst()) {
        let room = (labels[before].length + labels[after].length) / 2
        #expect(places[after] - places[before] >= room - 1e-9)
        #expect(labels[before].wanted <= labels[after].wanted)
      }
    }
  }

  @Test func japaneseTakesItsFullWidth() {
    let measure = TextMeasure(size: 10)
    #expect(measure.width("人口の動き") == 50)
    #expect(measure.width("①※…") == 30)
    #expect(measure.width("Wilt") < 30 && measure.width("Wilt") > 15)
    #expect(measure.width("") == 0)
  }

  @Test func longTextsAreBrokenThenCut() {
    let measure = TextMeasure(size: 10)
    let name = "子育て世代への支援に関する満足度"
    let whole = FittedText(name, measure: measure, limit: 60, most: 3)
    #expect(whole.lines.joined() == name && !whole.isCut)
    #expect(whole.lines.allSatisfy { measure.width($0) <= 60 })
    let cut = FittedText(name, measure: measure, limit: 60, most: 2)
    #expect(cut.isCut && cut.lines.count == 2 && cut.lines[1].hasSuffix("…"))
    #expect(cut.lines.allSatisfy { measure.width($0) <= 60 })
    #expect(FittedText("", measure: measure, limit: 60, most: 2).lines == [""])
  }
}

/// Numbers that are the same in every run.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
