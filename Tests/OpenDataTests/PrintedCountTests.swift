import MunicipalModel
import Testing

@testable import OpenData

@Suite("Figures of open data")
struct PrintedCountTests {
  /// Figures as the sheets print them, and as they do not.
  @Test(arguments: [
    ("62,174,142", "62174142"), ("-0.21 ", "-0.21"), (" 5", "5"), ("+5", "5"), ("0", "0"),
    ("１，２３４", "1234"), ("△562", "-562"), ("▲0.44", "-0.44"),
  ])
  func `Figures are read`(text: String, value: String) {
    #expect(PrintedCount.reading(Array(text.utf8)[...]).value?.description == value)
  }

  @Test(arguments: [
    "1,23", "1,2345", ",123", "12,34,567", "1.", ".5", "1.2.3", "--1", "abc", "1e5",
    "1234567890123456789", "1 2",
  ])
  func `What is no figure is not read`(text: String) {
    #expect(PrintedCount.reading(Array(text.utf8)[...]).value == nil)
  }

  @Test(arguments: ["0", "007", "999999999", "1000000000", "", "1,234", "-5", "12a", " 5", "５"])
  func `Digits alone say what every other way of reading says`(text: String) {
    let bytes = Array(text.utf8)[...]
    let digits = PrintedCount.digits(bytes)
    #expect((digits != nil) == ["0", "007", "999999999"].contains(text))
    if let digits { #expect(PrintedCount.reading(bytes).persons() == digits) }
  }

  @Test(arguments: [
    ("", "blank"), ("-", "not_applicable"), ("X", "withheld"), ("…", "not_available"),
  ])
  func `Marks keep their meaning`(text: String, status: String) {
    #expect(PrintedCount.reading(Array(text.utf8)[...]).status == status)
  }
}
