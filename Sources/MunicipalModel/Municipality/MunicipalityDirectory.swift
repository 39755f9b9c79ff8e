/// What 全国地方公共団体コード lists under a code: a municipality or a ward, and where its office is.
package struct ListedMunicipality: Hashable, Sendable {
  /// The code.
  package let code: MunicipalityCode
  /// The name without prefecture and 郡, such as 苫小牧市 or 札幌市中央区.
  package let name: String
  /// The name in hiragana.
  package let kana: String
  /// The latitude of the office in degrees north.
  package let latitude: Double
  /// The longitude of the office in degrees east.
  package let longitude: Double

  /// The name with its prefecture: 北海道苫小牧市.
  package var fullName: String { code.prefecture.name.ja + name }
}

/// The municipalities and wards of Japan by code and by name.
///
/// Hamamatsu stands with its wards of before and after 1 January 2024. Municipalities that merged before 2020
/// are not listed, so a code that is not here may still have been one.
/// Source: code4fukui/localgovjp (CC0), from 総務省's list of codes.
package struct MunicipalityDirectory: Sendable {
  /// The built-in list.
  package static let builtIn = Self(BuiltInFiles.all.text("municipalities.csv"))

  /// All entries in the order of their codes.
  package let entries: [ListedMunicipality]
  private let positions: [Int: Int]
  /// The positions of the entries whose name or kana has a number as ``number(of:)``.
  private let names: [Int: [Int]]

  /// - Parameter text: rows of code, name, kana, latitude and longitude below a heading.
  init(_ text: String) {
    var entries: [ListedMunicipality] = []
    // An array of bytes is parted at a tenth of what the view of a string costs.
    for line in Array(text.utf8).split(separator: UInt8(ascii: "\n")).dropFirst() {
      let cells = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      guard cells.count == 5, let number = Int(cells[0]), let latitude = Double(cells[3]),
        let longitude = Double(cells[4]), let prefecture = Prefecture(rawValue: number / 10_000)
      else { continue }
      entries.append(
        ListedMunicipality(
          code: MunicipalityCode(prefecture, UInt16(number / 10 % 1000)), name: cells[1],
          kana: cells[2], latitude: latitude, longitude: longitude))
    }
    self.entries = entries
    positions = Dictionary(
      entries.enumerated().map { ($1.code.number, $0) }, uniquingKeysWith: { first, _ in first })
    var names: [Int: [Int]] = [:]
    names.reserveCapacity(2 * entries.count)
    for (index, entry) in entries.enumerated() {
      names[Self.number(of: Self.key(entry.name)), default: []].append(index)
      names[Self.number(of: Self.key(entry.kana)), default: []].append(index)
    }
    self.names = names
  }

  /// The entry of a code.
  package func entry(_ code: MunicipalityCode) -> ListedMunicipality? {
    positions[code.number].map { entries[$0] }
  }

  /// Whether a code is listed, or is that of a prefecture.
  func contains(_ code: MunicipalityCode) -> Bool {
    code.isPrefecture || positions[code.number] != nil
  }

  /// The entries that a name may mean: 苫小牧市, 苫小牧, とまこまいし, 北海道苫小牧市, 古宇郡泊村.
  ///
  /// The whole name comes before one without 市, 区, 町 or 村 behind it, and that before a ward without its city.
  package func entries(named text: String) -> [ListedMunicipality] {
    var key = Self.key(text)
    let prefecture = Prefecture(leading: key)
    if let prefecture { key = String(key.dropFirst(prefecture.name.ja.count)) }
    guard !key.isEmpty else { return [] }
    func own(_ positions: [Int]) -> [ListedMunicipality] {
      positions.map { entries[$0] }.filter { prefecture == nil || $0.code.prefecture == prefecture }
    }
    let whole = own(positions(named: key))
    if !whole.isEmpty { return whole }
    if let district = key.lastIndex(of: "郡"), district > key.startIndex {
      let town = own(positions(named: String(key[key.index(after: district)...])))
      if !town.isEmpty { return town }
    }
    let short = own(
      ["市", "区", "町", "村", "し", "く", "ちょう", "まち", "むら", "そん"].flatMap {
        positions(named: key + $0)
      })
    if !short.isEmpty { return short }
    guard key.hasSuffix("区") else { return [] }
    return own(entries.indices.filter { Self.key(entries[$0].name).hasSuffix("市" + key) })
  }

  /// Whether the list has a code under a name, in which ヶ and ケ are alike and a 郡 may stand before it.
  func isName(_ name: String, of code: MunicipalityCode) -> Bool {
    guard let entry = entry(code) else {
      return code.isPrefecture && TextFolding.key(name) == code.prefecture.name.ja
    }
    var key = Self.key(name)
    if key.hasPrefix(code.prefecture.name.ja) {
      key = String(key.dropFirst(code.prefecture.name.ja.count))
    }
    let own = Self.key(entry.name)
    return key == own || key.hasSuffix("郡" + own)
  }

  private func positions(named key: String) -> [Int] {
    (names[Self.number(of: key)] ?? []).filter {
      Self.key(entries[$0].name) == key || Self.key(entries[$0].kana) == key
    }
  }

  /// A name as it is compared: folded, ヶ as ケ.
  package static func key(_ name: String) -> String {
    let key = TextFolding.key(name)
    return key.contains(word: "ヶ") ? key.replacing("ヶ", with: "ケ") : key
  }

  /// A number of the bytes of a name, which costs a tenth of a string's hash: strings are hashed as normalized text.
  private static func number(of key: String) -> Int {
    key.utf8.reduce(5381) { ($0 &* 33) ^ Int($1) }
  }
}

extension Prefecture {
  /// The prefecture that a name begins with, and is not all of.
  package init?(leading name: String) {
    let key = TextFolding.key(name)
    guard !key.isEmpty,
      let found = Self.allCases.first(where: { key.hasPrefix($0.name.ja) && key != $0.name.ja })
    else { return nil }
    self = found
  }
}
