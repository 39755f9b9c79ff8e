public import MunicipalModel

/// Says why a scale of judgement cannot be used.
public struct ScaleError: Failure {
  /// What is wrong.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// A stable name.
    public let rawValue: String
    /// Makes a code from its name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The text is not JSON, or has not the members that a scale has.
    package static let unreadable = Self(rawValue: "unreadable")
    /// The file holds no scale.
    package static let noScales = Self(rawValue: "no-scales")
    /// Two scales have the same id.
    package static let repeatedScale = Self(rawValue: "repeated-scale")
    /// There is no scale of that id.
    package static let unknownScale = Self(rawValue: "unknown-scale")
    /// There is no measure of that name.
    package static let unknownMeasure = Self(rawValue: "unknown-measure")
    /// The scale has no grade.
    package static let noGrades = Self(rawValue: "no-grades")
    /// The scale has more grades than ``JudgementScale/maximumGrades``.
    package static let tooManyGrades = Self(rawValue: "too-many-grades")
    /// A grade has no id.
    package static let unnamedGrade = Self(rawValue: "unnamed-grade")
    /// Two grades have the same id.
    package static let repeatedGrade = Self(rawValue: "repeated-grade")
    /// A boundary is infinite or not a number.
    package static let notANumber = Self(rawValue: "not-a-number")
    /// A grade begins where it ends, or above.
    package static let emptyGrade = Self(rawValue: "empty-grade")
    /// Some values have no grade.
    package static let gap = Self(rawValue: "gap")
    /// Some values have two grades.
    package static let overlap = Self(rawValue: "overlap")
  }

  /// What is wrong.
  public let code: Code
  /// The scale; empty if it is about the file.
  public internal(set) var scale: String = ""
  /// The grade, if it is about one.
  public internal(set) var grade: String? = nil
  /// What exactly is wrong.
  public let detail: LocalizedText

  /// One sentence for a person to read.
  public var message: LocalizedText {
    var (ja, en) = ("", "")
    if !scale.isEmpty { (ja, en) = ("尺度「\(scale)」", "scale \(scale)") }
    if let grade { (ja, en) = ("\(ja)の段階「\(grade)」", "\(en), grade \(grade)") }
    return ja.isEmpty ? detail : LocalizedText(ja: "\(ja): \(detail.ja)", en: "\(en): \(detail.en)")
  }
}

extension ScaleError: CustomStringConvertible {
  /// The code and the English message.
  public var description: String { "\(code.rawValue): \(message.en)" }
}
