import MachiKurabe
import Testing

@testable import machi

@Suite("Completion in shells")
struct CompletionTests {
  private func script(_ shell: Shell) -> String {
    SampleTool.program(["completion", shell.rawValue]).output
  }

  @Test(arguments: Shell.allCases)
  func `Every command that help lists, and every option, can be completed`(shell: Shell) {
    let script = script(shell)
    let help = SampleTool.program(["help"]).output
    for command in Machi.program.commands {
      let listed =
        switch shell {
        case .bash: script.contains("\"\(command.name) -\"*)")
        case .zsh: script.contains("  \(command.name)) _arguments")
        case .fish: script.contains("-a \(command.name) -d ")
        }
      #expect(listed && help.contains("\n  \(command.name) "))
      for option in command.declarations {
        #expect(script.contains(shell == .fish ? "-l \(option.name) " : option.flag))
      }
    }
  }

  @Test func `Bash has words, files and folders`() {
    let script = script(.bash)
    #expect(
      script.contains(
        #""compare --format") mapfile -t COMPREPLY < <(compgen -W 'text markdown csv excel json html' -- "$word")"#
      ))
    #expect(
      script.contains(
        #""report -o"|"report --output") mapfile -t COMPREPLY < <(compgen -d -- "$word")"#))
    #expect(
      script.contains(#""rank --previous") mapfile -t COMPREPLY < <(compgen -f -- "$word")"#))
    #expect(script.contains(#""check "*) mapfile -t COMPREPLY < <(compgen -d -- "$word")"#))
    #expect(script.contains(#"compgen -W 'bash zsh fish'"#))
  }

  @Test func `Zsh has words, files and folders`() {
    let script = script(.zsh)
    #expect(script.hasPrefix("#compdef machi\n"))
    #expect(script.contains("'--severity[The least severity of the findings listed]:"))
    #expect(script.contains(":(text markdown csv json svg)'"))
    #expect(script.contains("'(-h --help)'{-h,--help}") || script.contains("'*'{-h,--help}"))
    #expect(script.contains("'*'{--folder,--folder}'["))
    #expect(script.contains(":FOLDER:_files -/'"))
    #expect(script.contains("'*:FILE:_files'"))
    #expect(
      script.contains("'--population-between[Municipalities of A to B residents]:A B: :A B: '"))
  }

  @Test func `Fish has words, files and folders`() {
    let script = script(.fish)
    #expect(
      script.contains(
        "complete -c machi -n '__fish_seen_subcommand_from ages' -l format -x -a 'text markdown csv json svg' -d '"
      ))
    #expect(script.contains("-s o -l output -x -a '(__fish_complete_directories)' -d '"))
    #expect(script.contains("-l scale-file -r -F -d '"))
    #expect(script.contains("the city\\'s vision"))
  }

  @Test func `Descriptions are in the language of the user`() {
    let result = SampleTool.program(["completion", "fish", "--language", "ja"])
    #expect(result.output.contains("-d 'この説明を表示します'"))
  }

  @Test func `A shell that is not known is told`() {
    let result = SampleTool.program(["completion", "tcsh"])
    #expect(result.status == 2)
    #expect(
      result.complaints.hasPrefix(
        "machi completion: there is no completion for \"tcsh\"; expected bash, zsh or fish\n"))
  }
}
