import MachiKurabe

/// Where a command writes: standard output and standard error, or the lists of a test.
struct Console {
  let write: ([UInt8]) throws(FileError) -> Void
  let complain: (String) -> Void
  /// Reads the next line that a person types; `nil` where nobody can be asked.
  var answer: (() -> String?)? = nil

  /// Standard output and standard error.
  static var standard: Console {
    Console(
      write: { (bytes) throws(FileError) in
        try SystemFile.standardOutput.write(bytes)
      },
      complain: { text in
        // There is no one left to tell if standard error cannot be written to.
        try? SystemFile.standardError.write(Array(text.utf8))
      },
      answer: System.isAtTerminal ? { readLine() } : nil)
  }
}
