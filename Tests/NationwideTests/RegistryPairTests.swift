import Demography
import MunicipalModel
import TestSupport
import Testing

@testable import Nationwide
@testable import OpenData

@Suite("Two years of the register")
struct RegistryPairTests {
  private static let title2019 = Fixture.title("平成31年1月1日", "平成30年")

  private func read(_ rows: [SheetRow], _ title: String = Fixture.title()) throws
    -> ResidentRegistry
  {
    try ResidentRegistry.read(
      Array(Fixture.sheet(Fixture.wholeSheet(rows), title: title).utf8), document: "sheet")
  }

  /// The year before, in which every municipality had the population that its change leads back to.
  private var rows2019: [SheetRow] {
    Fixture.rows2020.map { row in
      var before = row
      before.male -= row.change
      return before
    }
  }

  /// Rows as published for 1 January 2019 and 2020 (総務省).
  @Test func `Every published rate follows from the year before`() throws {
    let before = [
      #"012106,北海道,岩見沢市,"38,205","43,573","81,778","41,767","2,570",63,"2,633",433,12,"3,078","2,895",51,"2,946","1,166",11,"4,123","-1,045",-1.26 ,-733,-0.89 ,-312,-0.38 "#,
      #"012131,北海道,苫小牧市,"83,863","87,948","171,811","88,545","5,898",233,"6,131","1,243",46,"7,420","5,877",193,"6,070","1,859",53,"7,982",-562,-0.33 ,-616,-0.36 ,54,0.03 "#,
    ]
    let after = [
      #"012106,北海道,岩見沢市,"37,572","42,838","80,410","41,558","2,451",74,"2,525",376,16,"2,917","3,041",61,"3,102","1,169",14,"4,285","-1,368",-1.67 ,-793,-0.97 ,-575,-0.70 "#,
      #"012131,北海道,苫小牧市,"83,705","87,537","171,242","89,460","5,944",232,"6,176","1,146",60,"7,382","5,785",193,"5,978","1,927",46,"7,951",-569,-0.33 ,-781,-0.45 ,212,0.12 "#,
      "016951,北海道,色丹郡色丹村,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0.00 ,0,0.00 ,0,0.00 ",
    ]
    func sheet(_ lines: [String], _ title: String) throws -> ResidentRegistry {
      try ResidentRegistry.read(Array(Fixture.sheet(lines, title: title).utf8), document: "sheet")
    }
    let pair = try RegistryPair(
      previous: sheet(before, Self.title2019), current: sheet(after, Fixture.title()))
    let checks = pair.rateChecks()
    #expect(checks.checks.count == 6)
    #expect(checks.agreeing == 6)
    #expect(checks.notComputable == 3)
    #expect(checks.reasons == [.newArea: 3])
    #expect(pair.changes == [])
    // −575 ÷ 81,778 × 100 = −0.7031…
    let row = try #require(pair.current.row(MunicipalityCode("012106")))
    let rate = try pair.account(of: row).crudeSocialChangeRate(.percentOfPreviousYearEnd)
    #expect(rate.calculation == "-575 ÷ 81778 × 100")
  }

  /// −569 ÷ 171,811 × 100 = −0.3311…, as printed, in single precision and in full.
  @Test(arguments: ["-0.33 ", "-0.33000001311302185", "-0.330000000000002", "-0.33117786870223675"])
  func `A rate is compared in the decimals that sheets print`(rate: String) throws {
    let line =
      #"012131,北海道,苫小牧市,"83,705","87,537","171,242","89,460","5,944",232,"6,176","1,146",60,"7,382","5,785",193,"5,978","1,927",46,"7,951",-569,\#(rate),-781,-0.45 ,212,0.12 "#
    let sheet = try ResidentRegistry.read(Array(Fixture.sheet([line]).utf8), document: "sheet")
    let checks = sheet.rateChecks().checks
    #expect(checks.map(\.item) == [.totalChangeRate, .naturalChangeRate, .socialChangeRate])
    #expect(checks.map(\.result.outcome) == [.agrees, .agrees, .agrees])
  }

  @Test func `A rate that does not follow is named`() throws {
    let pair = try RegistryPair(
      previous: read(rows2019, Self.title2019), current: read(Fixture.rows2020))
    #expect(pair.rateChecks().differing.isEmpty)
    var wrong = Fixture.rows2020
    wrong[2].before = 9_000
    let other = try RegistryPair(
      previous: read(rows2019, Self.title2019), current: read(wrong))
    let checks = other.rateChecks()
    #expect(checks.differing.map(\.row.area.name) == Array(repeating: "岩美郡架空町", count: 3))
    #expect(checks.agreeing == checks.checks.count - 3)
  }

  @Test func `Years that count differently are refused beside each other`() throws {
    let japanese = try read(
      rows2019, Fixture.title("平成31年1月1日", "平成30年", residents: "（日本人住民）"))
    let current = try read(Fixture.rows2020)
    #expect {
      try RegistryPair(previous: japanese, current: current)
    } throws: {
      ($0 as? OpenDataError)?.code == .differentDefinition
    }
    let asked = try RegistryPair(
      previous: japanese, current: current, allowingOtherDefinition: true)
    #expect(!asked.countsAlike)
  }

  /// The stock of 31 March 2013 is nine months before that of 1 January 2014.
  @Test func `Stocks of March and January are refused beside each other`() throws {
    let march = try read(rows2019, Fixture.title("平成25年3月31日", "平成24年度"))
    let january = try read(Fixture.rows2020, Fixture.title("平成26年1月1日", "平成25年"))
    #expect {
      try RegistryPair(previous: march, current: january)
    } throws: {
      ($0 as? OpenDataError)?.code == .differentDefinition
    }
  }

  @Test func `Years that do not follow each other are refused`() throws {
    let early = try read(rows2019, Fixture.title("平成30年1月1日", "平成29年"))
    let late = try read(Fixture.rows2020)
    for (before, after) in [(early, late), (late, early), (late, late)] {
      #expect {
        try RegistryPair(previous: before, current: after)
      } throws: {
        ($0 as? OpenDataError)?.code == .notConsecutive
      }
    }
  }

  /// An invented merger of two of three municipalities into a city with a code of its own.
  @Test func `A merger is found and its rates follow from the sum`() throws {
    var merged = Fixture.rows2020
    let parts = Array(merged[0...1])
    var city = SheetRow.sum(parts, code: "312045", prefecture: "鳥取県")
    city.name = "架空新市"
    merged.replaceSubrange(0...1, with: [city])
    let pair = try RegistryPair(
      previous: read(rows2019, Self.title2019), current: read(merged))
    let change = try #require(pair.changes.first)
    #expect(pair.changes.count == 1)
    #expect(change.kind == .merger)
    #expect(change.evidence == .populations)
    #expect(change.predecessors.map(\.code.sixDigits) == ["312011", "312029"])
    #expect(change.successor?.code.sixDigits == "312045")
    #expect(pair.rateChecks().differing.isEmpty)
    let row = try #require(pair.current.row(MunicipalityCode("312045")))
    let opening = try #require(pair.openingStock(of: row))
    #expect(opening.value == rows2019[0].population + rows2019[1].population)
    #expect(opening.sources.count == 2)
  }

  @Test func `A municipality that takes in another keeps its code`() throws {
    var rows = Fixture.rows2020
    var city = SheetRow.sum([rows[0], rows[2]], code: "312011", prefecture: "鳥取県")
    city.name = rows[0].name
    rows[0] = city
    rows.remove(at: 2)
    let pair = try RegistryPair(
      previous: read(rows2019, Self.title2019), current: read(rows))
    #expect(pair.changes.map(\.kind) == [.absorption])
    #expect(pair.changes.first?.predecessors.map(\.code.sixDigits) == ["313025"])
    #expect(pair.rateChecks().differing.isEmpty)
  }

  @Test func `A town that becomes a city gets another code`() throws {
    var rows = Fixture.rows2020
    rows[2].code = "312037"
    rows[2].name = "架空市"
    let pair = try RegistryPair(
      previous: read(rows2019, Self.title2019), current: read(rows))
    #expect(pair.changes.map(\.kind) == [.recoding])
    #expect(pair.changes.first?.message.ja.contains("岩美郡架空町（313025）") == true)
  }

  @Test func `What populations do not explain is said to be unexplained`() throws {
    var rows = Fixture.rows2020
    rows[2].code = "312037"
    rows[2].male *= 3
    let pair = try RegistryPair(
      previous: read(rows2019, Self.title2019), current: read(rows))
    #expect(Set(pair.changes.map(\.kind)) == [.appeared, .disappeared])
    let row = try #require(pair.current.row(MunicipalityCode("312037")))
    #expect(pair.openingStock(of: row) == nil)
  }

  /// A sum would hold fewer people than the city had: a rate of it would be wrong unawares.
  @Test func `Without certainty about what was taken in there is no opening stock`() throws {
    var rows = Fixture.rows2020
    var city = SheetRow.sum([rows[0], rows[2]], code: "312011", prefecture: "鳥取県")
    city.name = rows[0].name
    city.male += 7
    rows[0] = city
    rows.remove(at: 2)
    let near = try RegistryPair(
      previous: read(rows2019, Self.title2019), current: read(rows))
    #expect(near.changes.map(\.evidence) == [.nearPopulations])
    let row = try #require(near.current.row(MunicipalityCode("312011")))
    #expect(near.openingStock(of: row) == nil)
    rows[0].male += 2_000
    let unknown = try RegistryPair(
      previous: read(rows2019, Self.title2019), current: read(rows))
    #expect(unknown.changes.map(\.kind) == [.absorption, .disappeared])
    #expect(unknown.changes.first?.message.en.contains("is not known") == true)
    let changed = try #require(unknown.current.row(MunicipalityCode("312011")))
    #expect(unknown.openingStock(of: changed) == nil)
  }

  /// A district has no code; its name and prefecture find it in the year before.
  @Test func `The rates of a district are checked if its towns are the same`() throws {
    func pair(_ district: SheetRow) throws -> RegistryPair {
      func sheet(_ rows: [SheetRow], _ district: SheetRow, _ title: String) throws
        -> ResidentRegistry
      {
        let lines = Fixture.wholeSheet(rows) + [district.line]
        return try ResidentRegistry.read(
          Array(Fixture.sheet(lines, title: title).utf8), document: "sheet")
      }
      var before = district
      before.male = rows2019[2].male
      before.female = rows2019[2].female
      return try RegistryPair(
        previous: sheet(rows2019, before, Self.title2019),
        current: sheet(Fixture.rows2020, district, Fixture.title()))
    }
    var district = Fixture.rows2020[2]
    district.code = ""
    district.name = "岩美郡"
    let same = try pair(district).rateChecks()
    #expect(same.checks.suffix(3).map(\.row.area.name) == ["岩美郡", "岩美郡", "岩美郡"])
    #expect(same.differing.isEmpty && same.notComputable == 0)
    district.male += 100
    let other = try pair(district).rateChecks()
    #expect(other.reasons == [.otherMembers: 3])
  }

  /// Hokkaido has two 中川郡 and three 上川郡, in different 振興局.
  @Test func `Two districts of one name are told apart by their figures`() throws {
    var one = Fixture.rows2020[2]
    one.code = ""
    one.name = "岩美郡"
    var two = one
    two.male += 300
    func sheet(_ rows: [SheetRow], _ change: Int, _ title: String) throws -> ResidentRegistry {
      let districts = [two, one].map { row in
        var row = row
        row.male -= change
        return row.line
      }
      let text = Fixture.sheet(Fixture.wholeSheet(rows) + districts, title: title)
      return try ResidentRegistry.read(Array(text.utf8), document: "sheet")
    }
    let pair = try RegistryPair(
      previous: sheet(rows2019, one.change, Self.title2019),
      current: sheet(Fixture.rows2020, 0, Fixture.title()))
    #expect(pair.current.diagnostics == [])
    let rows = pair.current.rows.suffix(2)
    #expect(rows.map { $0.count(.population) } == [11_100, 10_800])
    // The change is 250 − 463 = −213.
    #expect(rows.map { pair.openingStock(of: $0)?.value } == [11_313, 11_013])
    let checks = pair.rateChecks()
    #expect(checks.differing.isEmpty && checks.notComputable == 0)
    #expect(checks.checks.suffix(6).allSatisfy { $0.row.area.name == "岩美郡" })
  }

  @Test func `A population that the change does not lead to is named`() throws {
    let lines = Fixture.wholeSheet(Fixture.rows2020).map {
      $0.replacing("\"147,000\"", with: "\"141,000\"")
    }
    let current = try ResidentRegistry.read(
      Array(Fixture.sheet(lines).utf8), document: "sheet")
    let pair = try RegistryPair(previous: read(rows2019, Self.title2019), current: current)
    #expect(
      pair.diagnostics.map { "\($0.code.rawValue):\($0.citation.line):\($0.citation.cell ?? 0)" }
        == ["stock-differs:9:6"])
    #expect(
      try RegistryPair(previous: read(rows2019, Self.title2019), current: read(Fixture.rows2020))
        .diagnostics == [])
  }
}
