import MachiKurabe

/// Says why a command ends with status 1 although every file was read.
struct CommandError: Failure {
  /// What is wrong.
  struct Code: RawRepresentable, Hashable, Sendable {
    /// A stable name.
    let rawValue: String
    /// Makes a code from its name.
    init(rawValue: String) { self.rawValue = rawValue }
    /// The report, which was written, names errors.
    static let foundErrors = Self(rawValue: "found-errors")
    /// No municipality has the figure.
    static let nothingToRank = Self(rawValue: "nothing-to-rank")
    /// The file of an option does not hold what it should.
    static let unusableFile = Self(rawValue: "unusable-file")
  }

  /// What is wrong.
  let code: Code
  /// The file, if it is about one.
  var place: FailurePlace?
  /// One sentence for a person to read.
  let message: LocalizedText

  /// Says that a report names errors.
  static func foundErrors(ja: String, en: String) -> Self {
    Self(code: .foundErrors, message: LocalizedText(ja: ja, en: en))
  }

  /// Says what is wrong in the file of an option.
  static func unusableFile(_ path: String, _ problem: LocalizedText) -> Self {
    Self(
      code: .unusableFile, place: FailurePlace(path),
      message: LocalizedText(ja: "\(path): \(problem.ja)", en: "\(path): \(problem.en)"))
  }
}
