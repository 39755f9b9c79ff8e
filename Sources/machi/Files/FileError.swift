import MachiKurabe

/// Says why a file could not be read or written.
struct FileError: UserFacingError, Hashable {
  /// What is wrong.
  struct Code: RawRepresentable, Hashable, Sendable {
    /// A stable name.
    let rawValue: String
    /// Makes a code from its name.
    init(rawValue: String) { self.rawValue = rawValue }
    /// There is no such file.
    static let notFound = Self(rawValue: "not-found")
    /// The folder to write into does not exist.
    static let noParentFolder = Self(rawValue: "no-parent-folder")
    /// It is a folder.
    static let isFolder = Self(rawValue: "is-folder")
    /// It is a file where a folder is needed.
    static let notFolder = Self(rawValue: "not-folder")
    /// The user may not read or write it.
    static let notPermitted = Self(rawValue: "not-permitted")
    /// It is longer than what is read of such a file.
    static let tooLarge = Self(rawValue: "too-large")
    /// The disk is full.
    static let noSpace = Self(rawValue: "no-space")
    /// Who reads the output has gone.
    static let brokenPipe = Self(rawValue: "broken-pipe")
    /// Anything else; the system's number says what.
    static let failed = Self(rawValue: "failed")
  }

  /// What is wrong.
  let code: Code
  /// The path as it was given; `-` for standard input or output.
  let path: String
  /// The system's error number, 0 if there is none.
  let number: Int32
  /// The most bytes that are read of such a file, if it has more; otherwise 0.
  let limit: Int

  /// Makes an error.
  init(code: Code, path: String, number: Int32 = 0) {
    self.code = code
    self.path = path
    self.number = number
    limit = 0
  }

  /// Says that a file has more bytes than are read.
  init(tooLarge path: String, limit: Int) {
    code = .tooLarge
    self.path = path
    number = 0
    self.limit = limit
  }

  /// One sentence for a person to read.
  var message: LocalizedText {
    switch code {
    case .notFound: text("ファイルがありません", "no such file")
    case .noParentFolder: text("書き込み先のフォルダーがありません", "the folder to write into does not exist")
    case .isFolder: text("ファイルではなくフォルダーです", "this is a folder, not a file")
    case .notFolder: text("フォルダーではなくファイルです", "this is a file, not a folder")
    case .notPermitted: text("アクセスする権限がありません", "permission denied")
    case .tooLarge:
      text("大きすぎます（読むのは\(limit >> 20) MiBまで）", "too large (up to \(limit >> 20) MiB are read)")
    case .noSpace: text("空き容量が足りません", "no space left")
    case .brokenPipe: text("出力先が閉じられました", "the reader has closed the output")
    default:
      text("読み書きできません（\(System.description(of: number))）", System.description(of: number))
    }
  }

  private func text(_ ja: String, _ en: String) -> LocalizedText {
    path == "-"
      ? LocalizedText(ja: "標準入出力: \(ja)", en: "standard input or output: \(en)")
      : LocalizedText(ja: "\(path): \(ja)", en: "\(path): \(en)")
  }
}
