import MachiKurabe

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What a call of the benchmark asks for.
struct BenchmarkOptions {
  /// An argument that is not known, or has no value that fits.
  struct Unknown: Error, CustomStringConvertible {
    let description: String
  }

  var input: String?
  var results: String?
  var generate: String?
  var municipalities: Int?
  var growth = false
  var format = ReportFormat.text

  init(_ arguments: ArraySlice<String>) throws(Unknown) {
    var rest = arguments
    while let name = rest.popFirst() {
      if name == "--growth" {
        growth = true
        continue
      }
      guard let value = rest.popFirst() else { throw Unknown(description: "unexpected: \(name)") }
      let number = Int(value).flatMap {
        (1...SyntheticTable.mostMunicipalities).contains($0) ? $0 : nil
      }
      switch (name, number, ReportFormat(rawValue: value)) {
      case ("--input", _, _): input = value
      case ("--results", _, _): results = value
      case ("--generate", _, _): generate = value
      case ("--municipalities", let number?, _): municipalities = number
      case ("--format", _, let format?): self.format = format
      default: throw Unknown(description: "unexpected: \(name) \(value)")
      }
    }
  }

  /// Writes a line to standard error.
  static func complain(_ line: String) {
    let text = Array("benchmark-national: \(line)\n".utf8)
    _ = write(STDERR_FILENO, text, text.count)
  }

  /// Ends the program with status 1, or 2 if it was not called as it has to be.
  static func fail(_ line: String, isUsage: Bool) -> Never {
    complain(line)
    exit(isUsage ? 2 : 1)
  }
}
