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

extension Municipality {
  /// What the code says that the name does not fit; `nil` if they fit, or it cannot be told.
  ///
  /// A name that begins with a prefecture must be in the code's. The last three digits of a code are 101–199
  /// for designated cities and wards (in Tokyo for wards alone), 201–299 for other cities (市), and 301–799
  /// for towns and villages (町村). Source: 総務省, 全国地方公共団体コード仕様.
  package var misfitOfCode: LocalizedText? {
    let prefecture = code.prefecture
    let named = Prefecture.allCases.first { name.ja.hasPrefix($0.name.ja) }
    if let named, named != prefecture {
      return LocalizedText(
        ja: "\(prefecture.name.ja)のコードです", en: "the code is one of \(prefecture.name.en)")
    }
    let endings: [Character]
    switch code.number % 1000 {
    case 101...199: endings = prefecture == .tokyo ? ["区"] : ["市", "区"]
    case 201...299: endings = ["市"]
    case 301...799: endings = ["町", "村"]
    default: return nil
    }
    guard let last = name.ja.last, "市区町村".contains(last), !endings.contains(last) else {
      return nil
    }
    let kinds = endings.map(String.init).joined(separator: "・")
    return LocalizedText(
      ja: "\(prefecture.name.ja)の\(kinds)のコードです",
      en: "the code is that of a \(kinds) of \(prefecture.name.en)")
  }

  /// Whose the code is, if the list has the name under other codes alone; `nil` if it fits, or cannot be told.
  package var otherNameOfCode: LocalizedText? {
    let directory = MunicipalityDirectory.builtIn
    guard let listed = directory.entry(code), !directory.isName(name.ja, of: code) else {
      return nil
    }
    guard !directory.entries(named: name.ja).isEmpty else { return nil }
    return LocalizedText(
      ja: "\(listed.fullName)のコードです", en: "the code is that of \(listed.fullName)")
  }
}
