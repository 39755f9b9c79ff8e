import DocumentReading
import MunicipalModel
import Testing

/// Figures in tables of indicators, with what headings, names and unit columns say of them.
@Suite struct FigureCellTests {
  private func indicators(_ table: String) throws -> (indicators: [Indicator], notes: [Diagnostic])
  {
    let (roots, notes) = try LayoutSample.read("基本目標1 しごと\n\n\(table)")
    return (roots.flatMap(\.indicators), notes)
  }

  private func figures(_ indicator: Indicator) -> [String] {
    indicator.figures.map {
      "\($0.period?.code ?? "-") \(summary($0.reading)) \($0.accumulation.rawValue)"
    }
  }

  @Test(
    "A word of accumulation does not hide the unit",
    arguments: [
      ("企業立地件数（件）［累計］", "企業立地件数［累計］", "件"), ("就農者数［累計］（人）", "就農者数［累計］", "人"),
      ("移住者数（人）（累計）", "移住者数（累計）", "人"), ("創業件数（累計）（件）", "創業件数（累計）", "件"),
      ("創業件数【件・累計】", "創業件数【累計】", "件"), ("創業件数（累計・件）", "創業件数（累計）", "件"),
      ("創業件数（単位：件、累計）", "創業件数（累計）", "件"), ("創業件数（件/累計）", "創業件数（累計）", "件"),
      ("創業件数（5年間累計）（件）", "創業件数（5年間累計）", "件"), ("創業件数（件）（R2～R6累計）", "創業件数（R2～R6累計）", "件"),
      ("創業件数（件）【累計値】※1", "創業件数【累計値】", "件"), ("創業件数（累計）", "創業件数（累計）", ""),
      ("出荷額（百万円）［累積］", "出荷額［累積］", "百万円"), ("累計創業件数（件）", "累計創業件数", "件"),
      ("創業件数の累計（件）", "創業件数の累計", "件"),
    ])
  func accumulatedUnit(printed: String, name: String, unit: String) throws {
    let read = IndicatorName(printed)
    #expect(read.name == name && read.unit == unit && read.accumulation == .cumulative)
    let (found, notes) = try indicators(
      "指標\t基準値（R1）\tR5実績\t目標値（R6）\t達成率\n\(printed)\t347\t429\t465\t92.3%")
    #expect(
      found.map(figures) == [
        [
          "FY2019 347 \(unit) cumulative", "FY2023 429 \(unit) cumulative",
          "FY2024 465 \(unit) cumulative", "FY2023 92.3 % single",
        ]
      ])
    #expect(notes.isEmpty)
  }

  @Test("A column of units may say it as well, and a cell says it best")
  func unitColumn() throws {
    let (found, notes) = try indicators(
      "指標\t単位\t基準値（R1）\t目標値（R6）\n創業件数\t件（累計）\t3\t各年12\n移住者数\t人・累計\t3\t12")
    #expect(found.map(\.unit) == ["件", "人"])
    #expect(found.map(\.name) == ["創業件数", "移住者数"])
    #expect(
      found.map(figures) == [
        ["FY2019 3 件 cumulative", "FY2024 12 件 yearly"],
        ["FY2019 3 人 cumulative", "FY2024 12 人 cumulative"],
      ])
    #expect(notes.isEmpty)
  }

  @Test(
    "Brackets of other words are no accumulation",
    arguments: ["合計特殊出生率（5か年平均）", "参加者数（延べ）", "利用件数（単年度）", "健康寿命（男性）"])
  func noAccumulation(_ printed: String) {
    #expect(IndicatorName(printed).accumulation == nil)
    #expect(IndicatorName(printed).name == printed)
  }

  static let headings: [(String, String)] = [
    ("実績値（R5.3末）", "2023-03-31"), ("実績値（R5.3）", "2023-03-31"), ("実績値（2023.3末）", "2023-03-31"),
    ("実績値（2023/3）", "2023-03-31"), ("実績値（H31.3末）", "2019-03-31"), ("実績値（㋿4年度）", "FY2022"),
    ("実績値（令和四年度）", "FY2022"), ("実績値（令和5年3月末時点）", "2023-03-31"), ("R5.3月末時点実績", "2023-03-31"),
    ("実績値（H30～R2）", "FY2018/FY2020"), ("実績値（令和2・3年度）", "FY2020/FY2021"),
    ("実績値（R2～4）", "FY2020/FY2022"), ("⾦和4年度実績", "-"), ("2022年度（令和4年度）実績", "FY2022"),
  ]

  @Test("A heading and a cell are read by one reader of times", arguments: headings)
  func heading(_ heading: String, _ code: String) throws {
    let (found, notes) = try indicators("指標\t基準値（R1）\t\(heading)\t目標値（R6）\n新規就農者\t1人\t2人\t3人")
    #expect(found.first?.figures[1].period?.code ?? "-" == code)
    #expect(notes.map(\.code) == (code == "-" ? ["undated-column"] : []))
  }

  @Test("A mean of years in a heading is a mean, and an estimate an estimate")
  func meanAndEstimate() throws {
    let (found, notes) = try indicators(
      "指標\t基準値（令和2～4年度平均）\tR6見込実績\t実績値（R5速報値）\t目標値（R6）（見込み）\n新規就農者\t1人\t2人\t3人\t4人")
    let observations = try #require(found.first).figures
    #expect(
      figures(try #require(found.first)) == [
        "FY2020/FY2022 1 人 average", "FY2024 2 人 single", "FY2023 3 人 single",
        "FY2024 4 人 single",
      ])
    #expect(observations.map { $0.reading.quantity?.isEstimate } == [false, true, true, false])
    #expect(notes.isEmpty)
  }

  @Test(
    "A time that cannot be read is told with its column",
    arguments: ["実績値（令和〇〇年度）", "実績値（令和2年度～）", "実績値（令和2・4年度）", "実績値（R5.13）"])
  func undated(_ heading: String) throws {
    let (found, notes) = try indicators("指標\t基準値（R1）\t\(heading)\t目標値（R6）\n新規就農者\t1人\t2人\t3人")
    let note = try #require(notes.first)
    #expect(notes.count == 1 && note.code == "undated-column" && note.severity == .warning)
    #expect(note.citation.cell == 3 && note.citation.line == 3)
    #expect(note.citation.printed == heading)
    #expect(found.first?.figures[1].reading.value == ExactDecimal(2))
  }

  @Test("A column of actual figures without any time is a note; one whose cells say it is none")
  func unstated() throws {
    let (_, notes) = try indicators("指標\t実績値\t目標値\n新規就農者\t2人\t3人")
    #expect(notes.map(\.code) == ["undated-column"] && notes.map(\.severity) == [.info])
    let cells = try indicators("指標\t実績値\t目標値\n新規就農者\t2人（R5.3）\t3人\n移住者\t―\t4人")
    #expect(cells.notes.isEmpty)
    #expect(cells.indicators.first?.figures.first?.period?.code == "2023-03-31")
  }

  @Test("An era and a year that disagree are told with both, and neither is taken")
  func contradiction() throws {
    let (found, notes) = try indicators("指標\t基準値（R1）\t実績値（令和3年（2022年））\t目標値（R6）\n新規就農者\t1人\t2人\t3人")
    #expect(found.first?.figures[1].period == nil)
    #expect(notes.map(\.code) == ["contradictory-years"] && notes.map(\.severity) == [.warning])
    #expect(notes.first?.message.ja.contains("2021年と2022年") == true)
    #expect(notes.first?.citation.cell == 3)
  }

  @Test("States in words are values, and no error")
  func states() throws {
    let (found, notes) = try indicators(
      """
      指標\t現状値（R1）\tR5実績\t目標値（R6）
      生涯学習推進協議会の設置\tなし\tなし\t設置
      スポーツ推進計画の策定\t未策定\t策定\t策定
      保育士資格取得\t0%\t80%\t全員取得
      転入超過\t△120人\t△80人\t均衡
      公民館の改修\t未実施\t実施済\t実施
      """)
    #expect(notes.isEmpty)
    #expect(
      found[0].figures.map { summary($0.reading) } == ["label なし", "label なし", "label 設置"])
    #expect(found[2].figures[2].reading == .label("全員取得"))
    #expect(found[4].figures[0].reading == .missing(.notCarriedOut))
  }

  static let radicals: [(String, String)] = [
    ("⼈⼝", "人口"), ("⽬標", "目標"), ("⼦", "子"), ("⽣", "生"), ("⼊", "入"), ("⼈", "人"), ("⻑", "長"),
    ("⺠", "民"),
    ("㋿", "令和"), ("㌫", "%"),
  ]

  @Test("Characters as a PDF leaves them read like the usual ones, and are cited as printed")
  func look() throws {
    let printed = """
      指標\t基準値（㋿元年度）\t実績値（㋿5年度）\t⽬標値（㋿6年度）
      年間出⽣数（⼈）\t100⼈\t90\t120⼈
      ⻑寿者の割合\t45㌫\t46㌫\t50㌫
      住⺠⼈⼝\t1⼾\t2⼾\t3⼾
      """
    let usual = Self.radicals.reduce(printed.replacing("⼾", with: "戸")) {
      $0.replacing($1.0, with: $1.1)
    }
    let (found, notes) = try indicators(printed)
    let control = try indicators(usual)
    #expect(notes.isEmpty && control.notes.isEmpty)
    #expect(found.map(\.name) == ["年間出生数", "長寿者の割合", "住民人口"])
    #expect(found.map(\.name) == control.indicators.map(\.name))
    #expect(found.map(\.unit) == ["人", "%", "戸"])
    #expect(found.map(figures) == control.indicators.map(figures))
    #expect(found[0].figures[0].citation.printed == "100⼈")
    #expect(found[0].citation.printed == "年間出⽣数（⼈）")
  }
}
