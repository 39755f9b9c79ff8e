import Demography
import MunicipalModel
import Testing

@testable import Nationwide
@testable import OpenData

/// 高齢化率 with the residents of known age as denominator, as 国勢調査 defines it.
@Suite("Ageing rates")
struct AgeingRateTests {
  private func ssdse(_ text: String) throws -> SSDSETable {
    try SSDSETable.read(Array(text.utf8), document: "ssdse")
  }

  private func rates(_ table: NationwideTable) throws -> [String?] {
    try MunicipalRanking(table, by: .ageingRate).entries.map { entry in
      if case .share(let share) = entry.figure {
        share.rounded(to: 2, rule: .halfUp)?.description
      } else {
        nil
      }
    }
  }

  /// 所沢市 in the census of 2020: 342,464 residents, 48,098 of them of unknown age (SSDSE-A-2023); the published
  /// rate is 29.57 %. Of all residents 65 and over would be 25.42 %. How those of known age divide is invented.
  @Test func `The denominator is the residents of known age`() throws {
    let file = try ssdse(
      """
      SSDSE-A-2023,Prefecture,Municipality,A1101,A1301,A1302,A1303
      ,,年度,2020,2020,2020,2020
      地域コード,都道府県,市区町村,総人口,15歳未満人口,15～64歳人口,65歳以上人口
      R11208,埼玉県,所沢市,342464,36423,170902,87041

      """)
    let table = try NationwideTable([.ssdse(file)])
    #expect(try rates(table) == ["29.57"])
    let whole = try #require(table.members[0].ageing?.whole)
    #expect(whole.value == 342_464 - 48_098)
    #expect(whole.sources.map(\.cell) == [5, 6, 7])
    let notes = table.files[0].diagnostics
    #expect(notes.map(\.code) == ["unknown-ages"])
    #expect(notes[0].message.ja.contains("48098人"))
  }

  @Test func `Without the other ages all residents are the denominator`() throws {
    let file = try ssdse(
      """
      SSDSE-A-2023,Prefecture,Municipality,A1101,A1303
      ,,年度,2020,2020
      地域コード,都道府県,市区町村,総人口,65歳以上人口
      R11208,埼玉県,所沢市,342464,87041

      """)
    let table = try NationwideTable([.ssdse(file)])
    #expect(try rates(table) == ["25.42"])
    #expect(table.members[0].ageing?.whole.formula == nil)
  }

  @Test(arguments: ["Code", "code", "CODE"])
  func `The editions of 2018 to 2020 are read`(first: String) throws {
    let text = """
      \(first),Prefecture,Municipality,A1101,A1303
      Year,年度,年度,2015,2015
      地域コード,都道府県,市区町村,総人口,65歳以上人口
      R31201,鳥取県,架空市,1000,300

      """
    let read = try OpenDataTable.read(Array(text.utf8), document: "ssdse")
    guard case .ssdse(let file) = read else {
      Issue.record("another format")
      return
    }
    #expect(file.edition == "SSDSE-A")
    #expect(file.diagnostics == [])
    #expect(try rates(NationwideTable([read])) == ["30.00"])
    #expect(file.figures(.population)[0].period == .fiscalYear(2015))
  }

  /// Only the prefectures of SSDSE-E, the spending of SSDSE-C; the years of SSDSE-B stand in the rows.
  @Test(arguments: [
    (
      "SSDSE-E-2023,Prefecture,A1101\n,年度,2020\n地域コード,都道府県,総人口\nR31000,鳥取県,553407\n",
      "SSDSE-E-2023（都道府県"
    ),
    (
      "SSDSE-C-2023,Prefecture,City,LA03,LB00\n,,,\n地域コード,都道府県,市,世帯人員,食料\nR31201,鳥取県,鳥取市,2.9,900000\n",
      "SSDSE-C-2023（都道府県庁所在市の家計"
    ),
    (
      "SSDSE-B-2023,Code,Prefecture,A1101\n年度,地域コード,都道府県,総人口\n2020,R31000,鳥取県,553407\n",
      "SSDSE-B-2023（都道府県の年次推移"
    ),
    (
      "SSDSE-D-2023,男女の別,Code,Prefecture,MA00\n,男女の別,地域コード,都道府県,推定人口\n,0_総数,R31000,鳥取県,486\n",
      "SSDSE-D-2023（都道府県の社会生活"
    ),
  ])
  func `Another SSDSE says what it is and holds`(text: String, name: String) {
    let error = #expect(throws: OpenDataError.self) {
      try NationwideTable([OpenDataTable.read(Array(text.utf8), document: "ssdse")])
    }
    #expect(error?.found.ja.hasPrefix(name) == true)
  }

  /// An evacuated town has births and deaths in the register and nobody in the census; a zero beside households
  /// is none.
  @Test func `A census of nobody is not always a fault`() throws {
    let file = try ssdse(
      """
      SSDSE-A-2023,Prefecture,Municipality,A1101,A4101,A7101
      ,,年度,2015,2015,2015
      地域コード,都道府県,市区町村,総人口,出生数,世帯数
      R07546,福島県,双葉町,0,33,0
      R31201,鳥取県,架空市,0,33,400

      """)
    #expect(file.figures(.population).map(\.reading.wholeNumber) == [0, nil])
    #expect(
      file.diagnostics.map { "\($0.code.rawValue):\($0.citation.line):\($0.citation.cell ?? 0)" }
        == ["zero-population:5:4"])
  }

  private func estat(_ published: String) throws -> NationwideTable {
    let rows = [
      ("A1101", "総人口", "1000"), ("A1301", "15歳未満人口", "100"), ("A1302", "15～64歳人口", "500"),
      ("A1303", "65歳以上人口", "300"), ("#A03503", "65歳以上人口割合", published),
    ]
    let lines = rows.map { "\($0.0),\($0.0)_\($0.1),31201,鳥取県 架空市,2020100000,2020年度,,\($0.2)" }
    let text =
      "cat01_code,項目,area_code,地域,time_code,調査年,unit,value\n" + lines.joined(separator: "\n") + "\n"
    return try NationwideTable([OpenDataTable.read(Array(text.utf8), document: "census")])
  }

  /// 300 ÷ 900 × 100 = 33.33…
  @Test func `A published share is formed again`() throws {
    #expect(try estat("33.3").files[0].diagnostics.map(\.code) == ["unknown-ages"])
    let other = try estat("30.0").files[0].diagnostics
    #expect(other.map(\.code) == ["unknown-ages", "published-share-differs"])
    #expect(other[1].message.en.contains("33.3%"))
  }

  /// 30, 60 … 630 people of 0–4, 5–9 … 100 and over: 390 + 420 + … + 630 = 4,200 are 65 and over, and
  /// 30 × 21 × 22 ÷ 2 = 6,930 are all; 60.61 %. Invented.
  @Test func `The sheet of the register by age tells it where no other file does`() throws {
    let ages = (0..<20).map { "\($0 * 5)歳～\($0 * 5 + 4)歳" } + ["100歳以上"]
    func row(_ sex: String, _ factor: Int) -> String {
      let counts = (1...21).map { $0 * factor }
      return (["012025", "北海道", "函館市", sex] + ([counts.reduce(0, +)] + counts).map { "\($0)" })
        .joined(separator: ",")
    }
    let text = [
      "令和5年1月1日住民基本台帳年齢階級別人口（市区町村別）（総計）",
      (["", "", "", "", "総数"] + ages).joined(separator: ","),
      (["団体コード", "都道府県名", "市区町村名", "性別"] + Array(repeating: "人", count: 22))
        .joined(separator: ","), row("計", 30), row("男", 10), row("女", 20), "",
    ].joined(separator: "\n")
    let sheet = try OpenDataTable.read(Array(text.utf8), document: "ages")
    let table = try NationwideTable([sheet])
    #expect(try rates(table) == ["60.61"])
    let share = try #require(table.members[0].ageing)
    #expect(share.part.value == 4_200 && share.whole.value == 6_930)
    // Eight groups of men (line 5) and of women (line 6); the printed total of both (line 4).
    #expect(
      share.part.sources.map(\.line) == Array(repeating: 5, count: 8)
        + Array(repeating: 6, count: 8))
    #expect(share.whole.sources.map(\.line) == [4])
    #expect(table.files.map(\.document.rawValue) == ["ages"])
  }

  /// Written by the API without names, the codes keep their zeros: 12203 is 市川市.
  @Test func `A code of five digits that could have lost a zero is read where zeros are kept`()
    throws
  {
    let text = """
      area_code,cat01_code,value
      01220,A1101,5
      12203,A1101,7

      """
    let table = try NationwideTable([OpenDataTable.read(Array(text.utf8), document: "census")])
    #expect(table.members.map(\.area.code?.sixDigits) == ["012203", "122033"])
    let lost = try NationwideTable([
      OpenDataTable.read(
        Array(text.replacing("01220", with: "13101").utf8), document: "census")
    ])
    #expect(lost.members.map(\.area.code?.sixDigits) == ["131016"])
    #expect(lost.files[0].diagnostics.map(\.code) == ["unreadable-code"])
  }
}
