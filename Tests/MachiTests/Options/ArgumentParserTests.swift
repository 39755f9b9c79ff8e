import MachiKurabe
import Testing

@testable import machi

struct ArgumentParserTests {
  @Test(arguments: [
    ["f", "--year", "2021"], ["--year", "2021", "f"], ["f", "--year=2021"],
    ["--year=2021", "--", "f"],
  ])
  func aValueFollowsItsOption(arguments: [String]) throws {
    let parsed = try #require(try SampleTool.arguments(arguments))
    #expect(parsed[SampleTool.year] == 2021)
    #expect(parsed.positionals == ["f"])
  }

  @Test func whatIsNotGivenIsAbsent() throws {
    let parsed = try #require(try SampleTool.arguments(["f"]))
    #expect(parsed[SampleTool.year] == nil)
    #expect(parsed[SampleTool.all] == false)
    #expect(parsed[SampleTool.themes] == [])
    #expect(parsed[StandardOptions.language] == nil)
    #expect(parsed[StandardOptions.output] == nil)
    #expect(parsed[StandardOptions.format(ReportFormat.allCases)] == .text)
  }

  @Test func everyKindOfOptionHasItsType() throws {
    let parsed = try #require(
      try SampleTool.arguments([
        "--format=csv", "-a", "--language", "ja", "-o", "x.csv", "--theme", "移住", "f",
        "--theme=子育て=教育", "苫小牧市", "岩見沢市",
      ]))
    #expect(parsed[StandardOptions.format(ReportFormat.allCases)] == .csv)
    #expect(parsed[SampleTool.all])
    #expect(parsed[StandardOptions.language] == .japanese)
    #expect(parsed[StandardOptions.output] == "x.csv")
    #expect(parsed[SampleTool.themes] == ["移住", "子育て=教育"])
    #expect(parsed.positionals == ["f", "苫小牧市", "岩見沢市"])
  }

  @Test(arguments: [
    (["-"], ["-"]),
    (["--", "--year", "-a"], ["--year", "-a"]),
    (["f", "--", "--"], ["f", "--"]),
    (["", "x"], ["", "x"]),
    (["--all", "--all", "f"], ["f"]),
  ])
  func positionalsAreTakenAsTheyAre(arguments: [String], positionals: [String]) throws {
    #expect(try SampleTool.arguments(arguments)?.positionals == positionals)
  }

  @Test(arguments: [
    (["--output", "-", "f"], "-"), (["--output=", "f"], ""), (["--output=--x", "f"], "--x"),
    (["-o=x", "f"], "x"), (["-o", "-5", "f"], "-5"),
  ])
  func aValueMayBeUnusual(arguments: [String], value: String) throws {
    #expect(try SampleTool.arguments(arguments)?[StandardOptions.output] == value)
  }

  @Test(arguments: [["--help"], ["-h"], ["f", "--year", "2021", "--help", "--nonsense"]])
  func helpWinsOverWhatIsMissing(arguments: [String]) throws {
    guard case .help = try SampleTool.parse(arguments) else {
      Issue.record("\(arguments) did not ask for help")
      return
    }
  }

  private static let range = CommandOption<ClosedRange<Int>?>.integers(
    "between", placeholder: LocalizedText("A B"), help: LocalizedText("A range"))

  @Test(
    arguments: [
      (["--between", "5", "9"], 5...9), (["--between", "5", "5"], 5...5),
      (["--between=5", "9"], 5...9), ([], nil),
    ] as [([String], ClosedRange<Int>?)])
  func `An option may take two values`(arguments: [String], range: ClosedRange<Int>?) throws {
    let parser = ArgumentParser(options: [Self.range.declaration], positionals: [])
    guard case .run(let parsed) = try parser.parse(arguments) else {
      Issue.record("no call")
      return
    }
    #expect(parsed[Self.range] == range)
  }

  @Test(arguments: [
    (["--between", "5"], UsageError.Code.missingValue),
    (["--between", "5", "--help"], .missingValue), (["--between", "5", "x"], .invalidValue),
    (["--between", "-5", "5"], .invalidValue), (["--between", "9", "5"], .invalidValue),
    (["--between", "1", "2", "--between", "3", "4"], .repeatedOption),
  ])
  func `Both values are needed`(arguments: [String], code: UsageError.Code) {
    let parser = ArgumentParser(
      options: [Self.range.declaration, StandardOptions.help.declaration], positionals: [])
    #expect {
      try parser.parse(arguments)
    } throws: {
      ($0 as? UsageError)?.code == code
    }
  }
}
