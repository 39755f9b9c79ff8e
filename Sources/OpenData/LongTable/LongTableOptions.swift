/// How a long table is read.
public struct LongTableOptions: Hashable, Sendable {
  /// How bytes become text.
  public enum Encoding: String, Hashable, Sendable, CaseIterable {
    /// UTF-8 with or without a byte order mark; CP932 if the bytes are not UTF-8 but fit that better.
    case detected
    /// UTF-8, with or without a byte order mark.
    case utf8
    /// CP932 (Windows-31J, the usual "Shift JIS"); it is converted in memory first.
    case cp932
  }

  /// How bytes become text.
  public var encoding: Encoding
  /// On how many threads the table is read; `nil` takes one a processor. The result is the same.
  public var threads: Int?
  /// How many cases of each kind of diagnostic are kept with their places.
  public var diagnosticLimit: Int
  /// How many bytes a thread reads at once.
  package var blockSize = 1 << 19

  /// Makes options.
  ///
  /// - Parameters:
  ///   - encoding: how bytes become text.
  ///   - threads: on how many threads to read; `nil` takes one a processor.
  ///   - diagnosticLimit: how many cases of each kind of diagnostic to keep with their places.
  public init(
    encoding: Encoding = .detected, threads: Int? = nil, diagnosticLimit: Int = 100
  ) {
    self.encoding = encoding
    self.threads = threads
    self.diagnosticLimit = diagnosticLimit
  }

  var threadCount: Int { min(max(1, threads ?? SystemFile.processors), 64) }
}
