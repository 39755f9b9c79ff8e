import Foundation
import TestSupport
import Testing

@testable import machi

@Suite("machi ages on plain tables")
struct PlainPopulationTests {
  static let files = [
    "a.csv": "age,male,female\n0-9,100,120\n10-19,80,100\n20+,20,50\n",
    "b.csv": "年齢,男,女\n0～9歳,44,36\n10～19歳,90,108\n20歳以上,60,75\n",
    "m.csv": """
    municipality_code,period,sex,age_from,age_to,in_migrants,out_migrants
    012106,2021,male,0,9,1,2
    012106,2021,male,10,19,3,4
    012106,2021,male,20,,5,6
    012106,2021,female,0,9,1,1
    012106,2021,female,10,19,2,2
    012106,2021,female,20,,3,6
    """,
  ]

  static func run(
    _ arguments: [String]
  ) throws -> (status: Int32, output: String, complaints: String) {
    var result: (status: Int32, output: String, complaints: String) = (-1, "", "")
    try TemporaryFolder.use { folder in
      for (name, text) in files {
        try Data(text.utf8).write(to: URL(filePath: folder.file(name)))
      }
      result = SocialChangeRequestTests.run(
        arguments.map { argument in
          guard let name = files.keys.first(where: { argument.hasSuffix($0) }) else {
            return argument
          }
          return String(argument.dropLast(name.count)) + folder.file(name)
        } + ["--language", "en"])
      result.complaints = result.complaints.replacingOccurrences(of: folder.path + "/", with: "")
    }
    return result
  }

  /// Of the men 0–9 a tenth is gone after ten years.
  @Test func `Two files with their years are two stocks`() throws {
    let result = try Self.run([
      "--municipality", "012106", "--population", "2010=a.csv", "--population", "2020=b.csv",
      "--method", "cohort-change", "--sex", "male", "--format", "csv",
    ])
    #expect(result.status == 0 && result.complaints == "")
    #expect(result.output.contains("-10") && result.output.contains("10-19"))
  }

  @Test func `One file with its day is the stock of movers`() throws {
    let result = try Self.run([
      "--municipality", "012106", "--population", "2020-12-31=b.csv", "--movers", "m.csv",
      "--format", "csv",
    ])
    #expect(result.status == 0 && result.output.contains("-3"))
  }

  @Test func `Without a year or a municipality it is asked for`() throws {
    let year = try Self.run(["--municipality", "012106", "--population", "a.csv"])
    #expect(year.status != 0 && year.complaints.contains("say when it was counted"))
    let place = try Self.run(["--population", "2010=a.csv", "--population", "2020=b.csv"])
    #expect(place.status != 0 && place.complaints.contains("say whose population it is"))
  }
}
