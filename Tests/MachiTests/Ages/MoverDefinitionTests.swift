import TestSupport
import Testing

@testable import machi

/// Whom the movers count, by what the populations beside them say.
struct MoverDefinitionTests {
  /// 住民基本台帳年齢階級別人口 of a year of 令和, which says whom it counts.
  private static func sheet(_ year: Int, _ residents: String) -> String {
    Fixture.ageSheet(
      Fixture.ageRows("132071", "東京都", "架空昭島市", 50),
      title: "令和\(year)年1月1日住民基本台帳年齢階級別人口（市区町村別）（\(residents)）")
  }

  @Test(arguments: [("総計", "60", "all movers"), ("日本人住民", "48", "Japanese movers")])
  func `The population decides which movers are taken, and this is said`(
    residents: String, net: String, movers: String
  ) throws {
    let result = try OpenDataMoversTests.run(
      OpenDataMoversTests.csv, population: "a.csv", files: ["a.csv": Self.sheet(6, residents)])
    #expect(try OpenDataMoversTests.row(result.output, "male", "20-24")["net_migrants"] == net)
    #expect(
      result.complaints.contains("the movers are \(movers), because the population of a.csv is of"))
    #expect(!result.complaints.contains("does not say"))
  }

  @Test func `Movers that do not go with the population are named with it`() throws {
    let result = try OpenDataMoversTests.run(
      OpenDataMoversTests.csv, population: "a.csv", files: ["a.csv": Self.sheet(6, "外国人住民")])
    #expect(result.status == 1 && result.output == "")
    #expect(result.complaints.contains("a.csv, which is of foreign residents"))
  }

  /// The second year would divide all movers by Japanese residents alone.
  @Test func `Populations that count different residents are refused together`() throws {
    let files = ["a.csv": Self.sheet(6, "総計"), "b.csv": Self.sheet(7, "日本人住民")]
    let result = try OpenDataMoversTests.run(
      OpenDataMoversTests.csv + ["--population", "b.csv"], population: "a.csv", files: files)
    #expect(result.status == 1 && result.output == "")
    #expect(result.complaints.contains("b.csv") && result.complaints.contains("count differently"))
    // Of a population that says it and one that does not, the second is told.
    let unknown = try OpenDataMoversTests.run(
      OpenDataMoversTests.csv + ["--population", "p.csv"], population: "a.csv",
      files: ["a.csv": Self.sheet(7, "総計")])
    #expect(unknown.complaints.contains("p.csv does not say whether it counts foreign residents"))
  }

  @Test func `A sheet that says whom it counts is not said to be silent beside tidy movers`() throws
  {
    let movers = """
      municipality_code,period,sex,age_from,age_to,in_migrants,out_migrants
      132071,2024,male,0,19,40,70
      132071,2024,male,20,,40,70
      132071,2024,female,0,19,50,58
      132071,2024,female,20,,50,58
      """
    let files = ["a.csv": Self.sheet(6, "総計"), "m.csv": movers]
    let result = try SocialChangeRequestTests.run(
      [
        "--population", "a.csv", "--movers", "m.csv", "--municipality", "132071", "--language",
        "en",
      ], files: files)
    #expect(result.status == 0)
    #expect(!result.complaints.contains("does not say whether it counts foreign residents"))
  }
}
