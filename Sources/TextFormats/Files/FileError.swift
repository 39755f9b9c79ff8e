/// Says why a file could not be read or written.
package struct FileError: Failure {
  /// What is wrong.
  package struct Code: RawRepresentable, Hashable, Sendable {
    /// A stable name.
    package let rawValue: String
    /// Makes a code from its name.
    package init(rawValue: String) { self.rawValue = rawValue }
    /// There is no such file.
    package static let notFound = Self(rawValue: "not-found")
    /// The folder to write into does not exist.
    package static let noParentFolder = Self(rawValue: "no-parent-folder")
    /// It is a folder.
    package static let isFolder = Self(rawValue: "is-folder")
    /// It is a file where a folder is needed.
    package static let notFolder = Self(rawValue: "not-folder")
    /// The user may not read or write it.
    package static let notPermitted = Self(rawValue: "not-permitted")
    /// It is longer than what is read of such a file.
    package static let tooLarge = Self(rawValue: "too-large")
    /// The disk is full.
    package static let noSpace = Self(rawValue: "no-space")
    /// Who reads the output has gone.
    package static let brokenPipe = Self(rawValue: "broken-pipe")
    /// It is a link where a folder is needed.
    package static let isLink = Self(rawValue: "is-link")
    /// Another program writes there.
    package static let inUse = Self(rawValue: "in-use")
    /// It is one of the files that are read.
    package static let isInput = Self(rawValue: "is-input")
    /// Anything else; the system's words say what.
    package static let failed = Self(rawValue: "failed")
  }

  /// What is wrong.
  package let code: Code
  /// The path as it was given; `-` for standard input or output.
  package let path: String
  /// The system's words, if it was the system that refused.
  package let words: String
  /// The most bytes that are read of such a file, if it has more; otherwise 0.
  package let limit: Int

  /// Makes an error.
  package init(code: Code, path: String, words: String = "", limit: Int = 0) {
    self.code = code
    self.path = path
    self.words = words
    self.limit = limit
  }

  /// The file.
  package var place: FailurePlace? { FailurePlace(path) }

  /// One sentence for a person to read.
  package var message: LocalizedText {
    let place =
      path == "-"
      ? LocalizedText(ja: "標準入出力", en: "standard input or output") : LocalizedText(path)
    return LocalizedText(ja: "\(place.ja): \(reason.ja)", en: "\(place.en): \(reason.en)")
  }

  /// What is wrong, without the path.
  package var reason: LocalizedText {
    switch code {
    case .notFound: LocalizedText(ja: "ファイルがありません", en: "no such file")
    case .noParentFolder:
      LocalizedText(ja: "書き込み先のフォルダーがありません", en: "the folder to write into does not exist")
    case .isFolder: LocalizedText(ja: "ファイルではなくフォルダーです", en: "this is a folder, not a file")
    case .notFolder: LocalizedText(ja: "フォルダーではなくファイルです", en: "this is a file, not a folder")
    case .notPermitted: LocalizedText(ja: "アクセスする権限がありません", en: "permission denied")
    case .tooLarge:
      LocalizedText(
        ja: "大きすぎます（読むのは\(limit >> 20) MiBまで）",
        en: "too large (up to \(limit >> 20) MiB are read)")
    case .noSpace: LocalizedText(ja: "空き容量が足りません", en: "no space left")
    case .isLink:
      LocalizedText(
        ja: "リンクです。リンク先のフォルダーには書き出しません", en: "this is a link; nothing is written where it leads")
    case .inUse: LocalizedText(ja: "ほかのプログラムが書き込んでいます", en: "another program is writing there")
    case .isInput:
      LocalizedText(ja: "読み込むファイルには書き出せません", en: "this file is read; write to another")
    case .brokenPipe: LocalizedText(ja: "出力先が閉じられました", en: "the reader has closed the output")
    default: LocalizedText(ja: "読み書きできません（\(words)）", en: words)
    }
  }
}
