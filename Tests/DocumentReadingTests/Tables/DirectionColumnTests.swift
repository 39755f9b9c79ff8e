import DocumentReading
import MunicipalModel
import Testing

/// Directions that a document prints, and which of several numbers an indicator counts.
@Suite("Directions and main numbers of a table")
struct DirectionColumnTests {
  private func read(
    _ text: String, layout: String = #"{"headings": []}"#
  ) throws -> (indicators: [Indicator], diagnostics: [Diagnostic]) {
    let found = try LayoutSample.read(text, layout)
    return (found.roots.flatMap(\.indicators), found.notes)
  }

  @Test(
    "A column 方向性 tells which way is better",
    arguments: [
      ("方向性", "↓", Direction?.some(.lower)), ("方向性", "↑", .higher), ("目標の方向性", "減", .lower),
      ("望ましい方向", "高いほど良い", .higher), ("方向性", "低いほどよい", .lower), ("方向性", "上昇", .higher),
      ("方向性", "減少させる", .lower), ("方向性", "増加傾向", .higher), ("指標の望ましい向き", "下降", .lower),
    ])
  func column(heading: String, cell: String, direction: Direction?) throws {
    let found = try read(
      "指標\t\(heading)\t基準値（R1）\tR5実績\t目標値（R6）\n取組数\t\(cell)\t10件\t12件\t11件\n")
    let indicator = try #require(found.indicators.first)
    #expect(indicator.printedDirection?.direction == direction)
    #expect(indicator.printedDirection?.citation.printed == cell)
    #expect(indicator.target?.reading.value == ExactDecimal(11))
    #expect(!found.diagnostics.contains { $0.code == "unreadable-direction" })
  }

  @Test("今後の方向性 with 継続 and 拡充 tells no direction of the figures")
  func measures() throws {
    let found = try read(
      "指標\t基準値（R1）\tR5実績\t目標値（R6）\t今後の方向性\n取組数\t10件\t12件\t11件\t継続\n利用数\t1件\t2件\t3件\t拡充\n")
    #expect(found.indicators.count == 2)
    #expect(found.indicators.allSatisfy { $0.printedDirection == nil })
    #expect(!found.diagnostics.contains { $0.code == "unreadable-direction" })
  }

  @Test("A cell that is no direction among others that are is a warning at its place")
  func unreadable() throws {
    let found = try read(
      "指標\t方向性\t基準値（R1）\tR5実績\t目標値（R6）\n取組数\t↓\t10件\t12件\t11件\n利用数\t拡充\t1件\t2件\t3件\n"
        + "定数\t→\t1件\t1件\t1件\n")
    let warnings = found.diagnostics.filter { $0.code == "unreadable-direction" }
    #expect(warnings.map(\.citation.line) == [3])
    #expect(warnings.map(\.citation.cell) == [2])
    #expect(found.indicators.map { $0.printedDirection?.direction } == [.lower, nil, nil])
  }

  @Test("An arrow beside the name is a printed direction")
  func arrow() throws {
    let found = try read("指標\t基準値（R1）\tR5実績\t目標値（R6）\n犯罪の件数（↓）\t10件\t12件\t11件\n")
    #expect(found.indicators.first?.printedDirection?.direction == .lower)
  }

  @Test(
    "Of several numbers the one that the name counts comes first",
    arguments: [
      ("移住者数", "3世帯9人", "9", "人"), ("移住世帯数", "3世帯9人", "3", "世帯"), ("移住", "3世帯9人", "3", "世帯"),
      ("お試し移住者数（延べ）", "3世帯9人", "9", "人"),
    ])
  func mainNumber(name: String, printed: String, value: String, unit: String) throws {
    let found = try read("指標\t基準値（R1）\tR5実績\t目標値（R6）\n\(name)\t\(printed)\t\(printed)\t5世帯15人\n")
    let reading = try #require(found.indicators.first?.actuals.first?.reading)
    #expect(reading.quantity?.value.description == value)
    #expect(reading.quantity?.unit == unit)
    #expect(reading.quantities.count == 2)
  }

  @Test("A layout names the main unit, what running totals start from, and the definition of 達成率")
  func layout() throws {
    let json = """
      {"headings": [], "main_units": ["人"], "running_totals": "baseline", "achievement": "from_baseline"}
      """
    let found = try read("指標\t基準値（R1）\tR5実績\t目標値（R6）\n移住\t3世帯9人\t4世帯12人\t5世帯15人\n", layout: json)
    #expect(found.indicators.first?.target?.reading.value == ExactDecimal(15))
    #expect(found.indicators.first?.runningTotals == .baseline)
    #expect(try LayoutSample.layout(json).achievement == .fromBaseline)
    #expect(throws: DataFileError.self) {
      try LayoutSample.layout(#"{"running_totals": "somewhere"}"#)
    }
  }
}
