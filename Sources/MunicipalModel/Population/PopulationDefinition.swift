/// What a population table counts. Tables of different definition must not be compared unawares.
public struct PopulationDefinition: Hashable, Sendable, Codable {
  /// Whether residents of foreign nationality are counted.
  public enum ForeignResidents: String, Hashable, Sendable, Codable, CaseIterable {
    /// 外国人住民を含む
    case included
    /// 日本人住民のみ
    case excluded
    /// 外国人住民のみ
    case only
    /// The document does not say.
    case notStated = "not_stated"
  }

  /// Where change that is neither natural nor migration (職権記載・消除など) is counted.
  public enum OtherChange: String, Hashable, Sendable, Codable, CaseIterable {
    /// Apart from the social change.
    case apart
    /// Inside the social change.
    case insideSocialChange = "inside_social_change"
    /// The document does not say.
    case notStated = "not_stated"
  }

  /// The day of the year that the stock is counted on, such as 12-31.
  public let stockDate: String
  /// Whether foreign residents are counted.
  public let foreignResidents: ForeignResidents
  /// Where other change is counted.
  public let otherChange: OtherChange
  /// The register or statistic, such as 住民基本台帳.
  public let source: String

  /// Makes a definition.
  public init(
    stockDate: String, foreignResidents: ForeignResidents, otherChange: OtherChange,
    source: String
  ) {
    self.stockDate = stockDate
    self.foreignResidents = foreignResidents
    self.otherChange = otherChange
    self.source = source
  }
}
