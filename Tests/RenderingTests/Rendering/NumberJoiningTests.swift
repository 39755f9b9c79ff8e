import MunicipalModel
import Testing

@testable import Rendering

@Suite("Numbers hold together in HTML")
struct NumberJoiningTests {
  @Test(arguments: [
    ("", ""), ("1,234人", "1,234人"), ("12:30", "12:30"), ("注: 1,234人", "注: 1,234人"),
    ("plan:103-105,110,212", "plan:103-105, 110, 212"),
    ("plan:12, 合計", "plan:12, 合計"), ("plan:12; other:3,4", "plan:12; other:3, 4"),
    ("計１２３人", "計<span class=\"nb\">１２３</span>人"),
    ("１，２３４", "<span class=\"nb\">１，２３４</span>"), ("第１期", "第１期"),
  ])
  func marks(content: String, markup: String) {
    #expect(NumberJoining.markup(content) == markup)
  }
}
