import MachiKurabe
import Testing

@testable import machi

struct UsageErrorTests {
  @Test(
    arguments: [
      (["f", "--fromat", "csv"], .unknownOption, "--fromat"),
      (["f", "-x"], .unknownOption, "-x"),
      (["f", "-all"], .unknownOption, "-all"),
      (["f", "---"], .unknownOption, "---"),
      (["f", "--=x"], .unknownOption, "--"),
      (["f", "-5"], .unknownOption, "-5"),
      (["f", "--Year", "2021"], .unknownOption, "--Year"),
      (["f", "--year"], .missingValue, "--year"),
      (["f", "--year", "--all"], .missingValue, "--year"),
      (["f", "-o", "--", "x"], .missingValue, "-o"),
      (["f", "--all=yes"], .unexpectedValue, "--all"),
      (["--help=ja"], .unexpectedValue, "--help"),
      (["f", "--year=20x1"], .invalidValue, "--year"),
      (["f", "--year="], .invalidValue, "--year"),
      (["f", "--year", "1979"], .invalidValue, "--year"),
      (["f", "--year", "２０２１"], .invalidValue, "--year"),
      (["f", "--year", "99999999999999999999"], .invalidValue, "--year"),
      (["f", "--format", "xls"], .invalidValue, "--format"),
      (["f", "--language", "fr"], .invalidValue, "--language"),
      (["f", "--year", "2021", "--year", "2022"], .repeatedOption, "--year"),
      (["f", "-o", "x", "--output=y"], .repeatedOption, "--output"),
      ([], .missingArgument, "FILE"),
      (["--year", "2021"], .missingArgument, "FILE"),
    ] as [([String], UsageError.Code, String)])
  func badCallsAreNamed(arguments: [String], code: UsageError.Code, argument: String) throws {
    let error = try #require(SampleTool.error(arguments))
    #expect(error.code == code)
    #expect(error.argument == argument)
    #expect(!error.message.ja.isEmpty && !error.message.en.isEmpty)
  }

  @Test func tooManyArgumentsAreNamed() {
    let parser = ArgumentParser(
      options: [],
      positionals: [
        PositionalArgument(LocalizedText("A"), help: LocalizedText("")),
        PositionalArgument(LocalizedText("B"), count: .optional, help: LocalizedText("")),
      ])
    #expect(throws: UsageError.unexpectedArgument("c")) { try parser.parse(["a", "b", "c"]) }
    #expect(throws: Never.self) { try parser.parse(["a"]) }
    #expect(throws: Never.self) { try parser.parse(["a", "b"]) }
  }

  @Test func oneOfSeveralIsNeeded() {
    let parser = ArgumentParser(
      options: [],
      positionals: [
        PositionalArgument(
          LocalizedText(ja: "市名", en: "CITY"), count: .several, help: LocalizedText(""))
      ])
    #expect(throws: UsageError.missingArgument(LocalizedText(ja: "市名", en: "CITY"))) {
      try parser.parse([])
    }
    #expect(throws: Never.self) { try parser.parse(["a", "b", "c"]) }
  }

  @Test func theMessagesAreWhole() {
    #expect(
      SampleTool.error(["--fromat"])?.message
        == LocalizedText(
          ja: "--fromatというオプションはありません。--formatのことですか？",
          en: "there is no option --fromat; did you mean --format?"))
    #expect(
      SampleTool.error(["--year=1"])?.message
        == LocalizedText(
          ja: "--yearに「1」は使えません。1980から2100までの整数を指定してください",
          en: "--year cannot be \"1\"; expected a whole number from 1980 to 2100"))
  }
}
