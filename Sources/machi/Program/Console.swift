import MachiKurabe

/// Where a command writes: standard output and standard error, or the lists of a test.
struct Console {
  let write: ([UInt8]) throws(FileError) -> Void
  let complain: (String) -> Void
  /// Reads the next line that a person types; `nil` where nobody can be asked.
  var answer: (() -> String?)? = nil
  /// The columns of the terminal that the output is, 0 if it does not say; `nil` if it is none.
  var columns: Int? = nil
  /// Shows for the time being what is being done, an empty text nothing; `nil` where nobody sees it.
  var progress: ((String) -> Void)? = nil

  /// Standard output and standard error.
  static var standard: Console {
    let line = PassingLine(columns: { System.errorColumns }, write: complain)
    return Console(
      write: { (bytes) throws(FileError) in
        line.show("")
        try SystemFile.standardOutput.write(bytes)
      },
      complain: { text in
        line.show("")
        complain(text)
      },
      answer: System.isAtTerminal ? { readLine() } : nil, columns: System.outputColumns,
      progress: System.isErrorAtTerminal ? { line.show($0) } : nil)
  }

  fileprivate static func complain(_ text: String) {
    // There is no one left to tell if standard error cannot be written to.
    try? SystemFile.standardError.write(Array(text.utf8))
  }

  /// What the output is written to.
  ///
  /// - Parameter environment: the variables of the call: NO_COLOR, TERM, and COLUMNS where the terminal does not say.
  func screen(_ environment: (String) -> String?) -> TextScreen {
    guard let columns else { return .file }
    let said = columns > 0 ? columns : environment("COLUMNS").flatMap { Int($0) } ?? 0
    let term = environment("TERM") ?? ""
    return TextScreen(
      columns: said > 0 ? said : 100,
      isColoured: (environment("NO_COLOR") ?? "").isEmpty && !term.isEmpty && term != "dumb")
  }
}

/// A line of a terminal that the next one takes the place of.
final class PassingLine {
  private let columns: () -> Int?
  private let write: (String) -> Void
  private var width = 0

  /// - Parameter columns: those of the terminal, 0 if it does not say.
  init(columns: @escaping () -> Int?, write: @escaping (String) -> Void) {
    self.columns = columns
    self.write = write
  }

  /// Shows a text, as much of it as stands in one line; an empty one only takes the last away.
  func show(_ text: String) {
    guard width > 0 || !text.isEmpty else { return }
    let blank = String(repeating: " ", count: width)
    let most = columns().flatMap { $0 > 0 ? $0 : nil } ?? 80
    var text = text
    while DisplayWidth().columns(of: text) >= most, !text.isEmpty { text.removeLast() }
    write("\r\(blank)\r\(text)")
    width = DisplayWidth().columns(of: text)
  }
}
