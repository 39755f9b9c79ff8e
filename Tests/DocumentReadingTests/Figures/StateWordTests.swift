import DocumentReading
import MunicipalModel
import Testing

/// States in words, which stand where a figure would.
@Suite struct StateWordTests {
  @Test(
    "A state is a value in words, and no finding",
    arguments: [
      "なし", "無し", "あり", "有", "無", "策定", "未策定", "策定済", "策定済み", "策定中", "設置", "未設置", "設置済", "実施",
      "実施済",
      "実施済み", "未着手", "一部実施", "完了", "着手", "検討中", "協議中", "準備中", "導入", "未導入", "導入予定", "運用開始", "供用開始",
      "整備完了", "策定に着手", "計画策定", "条例制定", "体制構築", "全員取得", "全校実施", "全戸配布", "全地区", "均衡", "収支均衡", "黒字化",
      "○", "◯", "×", "◎", "済", "済み", "未", "可", "不可", "未定", "継続", "廃止", "達成", "未達成", "策定・公表", "策 定",
      "策定（R4）", "R4策定済", "令和5年度策定", "毎年実施",
    ])
  func state(_ printed: String) {
    let figure = PrintedFigure(printed, unit: "件")
    #expect(figure.reading == .label(printed))
    #expect(figure.issues.isEmpty)
  }

  @Test(
    "A mark that has a meaning of its own keeps it",
    arguments: [
      ("未実施", MissingReason.notCarriedOut), ("実施なし", .notCarriedOut), ("中止", .cancelled),
      ("調査なし", .notSurveyed), ("調査中", .beingSurveyed), ("該当なし", .notApplicable),
      ("対象外", .notApplicable), ("不明", .notAvailable), ("データなし", .notAvailable), ("非公表", .withheld),
      ("現状維持", .inWords), ("増加", .inWords),
    ])
  func mark(_ printed: String, _ reason: MissingReason) {
    #expect(PrintedFigure(printed).reading == .missing(reason))
  }

  @Test(
    "Prose is told",
    arguments: [
      "計画を策定した", "協議会の設置に向けて検討", "順調", "概ね順調", "移住相談会の開催", "空き家バンクを運用している", "策定5件", "実施状況",
      "広報紙による周知", "施設の整備", "△", "有料", "無料", "有田町", "○○町", "可燃ごみ", "全国平均", "済州島",
    ])
  func prose(_ printed: String) {
    let figure = PrintedFigure(printed)
    #expect(figure.reading == .missing(.unreadable))
    #expect(figure.issues.map(\.severity) == [.error])
  }

  @Test("Words in place of a figure are kept", arguments: ["現状維持", "20～30人", "30人増"])
  func remark(_ printed: String) {
    let figure = PrintedFigure(printed, unit: "人")
    #expect(figure.reading == .missing(.inWords) && figure.remark == printed)
  }
}
