import MunicipalModel
import TestSupport
import Testing

@testable import OpenData

/// A file that ends in the middle of a number gives no smaller number unawares.
@Suite("Truncated files")
struct TruncationTests {
  /// Whether a figure may have been cut unawares: it differs, and nothing is said of its line.
  private static func isWrong(
    _ figure: (some Equatable)?, _ whole: (some Equatable)?, _ same: Bool, _ line: Int,
    _ diagnostics: [Diagnostic]
  ) -> Bool {
    figure != nil && !same
      && !diagnostics.contains { $0.citation.line == line && $0.code == "unended-row" }
  }

  /// The lengths of a file at which its last line is cut.
  private static func lengths(_ bytes: [UInt8]) -> [Int] {
    let end = bytes.count - 1
    let start = bytes[..<end].lastIndex(of: 0x0A) ?? 0
    return TestSize.sample(start + 1..<end + 1)
  }

  @Test(arguments: [true, false])
  func `Movers`(withOrigin: Bool) throws {
    let bytes = Array(Fixture.movers("他市区町村からの転入者数", withOrigin: withOrigin).utf8)
    let whole = try #require(try MoverTable.read(bytes, document: "m").rows.last)
    for length in Self.lengths(bytes) {
      let table = try MoverTable.read(Array(bytes[..<length]), document: "m")
      guard let row = table.rows.first(where: { $0.line == whole.line }) else { continue }
      #expect(row.area == whole.area && row.period == whole.period)
      let notes = table.diagnostics
      #expect(
        !Self.isWrong(row.ages, whole.ages, row.ages == whole.ages, row.line, notes), "\(length)")
      for sex in Sex.allCases {
        let total = row.totals[sex]?.value
        let origin = row.originNotReported[sex]?.value
        #expect(total == nil || total == whole.totals[sex]?.value, "\(length)")
        #expect(
          !Self.isWrong(
            origin, whole.originNotReported[sex]?.value,
            origin == whole.originNotReported[sex]?.value, row.line, notes), "\(length)")
      }
      if length < bytes.count - 1 { #expect(!notes.isEmpty) }
    }
  }

  @Test(arguments: [false, true])
  func `The standard data set, in either order of its columns`(isReversed: Bool) throws {
    let plain = FormatTests.samples[2].text.replacing(
      ",10,4,6,1,2,3,4", with: ",110,44,66,12,23,32,43")
    let text =
      isReversed
      ? plain.split(separator: "\n").map {
        $0.split(separator: ",", omittingEmptySubsequences: false).reversed().joined(separator: ",")
      }.joined(separator: "\n") + "\n" : plain
    let bytes = Array(text.utf8)
    let whole = try #require(try StandardDatasetPopulation.read(bytes, document: "s").rows.last)
    for length in Self.lengths(bytes) {
      guard let table = try? StandardDatasetPopulation.read(Array(bytes[..<length]), document: "s"),
        let row = table.rows.last
      else { continue }
      let notes = table.diagnostics
      #expect(row.date == nil || row.date == whole.date)
      #expect(!Self.isWrong(row.code, whole.code, row.code == whole.code, row.line, notes))
      for (figure, right) in [
        (row.total, whole.total), (row.male, whole.male), (row.female, whole.female),
      ] {
        #expect(
          !Self.isWrong(figure, right, figure?.value == right?.value, row.line, notes), "\(length)")
      }
      #expect(
        !Self.isWrong(
          row.ages, whole.ages, row.ages?.counts == whole.ages?.counts, row.line, notes),
        "\(length)")
    }
  }

  /// The social change, −2,270, stands in quotes: a cut within makes two cells of it.
  @Test(arguments: [false, true])
  func `The register`(withoutMark: Bool) throws {
    var last = Fixture.rows2020[3]
    last.removals[0] = 8_300
    let text = Fixture.sheet(Fixture.wholeSheet(Array(Fixture.rows2020[0...2]) + [last]))
    let bytes = withoutMark ? Fixture.cp932(String(text.dropFirst())) : Array(text.utf8)
    let whole = try #require(try ResidentRegistry.read(bytes, document: "r").rows.last)
    #expect(whole.count(.socialChange) == -2_270)
    for length in Self.lengths(bytes) {
      let registry = try ResidentRegistry.read(Array(bytes[..<length]), document: "r")
      guard let row = registry.rows.first(where: { $0.line == whole.line }) else { continue }
      #expect(row.area.code == whole.area.code)
      for item in ResidentRegistry.Item.allCases where !item.isRate {
        let count = row.count(item)
        #expect(count == nil || count == whole.count(item), "\(length) \(item)")
      }
      let change = registry.account(of: row).socialChange?.value
      #expect(change == nil || change == -2_270, "\(length)")
      if length < bytes.count - 1 { #expect(!registry.diagnostics.isEmpty) }
    }
  }

  @Test func `SSDSE and the CSV of e-Stat`() throws {
    let ssdse = Array(Fixture.ssdse.replacing("201000,60000,…", with: "201000,60000,1234").utf8)
    let births = try SSDSETable.read(ssdse, document: "s").figures(.births)
    for length in Self.lengths(ssdse) {
      let table = try SSDSETable.read(Array(ssdse[..<length]), document: "s")
      let cut = table.figures(.births)
      let last = births.count - 1
      guard cut.count > last, let value = cut[last].reading.value,
        value != births[last].reading.value
      else { continue }
      #expect(table.diagnostics.contains { $0.citation.line == 7 && $0.citation.cell == 6 })
    }
    let estat = Array("area_code,地域,unit,value\n31201,架空市,人,1234\n31202,架空町,人,5678\n".utf8)
    for length in Self.lengths(estat) {
      let table = try EStatTable.read(Array(estat[..<length]), document: "e")
      guard table.count > 1, let value = table.value(at: 1)?.reading.wholeNumber, value != 5678
      else { continue }
      #expect(table.diagnostics.contains { $0.citation.line == 3 && $0.citation.cell == 4 })
    }
  }

  @Test func `The resident register`() throws {
    let bytes = Array(Fixture.sheet(Fixture.wholeSheet(Fixture.rows2020)).utf8).filter {
      $0 != 0x0D
    }
    let whole = try #require(try ResidentRegistry.read(bytes, document: "r").rows.last)
    for length in Self.lengths(bytes) {
      let sheet = try ResidentRegistry.read(Array(bytes[..<length]), document: "r")
      guard let row = sheet.rows.first(where: { $0.line == whole.line }) else { continue }
      #expect(row.area.code == whole.area.code)
      let notes = sheet.diagnostics
      for item in ResidentRegistry.Item.allCases {
        let figure = row[item]?.value
        #expect(
          !Self.isWrong(figure, whole[item]?.value, figure == whole[item]?.value, row.line, notes),
          "\(length) \(item)")
      }
      // A comma at the end leaves a blank cell, which is no figure.
      if length < bytes.count - 1, row[.socialChangeRate] != .missing(.blank) {
        #expect(!notes.isEmpty, "\(length)")
      }
    }
    // A rate of −0.13 that lost its last digit.
    let cut = try ResidentRegistry.read(Array(bytes.dropLast(3)), document: "r")
    #expect(cut.rows.last?.rate(.socialChangeRate)?.description == "-0.1")
    #expect(
      cut.diagnostics.map { "\($0.code.rawValue):\($0.citation.line):\($0.citation.cell ?? 0)" }
        == ["unended-row:11:25"])
  }

  @Test func `The cut figure is named by line and cell, and the figures before it are kept`() throws
  {
    let text = Fixture.movers("他市区町村からの転入者数", withOrigin: true)
    var lines = text.split(separator: "\n").map(String.init)
    let cells = lines[5].split(separator: ",", omittingEmptySubsequences: false)
    lines[5] = cells[..<10].joined(separator: ",") + ",1"
    let table = try MoverTable.read(Array(lines.joined(separator: "\n").utf8), document: "m")
    let row = try #require(table.rows.last)
    #expect(row.totals[.both]?.value == 950 && row.ages == nil)
    #expect(
      table.diagnostics.map { "\($0.code.rawValue):\($0.citation.line):\($0.citation.cell ?? 0)" }
        == ["wrong-cell-count:6:0", "unreadable-cell:6:11"])
  }
}
