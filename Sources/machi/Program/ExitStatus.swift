import MachiKurabe

/// How a call ended.
enum ExitStatus: Int32 {
  /// All went well.
  case success = 0
  /// Something could not be done.
  case failure = 1
  /// The program was not called as it has to be.
  case usage = 2
}

extension ExitStatus {
  /// Does something, and tells an error on standard error in the name of the program or a command.
  init(of name: String, language: Language, console: Console, _ body: () throws -> Void) {
    defer { console.progress?("") }
    do {
      try body()
      self = .success
    } catch let error as FileError where error.code == .brokenPipe {
      self = .success  // Who reads the output, such as `head`, has seen enough.
    } catch let error as UsageError {
      let hint = LocalizedText(
        ja: "使い方は「\(name) --help」で表示できます。", en: "Run '\(name) --help' for usage.")
      console.complain("\(name): \(PlainText.line(error.message[language]))\n\(hint[language])\n")
      self = .usage
    } catch {
      let told = (error as? any Failure)?.lines
      let lines = told?.map { $0[language] } ?? ["\(error)"]
      for line in lines { console.complain("\(name): \(PlainText.line(line))\n") }
      self = .failure
    }
  }
}

/// How an error is told: a line for each thing that is wrong.
extension Failure {
  /// The messages of an error; of open data with the first things that the reader noticed, which often are the reason.
  var lines: [LocalizedText] {
    guard let error = self as? OpenDataError else { return messages }
    return [error.message] + NoticedLines.lines(of: error.diagnostics, paths: [:])
  }
}
