import MachiKurabe
import Testing

@testable import machi

@Suite("Municipalities that arguments name")
struct MunicipalityArgumentTests {
  private func code(_ text: String, among known: [Municipality] = []) throws -> String {
    try MunicipalityArgument.code(text, of: "--municipality", among: known).sixDigits
  }

  @Test(arguments: [
    ("012131", "012131"), ("01213", "012131"), ("12131", "012131"), ("1213", "012131"),
    ("０１２１３１", "012131"),
    ("苫小牧市", "012131"), ("苫小牧", "012131"), ("とまこまい", "012131"), ("北海道苫小牧市", "012131"),
    ("広島県府中市", "342084"), ("札幌市中央区", "011011"),
  ])
  func `A code or a name`(text: String, expected: String) throws {
    #expect(try code(text) == expected)
  }

  @Test(arguments: [
    ("府中市", ["132063", "342084"]), ("12106", ["121061", "012106"]), ("012130", ["012131"]),
    ("架空市", []), ("岩見", ["012106"]),
    ("9", []), ("", []),
  ])
  func `What is none or several is asked for again`(text: String, offered: [String]) {
    let error = #expect(throws: UsageError.self) { try code(text) }
    #expect(error?.argument == "--municipality")
    for code in offered { #expect(error?.message.ja.contains(code) == true) }
  }

  @Test func `The municipalities of the call's own files come first`() throws {
    let own = try [("012106", "岩見沢市"), ("312011", "架空市"), ("342084", "府中市")].map {
      Municipality(code: try MunicipalityCode($0.0), name: LocalizedText($0.1))
    }
    #expect(try code("12106", among: own) == "012106")
    #expect(try code("架空市", among: own) == "312011")
    #expect(try code("府中市", among: own) == "342084")
  }

  @Test(arguments: [
    ("1", 1), ("01", 1), ("010006", 1), ("10006", 1), ("北海道", 1), ("千葉", 12), ("千葉県", 12),
    ("chiba", 12),
    ("京都", 26), ("13", 13),
  ])
  func `A prefecture by number, code or name`(text: String, number: Int) throws {
    #expect(try MunicipalityArgument.prefecture(text, of: "--prefecture").rawValue == number)
  }

  @Test(arguments: ["0", "48", "架空県", "012131", ""])
  func `A prefecture that is none is refused`(text: String) {
    #expect(throws: UsageError.self) {
      try MunicipalityArgument.prefecture(text, of: "--prefecture")
    }
  }
}
