public import MunicipalModel

/// The projections of several municipalities, and those that could not be made.
public struct ProjectionStudies: Sendable {
  /// A municipality whose scenarios cannot be projected from the figures that its record has.
  public struct LeftOut: Hashable, Sendable {
    /// The municipality.
    public let municipality: Municipality
    /// What stands in the way.
    public let error: ProjectionError
    /// Whether the scenarios are those of the municipality's folder, as the populations are.
    public let isOfFolder: Bool

    /// Takes a municipality and what stands in the way.
    ///
    /// - Parameter isOfFolder: whether the scenarios are those of its folder.
    public init(municipality: Municipality, error: ProjectionError, isOfFolder: Bool = false) {
      self.municipality = municipality
      self.error = error
      self.isOfFolder = isOfFolder
    }

    /// One sentence for a person to read: whose projection is left out, and why.
    public var message: LocalizedText {
      guard !isOfFolder else {
        return LocalizedText(
          ja: "\(municipality.name.ja)の将来推計は、フォルダーの資料では計算できないため省いた。",
          en:
            "The projection of \(municipality.name.en) is left out: what its folder holds does not allow it."
        )
      }
      return LocalizedText(
        ja: "\(municipality.name.ja)の将来推計は省いた。シナリオは内蔵の資料の人口に基づき、"
          + "このフォルダーの人口では推計できない。",
        en:
          "The projection of \(municipality.name.en) is left out: its scenarios rest on populations of "
          + "the built-in documents, and cannot be projected with those of its folder.")
    }
  }

  /// The projections.
  public let studies: [ProjectionStudy]
  /// The municipalities without one.
  public let leftOut: [LeftOut]

  /// Takes projections and those that are left out.
  public init(studies: [ProjectionStudy] = [], leftOut: [LeftOut] = []) {
    self.studies = studies
    self.leftOut = leftOut
  }
}
