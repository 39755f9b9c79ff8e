import MunicipalModel
import TestSupport
import Testing

@testable import OpenData

/// Headers as the ministry prints them in different years and for different residents.
@Suite("Headers of the register")
struct RegistryHeaderTests {
  /// The row of 苫小牧市 as published for 1 January 2020 (総務省).
  private static let tomakomai =
    #"012131,北海道,苫小牧市,"83,705","87,537","171,242","89,460","5,944",232,"6,176","1,146",60,"7,382","5,785",193,"5,978","1,927",46,"7,951",-569,-0.33 ,-781,-0.45 ,212,0.12 "#

  private func read(
    _ lines: [String], title: String = Fixture.title(), header: String = Fixture.sheetHeader
  ) throws -> ResidentRegistry {
    let text = Fixture.sheet(lines, title: title, header: header)
    return try ResidentRegistry.read(Array(text.utf8), document: "sheet")
  }

  private func counts(_ registry: ResidentRegistry, _ items: [ResidentRegistry.Item]) throws
    -> [Int?]
  {
    let row = try #require(registry.municipalities.first)
    return items.map { row.count($0) }
  }

  @Test(arguments: [
    ",,,人,人,人,世帯,人,人,人,人,人,人,人,人,人,人,人,人,人,％,人,％,人,％",
    ",,,（人）,（人）,（人）,（世帯）,（人）,（人）,（人）,（人）,（人）,（人）,（人）,（人）,（人）,（人）,（人）,（人）,（人）,（％）,（人）,（％）,（人）,（％）",
  ])
  func `A line of units under the header names no column`(units: String) throws {
    for total in ["計", "人"] {
      let header = Fixture.sheetHeader.replacing("男,女,計", with: "男,女,\(total)") + "\n" + units
      let registry = try read([Self.tomakomai], header: header)
      #expect(registry.diagnostics == [])
      #expect(
        try counts(registry, [.male, .female, .population, .households, .births, .socialChange])
          == [83_705, 87_537, 171_242, 89_460, 1_146, 212])
      #expect(registry.municipalities[0].rate(.socialChangeRate)?.description == "0.12")
    }
  }

  @Test func `A unit beside names is no name either`() throws {
    let header = Fixture.sheetHeader.replacing("男,女,計,,", with: "男,女,人,世帯,")
      .replacing("計（Ｂ）,,,,,,", with: "計（Ｂ）,人,％,人,％,人,％")
    let registry = try read([Self.tomakomai], header: header)
    #expect(registry.diagnostics == [])
    #expect(
      try counts(registry, [.population, .households, .totalChange, .naturalChange])
        == [171_242, 89_460, -569, -781])
  }

  /// Four cells are numbers, but more are words: a row of a header, and not the first row of figures.
  @Test func `Years in numbers over the columns are no figures`() throws {
    let header = Fixture.sheetHeader.replacing("令和2年,,,,", with: "2020,2020,2020,2020,")
      .replacing("\n団体コード,都道府県名,市区町村名,男", with: "\n,,,男")
    let registry = try read([Self.tomakomai], header: header)
    #expect(registry.municipalities.map(\.area.name) == ["苫小牧市"])
    #expect(try counts(registry, [.male, .population, .births]) == [83_705, 171_242, 1_146])
  }

  /// Nothing would tell that 計 stands over the males.
  @Test func `A population without males, females and changes is refused`() throws {
    let header = """
      団体コード,都道府県名,市区町村名,人口,世帯数,住民票記載数,住民票消除数
      ,,,計,,出生者数,死亡者数
      """
    #expect {
      try read([#"012131,北海道,苫小牧市,"83,705","89,460","1,146","1,927""#], header: header)
    } throws: { error in
      let error = error as? OpenDataError
      return error?.code == .missingColumn && error?.expected.ja == "男、女"
        && error?.diagnostics.contains { $0.citation.printed == "男" } == true
    }
  }

  /// 人口 then stands over the males alone.
  @Test func `Two populations without the males are refused`() throws {
    let header = Fixture.sheetHeader.replacing("男,女,計", with: ",女,計")
    #expect {
      try read([Self.tomakomai], header: header)
    } throws: { error in
      let error = error as? OpenDataError
      return error?.code == .missingColumn
        && error?.diagnostics.map(\.code) == ["doubled-column", "missing-column"]
    }
  }

  /// The figures are those of 苫小牧市; the sheets up to 2012 have one column of movers of each kind.
  @Test(arguments: ["増加", "増減"], ["", "人口"])
  func `An older sheet prints 増加 for 増減 and no movers from abroad`(
    word: String, prefix: String
  ) throws {
    let header = """
      団体コード,都道府県名,市区町村名,平成22年,,,,,,平成21年度,,,,,,,,,,,,,
      ,,,人口,,,,世帯数,（修正世帯数）,住民票記載数,,,,住民票消除数,,,,\(prefix)\(word)数,\(prefix)\(word)率,自然\(word)数,自然\(word)率,社会\(word)数,社会\(word)率
      ,,,男,女,計,（修正人口）,,,転入者数,出生者数,その他,計（Ａ）,転出者数,死亡者数,その他,計（Ｂ）,,,,,,
      ,,,人,人,人,人,世帯,世帯,人,人,人,人,人,人,人,人,人,％,人,％,人,％
      """
    let line =
      #"012131,北海道,苫小牧市,"83,705","87,537","171,242","171,240","89,460","89,459","6,176","1,146",60,"7,382","5,978","1,927",46,"7,951",-569,-0.33 ,-781,-0.45 ,212,0.12 "#
    let registry = try read(
      [line], title: "平成22年3月31日住民基本台帳人口・世帯数、平成21年度人口動態（市区町村別）", header: header)
    #expect(
      registry.diagnostics.map { "\($0.code.rawValue):\($0.citation.printed)" } == [
        "unknown-column:人口/（修正人口）", "unknown-column:（修正世帯数）",
      ])
    #expect(
      try counts(
        registry,
        [
          .male, .female, .population, .households, .inMigrants, .births, .otherEntries, .entries,
          .outMigrants, .deaths, .otherRemovals, .removals, .totalChange, .naturalChange,
          .socialChange,
        ]) == [
          83_705, 87_537, 171_242, 89_460, 6_176, 1_146, 60, 7_382, 5_978, 1_927, 46, 7_951, -569,
          -781, 212,
        ])
    let row = registry.municipalities[0]
    let rates = [ResidentRegistry.Item.totalChangeRate, .naturalChangeRate, .socialChangeRate].map {
      row.rate($0)?.description
    }
    #expect(rates == ["-0.33", "-0.45", "0.12"])
    #expect(row.citation(.socialChange)?.cell == 22)
  }

  /// 60 = 15 国籍喪失 + 20 法第30条の47 + 25 その他.
  @Test func `A part of その他 is not the whole of it`() throws {
    let header = Fixture.sheetHeader.replacing(
      "出生者数,その他（計）", with: "出生者数,その他（国籍喪失）,その他（法第30条の47）,その他（その他）,その他（計）"
    ).replacing("住民票記載数,,,,,,", with: "住民票記載数,,,,,,,,,")
    let line = Self.tomakomai.replacing(#""1,146",60"#, with: #""1,146",15,20,25,60"#)
    let registry = try read([line], title: Fixture.title(residents: "（外国人住民）"), header: header)
    #expect(
      registry.diagnostics.map { "\($0.code.rawValue):\($0.citation.cell ?? 0)" }
        == ["unknown-column:13"])
    #expect(
      try counts(registry, [.lossesOfNationality, .remainingOtherEntries, .otherEntries, .entries])
        == [15, 25, 60, 7_382])
  }

  @Test func `その他 over its parts is told apart alike`() {
    func item(_ cells: String...) -> ResidentRegistry.Item? { ResidentRegistry.Item(header: cells) }
    #expect(item("住民票記載数", "その他", "計") == .otherEntries)
    #expect(item("住民票消除数", "その他", "計") == .otherRemovals)
    #expect(item("住民票消除数", "その他", "その他") == .remainingOtherRemovals)
    #expect(item("住民票記載数", "その他", "帰化等") == .naturalizations)
    #expect(item("住民票記載数", "その他", "法第30条の47") == nil)
    #expect(item("住民票記載数", "その他", "計（Ａ）") == .entries)
    #expect(item("住民票記載数", "計") == .entries)
  }

  /// 89,460 = 88,000 of Japanese residents + 1,460 of several nationalities.
  @Test func `The households of the Japanese sheet are the 計 of two kinds`() throws {
    let header = Fixture.sheetHeader.replacing("世帯数,住民票", with: "世帯数,,,住民票")
      .replacing("男,女,計,,", with: "男,女,計,日本人住民,複数国籍,計,")
      .replacing("令和2年,,,,", with: "令和2年,,,,,,")
    let line = Self.tomakomai.replacing(#""89,460""#, with: #""88,000","1,460","89,460""#)
    let registry = try read([line], title: Fixture.title(residents: "（日本人住民）"), header: header)
    #expect(
      registry.diagnostics.map { "\($0.code.rawValue):\($0.citation.cell ?? 0)" }
        == ["unknown-column:7", "unknown-column:8"])
    #expect(try counts(registry, [.population, .households]) == [171_242, 89_460])
    #expect(registry.municipalities[0].citation(.households)?.cell == 9)
  }

  @Test func `A change of households is no change of persons`() {
    #expect(ResidentRegistry.Item(header: ["世帯増減数"]) == nil)
    #expect(ResidentRegistry.Item(header: ["人口増加数"]) == .totalChange)
    #expect(ResidentRegistry.Item(header: ["面積", "人"]) == nil)
  }

  /// A column of someone's own, filled down to the last row of the sheet.
  @Test func `Rows that hold nothing but an unknown column are none`() throws {
    let lines = Fixture.sheet(Fixture.wholeSheet(Fixture.rows2020)).split(separator: "\r\n")
    let width = Fixture.rows2020[0].cells.count
    let blank = String(repeating: ",", count: width) + "1"
    let text = lines.enumerated().map { String($1) + ($0 < 4 ? ",備考" : ",1") }
    let more = (text + [blank, blank]).joined(separator: "\r\n") + "\r\n"
    let table = try ResidentRegistry.read(Array(more.utf8), document: "r")
    #expect(table.rows.count == lines.count - 4)
    #expect(!table.rows.contains { $0.area.kind == .unknown })
  }

  @Test func flowsOfAnotherYearThanTheOneBeforeTheStockAreTold() throws {
    let header = Fixture.sheetHeader
    let sheet = Fixture.sheet(
      Fixture.wholeSheet(Fixture.rows2020), header: header.replacing("令和元年", with: "平成28年"))
    let registry = try ResidentRegistry.read(Array(sheet.utf8), document: "a.csv")
    let found = registry.diagnostics.first { $0.code == "other-year" }
    #expect(found?.message.en.contains("2020-01-01") == true, "\(registry.diagnostics)")
    #expect(found?.message.en.contains("2016") == true)
    let usual = try ResidentRegistry.read(
      Array(Fixture.sheet(Fixture.wholeSheet(Fixture.rows2020)).utf8), document: "a.csv")
    #expect(!usual.diagnostics.contains { $0.code == "other-year" })
  }

  @Test(arguments: [
    ("（単位：千人）", "千人"), ("（単位　千世帯・人）", "千世帯"), ("単位：人口千人、％", "千人"), ("（千人単位）", "千人"),
  ])
  func `Figures in thousands are refused`(unit: String, found: String) {
    let error = #expect(throws: OpenDataError.self) { try read(unit: unit) }
    #expect(error?.code == .differentDefinition && error?.found.ja == "単位: \(found)")
  }

  /// The figures are in persons; the rates beside them are not.
  @Test(arguments: [
    "（単位：人、世帯、率は人口千人当たり）", "単位：人、‰（人口千対・千人対）", "（単位：人）※千人未満も掲載",
  ])
  func `A unit of rates refuses no figures`(unit: String) throws {
    #expect(try read(unit: unit).rows.count == 7)
  }

  private func read(unit: String) throws -> ResidentRegistry {
    let sheet = Fixture.sheet(
      Fixture.wholeSheet(Fixture.rows2020),
      title: Fixture.title().replacing("（単位：人、世帯、％）", with: unit))
    return try ResidentRegistry.read(Array(sheet.utf8), document: "a.csv")
  }
}
