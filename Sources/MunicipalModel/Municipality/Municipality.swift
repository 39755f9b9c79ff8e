/// A municipality (市区町村): its code and its name.
public struct Municipality: Hashable, Sendable, Codable {
  /// The code of the local government.
  public let code: MunicipalityCode
  /// The name, such as 苫小牧市 / Tomakomai.
  public let name: LocalizedText

  /// Makes a municipality.
  public init(code: MunicipalityCode, name: LocalizedText) {
    self.code = code
    self.name = name
  }
}
