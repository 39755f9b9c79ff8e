import Demography
import MunicipalModel
import TestSupport
import Testing

@testable import Nationwide
@testable import OpenData

/// Areas that took in people of others, which the population of the year before does not hold.
struct GrownAreaTests {
  /// 静岡市, its wards and 由比町, which joined 清水区 on 1 November 2008.
  /// Source: 総務省, 住民基本台帳人口・世帯数、人口動態（市区町村別）, 31 March 2008 and 31 March 2009; no row is left out of the
  /// city.
  private static func header(_ year: Int) -> [String] {
    [
      "平成\(year)年3月31日住民基本台帳人口・世帯数、平成\(year - 1)年度人口動態（市区町村別）,,,,,,,,,,,,,,,,,,,,",
      "団体コード,都道府県名,市区町村名,平成\(year)年,,,,平成\(year - 1)年度,,,,,,,,,,,,,",
      ",,,人口,,,世帯数,住民票記載数,,,,住民票消除数,,,,増減数(Ａ)-(Ｂ),増加率,自然増加数,自然増加率,社会増加数,社会増加率",
      ",,,男,女,計,,転入者数,出生者数,その他,計（Ａ）,転出者数,死亡者数,その他,計（Ｂ）,,,,,,",
    ]
  }

  private static let rows2008 = [
    "221007,静岡県,静岡市,346815,364039,710854,282557,26679,5948,99,32726,27159,6595,0,33754,-1028,-0.14,-647,-0.09,-381,-0.05",
    "221015,静岡県,静岡市葵区,125208,134292,259500,103895,9503,1985,38,11526,10105,2510,0,12615,-1089,-0.42,-525,-0.20,-564,-0.22",
    "221023,静岡県,静岡市駿河区,103194,105394,208588,85684,10299,2084,23,12406,10088,1717,0,11805,601,0.29,367,0.18,234,0.11",
    "221031,静岡県,静岡市清水区,118413,124353,242766,92978,6877,1879,38,8794,6966,2368,0,9334,-540,-0.22,-489,-0.20,-51,-0.02",
    "223832,静岡県,庵原郡由比町,4573,4927,9500,2964,151,44,2,197,255,123,1,379,-182,-1.88,-79,-0.82,-103,-1.06",
  ]

  private static let rows2009 = [
    "221007,静岡県,静岡市,350479,368144,718623,288140,26554,5819,101,32474,27497,6622,86,34205,-1731,-0.24,-803,-0.11,-928,-0.13",
    "221015,静岡県,静岡市葵区,124693,133633,258326,104607,9348,1969,30,11347,10038,2469,14,12521,-1174,-0.45,-500,-0.19,-674,-0.26",
    "221023,静岡県,静岡市駿河区,103414,105716,209130,86768,10310,2028,28,12366,10107,1712,5,11824,542,0.26,316,0.15,226,0.11",
    "221031,静岡県,静岡市清水区,122372,128795,251167,96765,6896,1822,43,8761,7352,2441,67,9860,-1099,-0.44,-619,-0.25,-480,-0.19",
  ]

  private static func data(_ sheets: [[String]]) throws -> NationwideData {
    NationwideData(
      try sheets.enumerated().map { index, lines in
        let text = lines.joined(separator: "\r\n") + "\r\n"
        return .registry(
          try ResidentRegistry.read(
            Array(text.utf8), document: DocumentID(rawValue: "\(index).csv")))
      })
  }

  /// The ministry prints −0.44 % and −0.19 % for 清水区, and rates of the other wards that divide by their stocks.
  @Test func `A ward whose city took in a town divides by its population less its change`() throws {
    let data = try Self.data([Self.header(20) + Self.rows2008, Self.header(21) + Self.rows2009])
    let series = try #require(data.series.first)
    func rate(_ name: String, _ kind: CrudeRateKind) throws -> String? {
      let account = try #require(data[name].accounts(in: series).last)
      return try account.crudeRate(of: kind, NationwideTable.rateDefinition).rounded?.description
    }
    #expect(try rate("静岡市清水区", .totalChange) == "-0.44")
    #expect(try rate("静岡市清水区", .socialChange) == "-0.19")
    #expect(try rate("静岡市駿河区", .totalChange) == "0.26")
    #expect(try rate("静岡市", .totalChange) == "-0.24")
    // Its years are not those of one area, and make no sum.
    let area = try #require(data.areas.first { $0.name == "静岡市清水区" })
    #expect(try RegistrySpan(series).account(of: area) == nil)
    let whole = try #require(data.areas.first { $0.name == "静岡市" })
    #expect(try RegistrySpan(series).account(of: whole)?.openingStock?.value == 721_564)
    let rates = series.rates(of: .totalChange, in: try #require(series.sheets.last), .wards)
    #expect(rates.map { $0.rounded?.description } == ["-0.45", "0.26", "-0.44"])
  }

  /// An invented municipality of Tottori whose population falls by 270 less its births.
  private static func row(
    _ code: String, _ name: String, _ male: Int, _ female: Int, _ births: Int = 50
  ) -> SheetRow {
    SheetRow(
      code: code, prefecture: "鳥取県", name: name, male: male, female: female,
      entries: [30, 0, births, 0], removals: [100, 0, 200, 0])
  }

  private static let parted = [
    row("312011", "架空鳥取市", 92_000, 99_969), row("313254", "八頭郡架空若桜町", 1_658, 1_847, 9),
    row("313297", "八頭郡架空八頭町", 8_613, 9_298),
  ]

  private static func data(_ before: [SheetRow], _ after: [SheetRow]) throws -> NationwideData {
    NationwideData(
      try [(2018, before), (2019, after)].map { year, rows in
        .registry(
          try ResidentRegistry.read(
            Array(Fixture.sheet(ofYear: year, Fixture.wholeSheet(rows)).utf8),
            document: DocumentID(rawValue: "\(year).csv")))
      })
  }

  /// What is told of a municipality beside the sheet before.
  private static func told(_ data: NationwideData, of name: String) -> [Diagnostic] {
    (data.series.first?.diagnostics ?? []).filter { $0.citation.headings == [name] }
  }

  /// Invented: of 3,505 people of a town, 2,103 come to one municipality and 1,402 to the other.
  @Test func `A town that was parted among two divides neither by its old population`() throws {
    // 193,852 + 220 is 194,072, and 191,969 the year before; 19,093 + 220 is 19,313, and 17,911.
    let after = [
      Self.row("312011", "架空鳥取市", 92_900, 100_952),
      Self.row("313297", "八頭郡架空八頭町", 9_161, 9_932),
    ]
    let data = try Self.data(Self.parted, after)
    #expect(try data["架空八頭町"].accounts.last?.openingStock?.value == 19_313)
    #expect(try data["架空鳥取市"].accounts.last?.openingStock?.value == 194_072)
    let told = Self.told(data, of: "八頭郡架空八頭町")
    #expect(told.map(\.code) == ["took-in-others"])
    let words = "19313, is 1402 above that of the year before, 17911"
    #expect(told.first?.message.en.contains(words) == true)

    // A village of 500 that joins a third municipality is less than both gains; 10,280 + 220 is 10,500.
    let more = try Self.data(
      Self.parted + [
        Self.row("313025", "岩美郡架空岩美町", 5_000, 5_000), Self.row("313289", "八頭郡架空智頭町", 200, 300),
      ], after + [Self.row("313025", "岩美郡架空岩美町", 5_000, 5_280)])
    #expect(try more["架空八頭町"].accounts.last?.openingStock?.value == 19_313)
    #expect(try more["架空鳥取市"].accounts.last?.openingStock?.value == 194_072)
    #expect(try more["架空岩美町"].accounts.last?.openingStock?.value == 10_500)
  }

  /// The row of a town of 3,505 is gone, and the population of another one, 17,911 − 220, is damaged.
  @Test(arguments: [
    (360, 18_271, ["took-in-others"]), (-360, 17_911, ["stock-differs"]), (0, 17_911, []),
    // More than the town had; which municipalities were taken in is not known.
    (9_000, nil, []),
  ])
  func `A damaged population beside a lost row is told`(
    damage: Int, opening: Int?, codes: [String]
  ) throws {
    let data = try Self.data(
      Self.parted,
      [
        Self.row("312011", "架空鳥取市", 91_890, 99_859),
        Self.row("313297", "八頭郡架空八頭町", 8_503 + damage, 9_188),
      ])
    #expect(try data["架空八頭町"].accounts.last?.openingStock?.value == opening)
    #expect(Self.told(data, of: "八頭郡架空八頭町").map(\.code.rawValue) == codes)
    #expect(try data["架空鳥取市"].accounts.last?.openingStock?.value == 191_969)
  }

  /// A figure of a cell that is moved may stand in the one beside it.
  @Test func `A balance that cannot be read is not formed of the cells beside it`() throws {
    func account(_ social: String) throws -> PopulationAccount? {
      var cells = Fixture.rows2020[0].cells
      cells[23] = social
      let line = cells.joined(separator: ",")
      let sheet = try ResidentRegistry.read(
        Array(Fixture.sheet([line]).utf8), document: "a.csv")
      return sheet.rows.first.map(sheet.account)
    }
    #expect(try account("0.1.2")?.socialChange == nil)
    #expect(try account("")?.socialChange != nil && account("－")?.socialChange != nil)
  }
}
