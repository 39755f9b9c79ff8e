import MunicipalModel
import Testing

/// Codes as files and people write them. The codes are those of 全国地方公共団体コード (総務省).
@Suite("Codes as printed")
struct PrintedCodeTests {
  @Test(arguments: [
    // A zero that a spreadsheet dropped, from six digits and from five.
    ("12131", "012131"), ("1213", "012131"), ("16071", "016071"), ("92011", "092011"),
    ("10006", "010006"), ("1100", "011002"),
    // What programs put around them.
    ("310000.0", "310000"), ("=\"310000\"", "310000"), ("'310000", "310000"), ("R31201", "312011"),
    ("12131.0", "012131"), ("=\"012131\"", "012131"), ("３１００００", "310000"), (" 13101 ", "131016"),
    ("13101", "131016"), ("012131", "012131"),
  ])
  func `A code is read in every form that tells it`(text: String, code: String) throws {
    #expect(try MunicipalityCode(printed: text).sixDigits == code)
  }

  /// 12106 is 美浜区 of Chiba without check digit, and 岩見沢市 without its zero.
  @Test func `The prefecture or the name decides between two codes`() throws {
    func code(_ prefecture: Prefecture? = nil, _ name: String = "") throws -> String {
      try MunicipalityCode(printed: "12106", in: prefecture, name: name).sixDigits
    }
    #expect(try code(.hokkaido) == "012106")
    #expect(try code(.chiba) == "121061")
    #expect(try code(nil, "岩見沢市") == "012106")
    #expect(try code(nil, "千葉市美浜区") == "121061")
    #expect(try code(nil, "北海道 架空市") == "012106")
    let error = #expect(throws: MunicipalityCodeError.self) { try code() }
    #expect(error?.code == .ambiguous)
    #expect(error?.suggestions.map(\.sixDigits) == ["121061", "012106"])
    #expect(error?.message.ja.contains("012106（北海道岩見沢市）") == true)
  }

  /// 12076 is no code of Chiba; that 12076 would have the check digit 6 is by chance.
  @Test func `A row of Hokkaido is not read as one of Chiba`() throws {
    #expect(try MunicipalityCode(printed: "12076", in: .hokkaido).sixDigits == "012076")
    #expect(try MunicipalityCode(printed: "12076").sixDigits == "012076")
  }

  /// 11204 was 浦和市 until 2001; no list of today has it.
  @Test func `A former code stays as it is`() throws {
    #expect(try MunicipalityCode(printed: "11204", in: .saitama).fiveDigits == "11204")
    #expect(try MunicipalityCode(printed: "11204").fiveDigits == "11204")
  }

  @Test(arguments: [
    ("012130", "wrong-check-digit", ["012131"]),
    ("480000", "unknown-prefecture", []), ("ABCDE", "not-digits", []), ("121", "wrong-length", []),
    ("1.2E+04", "wrong-length", []), ("3.10E+05", "wrong-length", []), ("", "wrong-length", []),
    ("92012", "wrong-check-digit", ["092011"]),
  ])
  func `A code that is none is refused, and the likely one offered`(
    text: String, reason: String, offered: [String]
  ) {
    let error = #expect(throws: MunicipalityCodeError.self) { try MunicipalityCode(printed: text) }
    #expect(error?.code.rawValue == reason)
    #expect(error?.text == text)
    #expect(error?.suggestions.map(\.sixDigits) == offered)
  }

  @Test func `Five digits of no listed code have lost their zero wherever codes are read`() throws {
    #expect(try MunicipalityCode("12131").sixDigits == "012131")
    #expect(try MunicipalityCode("12106").sixDigits == "121061")
  }

  private struct Folder: Decodable {
    let code: MunicipalityCode

    enum Key: String, CodingKey, CaseIterable { case code, name }

    init(from decoder: any Decoder) throws {
      let members = try decoder.members(Key.self)
      code = try members.municipalityCode(.code, named: members.word(.name))
    }
  }

  private func folder(_ code: String, _ name: String = "苫小牧市") throws -> MunicipalityCode {
    try StrictJSON.decode(
      Folder.self,
      from: BuiltInFile(
        name: "municipality.json", text: "{\"code\": \(code), \"name\": \"\(name)\"}")
    ).code
  }

  @Test func `A file of a municipality compares the name`() throws {
    #expect(try folder("\"12131\"").sixDigits == "012131")
    #expect(try folder("\"16071\"", "浦河町").sixDigits == "016071")
    #expect(try folder("\"12106\"", "岩見沢市").sixDigits == "012106")
    #expect(try folder("\"012131\"").sixDigits == "012131")
  }

  @Test(arguments: ["1213", "12131", "\"012130\""])
  func `A code that is a number or a slip is refused with the right one`(code: String) {
    let error = #expect(throws: DataFileError.self) { try folder(code) }
    #expect(error?.code == .badValue)
    #expect(error?.expected.ja.contains("012131") == true)
  }
}
