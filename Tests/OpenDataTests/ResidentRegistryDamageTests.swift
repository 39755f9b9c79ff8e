import MunicipalModel
import TestSupport
import Testing

@testable import OpenData

/// Damage of a whole sheet.
extension ResidentRegistryTests {
  @Test func `A short row is named once, with its last figure`() throws {
    var lines = Fixture.wholeSheet(Fixture.rows2020)
    lines[4] = Fixture.rows2020[1].cells.prefix(6).joined(separator: ",")
    let registry = try read(Fixture.sheet(lines))
    #expect(
      codes(registry).filter { $0.contains(":9:") } == [
        "wrong-cell-count:9:0", "unreadable-cell:9:6",
      ])
  }

  @Test func `A second sheet below the first is left out`() throws {
    let first = Fixture.sheet(Fixture.wholeSheet(Fixture.rows2020))
    let second = Fixture.sheet(
      Fixture.wholeSheet(Fixture.rows2020), title: Fixture.title("平成31年1月1日", "平成30年"))
    let registry = try read(first + second.dropFirst())
    #expect(codes(registry) == ["second-sheet:12:0"])
    #expect(registry.diagnostics.first?.severity == .error)
    #expect(registry.rows == (try whole().rows))
    // Without its title, the header tells it.
    let headless = second.split(separator: "\r\n").dropFirst().joined(separator: "\r\n")
    #expect(codes(try read(first + headless + "\r\n")) == ["second-sheet:12:0"])
    // A remark that names the register and a day is none.
    let remark = "注）令和2年1月1日の住民基本台帳による。\r\n"
    #expect(try read(first + remark).diagnostics == [])
  }

  @Test(arguments: ["作成日 令和5年4月1日", "令和2年8月5日 総務省自治行政局", "令和6年1月1日 作成"])
  func `The day on which a sheet was made is not that of the stock`(line: String) throws {
    let text = Fixture.sheet(
      Fixture.wholeSheet(Fixture.rows2020), title: line + "\r\n" + Fixture.title())
    let registry = try read(text)
    #expect(registry.stockDate.description == "2020-01-01")
    #expect(registry.title.hasPrefix("令和2年1月1日住民基本台帳人口"))
    #expect(registry.diagnostics == [])
  }

  @Test func `A title of another year than the columns is named`() throws {
    let registry = try read(
      Fixture.sheet(Fixture.wholeSheet(Fixture.rows2020), title: Fixture.title("令和3年1月1日")))
    #expect(codes(registry) == ["other-year:1:0"])
    #expect(registry.diagnostics.first?.message.en.contains("2020") == true)
  }

  @Test func `A break within a cell of the header and rates with a sign are read`() throws {
    let header = Fixture.sheetHeader.replacing("計（Ａ）", with: "\"計\n（Ａ）\"")
      .replacing("転入者数（国内）", with: "\"転入者数\r\n（国内）\"")
    let rates = Fixture.rows2020.map { row in
      var cells = row.cells
      for (cell, sign) in [(20, "%"), (22, "％ "), (24, "%")] {
        cells[cell] = cells[cell].trimmingSuffix(" ") + sign
      }
      return cells.joined(separator: ",")
    }
    let text =
      "\u{FEFF}" + [Fixture.title(), header].joined(separator: "\n") + "\n"
      + rates.joined(separator: "\n") + "\n"
    let registry = try read(text)
    #expect(registry.diagnostics == [])
    let plain = try whole().municipalities
    for (row, other) in zip(registry.municipalities, plain) {
      for item in ResidentRegistry.Item.allCases { #expect(row[item] == other[item], "\(item)") }
    }
  }

  @Test func `A dash for none is an empty cell`() throws {
    let lines = Fixture.rows2020.map(\.line)
    let sums = [
      SheetRow.sum(Fixture.rows2020, code: "-", prefecture: "合計"),
      SheetRow.sum(Array(Fixture.rows2020[0...2]), code: "310000", prefecture: "鳥取県"),
    ].map { row in
      var row = row
      row.name = "-"
      return row.line
    }
    var district = Fixture.rows2020[2]
    district.code = "-"
    district.name = "岩美郡"
    let registry = try read(Fixture.sheet(sums + lines + [district.line]))
    #expect(codes(registry) == ["incomplete-sum:5:0"])
    #expect(registry.nation?.count(.population) == 543_800)
    #expect(registry.prefecture(.tottori)?.area.name == "鳥取県")
    #expect(registry.rows.last?.area.kind == .subtotal)
  }

  @Test func `Blank columns are no columns`() throws {
    let lines = Fixture.wholeSheet(Fixture.rows2020).map { $0 + ",,," }
    let header = Fixture.sheetHeader.split(separator: "\n").map { $0 + ",,," }
      .joined(separator: "\n")
    #expect(try read(Fixture.sheet(lines, header: header)).diagnostics == [])
  }

  @Test func `A title of households is no heading of a column`() throws {
    let registry = try read(
      Fixture.sheet(
        Fixture.wholeSheet(Fixture.rows2020), title: "令和2年1月1日現在 市区町村別人口・世帯数（総計）"))
    #expect(registry.stockDate.description == "2020-01-01")
    #expect(registry.rows == (try whole().rows))
    #expect(registry.diagnostics == [])
  }

  @Test func `A sheet without codes says that they are missing`() throws {
    func codeless(_ line: some StringProtocol) -> String {
      String(line.drop { $0 != "," }.dropFirst())
    }
    let lines = Fixture.wholeSheet(Fixture.rows2020).map { codeless($0) }
    let header = Fixture.sheetHeader.split(separator: "\n").map { codeless($0) }
      .joined(separator: "\n")
    let text = Fixture.sheet(lines, title: ",（単位：人）", header: header)
    #expect(OpenDataFormat.detect(Array(text.utf8)) == .residentRegistry)
    #expect {
      try OpenDataTable.read(Array(text.utf8), document: "sheet")
    } throws: { error in
      let error = error as? OpenDataError
      return error?.code == .missingColumn && error?.expected.ja == "団体コード"
    }
  }

  @Test func `A sheet without a readable row says what was noticed of its rows`() throws {
    // Two headings in one cell: every row has a cell too many.
    let header = Fixture.sheetHeader.replacing("自然増減率,社会増減数", with: "自然増減率社会増減数")
      .replacing(",,,,,,\n", with: ",,,,,\n").replacing("計（Ｂ）,,,,,,", with: "計（Ｂ）,,,,,")
    let title = Fixture.title().replacing(",,（単位", with: ",（単位")
    #expect {
      try read(Fixture.sheet(Fixture.wholeSheet(Fixture.rows2020), title: title, header: header))
    } throws: { error in
      guard let error = error as? OpenDataError, error.code == .noRows else { return false }
      return error.diagnostics.contains {
        $0.code == "wrong-cell-count" && $0.citation.line == 5 && $0.citation.printed == "25"
      }
    }
    // The code is not where a line was shifted; bytes that are no character are told.
    #expect {
      try ResidentRegistry.read(
        Fixture.cp932(Fixture.sheetHeader + "\n"), document: "sheet", encoding: .utf8)
    } throws: { error in
      guard let error = error as? OpenDataError, error.code == .missingColumn else { return false }
      return error.diagnostics.contains { $0.code == "unmappable-bytes" }
    }
  }

  @Test(.timeLimit(.minutes(10)))
  func `Without a column of codes the header is read once`() throws {
    let header = Fixture.sheetHeader.replacing("団体コード", with: "番号")
    let lines = Array(repeating: Fixture.rows2020[0].line, count: 5_000)
    #expect(throws: OpenDataError.self) { try read(Fixture.sheet(lines, header: header)) }
  }

  @Test func `A damaged population is no excerpt`() throws {
    var lines = Fixture.wholeSheet(Fixture.rows2020)
    lines[4] = lines[4].replacing("\"147,000\"", with: "\"141,000\"")
    let registry = try read(Fixture.sheet(lines))
    #expect(codes(registry) == ["sum-differs:7:0", "identity-differs:9:6"])
    #expect(registry.diagnostics.first?.message.ja == "内訳の合計と違う項目: 人口（計）")
    // Also if males and both are damaged alike: the households are all there.
    lines[4] = lines[4].replacing("\"70,000\"", with: "\"64,000\"")
    #expect(codes(try read(Fixture.sheet(lines))) == ["sum-differs:7:0"])
  }

  @Test func `Items are named in both languages`() throws {
    var lines = Fixture.wholeSheet(Fixture.rows2020)
    lines[3] = lines[3].replacing("\"4,000\"", with: "4O00")
    let message = try read(Fixture.sheet(lines)).diagnostics.first?.message
    #expect(message?.ja == "「転入者数（国内）」の値を読めません")
    #expect(message?.en == "the figure of the in-migrants from Japan cannot be read")
    let labels = ResidentRegistry.Item.allCases.map(\.label)
    #expect(Set(labels.map(\.ja)).count == labels.count)
    #expect(Set(labels.map(\.en)).count == labels.count)
  }
}

extension String {
  fileprivate func trimmingSuffix(_ suffix: Character) -> String {
    last == suffix ? String(dropLast()) : self
  }
}
