import MachiKurabe
import Testing

@testable import machi

struct CommandTests {
  private struct Unforeseen: Error, CustomStringConvertible {
    let description = "line one\nline two"
  }

  @Test func aGoodCallEndsWithZero() {
    let result = SampleTool.run(["f", "--year=2021"]) { run in
      try run.write("\(run.positionals) \(run[SampleTool.year] ?? 0)\n")
    }
    #expect(result == (0, "[\"f\"] 2021\n", ""))
  }

  @Test func aReportIsWrittenInTheFormatAskedFor() {
    let report = Report(
      title: LocalizedText(ja: "題", en: "Title"), key: "s",
      tables: [
        ReportTable(
          key: "t", caption: LocalizedText(""), columns: [.number("n", LocalizedText("n"))],
          rows: [[ReportCell(1000)]])
      ])
    for format in ReportFormat.allCases {
      let arguments = ["f", "--format", format.rawValue, "--language", "ja"]
      let result = SampleTool.run(arguments) { try $0.write(report) }
      // Who asks for Japanese has headings in Japanese.
      let renderer: any ReportRenderer =
        format == .csv
        ? CSVRenderer(forPeople: .japanese) : format.renderer(language: .japanese)
      #expect(result == (0, renderer.render(report), ""))
    }
  }

  @Test func aWrongCallEndsWithTwo() {
    let result = SampleTool.run(["--year"]) { _ in Issue.record("the body ran") }
    #expect(
      result == (
        2, "", "machi sample: --year needs a value\nRun 'machi sample --help' for usage.\n"
      ))
  }

  @Test func aWrongCallIsToldInJapanese() {
    let complaint = "machi sample: --yearには値が必要です\n使い方は「machi sample --help」で表示できます。\n"
    #expect(SampleTool.run(["--year"], environment: ["LANG": "ja_JP.UTF-8"]) == (2, "", complaint))
    #expect(SampleTool.run(["--language=ja", "f", "--year"]) == (2, "", complaint))
  }

  @Test func theBodyMayFindAnArgumentWrong() {
    let result = SampleTool.run(["f", "x"]) { _ in
      throw UsageError(
        code: .invalidArgument, argument: "x", message: LocalizedText(ja: "不明", en: "unknown x"))
    }
    #expect(result == (2, "", "machi sample: unknown x\nRun 'machi sample --help' for usage.\n"))
  }

  @Test func whatCannotBeDoneEndsWithOne() {
    let missing = SampleTool.run(["f", "--language=ja"]) { _ = try $0.read("/no/such/file") }
    #expect(missing == (1, "", "machi sample: /no/such/file: ファイルがありません\n"))
    let other = SampleTool.run(["f"]) { _ in throw Unforeseen() }
    #expect(other == (1, "", "machi sample: line one line two\n"))
  }

  @Test func controlsInAnArgumentDoNotReachTheTerminal() {
    let result = SampleTool.run(["f", "--\u{1B}[2J"])
    #expect(result.complaints.hasPrefix("machi sample: there is no option --\u{FFFD}[2J\n"))
  }

  @Test func aClosedPipeEndsQuietly() {
    let result = SampleTool.run(
      ["f"], failingWith: FileError(code: .brokenPipe, path: "-")
    ) { try $0.write("x") }
    #expect(result == (0, "", ""))
  }

  @Test func aFullDiskDoesNot() {
    let result = SampleTool.run(["--help"], failingWith: FileError(code: .noSpace, path: "-"))
    #expect(result == (1, "", "machi sample: standard input or output: no space left\n"))
  }

  @Test func helpIsAResult() {
    let help = SampleTool.run(["--help"])
    #expect(help == (0, UsageText(of: SampleTool.tool, language: .english).text, ""))
    #expect(SampleTool.run(["--version"]).status == 2)
  }

  @Test func aNoteGoesBesideTheResults() {
    let result = SampleTool.run(["f"]) { $0.note(LocalizedText(ja: "注意", en: "careful")) }
    #expect(result == (0, "", "machi sample: careful\n"))
  }
}
