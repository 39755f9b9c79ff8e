import Demography
import MunicipalModel
import TestSupport
import Testing

@testable import Nationwide
@testable import OpenData

@Suite("Years and figures of which no rate is formed")
struct RateWithholdingTests {
  private func read(_ lines: [String], _ title: String = Fixture.title()) throws -> ResidentRegistry
  {
    try ResidentRegistry.read(Array(Fixture.sheet(lines, title: title).utf8), document: "sheet")
  }

  /// The line without the rates, which are the last cell and every second one before it.
  private func withoutRates(_ line: String) -> String {
    var cells = [""]
    var isQuoted = false
    for character in line {
      if character == "\"" { isQuoted.toggle() }
      if character == ",", !isQuoted {
        cells.append("")
      } else {
        cells[cells.count - 1].append(character)
      }
    }
    for back in [1, 3, 5] { cells[cells.count - back] = "" }
    return cells.joined(separator: ",")
  }

  /// 100 of 1,100 residents came in as その他, as in the sheet of 31 March 2013.
  private let town =
    "312011,鳥取県,架空市,600,500,1100,500,30,0,30,10,100,140,30,0,30,10,0,40,100,,0,,100,"

  @Test func `The first registration of foreign residents makes no rate`() throws {
    let sheet = try read([town], Fixture.title("平成25年3月31日", "平成24年度"))
    #expect(sheet.withheldRates == .firstRegistration)
    #expect(sheet.diagnostics.map(\.code).contains("rates-withheld"))
    let table = try NationwideTable([.registry(sheet)])
    #expect(table.withheldRates == .firstRegistration)
    for measure in MunicipalRanking.Measure.allCases where measure.kind != nil {
      #expect(try MunicipalRanking(table, by: measure).entries.isEmpty)
    }
    #expect(try MunicipalRanking(table, by: .population).entries.count == 1)
    let asked = try NationwideTable([.registry(sheet)], allowingOtherDefinition: true)
    #expect(try MunicipalRanking(asked, by: .socialChangeRate).entries.map(\.figure.value) == [10])
  }

  @Test func `The sheet of Japanese residents of that day is an ordinary one`() throws {
    let lines = Fixture.wholeSheet(Fixture.rows2020)
    let sheet = try read(
      lines, Fixture.title("平成25年3月31日", "平成24年度", residents: "（日本人住民）"))
    #expect(sheet.withheldRates == nil)
    #expect(!sheet.diagnostics.map(\.code).contains("rates-withheld"))
  }

  @Test func `A sheet whose published rates are all blank makes no rate`() throws {
    let lines = Fixture.wholeSheet(Fixture.rows2020)
    #expect(try read(lines.map(withoutRates)).withheldRates == .publishedRatesBlank)
    #expect(try read([lines[0]] + lines.dropFirst().map(withoutRates)).withheldRates == nil)
    #expect(try read(lines).withheldRates == nil)
  }

  @Test func `Other change out of all proportion is told`() throws {
    var rows = Fixture.rows2020
    rows[0].entries[3] = 12_000
    let sheet = try read(rows.map(\.line))
    #expect(sheet.withheldRates == nil)
    let large = sheet.diagnostics.filter { $0.code == "other-change-large" }
    #expect(large.map(\.citation.line) == [1])
    // One town among many is told by itself: 700 of 10,800.
    rows = Fixture.rows2020
    rows[2].entries[3] = 700
    let town = try read(rows.map(\.line)).diagnostics.filter { $0.code == "other-change-large" }
    #expect(town.map(\.citation.line) == [7])
    #expect(try read(Fixture.rows2020.map(\.line)).diagnostics == [])
  }

  /// The sheet of Tottori and Shimane whose first city has a mark for its people.
  @Test(arguments: ["0", "-", "", "X"])
  func `A population of zero beside households is unknown`(mark: String) throws {
    var lines = Fixture.rows2020.map(\.line)
    lines[0] = lines[0].replacing(
      "\"90,000\",\"95,000\",\"185,000\"", with: "\(mark),\(mark),\(mark)")
    let sheet = try read(lines)
    #expect(sheet.municipalities[0].count(.population) == nil)
    let table = try NationwideTable([.registry(sheet)])
    let ranking = try MunicipalRanking(table, by: .population)
    #expect(ranking.entries.map(\.member.area.name) == ["架空松江市", "架空米子市", "岩美郡架空町"])
    #expect(ranking.withoutFigure.map(\.area.name) == ["架空鳥取市"])
    #expect(
      sheet.diagnostics.map { "\($0.code.rawValue):\($0.citation.line):\($0.citation.cell ?? 0)" }
        == (mark == "0" ? ["zero-population:5:6"] : []))
  }

  /// The villages of 北方領土 have neither residents nor households.
  @Test func `A place without anybody has a population of zero`() throws {
    let sheet = try read([
      "016951,北海道,色丹郡色丹村,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0.00 ,0,0.00 ,0,0.00 "
    ])
    #expect(sheet.rows[0].count(.population) == 0)
    #expect(sheet.diagnostics == [])
  }

  private let blankSex =
    "312011,鳥取県,架空市,500,509,1010,400,30,0,30,20,0,50,30,0,30,15,0,45,5,0.50,5,0.50,0,0.00"
  private let note = "注2：外国人住民のうち、性別が空欄の者は、表の男女のいずれにも計上せず、総計においてのみ計上している。"

  @Test func `Residents of blank sex are in the total only, as the note says`() throws {
    let noted = try read([blankSex, note + String(repeating: ",", count: 24)])
    #expect(noted.diagnostics.map(\.code) == ["blank-sex"])
    #expect(noted.diagnostics.map(\.severity) == [.info])
    let above = try read(
      [blankSex], note + String(repeating: ",", count: 24) + "\r\n" + Fixture.title())
    #expect(above.diagnostics.map(\.code) == ["blank-sex"])
    // Sheets since 2025 count so, with or without the note.
    let later = try read([blankSex], Fixture.title("令和7年1月1日", "令和6年"))
    #expect(later.diagnostics.map(\.code).contains("blank-sex"))
    #expect(!later.diagnostics.map(\.code).contains("identity-differs"))
    #expect(try read([blankSex]).diagnostics.map(\.code) == ["identity-differs"])
  }

  @Test(arguments: ["500,509,1110", "500,511,1010"])
  func `A slip is no resident of blank sex`(people: String) throws {
    let line = blankSex.replacing("500,509,1010", with: people)
    let codes = try read([line, note + String(repeating: ",", count: 24)]).diagnostics.map(\.code)
    #expect(codes == ["identity-differs"])
  }

  /// Since 2024 the flows of wards that were drawn anew are left out.
  @Test func `Cells of wards that are left out are no fault`() throws {
    let city = SheetRow(
      code: "221309", prefecture: "静岡県", name: "浜松市", male: 400, female: 400,
      entries: [10, 1, 5, 0], removals: [9, 1, 8, 0])
    let stars = Array(repeating: "***", count: 18).joined(separator: ",")
    let wards = [
      "221384,静岡県,浜松市中央区,300,300,600,\(stars),***", "221392,静岡県,浜松市浜名区,100,100,200,\(stars),***",
    ]
    let sheet = try read([city.line] + wards, Fixture.title("令和6年1月1日", "令和5年"))
    #expect(sheet.rows.map { $0.count(.population) } == [800, 600, 200])
    #expect(sheet.diagnostics.filter { $0.code != "other-year" } == [])
    #expect(sheet.rateChecks().checks.count == 3 && sheet.rateChecks().differing.isEmpty)
  }
}
