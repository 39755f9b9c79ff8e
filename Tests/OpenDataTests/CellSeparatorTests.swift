import MunicipalModel
import TestSupport
import Testing

@testable import OpenData

@Suite("Separators and encodings of spreadsheets")
struct CellSeparatorTests {
  /// The sheet of `Fixture` with another separator; numbers with commas stand in quotes.
  private static func sheet(_ separator: Character) -> String {
    let text = Fixture.sheet(Fixture.wholeSheet(Fixture.rows2020))
    var result = ""
    var isQuoted = false
    for character in text.dropFirst() {
      if character == "\"" { isQuoted.toggle() }
      result.append(character == "," && !isQuoted ? separator : character)
    }
    return result
  }

  private static func utf16(_ text: String, bigEndian: Bool = false) -> [UInt8] {
    text.utf16.flatMap { unit in
      let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
      return bigEndian ? bytes.reversed() : bytes
    }
  }

  private func read(_ bytes: [UInt8]) throws -> ResidentRegistry {
    guard case .registry(let registry) = try OpenDataTable.read(bytes, document: "sheet") else {
      throw OpenDataError(code: .wrongFormat, document: "sheet")
    }
    return registry
  }

  private func populations(_ registry: ResidentRegistry) -> [Int?] {
    registry.municipalities.map { $0.count(.population) }
  }

  @Test(arguments: ["\t", ";", ","] as [Character])
  func `Comma, tab and semicolon are found out`(separator: Character) throws {
    let text = Self.sheet(separator)
    for bytes in [Array(text.utf8), Fixture.cp932(text)] {
      let registry = try read(bytes)
      #expect(registry.diagnostics == [])
      #expect(populations(registry) == [185_000, 147_000, 10_800, 201_000])
      #expect(registry.municipalities[0].count(.naturalChange) == -800)
    }
    // Without quotes the commas of the numbers stay what they are.
    if separator != "," {
      let plain = try read(Array(text.replacing("\"", with: "").utf8))
      #expect(plain.diagnostics == [])
      #expect(populations(plain) == populations(try read(Array(text.utf8))))
    }
  }

  @Test(arguments: [false, true], [false, true])
  func `UTF-16 is read with a mark and without`(bigEndian: Bool, hasMark: Bool) throws {
    let text = (hasMark ? "\u{FEFF}" : "") + Self.sheet("\t")
    let registry = try read(Self.utf16(text, bigEndian: bigEndian))
    #expect(registry.encoding == (bigEndian ? .utf16BigEndian : .utf16LittleEndian))
    #expect(registry.diagnostics == [])
    #expect(populations(registry) == [185_000, 147_000, 10_800, 201_000])
  }

  @Test(
    arguments: [("sep=,", ","), ("sep=;", ";"), ("SEP=\t", "\t"), ("\"sep=;\"", ";")]
      as [(String, Character)])
  func `The line that says the separator is no row`(line: String, separator: Character) throws {
    let registry = try read(Array((line + "\r\n" + Self.sheet(separator)).utf8))
    #expect(registry.diagnostics == [])
    #expect(populations(registry) == [185_000, 147_000, 10_800, 201_000])
    // The title is then line 2, and the nation line 6.
    #expect(registry.nation?.line == 6)
    #expect(registry.title.contains("住民基本台帳"))
  }

  @Test func `Commas inside of cells do not make a table of commas`() {
    func separator(_ text: String) -> UInt8 { CellSeparator(of: Array(text.utf8)).byte }
    #expect(separator("a\tb\n1,234\t2\n3\t4,567\n") == 0x09)
    #expect(separator("a;b;c\n1,2;3,4;5\n6;7;8\n") == 0x3B)
    #expect(separator("a,b\n\"x;y\",2\n\"z;w\",4\n") == 0x2C)
    #expect(separator("a,b\n1,2") == 0x2C)
    // Commas stand in every row, but not in the same number.
    for (character, byte) in [("\t", UInt8(0x09)), (";", 0x3B)] {
      let text = "1,234;5\n1,234;5,678\n1,234,567;5,678\n".replacing(";", with: character)
      #expect(separator(text) == byte)
    }
    #expect(separator("alone\n") == 0x2C)
    #expect(separator("") == 0x2C)
  }

  /// Read byte by byte, the separator is found just the same.
  @Test func `Chunks give the same`() throws {
    let bytes = Array(("sep=;\n" + Self.sheet(";")).utf8)
    var reader = ResidentRegistry.reader(document: "sheet", encoding: nil)
    for byte in bytes { reader.append([byte]) }
    #expect(try reader.finish() == read(bytes))
  }

  @Test(arguments: ["\t", ";"] as [Character])
  func `The standard data set is read from tabs and semicolons`(separator: Character) throws {
    let text = """
      全国地方公共団体コード,都道府県名,市区町村名,調査年月日,地域名,総人口,男性,女性,0歳以上の男性,0歳以上の女性
      132071,東京都,架空市,2024-01-01,,10,4,6,4,6

      """
    let file = try OpenDataTable.read(
      Array(text.replacing(",", with: String(separator)).utf8), document: "population")
    guard case .standard(let table) = file else {
      Issue.record("another format")
      return
    }
    #expect(table.diagnostics == [])
    #expect(try table.population().total == 10)
  }
}
