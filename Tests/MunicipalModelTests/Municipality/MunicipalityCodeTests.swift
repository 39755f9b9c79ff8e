import MunicipalModel
import Testing

@Suite struct MunicipalityCodeTests {
  // Codes as published by 総務省, 全国地方公共団体コード; 132071 also heads a data set of 昭島市.
  static let published = [
    "010006", "011002", "012025", "012106", "012131", "014036", "016951", "041009", "130001",
    "131016", "131105", "132071", "141003", "231002", "271004", "341002", "401307", "470007",
    "472018",
  ]

  @Test("A published code is valid", arguments: published)
  func publishedCode(_ text: String) throws {
    let code = try MunicipalityCode(text)
    #expect(code.sixDigits == text)
    #expect(code.description == text)
    #expect(code.fiveDigits == text.prefix(5))
    #expect(code.number == Int(text.prefix(5)))
  }

  @Test("Five digits get their check digit", arguments: published)
  func fiveDigits(_ text: String) throws {
    #expect(try MunicipalityCode(String(text.prefix(5))).sixDigits == text)
  }

  @Test("Every other last digit is refused", arguments: published)
  func wrongCheckDigit(_ text: String) {
    for digit in 0...9 where String(digit) != text.suffix(1) {
      let wrong = text.prefix(5) + String(digit)
      #expect(throws: MunicipalityCodeError(code: .wrongCheckDigit, text: String(wrong))) {
        try MunicipalityCode(String(wrong))
      }
    }
  }

  @Test(
    "Width and spaces around a code do not matter",
    arguments: ["０１２１３１", "０１２１３", "012131 ", "　012131", "01213\t", "０12１31\r"])
  func printedForms(_ text: String) throws {
    #expect(try MunicipalityCode(text).sixDigits == "012131")
  }

  @Test(
    "Another length is refused",
    arguments: [
      "", " ", "0", "0121", "0121310", "01 2131", "1213", String(repeating: "0", count: 40),
    ])
  func otherLength(_ text: String) {
    #expect(throws: MunicipalityCodeError(code: .wrongLength, text: text)) {
      try MunicipalityCode(text)
    }
  }

  @Test(
    "Anything but a digit is refused",
    arguments: [
      "O12131", "01213A", "0121x", "苫小牧市役所", "-12131", "٠١٢١٣", "0121②1", "01213.", "01 213",
      "😀😀😀😀😀",
    ])
  func notDigits(_ text: String) {
    #expect(throws: MunicipalityCodeError(code: .notDigits, text: text)) {
      try MunicipalityCode(text)
    }
  }

  @Test(
    "A prefecture outside 01 to 47 is refused",
    arguments: ["00000", "00100", "001007", "48000", "48201", "482013", "99999", "００２１３"])
  func unknownPrefecture(_ text: String) {
    #expect(throws: MunicipalityCodeError(code: .unknownPrefecture, text: text)) {
      try MunicipalityCode(text)
    }
  }

  @Test("The code tells its prefecture")
  func prefecture() throws {
    #expect(try MunicipalityCode("012131").prefecture == .hokkaido)
    #expect(try MunicipalityCode("472018").prefecture == .okinawa)
    #expect(try MunicipalityCode("131016").prefecture.name.ja == "東京都")
    #expect(try MunicipalityCode("010006").isPrefecture)
    #expect(try !MunicipalityCode("012131").isPrefecture)
    #expect(MunicipalityCode(.hokkaido, 213).sixDigits == "012131")
    #expect(MunicipalityCode(.okinawa, 0).sixDigits == "470007")
  }

  @Test("Codes order as official tables do")
  func order() throws {
    let codes = try ["131016", "012131", "012106"].map { try MunicipalityCode($0) }
    #expect(codes.sorted().map(\.sixDigits) == ["012106", "012131", "131016"])
  }

  @Test("A code is written to JSON as six digits and read back", arguments: published)
  func json(_ text: String) throws {
    let code = try MunicipalityCode(text)
    #expect(try encoded(code) == "\"\(text)\"")
    #expect(try throughJSON(code) == code)
  }

  @Test(
    "A wrong code in JSON is refused",
    arguments: ["\"012130\"", "\"\"", "12131", "null", "\"482013\""])
  func wrongJSON(_ json: String) {
    #expect(throws: (any Error).self) { try decoded(MunicipalityCode.self, from: json) }
  }

  @Test("An error names the text and the reason")
  func errorText() {
    let error = MunicipalityCodeError(code: .wrongCheckDigit, text: "012130")
    #expect(error.description == "municipality code \"012130\": wrong-check-digit")
  }
}
