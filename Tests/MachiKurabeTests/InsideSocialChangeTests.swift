import Foundation
import MachiKurabe
import TestSupport
import Testing

/// 社会増減 that holds 職権記載・消除 is not in- less out-migrants, and that is no error.
@Suite("Social change that holds other change")
struct InsideSocialChangeTests {
  private func findings(_ rows: String, otherChange: String = "inside_social_change") throws
    -> [String]
  {
    let description = """
      { "code": "016071", "name": { "ja": "浦河町", "en": "Urakawa" },
        "documents": [ { "id": "people", "title": { "ja": "台帳", "en": "register" },
          "content": "population", "population_definition": { "stock_date": "12-31",
            "source": "住民基本台帳", "other_change": "\(otherChange)" } } ] }
      """
    let start = """
      item,period,printed,unit
      year_end_population,2018年,1000,人
      births,2019年,10,人
      deaths,2019年,12,人
      in_migrants,2019年,50,人
      out_migrants,2019年,45,人

      """
    var result: [String] = []
    try TemporaryFolder.use { folder in
      for (name, text) in [("municipality.json", description), ("people.csv", start + rows)] {
        try Data(text.utf8).write(to: URL(filePath: folder.file(name)))
      }
      result = MunicipalityCheck(path: folder.path).findings.filter { $0.severity > .info }
        .map { "\($0.code): \($0.message.en)" }
    }
    return result
  }

  /// 1,000 + (10 − 12) + 7 = 1,005, of which 7 = 50 − 45 + 2.
  private static let right = """
    year_end_population,2019年,1005,人
    natural_change,2019年,-2,人
    social_change,2019年,7,人
    """

  @Test func `It follows from the stocks and the natural change`() throws {
    #expect(try findings(Self.right) == [])
    #expect(try findings(Self.right + "\nother_change,2019年,2,人\n") == [])
    #expect(try findings(Self.right.replacing("natural_change,2019年,-2,人\n", with: "")) == [])
  }

  @Test func `What does not follow is an error as before`() throws {
    let apart = try findings(Self.right, otherChange: "apart")
    #expect(apart.contains { $0.contains("published 7, computed 5") })
    let wrong = try findings(
      Self.right.replacing("social_change,2019年,7", with: "social_change,2019年,8"))
    #expect(wrong.contains { $0.contains("published 8, computed 7") })
    let other = try findings(Self.right + "\nother_change,2019年,3,人\n")
    #expect(other.contains { $0.contains("published 7, computed 8") })
  }
}
