import MachiKurabe
import TestSupport
import Testing

/// What a validator of tables finds, in a document of a folder.
struct RowCheckTests {
  private func findings(_ text: String) throws -> [MunicipalityCheck.Finding] {
    var found: [MunicipalityCheck.Finding] = []
    try TemporaryFolder.use { folder in
      let description = """
        {"code": "012025", "name": {"ja": "函館市"},
         "documents": [{"id": "kpi", "file": "kpi.txt", "title": {"ja": "計画"}}]}
        """
      try FileSet.write(
        [
          FileSet.File(name: "municipality.json", bytes: Array(description.utf8)),
          FileSet.File(name: "kpi.txt", bytes: Array(text.utf8)),
        ], to: folder.file("city"))
      found = MunicipalityCheck(path: folder.file("city")).findings
    }
    return found
  }

  private func codes(_ text: String) throws -> [String] {
    try findings(text).map { "\($0.code):\($0.line ?? 0):\($0.cell ?? 0)" }
      .filter {
        $0.hasPrefix("duplicate") || $0.hasPrefix("truncated") || $0.hasPrefix("sequential")
      }
  }

  @Test func aRowThatStandsTwiceIsTold() throws {
    let text = "指標\t基準値\t目標値\n出生数\t10人\t12人\n出生数\t10人\t12人\n"
    #expect(try codes(text) == ["duplicate-row:3:0"])
    // The same row in another table is no fault.
    #expect(try codes("指標\t値\t目標\nあ\t1人\t2人\n\n指標\t値\t目標\nあ\t1人\t2人\n") == [])
  }

  @Test func yearsOutOfOrderAreTold() throws {
    func table(_ years: [String]) -> String {
      "年次\t出生\t死亡\n" + years.enumerated().map { "\($1)\t\($0 + 10)\t20\n" }.joined()
    }
    #expect(try codes(table(["2019年", "2021年", "2020年"])) == ["sequential-value:4:1"])
    #expect(try codes(table(["平成30年", "令和元年", "令和2年"])) == [])
    #expect(try codes(table(["令和2年", "令和元年", "平成30年"])) == [])
  }

  @Test func valuesAtTheBoundsOfProgramsAreTold() throws {
    let long = String(repeating: "あ", count: 255)
    #expect(try codes("指標\t基準値\t説明\n出生数\t65,535人\t\(long)\n") == ["truncated-value:2:3"])
    #expect(
      try codes("指標\t基準値\t目標値\n出生数\t65,535\t2147483647\n")
        == ["truncated-value:2:2", "truncated-value:2:3"])
  }
}
