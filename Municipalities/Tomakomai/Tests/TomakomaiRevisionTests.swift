import MachiKurabe
import Testing
import Tomakomai

/// Lines of the revision that are written otherwise: each figure is read right, or told.
@Suite("Tomakomai: figures of the revision in damaged lines")
struct TomakomaiRevisionTests {
  private func read(_ figures: String) throws -> DocumentContents {
    let text = """
      苫小牧市総合戦略 新旧対照表
      38 基本目標1　地元雇用の拡大

      ■数値目標
      指標名:
      新規雇用創出数
      \(figures)

      39 ■事業名・事業の内容
      合同就職説明会事業　【工業・雇用振興課】
      指標名：内定者数
      基準値（平成30年度）：9人　　実績値（令和3年度）：累計7人　　目標値（令和6年度）：累計40人
      """
    return try Tomakomai().read(DocumentText(id: "tomakomai-revision", text: text)).contents
  }

  static let good = "基準値（平成30年度）：46人　　実績値（令和3年度）：累計45人　　目標値（令和6年度）：累計230人"

  private func figures(_ contents: DocumentContents) -> [String] {
    let indicator = contents.plans.first?.indicators.first { $0.indicator.name == "新規雇用創出数" }
    return indicator?.indicator.figures.map {
      "\($0.role.rawValue) \($0.period?.code ?? "-") \($0.reading.value?.description ?? "-")"
    } ?? []
  }

  @Test(
    "A semicolon, a bullet and a lost bracket change no figure",
    arguments: [
      good, good.replacing("）：46", with: "）；46"), good.replacing("）：累計45", with: "）；累計45"),
      "・" + good, "● " + good, good.replacing("平成30年度）", with: "平成30年度"),
      good.replacing("令和3年度）", with: "令和3年度"), good.replacing("　　", with: " "),
      good.replacing("人　　目標値", with: "人\n目標値"),
    ])
  func readRight(line: String) throws {
    #expect(
      figures(try read(line)) == [
        "baseline FY2018 46", "actual FY2021 45", "target FY2024 230",
      ])
  }

  @Test("An interim figure between is one of its own")
  func interim() throws {
    let contents = try read(Self.good.replacing("目標値", with: "中間値（令和4年度）：50人　　目標値"))
    #expect(
      figures(contents) == [
        "baseline FY2018 46", "actual FY2021 45", "interim_target FY2022 50", "target FY2024 230",
      ])
  }

  @Test(
    "What cannot be read is told, and no other figure takes its place",
    arguments: [
      good.replacing("）：46", with: "）46"), good.replacing("基準値", with: "基隼値"),
      good.replacing("実績値", with: "最終値"), good.replacing("）：累計230", with: "）は累計230"),
      "前回値（平成29年度）：40人　　" + good, good + "　　参考：99人",
    ])
  func told(line: String) throws {
    let contents = try read(line)
    let told = contents.diagnostics.filter {
      (7...8).contains($0.citation.line) && $0.severity != .info
    }
    #expect(!told.isEmpty)
    let right = ["baseline FY2018 46", "actual FY2021 45", "target FY2024 230"]
    for figure in figures(contents) where !figure.hasSuffix(" -") {
      #expect(right.contains(figure), "\(figure)")
    }
  }
}
