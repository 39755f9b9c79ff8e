import MunicipalModel
import Testing

@testable import DocumentReading

/// Lines outside tables that a draft finds rules for. The first are of 横浜市 (第3期健康横浜21, shihyo.txt), the
/// second of 浦河町 (総合戦略, as mutotakuya-urakawa.blogspot.com has it), the others are made.
struct LineDraftTests {
  private func read(_ text: String) throws -> (rules: [String], figures: [String]) {
    let document = try DocumentText(id: "plan", text: text)
    let layout = LayoutDraft(of: document).layout
    var session = DocumentSession(document)
    let roots = LaidOutPlanReader.roots(of: layout, title: "計画", in: &session)
    let indicators = Plan(document: "plan", title: "", roots: roots).indicators.map(\.indicator)
    let figures = indicators.map { indicator in
      indicator.name
        + indicator.figures.map { " \($0.role.rawValue) \($0.reading.value?.description ?? "-")" }
        .joined()
    }
    return (layout.lines.map(\.text), figures)
  }

  @Test func `Words with colons say what the figures are`() throws {
    let read = try read(
      """
      No1 指標：健康寿命（男性）、直近値：72.60年（R1）、目標値（目標）：73.70年以上（R13）、目標の方向：増加、出典：厚生労働省
      No2 指標：健康寿命（女性）、直近値：75.01年（R1）、目標値（目標）：76.42年以上（R13）、目標の方向：増加、出典：厚生労働省
      """)
    #expect(
      read.rules == ["{text}指標：{indicator}、直近値：{actual}、目標値（目標）：{target}、目標の方向：{text}、出典：{text}"])
    #expect(
      read.figures == [
        "健康寿命（男性） actual 72.60 target 73.70", "健康寿命（女性） actual 75.01 target 76.42",
      ])
  }

  @Test func `One name may stand below several headings`() throws {
    let read = try read(
      """
      (1)第一次産業の振興
      ① 新規就農者数:1.4人/年 → 4組/年
      (4)人材・後継者の育成
      ① 新規就農者数:1.4組/年 → 4組/年
      ② 新規就漁者数:2人/年 → 5人/年
      """)
    #expect(read.figures.count == 3)
    #expect(read.rules == ["{indicator}：{baseline}→{target}"])
  }

  @Test func `The line above names the figures`() throws {
    let read = try read(
      """
      ■アクセス数
      現状値 60万件/年（H21）→ 目標値 100万件/年（H26）
      ■登録団体数
      現状値 152団体（H21）→ 目標値 220団体（H26）
      """)
    #expect(
      read.figures == ["アクセス数 baseline 60 target 100", "登録団体数 baseline 152 target 220"])
  }

  @Test func `What tables print too is not read again`() throws {
    let read = try read(
      """
      指標\t基準値\t目標値
      移住者数\t11人\t17人
      転入者数\t715人\t950人

      移住者数：11人→17人
      転入者数：715人→950人
      """)
    #expect(read.rules.isEmpty)
  }
}
