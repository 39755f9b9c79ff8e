import MunicipalModel
import Nationwide
import TestSupport
import Testing

/// What a reader took of an odd file, used.
@Suite("Files of the nation as they were read")
struct ReadFileTests {
  /// −3 ÷ 1,007 × 100 = −0.29791…, −4 ÷ 1,007 = −0.39721…, 1 ÷ 1,007 = 0.09930…
  @Test func `Rates of full precision are compared in two decimals`() throws {
    let lines = [
      "312011,鳥取県,架空市,500,507,1007,400,30,5,35,6,1,42,34,1,35,10,0,45,-3,-0.30,-4,-0.40,1,0.10"
    ]
    let full = [
      "312011,鳥取県,架空市,500,504,1004,400,30,5,35,6,1,42,34,1,35,10,0,45,-3,"
        + "-0.29791459781529295,-4,-0.39721946375372391,1,9.930486593843098E-2"
    ]
    let pair = try RegistryPair(
      previous: read(lines, title: Fixture.title("平成31年1月1日", "平成30年")), current: read(full))
    #expect(pair.current.diagnostics == [])
    for checks in [pair.rateChecks(), pair.current.rateChecks()] {
      #expect(checks.checks.count == 3 && checks.agreeing == 3 && checks.notComputable == 0)
    }
    let wrong = try read([full[0].replacing("-0.29791459781529295", with: "-0.3050000000000001")])
    #expect(wrong.rateChecks().differing.map(\.item) == [.totalChangeRate])
  }

  private func read(_ lines: [String], title: String = Fixture.title()) throws -> ResidentRegistry {
    try ResidentRegistry.read(Array(Fixture.sheet(lines, title: title).utf8), document: "sheet")
  }

  @Test func `A sheet of populations alone is ranked by them`() throws {
    let text = """
      令和4年1月1日住民基本台帳人口・世帯数、令和3年（1月1日から同年12月31日まで）人口動態（市区町村別）（総計）,,,
      ,,,令和4年
      ,,,人口
      ,,,計
      団体コード,都道府県名,市区町村名,人
      312011,鳥取県,架空市,3000

      """
    let registry = try ResidentRegistry.read(Array(text.utf8), document: "sheet")
    let table = try NationwideTable([.registry(registry)])
    #expect(try MunicipalRanking(table, by: .population).entries.count == 1)
    #expect(try MunicipalRanking(table, by: .birthRate).entries.isEmpty)
  }

  /// The reason why no municipality can be ranked is in the files.
  @Test func `Files without municipalities say what was noticed in them`() throws {
    let text = Fixture.movers("他市区町村からの転入者数", withOrigin: true)
      .replacing("国籍,", with: "備考,")
    let movers = try MoverTable.read(Array(text.utf8), document: "movers")
    let found = #expect(throws: OpenDataError.self) { try NationwideTable([.movers(movers)]) }
    #expect(found?.code == .notInFile)
    #expect(found?.diagnostics == movers.diagnostics)
    #expect(movers.diagnostics.contains { $0.code == "missing-column" })
  }

  private func table(_ lines: String...) throws -> OpenDataTable {
    try OpenDataTable.read(Array((lines.joined(separator: "\n") + "\n").utf8), document: "file")
  }

  @Test func `Counts of floating point are counts of e-Stat too`() throws {
    let table = try table(
      "cat01_code,項目,area_code,地域,time_code,時間軸,unit,value",
      "A1101,A1101_総人口,31201,鳥取県 架空市,2020000000,2020年,人,185000.0",
      "A1101,A1101_総人口,31202,鳥取県 架空町,2020000000,2020年,人,0.5")
    let nation = try NationwideTable([table])
    #expect(nation.members.map { $0.population?.value } == [185_000, nil])
    #expect(nation.files[0].diagnostics.map(\.code) == ["not-whole", "no-figure-of-year"])
  }
}
