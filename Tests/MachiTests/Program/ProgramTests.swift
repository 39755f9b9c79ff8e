import MachiKurabe
import Testing

@testable import machi

@Suite("The program and its commands")
struct ProgramTests {
  private var commands: [any Command] { Machi.program.commands }

  @Test func `Each command has a name of its own and a whole text in both languages`() {
    #expect(Set(commands.map(\.name)).count == commands.count)
    for command in commands {
      for example in [command.example, command.furtherExample].compactMap(\.self) {
        #expect(example.hasPrefix(command.name + " ") || example == command.name)
      }
      for language in Language.allCases {
        #expect(command.summary[language].last == (language == .japanese ? "。" : "."))
        let help = UsageText(of: command, language: language).text
        #expect(help.contains("machi \(command.example)"))
        #expect(!help.contains("  \n"))
      }
    }
  }

  @Test(arguments: [[], ["--help"], ["-h"], ["help"], ["--language", "en", "--help"]])
  func `Help lists each command with its example`(arguments: [String]) {
    let result = SampleTool.program(arguments)
    #expect(result.status == 0 && result.complaints == "")
    for command in commands {
      #expect(result.output.contains("\n  \(command.name) "))
      #expect(result.output.contains(" machi \(command.example)\n"))
    }
    #expect(result.output == SampleTool.program([]).output)
  }

  @Test func `Help is in the language of the user`() {
    let japanese = SampleTool.program([], environment: ["LANG": "ja_JP.UTF-8"]).output
    #expect(japanese.hasPrefix("使い方: machi コマンド [オプション]\n"))
    #expect(SampleTool.program(["--language=ja"]).output == japanese)
    #expect(SampleTool.program(["--language", "ja", "help"]).output == japanese)
  }

  @Test func `A command is explained by help and by its option`() {
    for command in commands {
      let help = SampleTool.program(["help", command.name])
      #expect(help.status == 0)
      #expect(SampleTool.program([command.name, "--help"]).output == help.output)
      #expect(SampleTool.program(["--help", command.name]).output == help.output)
    }
  }

  @Test(
    arguments: [
      ("compre", "; did you mean compare?"), ("crosswlak", "; did you mean crosswalk?"),
      ("zebra", ""), ("kpi-progress", ""),
    ])
  func `A command that there is not is told, with the nearest`(word: String, hint: String) {
    let wanted =
      "machi: there is no command \"\(word)\"\(hint)\nRun 'machi --help' for usage.\n"
    #expect(SampleTool.program([word, "--format", "csv"]) == (2, "", wanted))
    let asked = SampleTool.program(["help", word])
    #expect(
      asked.status == 2 && asked.complaints.contains("there is no command \"\(word)\"\(hint)"))
  }

  @Test(
    arguments: [
      (["progress", "--document", "tomakomai-progres"], "did you mean tomakomai-progress?"),
      (["audit", "--municipality", "函館市"], "012131 (苫小牧市)); name others by --folder"),
      (["ages", "--period", "2010"], "name two years, as in --period 2010-2015"),
      (
        ["crosswalk", "--theme", "migrat"],
        "--theme cannot be \"migrat\"; did you mean migration? expected one of work"
      ),
      (["report", "苫小牧市", "--output", "x"], "--municipality 苫小牧市"),
    ])
  func `A value that there is not is told with what there is`(arguments: [String], told: String) {
    let result = SampleTool.program(arguments + ["--language", "en"])
    #expect(result.status == 2 && result.complaints.contains(told), "\(result.complaints)")
  }

  @Test func `An option that the program does not have is told`() {
    let result = SampleTool.program(["--no-such-option"])
    #expect(result.status == 2)
    #expect(result.complaints.hasPrefix("machi: there is no option --no-such-option"))
  }

  /// Words that mean the same everywhere are the same options.
  @Test func `Options of one name are alike in all commands`() {
    for name in ["folder", "municipality", "language", "help", "documents"] {
      let all = commands.flatMap(\.declarations).filter { $0.name == name }
      #expect(Set(all.map(\.help.en)).count == 1)
      #expect(Set(all.map(\.values)).count == 1)
    }
    for command in commands {
      let names = command.declarations.map(\.name)
      #expect(names.contains("output") && Set(names).count == names.count)
    }
  }

  @Test(arguments: [
    "compare", "progress", "audit", "crosswalk", "export", "report", "project", "ages",
  ])
  func `A municipality is named by code or by name, and others are offered`(name: String) {
    let result = SampleTool.program(
      [name, "--municipality", "苫小枚市", "--output", "/no/such/folder/file", "--language", "en"])
    #expect(result.status == 2)
    #expect(result.complaints.contains("012131 (苫小牧市)"))
  }
}
