import MunicipalModel
import PlanAnalysis
import Testing

@Suite("Crosswalk: Sustainable Development Goals")
struct CrosswalkSDGTests {
  let crosswalk: Crosswalk
  let matrix: SDGMatrix

  init() throws {
    crosswalk = try CrosswalkSample.builtIn()
    matrix = try CrosswalkSample.matrix()
  }

  @Test(
    "Every goal, measure and project has a goal, and every tag says that it is assigned, and why")
  func everythingIsTagged() {
    #expect(matrix.untagged == [])
    #expect(matrix.nodes.count > 350)
    for tagged in matrix.nodes {
      let tags = tagged.placed.node.sdgs
      #expect(tags.map(\.goal) == Set(tags.map(\.goal)).sorted(), "each goal once, in order")
      for tag in tags {
        guard case .assigned(let rationale) = tag.basis else {
          Issue.record("no document prints a goal in its text")
          continue
        }
        #expect(!rationale.ja.isEmpty && !rationale.en.isEmpty)
      }
    }
  }

  @Test(
    "Projects serve what their concepts, names and files say",
    arguments: [
      ("創業支援事業", [8]), ("防災対策事業", [11, 13, 17]), ("健康経営都市推進事業", [3]),
      ("地域産業協働促進事業", [2, 8, 9]), ("なでしこ就業応援事業", [5, 8]), ("ごみ分別アプリ事業", [12]),
      ("国際リゾートの形成", [8]), ("全国高等学校選抜アイスホッケー大会", [11]), ("防災行政無線整備事業", [11, 13]),
      ("介護職員育成支援事業", [3, 4, 8]), ("とまチョップ水事業", [11]),
    ])
  func projects(title: String, goals: [Int]) throws {
    let node = try #require(
      matrix.nodes.first {
        $0.placed.node.title == title && $0.placed.node.level == .project
      })
    #expect(node.placed.node.sdgs.map(\.goal) == goals)
  }

  @Test("A node that says nothing of itself has the goals of the node above")
  func inherited() throws {
    // とまチョップ水事業 stands in measure 13, 郷土の魅力を伝える活動の推進.
    let node = try #require(matrix.nodes.first { $0.placed.node.title == "とまチョップ水事業" })
    guard case .assigned(let rationale)? = node.placed.node.sdgs.first?.basis else {
      Issue.record("no assigned tag")
      return
    }
    #expect(rationale.ja == "上位の「郷土の魅力を伝える活動の推進」から")
  }

  @Test("The matrix counts what the tags say", arguments: 1...17)
  func counts(goal: Int) throws {
    for (code, document) in [
      (CrosswalkSample.iwamizawa, "iwamizawa-progress"),
      (CrosswalkSample.tomakomai, "tomakomai-progress"),
    ] {
      let cell = matrix.cell(goal, of: code)
      let nodes = matrix.nodes(serving: goal).filter { $0.document.rawValue == document }
      #expect(cell.tags == nodes.count)
      #expect(cell.projects == nodes.count { $0.placed.node.level == .project })
      #expect(cell.publishedTags == 0)
      #expect(cell.judged <= cell.indicators)
      #expect((cell.medianPace == nil) == (cell.judged == 0))
    }
  }

  @Test("Goals that nothing serves are empty cells, not missing ones")
  func empty() {
    #expect(matrix.cell(14, of: CrosswalkSample.tomakomai).projects == 0)
    #expect(matrix.nodes(serving: 14).isEmpty)
    #expect(matrix.cell(18, of: CrosswalkSample.tomakomai).projects == 0)
  }

  @Test("One project with one indicator that has a pace counts once for its goal")
  func oneProject() throws {
    let record = try CrosswalkSample.record(
      CrosswalkSample.first, title: "ごみ分別アプリ事業", unit: "冊",
      baseline: (.fiscalYear(2020), "0"), actuals: [(2022, "5")], target: "6")
    let own = SDGMatrix(
      try Crosswalk([record], taxonomy: .builtIn()), rules: try .builtIn())
    #expect(own.nodes(serving: 12).contains { $0.placed.node.level == .project })
    let cell = own.cell(12, of: CrosswalkSample.first.code)
    #expect([cell.projects, cell.indicators, cell.judged] == [1, 1, 1])
  }

  // MARK: Published tags

  private func tagged(title: String, sdgs: [SDGTag] = []) throws -> PlanNode {
    let record = try CrosswalkSample.record(
      CrosswalkSample.first, title: title, unit: "冊", actuals: [(2022, "5")], target: "6")
    let taxonomy = try ConceptTaxonomy.builtIn()
    let crosswalk = try Crosswalk([record], taxonomy: taxonomy)
    let tagger = SDGTagger(
      rules: try .builtIn(), crosswalk: crosswalk, municipality: CrosswalkSample.first.code)
    var root = try #require(record.plans.first?.roots.first)
    root.sdgs = sdgs
    let plan = Plan(document: "town", title: "計画", roots: [root])
    return try #require(tagger.tagged(plan).roots.first)
  }

  @Test(
    "A goal printed in a title wins over what its words say",
    arguments: [
      ("農業の振興【SDGs：8、9】", [8, 9]), ("農業の振興（ＳＤＧｓ 目標12）", [12]),
      ("農業の振興 SDGs ゴール3・ゴール4", [3, 4]), ("農業の振興（SDGs：18）", [2]),
      ("SDGsの推進", []), ("SDGs未来都市の農業", [2]),
    ])
  func published(title: String, goals: [Int]) throws {
    let node = try tagged(title: title)
    let isPublished = !goals.isEmpty && goals != [2]
    #expect(node.sdgs.map(\.goal) == goals)
    #expect(node.sdgs.allSatisfy { $0.isPublished == isPublished })
  }

  @Test("A tag that an adapter read wins, and nothing is assigned beside it")
  func publishedByAdapter() throws {
    let citation = Citation(document: "town", line: 9, printed: "SDGs 15")
    let tag = try #require(SDGTag(goal: 15, basis: .published(citation)))
    let node = try tagged(title: "農業の振興", sdgs: [tag])
    #expect(node.sdgs == [tag])
    #expect(SDGTag(goal: 18, basis: .published(citation)) == nil)
  }
}
