import DocumentReading
import MunicipalModel
import TestSupport
import Testing

@Suite struct TableColumnTests {
  static let headings: [(String, ColumnRole, String?)] = [
    ("H30基準", .figure(.baseline), "FY2018"), ("R 2実績", .figure(.actual), "FY2020"),
    ("R2実績", .figure(.actual), "FY2020"), ("Ｒ４実績", .figure(.actual), "FY2022"),
    ("R5実績", .figure(.actual), "FY2023"), ("R6目標", .figure(.target), "FY2024"),
    ("R 6目標", .figure(.target), "FY2024"), ("達成状況", .figure(.achievement), nil),
    ("基準値", .figure(.baseline), nil), ("目標値", .figure(.target), nil), ("実績", .figure(.actual), nil),
    ("状況", .figure(.assessment), nil), ("2020年度", .figure(.actual), "FY2020"),
    ("令和2年度", .figure(.actual), "FY2020"), ("２０２０年度", .figure(.actual), "FY2020"),
    ("項目", .indicator, nil), ("指標名", .indicator, nil), ("重要業績評価指標（KPI）", .indicator, nil),
    ("重要業績評価指標 (KPI)", .indicator, nil), ("ＫＰＩ", .indicator, nil), ("事業名・事業の内容", .project, nil),
    ("基準値（平成30年度）", .figure(.baseline), "FY2018"), ("目標値 (令和6年度)", .figure(.target), "FY2024"),
    ("現状値（2018年）", .figure(.baseline), "CY2018"), ("令和4年度実績値", .figure(.actual), "FY2022"),
    ("KPI達成状況", .figure(.achievement), nil), ("KPI目標値（R6）", .figure(.target), "FY2024"),
    ("中間目標", .figure(.interimTarget), nil),
    ("中間目標値（令和4年度）", .figure(.interimTarget), "FY2022"),
    ("R4中間目標", .figure(.interimTarget), "FY2022"),
    ("", .prose, nil),
    ("　", .prose, nil), ("備考", .unknown, nil), ("第2期", .unknown, nil),
    ("計画2020年度", .unknown, "FY2020"), ("2020年度（計画）", .unknown, "FY2020"),
  ]

  @Test("A heading says what its column holds, and of which year", arguments: headings)
  func heading(_ heading: String, _ role: ColumnRole, _ period: String?) {
    let column = TableColumn(heading: heading)
    #expect(column.role == role)
    #expect(column.period?.code == period)
    #expect(column.heading == heading)
  }

  @Test(
    "A heading without a year has no period",
    arguments: [
      "事業費12345千円", "120200人", "PART2実績", "TOP10目標", "ART5", "CO2削減目標", "5G実績", "BS4実績", "平成100年基準",
      "基準（平成30年（2017年））", "令和実績",
    ])
  func noPeriod(_ heading: String) { #expect(TableColumn(heading: heading).period == nil) }

  @Test("A city's own rule goes before the common ones")
  func ownRule() {
    let rules = [ColumnRule(.contains("取組み"), .prose)] + ColumnRule.common
    #expect(TableColumn(heading: "令和2年度の取組み実績", rules: rules).role == .prose)
    #expect(TableColumn(heading: "令和2年度の実績", rules: rules).role == .figure(.actual))
    #expect(TableColumn(heading: "令和2年度の実績", rules: []).role == .unknown)
  }

  @Test(
    "A heading of any length is read in good time", .timeLimit(.minutes(10)),
    arguments: [
      "人", "R", "令和", "2", "2020年度～",
    ])
  func hugeHeading(_ piece: String) {
    let text = String(repeating: piece, count: TestSize.of(1_000_000) / piece.utf8.count)
    #expect(TableColumn(heading: text + "目標").role == .figure(.target))
  }
}
