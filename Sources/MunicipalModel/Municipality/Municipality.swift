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

extension Sequence<Municipality> {
  /// The names with their codes: 苫小牧市（012131）、岩見沢市（012106）.
  package var namesWithCodes: LocalizedText {
    map { LocalizedText(ja: "\($0.name.ja)（\($0.code)）", en: "\($0.name.en) (\($0.code))") }
      .joined()
  }
}
