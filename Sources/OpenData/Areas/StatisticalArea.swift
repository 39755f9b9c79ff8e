public import MunicipalModel

/// An area of a nationwide table (全国・都道府県・市区町村), classified so that sums count nobody twice.
public struct StatisticalArea: Hashable, Sendable, Codable {
  /// What kind of area it is.
  public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
    /// 全国
    case nation
    /// 都道府県
    case prefecture
    /// 政令指定都市, which is divided into wards.
    case designatedCity = "designated_city"
    /// 政令指定都市の行政区, whose people are counted in the city too.
    case ward
    /// 特別区 of Tokyo, a municipality of its own.
    case specialWard = "special_ward"
    /// 市町村 other than a designated city.
    case municipality
    /// A village of 北方領土: six have a code and no residents.
    case northernTerritory = "northern_territory"
    /// A sum over some municipalities: 市部, 郡部, a 郡, 支庁, 島しょ, 特別区部.
    case subtotal
    /// Nothing that the code or the name tells.
    case unknown
  }

  /// What kind of area it is.
  public let kind: Kind
  /// The code, if it has one that can be read.
  public let code: MunicipalityCode?
  /// The prefecture that it lies in; `nil` for the nation.
  public let prefecture: Prefecture?
  /// The name as printed, such as 札幌市中央区 or 古宇郡泊村.
  public let name: String

  /// Makes an area.
  public init(kind: Kind, code: MunicipalityCode?, prefecture: Prefecture?, name: String) {
    self.kind = kind
    self.code = code
    self.prefecture = prefecture
    self.name = name
  }

  /// Whether the area is one of the 1,741 municipalities, each person being counted in exactly one.
  ///
  /// 政令指定都市, 特別区 and 市町村 are; wards, sums and the villages without residents are not.
  public var isMunicipality: Bool {
    switch kind {
    case .designatedCity, .specialWard, .municipality: true
    case .nation, .prefecture, .ward, .northernTerritory, .subtotal, .unknown: false
    }
  }

  /// The municipality, if the area is one and has a code.
  public var municipality: Municipality? {
    guard isMunicipality, let code else { return nil }
    return Municipality(code: code, name: LocalizedText(name))
  }

  /// The area with its code and name, as rankings and comparisons hold it; `nil` without a code.
  package var named: Municipality? { code.map { Municipality(code: $0, name: label) } }

  /// The area with its code and its name in Latin letters in English, where the built-in list has it under that name:
  /// Hakodate for 函館市.
  package var romanized: Municipality? { code.map { Municipality(code: $0, name: latin ?? label) } }

  /// The name, in English in Latin letters before it: Hakodate (函館市).
  package var labelInEnglish: LocalizedText {
    latin.map { LocalizedText(ja: name, en: "\($0.en) (\(name))") } ?? label
  }

  private var latin: LocalizedText? {
    guard isMunicipality, let code, let listed = MunicipalityDirectory.builtIn.entry(code),
      name.hasSuffix(listed.name)
    else { return nil }
    // 勇払郡占冠村, 八丈島八丈町: what stands before the name is no part of it.
    let before = name.dropLast(listed.name.count).last
    guard before == nil || before == "郡" || before == "島" else { return nil }
    let latin = HepburnRomanization.name(listed.name, kana: listed.kana)
    return latin.isEmpty ? nil : LocalizedText(ja: name, en: latin)
  }

  /// The name with the English one of a prefecture or the nation.
  public var label: LocalizedText {
    switch kind {
    case .nation: LocalizedText(ja: "全国", en: "Japan")
    case .prefecture: prefecture?.name ?? LocalizedText(name)
    default: LocalizedText(name)
    }
  }
}

extension StatisticalArea {
  /// What tells areas of different files apart: the number of the code, 0 for the nation.
  package var number: Int? { kind == .nation ? 0 : code?.number }
}
