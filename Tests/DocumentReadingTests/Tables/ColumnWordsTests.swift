import MunicipalModel
import Testing

@testable import DocumentReading

/// Headings as plans and reports print them.
@Suite("What usual headings mean")
struct ColumnWordsTests {
  static let figures: [(IndicatorFigure.Role, [String])] = [
    (
      .baseline,
      [
        "初期値", "当初値（H26）", "策定時", "策定時の値", "計画策定時（令和元年度）", "設定時の値", "従前値", "従前値（H27）", "ベースライン値",
        "基準年（2013）", "計画開始時", "現状", "現状値", "現況値", "現況（H23）", "現在値", "現在",
      ]
    ),
    (
      .actual,
      [
        "直近値", "最新値", "最新の値", "直近実績値", "実績見込", "R5見込値", "見込値", "R4実績", "中間評価値", "R5速報値", "中間実績",
        "目標に対する実績",
      ]
    ),
    (.interimTarget, ["中間目標", "中間目標値（R4）", "中間値", "中間年度の目標"]),
    (
      .target,
      [
        "最終目標", "将来値", "めざす値", "目指す値", "努力目標（H32）", "年度目標値", "H22の目標値", "計画値", "目標値（現状値以上）", "達成目標",
        "数値目標",
      ]
    ),
    (.achievement, ["達成率", "達成度", "進捗率", "目標達成率", "対目標達成率", "達成割合", "達成状況"]),
    (.assessment, ["進捗状況", "評価", "判定", "進捗"]),
  ]

  @Test("Headings of figures", arguments: figures)
  func figure(_ role: IndicatorFigure.Role, _ headings: [String]) {
    for heading in headings {
      #expect(TableColumn(heading: heading).role == .figure(role), "\(heading)")
    }
  }

  @Test(
    "What follows from other columns is no target",
    arguments: [
      "目標値との差", "目標との差（R5）", "目標比", "対目標", "対目標値", "差引", "増減", "前年度比", "対前年比", "目標値との比較", "基準値比",
    ])
  func derived(_ heading: String) { #expect(TableColumn(heading: heading).role == .derived) }

  @Test(
    "Text beside the figures is no figure",
    arguments: [
      "目標値の考え方", "目標値設定の根拠", "目標設定の根拠・理由", "目標達成に向けた今後の取組", "指標の定義・算出方法", "出典", "備考", "担当課", "所管部署",
      "KPIの算定方法", "実績に関する備考", "今後の方向性", "目標未達の要因", "指標の説明",
    ])
  func text(_ heading: String) {
    let column = TableColumn(heading: heading)
    #expect(column.role == .unknown && column.trait == .text)
  }

  @Test("Names, numbers, units and levels")
  func others() {
    let roles: [(String, ColumnRole)] = [
      ("No.", .rowNumber), ("№", .rowNumber), ("番号", .rowNumber), ("基本目標", .level(.goal)),
      ("方向性", .betterDirection), ("目標の方向性", .betterDirection),
      ("基本的方向", .level(.direction)), ("施策の基本的方向", .level(.direction)),
      ("具体的施策", .level(.measure)), ("施策", .level(.measure)), ("主な事業名", .project),
      ("めざす姿の成果指標名", .indicator), ("目標指標", .indicator), ("評価指標", .indicator),
      ("評価項目", .indicator), ("単位", .unit), ("目標年度", .figurePeriod(.target)),
      ("基準年", .figurePeriod(.baseline)), ("測定年度", .figurePeriod(nil)),
      ("目標年次（西暦）", .figurePeriod(.target)), ("R5事業費（千円）", .unknown),
    ]
    for (heading, role) in roles {
      #expect(TableColumn(heading: heading).role == role, "\(heading)")
    }
    #expect(TableColumn(heading: "目標年度（R6）").role == .figure(.target))
  }
}
