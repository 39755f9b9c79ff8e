public import MunicipalModel

/// Something in which a city's documents contradict each other or themselves, or that a reader of
/// both should know.
public struct AuditFinding: Hashable, Sendable {
  /// A stable name of the kind of finding.
  public struct Code: RawRepresentable, Hashable, Sendable {
    /// The name.
    public let rawValue: String
    /// Makes a code from its name.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// Two documents print different figures for the same cell.
    package static let figuresDiffer = Self(rawValue: "figures-differ")
    /// Two documents print one figure, rounded to different digits.
    package static let roundingDiffers = Self(rawValue: "rounding-differs")
    /// The figure is cumulative in one document only.
    package static let accumulationDiffers = Self(rawValue: "accumulation-differs")
    /// One document prints no figure, the other 0.
    package static let blankAgainstZero = Self(rawValue: "blank-against-zero")
    /// One document prints a figure, the other none.
    package static let missingInOne = Self(rawValue: "missing-in-one")
    /// Neither document prints a figure, but the reasons differ.
    package static let reasonsDiffer = Self(rawValue: "reasons-differ")
    /// The units differ.
    package static let unitsDiffer = Self(rawValue: "units-differ")
    /// The baseline is of another year.
    package static let periodsDiffer = Self(rawValue: "periods-differ")
    /// A cumulative series falls.
    package static let cumulativeFalls = Self(rawValue: "cumulative-falls")
    /// The actual figure is past the target.
    package static let targetPassed = Self(rawValue: "target-passed")
    /// The revision raises a target.
    package static let targetRaised = Self(rawValue: "target-raised")
    /// The revision lowers a target.
    package static let targetLowered = Self(rawValue: "target-lowered")
    /// A printed rate, mean or change does not follow from its parts.
    package static let doesNotFollow = Self(rawValue: "does-not-follow")
    /// A printed rate, mean or change lacks a figure that it could be computed again from.
    package static let notRederived = Self(rawValue: "not-rederived")
    /// By which definition the printed 達成率 of a document follow.
    package static let achievementDefinition = Self(rawValue: "achievement-definition")
    /// An indicator repeats a figure of the population table.
    package static let repeatsPopulation = Self(rawValue: "repeats-population")
    /// An indicator should repeat a figure of the population table, and does not.
    package static let contradictsPopulation = Self(rawValue: "contradicts-population")
    /// A revision states another number of changes than its entries show.
    package static let statedCountDiffers = Self(rawValue: "stated-count-differs")
    /// An indicator of one document has no partner in the other.
    package static let unmatched = Self(rawValue: "unmatched")
    /// What a reader noticed in one document.
    package static let noticed = Self(rawValue: "noticed")
  }

  /// How much it matters.
  public let severity: Diagnostic.Severity
  /// The kind of finding.
  public let code: Code
  /// What it is about: the project and the indicator.
  public let subject: LocalizedText
  /// What was found.
  public let message: LocalizedText
  /// How one figure can be got from others, if it can.
  public let explanation: LocalizedText?
  /// The printed cells, those of the document that was published last first.
  public let citations: [Citation]

  init(
    _ severity: Diagnostic.Severity, _ code: Code, _ subject: LocalizedText,
    _ message: LocalizedText, explanation: LocalizedText? = nil, citations: [Citation]
  ) {
    self.severity = severity
    self.code = code
    self.subject = subject
    self.message = message
    self.explanation = explanation
    self.citations = citations
  }
}

extension AuditFinding: Comparable {
  /// Orders by severity, the worst first, then by document and line.
  public static func < (left: Self, right: Self) -> Bool {
    if left.severity != right.severity { return left.severity > right.severity }
    let (first, second) = (left.citations.first, right.citations.first)
    if first?.document != second?.document {
      return (first?.document.rawValue ?? "") < (second?.document.rawValue ?? "")
    }
    if first?.line != second?.line { return (first?.line ?? 0) < (second?.line ?? 0) }
    return (first?.cell ?? 0, left.code.rawValue) < (second?.cell ?? 0, right.code.rawValue)
  }
}

extension PlacedIndicator {
  /// The project and the indicator, as findings name them.
  var subject: LocalizedText {
    let project = path.last { $0.level == .project }?.title
    return LocalizedText(project.map { "\($0)／\(indicator.name)" } ?? indicator.name)
  }
}
