import Foundation
import MachiKurabe
import TestSupport
import Testing

@testable import machi

@Suite("machi ages")
struct SocialChangeRequestTests {
  static let tool = SampleCommand(
    name: "ages", summary: LocalizedText(ja: "見本", en: "A sample."),
    options: SocialChangeOptions.all, formats: [])

  static func run(_ arguments: [String]) -> (status: Int32, output: String, complaints: String) {
    SampleTool.run(arguments + ["--all"], of: tool) { run in
      let request = try SocialChangeRequest(run)
      try request.write(run)
    }
  }

  static let population = """
    municipality_code,period,sex,age_from,age_to,population
    012106,2020-12-31,male,0,19,1000
    012106,2020-12-31,male,20,,2000
    012106,2020-12-31,female,0,19,1000
    012106,2020-12-31,female,20,,4000
    """
  static let movers = """
    municipality_code,period,sex,age_from,age_to,in_migrants,out_migrants
    012106,2021,male,0,19,10,12
    012106,2021,male,20,,40,70
    012106,2021,female,0,19,10,10
    012106,2021,female,20,,50,58
    """

  /// Runs with files, whose names stand for their paths in the arguments.
  static func run(
    _ arguments: [String], files: [String: String]
  ) throws -> (status: Int32, output: String, complaints: String) {
    var result: (status: Int32, output: String, complaints: String) = (-1, "", "")
    try TemporaryFolder.use { folder in
      for (name, text) in files {
        try Data(text.utf8).write(to: URL(filePath: folder.file(name)))
      }
      result = run(arguments.map { files[$0] == nil ? $0 : folder.file($0) })
      result.output = result.output.replacingOccurrences(of: folder.path + "/", with: "")
      result.complaints = result.complaints.replacingOccurrences(of: folder.path + "/", with: "")
    }
    return result
  }

  @Test(arguments: PictureFormat.allCases)
  func `The built-in census in every format`(format: PictureFormat) {
    let language = format == .text || format == .svg ? "ja" : "en"
    let result = Self.run(["--format", format.rawValue, "--language", language])
    #expect(result.status == 0 && result.complaints == "" && !result.output.isEmpty)
  }

  @Test func `Methods, periods and municipalities`() {
    let csv = ["--format", "csv", "--sex", "both"]
    for method in ["forward", "reverse", "average", "cohort-change"] {
      let result = Self.run(csv + ["--method", method, "--period", "2005-2010"])
      #expect(result.status == 0 && result.output.contains(",\(method),"))
    }
    let one = Self.run(csv + ["--municipality", "01213"]).output
    #expect(one.contains("012131") && !one.contains("012106"))
    // Ten years need no survival ratios to tell how cohorts changed.
    let ten = Self.run(csv + ["--method", "cohort-change", "--period", "2005-2015"])
    #expect(ten.output.contains(",2005-10-01,2015-10-01,"))
  }

  /// By hand: net −2, −30, 0, −8 of 8,000; men of 20 and over −30 ÷ 2,000 = −1.5 %.
  @Test func `Registered movers by hand`() throws {
    let result = try Self.run(
      ["--population", "p.csv", "--movers", "m.csv", "--format", "csv"],
      files: ["p.csv": Self.population, "m.csv": Self.movers])
    #expect(result.status == 0)
    let rows = result.output.split(separator: "\n").map {
      $0.split(separator: ",").map(String.init)
    }
    let header = try #require(rows.first)
    let men = try #require(rows.first { $0.contains("male") && $0.contains("20+") })
    func value(_ column: String) throws -> String {
      men[try #require(header.firstIndex(of: column))]
    }
    #expect(try value("rate") == "-1.5" && value("contribution") == "-0.375")
    #expect(try value("share") == "75" && value("net_migrants") == "-30")
    #expect(try value("denominator") == "previous_year_end" && value("periods") == "CY2021")
    #expect(try value("sources") == "p.csv:3:6;m.csv:3:6;m.csv:3:7")
  }

  @Test func `In- and out-migrants in files of their own`() throws {
    let inFile = Self.movers.replacing(",out_migrants", with: ",other")
    let both = try Self.run(
      [
        "--population", "p.csv", "--movers-in", "i.csv", "--movers-out", "m.csv", "--format",
        "json",
      ],
      files: ["p.csv": Self.population, "m.csv": Self.movers, "i.csv": inFile])
    #expect(both.status == 0)
    #expect(both.complaints.contains("i.csv") && both.complaints.contains("other"))
  }

  @Test func `One's own two stocks`() throws {
    let second = Self.population.replacingOccurrences(of: "2020-12-31", with: "2040-12-31")
      .split(separator: "\n").dropFirst().joined(separator: "\n")
    let whole = Self.population + "\n" + second
    let result = try Self.run(
      ["--population", "p.csv", "--method", "cohort-change", "--format", "csv"],
      files: ["p.csv": whole])
    #expect(result.status == 0 && result.output.contains(",0+,20+,3000,,2000,-1000,"))
    let survival = try Self.run(["--population", "p.csv"], files: ["p.csv": whole])
    // Of 31 December, so that the 20 years begin with 2021.
    #expect(survival.status == 1 && survival.complaints.contains("2021–2041"))
  }

  /// By hand, of each sex 2015 to 2020: 85 − 90 = −5, and 870 − (95 + 850) + 200 deaths = +125; with the
  /// deaths of 2010–2015 the second would be −55.
  @Test(arguments: [["2010-2015", "2015-2020"], ["2015-2020", "2010-2015"]])
  func `The deaths of the period are taken, and named`(order: [String]) throws {
    let counts = [
      "2010": [100, 100, 800], "2015": [90, 95, 850], "2020": [80, 85, 870],
      "2010-2015": [0, 0, 20], "2015-2020": [0, 0, 200],
    ]
    func file(_ measure: String, _ periods: [String]) -> String {
      let ages = ["0,4", "5,9", "10,"]
      let rows = periods.flatMap { period in
        ["male", "female"].flatMap { sex in
          zip(ages, counts[period] ?? []).map { "016071,\(period),\(sex),\($0),\($1)" }
        }
      }
      let heading = "municipality_code,period,sex,age_from,age_to,\(measure)"
      return ([heading] + rows).joined(separator: "\n") + "\n"
    }
    let files = [
      "p.csv": file("population", ["2010", "2015", "2020"]), "d.csv": file("deaths", order),
      "early.csv": file("deaths", ["2010-2015"]),
    ]
    let call = [
      "--population", "p.csv", "--method", "vital-statistics", "--period", "2015-2020",
      "--language", "en", "--deaths",
    ]
    let csv = try Self.run(call + ["d.csv", "--format", "csv", "--sex", "male"], files: files)
    let line = order[0] == "2015-2020" ? 4 : 10
    #expect(csv.output.contains(",0-4,5-9,90,90,85,-5,"))
    #expect(csv.output.contains(",5+,10+,945,745,870,125,") && csv.output.contains("d.csv:\(line)"))
    let text = try Self.run(call + ["d.csv", "--format", "markdown"], files: files)
    #expect(text.output.contains("Deaths: 2015–2020, 016071 400 (d.csv:"))
    let missing = try Self.run(call + ["early.csv"], files: files)
    #expect(missing.status == 1 && missing.complaints.contains("016071, CY2015/CY2020"))
    let unused = try Self.run(["--population", "p.csv", "--deaths", "d.csv"], files: files)
    #expect(unused.status == 2 && unused.complaints.contains("--deaths"))
  }

  @Test(
    arguments: [
      (["--period", "2015-2010"], "--period"), (["--period", "soon"], "--period"),
      (["--municipality", "999999"], "999999"), (["--method", "vital-statistics"], "--deaths"),
      (["--movers", "m.csv"], "--population"),
      (["--population", "p.csv", "--movers-in", "m.csv"], "--movers-out"),
      (["--population", "p.csv", "--movers-out", "m.csv"], "--movers-in"),
      (["--population", "p.csv", "--movers", "m.csv", "--movers-in", "m.csv"], "--movers"),
      (["--population", "p.csv", "--movers", "m.csv", "--method", "forward"], "--method"),
      (["--population", "p.csv"], "2020"), (["--sex", "x"], "--sex"),
    ])
  func `Wrong use ends with 2`(arguments: [String], told: String) throws {
    for language in ["ja", "en"] {
      let result = try Self.run(
        arguments + ["--language", language],
        files: ["p.csv": Self.population, "m.csv": Self.movers])
      #expect(result.status == 2 && result.output == "" && result.complaints.contains(told))
    }
  }

  @Test(
    arguments: [
      ("012106,2021,male,20,,40,70", "012106,2021,male,20,,40,-70", "m.csv:3: "),
      ("012106,2021,male,20,,40,70\n", "", "m.csv:4: "),
      ("012106,2021,female,20,,50,58", "012106,2021,female,20", "m.csv:5: "),
      ("012106,2021,female,20,,50,58", "012106,2022,female,20,,50,58", "m.csv:"),
    ])
  func `A bad row of the movers ends with 1 and its line`(old: String, new: String, told: String)
    throws
  {
    let result = try Self.run(
      ["--population", "p.csv", "--movers", "m.csv"],
      files: [
        "p.csv": Self.population, "m.csv": Self.movers.replacingOccurrences(of: old, with: new),
      ])
    #expect(result.status == 1 && result.complaints.contains(told))
  }

  @Test func `Every bad row has a line of its own`() throws {
    let bad = Self.movers.replacing(",12\n", with: ",-12\n").replacing("female,20", with: "x,20")
    let result = try Self.run(
      ["--population", "p.csv", "--movers", "m.csv", "--language", "en"],
      files: ["p.csv": Self.population, "m.csv": bad])
    let lines = result.complaints.split(separator: "\n")
    #expect(
      lines == [
        "machi ages: m.csv:2: out_migrants, male, 0–19: the count is below zero (-12)",
        "machi ages: m.csv:5: sex: this is no sex (x)",
      ])
  }

  @Test func `A band without people and movers has no rate, and says why`() throws {
    let population = Self.population.replacing("male,0,19,1000", with: "male,0,19,0")
    let movers = Self.movers.replacing("19,10,12", with: "19,0,0").replacing(
      "19,10,10", with: "19,0,0")
    let files = ["p.csv": population, "m.csv": movers]
    for language in ["ja", "en"] {
      let result = try Self.run(
        ["--population", "p.csv", "--movers", "m.csv", "--language", language], files: files)
      #expect(result.status == 0 && result.output.contains(language == "ja" ? "人口0" : "nobody"))
      #expect(!result.output.contains("nan"))
    }
    let csv = try Self.run(
      ["--population", "p.csv", "--movers", "m.csv", "--format", "csv", "--sex", "male"],
      files: files)
    #expect(csv.output.contains(",0-19,0,0,0,0,,,,0,"))
    let picture = try Self.run(
      ["--population", "p.csv", "--movers", "m.csv", "--format", "svg"], files: files)
    #expect(picture.status == 0 && !picture.output.contains("nan"))
  }

  @Test func `A population of zero names its cell, a missing file its path`() throws {
    let files = [
      "p.csv": Self.population.replacing(",2000", with: ",0"), "m.csv": Self.movers,
    ]
    let zero = try Self.run(["--population", "p.csv", "--movers", "m.csv"], files: files)
    #expect(zero.status == 1 && zero.complaints.contains("p.csv:3 \"0\""))
    let missing = Self.run(["--population", "/none/p.csv", "--movers", "/none/m.csv"])
    #expect(missing.status == 1 && missing.complaints.contains("/none/p.csv"))
  }
}
