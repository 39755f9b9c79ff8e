import DocumentReading
import MunicipalModel
import Testing

/// Rows whose names end in 目標値, 実績値 and 達成率. The tables are made for these tests.
struct NamedRoleTests {
  @Test(
    arguments: [
      ["移住者数目標値（人）", "移住者数実績値（人）", "移住者数達成率（％）"], ["移住者数（人）目標", "移住者数（人）実績", "移住者数（人）達成率"],
      ["移住者数（目標）", "移住者数（実績）", "移住者数（達成率）"], ["移住者数 計画値", "移住者数 実績値", "移住者数 達成率"],
      ["移住者数【目標値】（人）", "移住者数【実績値】（人）", "移住者数【達成率】（％）"],
    ])
  func `They are one indicator`(names: [String]) throws {
    let table = try TableSample(
      csv: """
        指標,基準値（R1）,R4,R5,R6,備考
        \(names[0]),8,14,16,18,
        \(names[1]),8,12,20,,
        \(names[2]),,85.7,125.0,,
        空き家数,5,4,3,2,
        """, Self.layout)
    #expect(
      table.figures.first?.hasSuffix(
        ": baseline FY2019 8, target FY2022 14, target FY2023 16, target FY2024 18, actual FY2022 12, "
          + "actual FY2023 20, actual FY2024 -, achievement FY2022 85.7, achievement FY2023 125.0, "
          + "achievement FY2024 -") == true)
    #expect(table.indicators.count == 2)
    #expect(
      table.figures.last
        == "空き家数: baseline FY2019 5, actual FY2022 4, actual FY2023 3, actual FY2024 2")
  }

  @Test(arguments: [["移住者数目標", "定住者数実績"], ["移住者数実績", "定住者数実績"], ["移住者数", "移住者数実績"]])
  func `Names that are not alike without the words stay`(names: [String]) throws {
    let table = try TableSample(
      csv: "指標,基準値（R1）,R4,R5\n\(names[0]),8,14,16\n\(names[1]),8,12,20\n", Self.layout)
    #expect(table.indicators.map(\.name) == names)
  }

  private static let layout = #"{ "columns": [ { "heading": "指標", "means": "indicator" } ] }"#
}
