import MachiKurabe
import Testing
import Tomakomai

/// Figures are those of the documents; the line is given beside each.
@Suite("Tomakomai: revision, pledges and outline")
struct TomakomaiOtherDocumentsTests {
  let record: MunicipalityRecord

  init() throws { record = try BuiltIn.record() }

  private func contents(_ id: DocumentID) throws -> DocumentContents {
    try #require(record.contents(of: id))
  }

  // MARK: Revision

  @Test("The revision has 104 indicators in the current edition and 95 in the superseded one")
  func revisionCounts() throws {
    let plans = try contents("tomakomai-revision").plans
    #expect(plans.map(\.edition) == [.current, .superseded])
    #expect(plans.map(\.indicators.count) == [104, 95])
    #expect(plans.map { $0.nodes.count { $0.node.level == .goal } } == [4, 4])
    #expect(try contents("tomakomai-revision").diagnostics == [])
  }

  @Test("Every project of the revision is placed below its measure")
  func revisionMeasures() throws {
    for plan in try contents("tomakomai-revision").plans {
      let projects = plan.indicators.filter { $0.level == .project }
      #expect(projects.allSatisfy { $0.measureNumber != nil })
    }
    let current = try #require(try contents("tomakomai-revision").plans.first)
    // As in the progress report: the same 94 KPIs.
    let perMeasure = (1...19).map { number in
      current.indicators.count { $0.measureNumber == String(number) }
    }
    #expect(perMeasure == [6, 5, 3, 3, 7, 12, 5, 2, 2, 4, 4, 3, 7, 6, 6, 7, 3, 6, 3])
  }

  @Test("A figure that is wrapped over two lines is read whole")
  func wrappedFigures() throws {
    let current = try #require(try contents("tomakomai-revision").plans.first)
    func target(_ line: Int) -> IndicatorFigure? {
      current.indicators.first { $0.indicator.citation.line == line }?.indicator.first(.target)
    }
    #expect(target(225)?.reading.value?.description == "1200")  // lines 226–227
    #expect(target(1221)?.reading.value?.description == "304494")  // lines 1222–1223
    #expect(target(1393)?.reading.quantity?.unit == "人泊")  // lines 1394–1395
    #expect(target(1412)?.reading.value?.description == "20")  // line 1413
    let bothParts = target(1172)?.reading.quantities.map { "\($0.value)\($0.unit)" }
    #expect(bothParts == ["100%", "6隊"])  // line 1173
  }

  @Test("Departments, marks, base years and cancelled years are read")
  func revisionDetails() throws {
    let current = try #require(try contents("tomakomai-revision").plans.first)
    func project(_ line: Int) -> PlanNode? {
      current.nodes.first { $0.node.citation.line == line && $0.node.level == .project }?.node
    }
    #expect(project(112)?.departments == ["政策推進課", "工業・雇用振興課"])
    #expect(project(112)?.lifecycle == [.contentChanged])
    #expect(project(217)?.departments.count == 3)  // the departments are on line 218
    #expect(project(242)?.lifecycle == [.newProject])
    #expect(project(572)?.lifecycle == [.indicatorChanged])  // before the departments
    #expect(project(1169)?.lifecycle == [.ended])
    let reach = try #require(project(702)?.indicators.first)
    #expect(reach.first(.baseline)?.period?.code == "FY2017")  // line 706
    let town = try #require(project(202)?.indicators.first)
    #expect(town.first(.actual)?.reading.value == ExactDecimal(0))  // line 206
    #expect(town.first(.actual)?.circumstance == .cancelled)  // line 207
    let training = try #require(project(623)?.indicators.first)
    #expect(training.first(.actual)?.circumstance == .movedOnline)  // line 628
    let route = try #require(project(1189)?.indicators.last)
    #expect(route.first(.actual)?.circumstance == .suspended)  // line 1201
    let goal = try #require(current.roots.first)
    #expect(goal.indicators.map(\.lifecycle) == [[], [], [.targetChanged]])
    let added = try #require(current.nodes.first { $0.node.number == "19" }?.node)
    #expect(added.lifecycle == [.newMeasure])
  }

  // MARK: Pledges

  @Test("7 visions, 34 pledges and 91 measures, each measure with its departments")
  func pledgeCounts() throws {
    let plan = try #require(try contents("tomakomai-pledges").plans.first)
    func nodes(_ level: PlanLevel) -> [PlanNode] {
      plan.nodes.map(\.node).filter { $0.level == level }
    }
    #expect(nodes(.vision).count == 7)
    #expect(nodes(.pledge).count == 34)
    #expect(nodes(.measure).count == 91)
    #expect(nodes(.measure).allSatisfy { !$0.departments.isEmpty })
    #expect(nodes(.pledge).allSatisfy { $0.progress.count >= 2 })
    #expect(plan.progress.first?.reading.value?.description == "41.2")  // line 1540
    // Visions 03 and 04 have no figure in the text.
    let printed = nodes(.vision).map { $0.progress.first?.reading.value?.description }
    #expect(printed == ["49", "31", nil, nil, "44", "47", "42"])
  }

  @Test("A title that is broken over lines is joined, and a differing one is said")
  func pledgeTitles() throws {
    let contents = try contents("tomakomai-pledges")
    let titles = contents.plans.flatMap(\.nodes).map(\.node.title)
    #expect(titles.contains("人工知能(AI)デマンド型運行の取組みを推進"))  // lines 566–568
    #expect(titles.contains("子どもど真ん中のまち 苫小牧 未来ある子どもたちへの投資促進！！"))  // line 1546
    #expect(contents.diagnostics.map(\.code) == ["title-differs"])  // line 1437
  }

  // MARK: Outline

  @Test("4 goals, 12 directions and measures ① to ⑮ in their places")
  func outline() throws {
    let contents = try contents("tomakomai-outline")
    let plan = try #require(contents.plans.first)
    func nodes(_ level: PlanLevel) -> [PlacedNode] {
      plan.nodes.filter { $0.node.level == level }
    }
    #expect(nodes(.goal).map(\.node.number) == ["1", "2", "3", "4"])
    #expect(
      nodes(.direction).map(\.node.number) == [
        "1-1", "1-2", "1-3", "2-1", "2-2", "2-3", "3-1", "3-2", "3-3", "4-1", "4-2", "4-3",
      ])
    #expect(nodes(.measure).map(\.node.number) == (1...15).map(String.init))
    let parents = nodes(.measure).map { $0.path.last?.number ?? "" }
    #expect(
      parents == [
        "1-1", "1-2", "1-3", "2-1", "2-2", "2-2", "2-3", "3-1", "3-2", "3-2", "3-2", "3-3", "4-1",
        "4-2", "4-3",
      ])
    #expect(nodes(.existingProject).count == 50)  // lines 41 and 42: 9 + 19 + 17 + 5
  }

  @Test("The shifted cells are reported as printed and repaired by the list of corrections")
  func corrections() throws {
    let contents = try contents("tomakomai-outline")
    #expect(contents.corrections.count == 6)
    let codes = contents.diagnostics.map(\.code)
    #expect(codes.count { $0 == "correction-applied" } == 6)
    #expect(codes.count { $0 == "direction-repeated" } == 2)
    #expect(codes.count { $0 == "direction-out-of-order" } == 1)
  }

  @Test("A correction whose cell prints something else is reported and not applied")
  func staleCorrection() throws {
    let adapter = Tomakomai()
    let library = try adapter.builtInLibrary()
    let stale = Correction(
      document: "tomakomai-outline", line: 20, cell: 2, printed: "9-9 別の文", used: "1-2",
      reason: LocalizedText("test"))
    let document = try #require(library.documents["tomakomai-outline"])
    let result = try adapter.read(
      document, with: DocumentLibrary(documents: library.documents, corrections: [stale]))
    #expect(result.contents.corrections == [])
    #expect(result.contents.diagnostics.contains { $0.code == "correction-not-matched" })
  }
}
