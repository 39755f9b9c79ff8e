import DocumentReading
import MunicipalModel
import Testing

/// No figure of a table that is read is lost without a word.
@Suite("Figures that are not accounted for")
struct UnreadFigureTests {
  private func read(_ text: String, layout: String = LayoutSample.goals) throws -> DocumentContents
  {
    let files = [
      BuiltInFile(
        name: "municipality.json",
        text: DeclaredSample.description(#""layout": "sample.layout.json""#)),
      BuiltInFile(name: "sample.layout.json", text: layout),
      BuiltInFile(name: "sample.txt", text: text),
    ]
    return try DeclaredMunicipality(files: files).record().documents[0]
  }

  private func notes(_ text: String, layout: String = LayoutSample.goals) throws -> [String] {
    Self.notes(of: try read(text, layout: layout))
  }

  /// What was noticed, besides that figures have no time.
  private static func notes(of contents: DocumentContents) -> [String] {
    DeclaredSample.notes(contents).filter { !$0.hasPrefix("undated-column") }
  }

  private static let table = "基本目標1 しごと\n指標\t基準値\t目標値\n件数(件)\t1\t2"

  @Test("A table of which everything is read has no finding")
  func nothing() throws {
    #expect(try notes("\(Self.table)\n※令和2年度と令和3年度の調査\n").isEmpty)
  }

  @Test("Rows behind a line that ends the table are told, each with its figures")
  func behindTheEnd() throws {
    let contents = try read("\(Self.table)\n上の表の説明が長く続く。\n人数(人)\t3\t4\n回数(回)\t5\t6")
    let told = contents.diagnostics.filter {
      $0.code == "unread-figures" || $0.code == "unread-table"
    }
    #expect(Set(told.map(\.citation.line)) == [5, 6])
    #expect(contents.plans[0].indicators.count == 1)
  }

  @Test("Rows of words behind a line that ends the table have no figures to tell")
  func wordsBehindTheEnd() throws {
    let words = "担当\t企画課\t総務課\n区分\t市\t道"
    let codes = try read("\(Self.table)\n上の表の説明が長く続く。\n\(words)").diagnostics.map(\.code)
    #expect(!codes.contains("unread-figures"))
  }

  @Test(
    "Lines that state figures and fit no rule are told",
    arguments: [
      "新規雇用者数：― → 50人", "新規創業件数：10件 → 20件", "移住者数 現状12人 目標20人", "基準値：12人 目標値：20人",
      "目標値：20人（R6）", "現状（R1）12人、目標（R6）20人", "・基準値（平成30年度）：46人　実績値（令和3年度）：45人",
    ])
  func lines(line: String) throws {
    #expect(try notes("基本目標1 しごと\n\(line)\n\n指標\t基準値\t目標値\n件数(件)\t1\t2") == ["unread-line 2"])
  }

  @Test(
    "Sentences, times and notes are not",
    arguments: [
      "令和2年度の現状と令和6年度の目標", "目標は20人とする", "現状維持を目標とし、10人を見込む", "目標値は次の2つである",
      "計画期間 令和2年度 → 令和6年度", "現状と課題 1",
    ])
  func noLines(line: String) throws {
    #expect(try notes("基本目標1 しごと\n\(line)\n\n指標\t基準値\t目標値\n件数(件)\t1\t2") == [])
  }

  @Test("A row of the population with an extra cell has no figure, and is told")
  func extraCell() throws {
    let layout = """
      { "headings": [ { "level": "goal", "pattern": "基本目標{number} {title}" } ], "population": [
        { "heading": "区分", "years": "across", "items": [
          { "heading": "総人口", "item": "year_end_population" }, { "heading": "出生", "item": "births" },
          { "heading": "死亡", "item": "deaths" } ] },
        { "heading": "年次", "years": "down", "items": [
          { "heading": "出生", "item": "births" }, { "heading": "死亡", "item": "deaths" } ] } ] }
      """
    let across = try read(
      "\(Self.table)\n\n区分\t平成28年\t平成29年\n総人口\t12,300人\t\t12,200人\n出生\t60\t50\n死亡\t8O\t70\t",
      layout: layout)
    #expect(across.populationFigures.count == 4)
    #expect(across.populationFigures.allSatisfy { $0.item != .yearEndPopulation })
    #expect(DeclaredSample.notes(across).contains("extra-cells 6"))
    let down = try read(
      "\(Self.table)\n\n年次\t出生\t死亡\n令和元年\t60\t\t70\n令和2年\t50\t80", layout: layout)
    #expect(down.populationFigures.map { $0.reading.value?.description } == ["50", "80"])
    #expect(DeclaredSample.notes(down).contains("extra-cells 6"))
  }

  @Test(
    "An unreadable first cell of a row takes no other with it", arguments: ["調査中（6月公表）", "約束", "―"])
  func unreadableCell(cell: String) throws {
    let layout = """
      { "headings": [ { "level": "goal", "pattern": "基本目標{number} {title}" } ], "population": [
        { "heading": "区分", "years": "across", "items": [ { "heading": "出生", "item": "births" } ] } ] }
      """
    for row in ["出生\t\(cell)\t60\t50", "出生\t人\t\(cell)\t60\t50"] {
      let heading = row.contains("人\t") ? "区分\t単位\t令和2年\t令和3年\t令和4年" : "区分\t令和2年\t令和3年\t令和4年"
      let contents = try read("\(Self.table)\n\n\(heading)\n\(row)", layout: layout)
      #expect(
        contents.populationFigures.compactMap { $0.reading.value?.description } == ["60", "50"])
    }
  }

  @Test("A part of a group that no rule knows is not read as the group")
  func unknownPart() throws {
    let layout = """
      { "headings": [ { "level": "goal", "pattern": "基本目標{number} {title}" } ], "population": [
        { "heading": "区分", "years": "across", "items": [ { "heading": "社会動態", "item": "social_change" } ] } ] }
      """
    let contents = try read(
      "\(Self.table)\n\n区分\t\t令和2年\n社会動態\t転居\t60", layout: layout)
    #expect(contents.populationFigures == [])
    #expect(Self.notes(of: contents) == ["unknown-row 6"])
  }
}
