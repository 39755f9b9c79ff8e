import MachiKurabe
import Testing

@testable import machi

/// What a command writes to a terminal, stated by its columns and the variables of the call.
struct ScreenTests {
  private func screen(_ columns: Int?, _ environment: [String: String] = [:]) -> TextScreen {
    Console(write: { _ in }, complain: { _ in }, columns: columns).screen { environment[$0] }
  }

  @Test func theWidthIsTheTerminalsElseThatOfColumnsElseAHundred() {
    #expect(screen(nil, ["COLUMNS": "60", "TERM": "xterm"]) == .file)
    #expect(screen(72, ["COLUMNS": "60"]).columns == 72)
    #expect(screen(0, ["COLUMNS": "60"]).columns == 60)
    #expect(screen(0, ["COLUMNS": "x"]).columns == 100)
    #expect(screen(0).columns == 100)
  }

  @Test func coloursAreWrittenWhereTheyAreUnderstoodAndWanted() {
    #expect(screen(80, ["TERM": "xterm-256color"]).isColoured)
    #expect(screen(80, ["TERM": "xterm", "NO_COLOR": ""]).isColoured)
    #expect(!screen(80, ["TERM": "xterm", "NO_COLOR": "1"]).isColoured)
    #expect(!screen(80, ["TERM": "dumb"]).isColoured)
    #expect(!screen(80).isColoured)
    #expect(!screen(nil, ["TERM": "xterm"]).isColoured)
  }

  private func written(
    _ arguments: [String], columns: Int?, _ environment: [String: String] = ["TERM": "dumb"]
  ) -> String {
    var output: [UInt8] = []
    let console = Console(
      write: { (bytes) throws(FileError) in output += bytes }, complain: { _ in }, columns: columns)
    _ = Machi.program.run(
      arguments: arguments, environment: { environment[$0] }, console: console)
    return String(decoding: output, as: UTF8.self)
  }

  @Test(arguments: [40, 60, 80, 100, 160])
  func noLineIsWiderThanTheTerminal(width: Int) {
    for command in ["compare", "progress", "audit", "crosswalk", "ages", "project"] {
      for language in ["ja", "en"] {
        let text = written([command, "--language", language], columns: width)
        #expect(!text.isEmpty)
        for line in text.split(separator: "\n") {
          #expect(DisplayWidth().columns(of: String(line)) <= width, "\(command): \(line)")
        }
      }
    }
  }

  @Test func aFileAndAPipeHaveNeitherColoursNorBars() {
    let piped = written(["compare"], columns: nil, ["TERM": "xterm"])
    #expect(!piped.contains("\u{1B}") && !piped.contains("█"))
    let coloured = written(["compare"], columns: 120, ["TERM": "xterm"])
    #expect(coloured.contains("\u{1B}[35m") && coloured.contains("█"))
    // What is drawn is beside what a pipe has.
    #expect(coloured.contains("-1.12"))
  }

  @Test func csvForPeopleHasJapaneseHeadingsAndPerhapsTheMark() {
    let stable = written(["progress", "--format", "csv"], columns: nil)
    #expect(stable.hasPrefix("municipality_code,document,line,"))
    // The language of the environment changes no file for programs, and neither does English.
    let set = ["LANG": "ja_JP.UTF-8"]
    #expect(written(["progress", "--format", "csv"], columns: nil, set) == stable)
    let english = ["progress", "--format", "csv", "--language", "en"]
    #expect(written(english, columns: nil) == stable)
    #expect(written(english + ["--bom"], columns: nil) == "\u{FEFF}" + stable)
    let people = written(["progress", "--format", "csv", "--language", "ja"], columns: nil)
    #expect(people.hasPrefix("市町村,資料,行,階層,基本目標,施策,事業,指標,単位,望ましい向き,"))
    #expect(people.split(separator: "\n").count == stable.split(separator: "\n").count)
    let excel = written(["progress", "--format", "excel", "--language", "ja"], columns: nil)
    #expect(excel == "\u{FEFF}" + people)
    for command in ["compare", "crosswalk", "ages", "project", "audit"] {
      let csv = [command, "--format", "csv", "--language", "ja"]
      let text = written(csv, columns: nil)
      let heading = text.prefix { $0 != "\n" }
      #expect(!heading.contains { $0.isASCII && $0.isLowercase }, "\(command): \(heading)")
      #expect(written(csv + ["--bom"], columns: nil) == "\u{FEFF}" + text)
    }
  }

  @Test func theMarkGoesWithCommaSeparatedValuesAlone() {
    let result = SampleTool.program(["compare", "--bom", "--language", "en"])
    #expect(result.status == 2)
    #expect(result.complaints.contains("--bom goes with --format csv"))
  }

  @Test func whatIsBeingDoneIsShownWhereSomebodySeesIt() {
    var shown: [String] = []
    let console = Console(
      write: { _ in }, complain: { _ in }, progress: { shown.append($0) })
    _ = SampleTool.tool.run(arguments: ["f"], environment: { _ in nil }, console: console)
    #expect(shown.allSatisfy { $0.isEmpty })
    shown = []
    _ = SampleCommand(name: "s", summary: LocalizedText("s")) { call in
      call.working(LocalizedText(ja: "読んでいます…", en: "reading …"))
    }.run(arguments: ["--language", "ja"], environment: { _ in nil }, console: console)
    // The line is taken away at the end, also where nothing else is written to the terminal.
    #expect(shown == ["読んでいます…", ""])
  }

  /// Each kana and ideograph takes two columns; a line as wide as the terminal would break.
  @Test func aPassingLineStaysOneLine() {
    var written: [String] = []
    let line = PassingLine(columns: { 10 }, write: { written.append($0) })
    line.show("読んでいます…")
    line.show("書いた")
    line.show("")
    line.show("")
    #expect(written == ["\r\r読んでい", "\r        \r書いた", "\r      \r"])
  }
}
