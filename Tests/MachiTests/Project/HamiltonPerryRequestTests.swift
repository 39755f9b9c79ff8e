import Foundation
import MachiKurabe
import TestSupport
import Testing

@testable import machi

@Suite("machi project --method hamilton-perry")
struct HamiltonPerryRequestTests {
  static let tool = SampleCommand(
    name: "project", summary: LocalizedText(ja: "見本", en: "A sample."),
    options: ProjectionOptions.all, formats: [])

  /// Runs with files, whose names stand for their paths in the arguments, perhaps after `YEAR=`.
  static func run(
    _ arguments: [String], files: [String: String] = [:]
  ) throws -> (status: Int32, output: String, complaints: String) {
    var result: (status: Int32, output: String, complaints: String) = (-1, "", "")
    try TemporaryFolder.use { folder in
      for (name, text) in files {
        try Data(text.utf8).write(to: URL(filePath: folder.file(name)))
      }
      let placed = arguments.map { argument in
        guard let name = files.keys.first(where: { argument.hasSuffix($0) }) else {
          return argument
        }
        return String(argument.dropLast(name.count)) + folder.file(name)
      }
      result = SampleTool.run(["--method", "hamilton-perry"] + placed, of: tool) { run in
        try HamiltonPerryRequest(run).write(run)
      }
      result.complaints = result.complaints.replacingOccurrences(of: folder.path + "/", with: "")
    }
    return result
  }

  // By hand: ratios of 0.9 and 0.5 ÷ … for men, see below; ages in tens, steps of ten years.
  static let first = "age,male,female\n0-9,100,120\n10-19,80,100\n20+,20,50\n"
  static let second = "年齢,男,女,計\n0～9歳,44,36,80\n10～19歳,90,108,198\n20歳以上,60,75,135\n"

  @Test(arguments: ["text", "markdown", "csv", "json", "svg"], ["ja", "en"])
  func `The built-in censuses in every format and language`(format: String, language: String) throws
  {
    let result = try Self.run([
      "--municipality", "012131", "--format", format, "--language", language,
    ])
    #expect(result.status == 0 && result.complaints == "" && result.output.count > 500)
    if format == "text" {
      #expect(result.output.contains(language == "ja" ? "コーホート変化率法" : "Hamilton–Perry"))
      #expect(result.output.contains("2045"))
    }
  }

  /// Men of 10–19 in 2030: 44 × 90 ÷ 100; of 20 and over (90 + 60) × 60 ÷ 100; women 36 × 108 ÷ 120 and (108 + 75) × 75 ÷ 150.
  @Test func `Two plain tables with their years`() throws {
    let arguments = [
      "--municipality", "012106", "--population", "2010=a.csv", "--population", "2020=b.csv",
      "--women", "10-19", "--to", "2030", "--format", "csv",
    ]
    let result = try Self.run(arguments, files: ["a.csv": Self.first, "b.csv": Self.second])
    #expect(result.status == 0 && result.complaints == "")
    let rows = result.output.split(separator: "\n").map(String.init).filter {
      $0.contains(",2030,")
    }
    let head = "012106,hamilton-perry,2030,"
    let tail = ",コーホート変化率法"
    #expect(
      rows == [
        head + "male,0,9,13.200" + tail, head + "male,10,19,39.600" + tail,
        head + "male,20,,90.000" + tail,
        head + "female,0,9,10.800" + tail, head + "female,10,19,32.400" + tail,
        head + "female,20,,91.500" + tail,
      ])
    // What is written can be read again.
    let again = try AgeFile(id: "again", text: result.output).tables(of: .population)
    #expect(again.map { $0.period?.code } == ["CY2020", "CY2030"])
  }

  @Test func `One plain table with a column of the year, floors and ceilings`() throws {
    let rows = { (year: Int, text: String) in
      text.split(separator: "\n").dropFirst().map { "\(year),\($0)" }
    }
    let plain = Self.second.replacingOccurrences(of: ",80\n", with: "\n")
      .replacingOccurrences(of: ",198\n", with: "\n").replacingOccurrences(of: ",135\n", with: "\n")
    let text = (["year,age,male,female"] + rows(2010, Self.first) + rows(2020, plain))
      .joined(separator: "\n")
    let arguments = [
      "--municipality", "012106", "--population", "c.csv", "--women", "10-19", "--to", "2030",
      "--floor", "0.8", "--ceiling", "0.85", "--format", "json",
    ]
    let result = try Self.run(arguments, files: ["c.csv": text])
    #expect(result.status == 0 && result.output.contains("\"limited\""))
    #expect(result.output.contains("0.8500") && result.output.contains("0.9000"))
  }

  @Test func `What is missing or does not go together is said`() throws {
    let files = ["a.csv": Self.first, "b.csv": Self.second]
    func complaint(_ arguments: [String]) throws -> String {
      let result = try Self.run(arguments + ["--language", "en"], files: files)
      #expect(result.status != 0 && result.output == "")
      return result.complaints
    }
    let two = ["--population", "2010=a.csv", "--population", "2020=b.csv"]
    #expect(try complaint(two).contains("say whose population it is"))
    let town = ["--municipality", "012106"]
    #expect(try complaint(town + ["--population", "a.csv"]).contains("say when it was counted"))
    #expect(try complaint(town + ["--population", "2010=a.csv"]).contains("2 stocks are needed"))
    let women = ["--women", "10-19"]
    #expect(try complaint(town + two + women + ["--to", "2035"]).contains("steps of 10 years"))
    #expect(try complaint(town + two).contains("must be whole groups"))
    #expect(try complaint(town + two + ["--women", "old"]).contains("15-49"))
    #expect(try complaint(town + two + ["--floor", "-1"]).contains("from 0 to 100"))
    #expect(
      try complaint(town + two + ["--floor", "1", "--ceiling", "0.5"]).contains("above --ceiling"))
    #expect(try complaint(["--runs", "10"]).contains("--runs does not go with"))
    #expect(try complaint(["--average-periods", "3"]).contains("4 stocks are needed"))
    let svg = ["--format", "svg"]
    #expect(try complaint(svg).contains("one municipality"))
    let other = SampleTool.run(["--floor", "1", "--language", "en"], of: Self.tool) { run in
      try ProjectionRequest(run).write(run)
    }
    #expect(other.complaints.contains("--floor is used with --method hamilton-perry only"))
  }

  @Test func `A pyramid needs men and women`() throws {
    let both = "age,total\n0-9,220\n10-19,180\n20+,70\n"
    let files = ["a.csv": both, "b.csv": both.replacingOccurrences(of: "220", with: "200")]
    let call = [
      "--municipality", "012106", "--population", "2010=a.csv", "--population", "2020=b.csv",
      "--women", "10-19", "--language", "en",
    ]
    let text = try Self.run(call + ["--all"], files: files)
    #expect(text.status == 0 && text.output.contains("both sexes"))
    let pyramid = try Self.run(
      call + ["--format", "svg", "--picture", "pyramid"], files: files)
    #expect(pyramid.status != 0 && pyramid.complaints.contains("without men and women apart"))
  }
}
