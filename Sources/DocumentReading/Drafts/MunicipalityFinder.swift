package import MunicipalModel

/// Finds the municipality that documents are about, by the codes and names in them.
package struct MunicipalityFinder: Sendable {
  /// A municipality that a text names, with how often it does.
  package struct Candidate: Hashable, Sendable {
    /// What the list of codes says of it.
    package let municipality: ListedMunicipality
    /// How often its name stands in the texts.
    package let count: Int
    /// Whether its code stands there too.
    package let hasCode: Bool
    /// How often its prefecture is named.
    let prefectureCount: Int

    fileprivate var rank: Int { hasCode ? Int.max : prefectureCount }
  }

  /// The municipalities that the texts name, the likeliest first; wards are left out beside their city.
  package let candidates: [Candidate]

  /// Looks through texts.
  package init(_ texts: [String], directory: MunicipalityDirectory = .builtIn) {
    var counts: [String: Int] = [:]
    var firsts: [String: Int] = [:]
    var codes: Set<MunicipalityCode> = []
    var prefectures: [Prefecture: Int] = [:]
    var position = 0
    let names = Set(directory.entries.map { TextFolding.key($0.name) })
    for text in texts {
      let scalars = Array(TextFolding.key(text).unicodeScalars)
      for (index, scalar) in scalars.enumerated() {
        position += 1
        if "市区町村".unicodeScalars.contains(scalar) {
          // The longest name that ends here.
          for length in stride(from: min(12, index + 1), through: 2, by: -1) {
            let name = String(scalars: scalars[(index + 1 - length)...index])
            guard names.contains(name),
              length > 2 || Self.mayPrecede(index > 1 ? scalars[index - 2] : nil)
            else { continue }
            counts[name, default: 0] += 1
            if firsts[name] == nil { firsts[name] = position }
            break
          }
        } else if "都道府県".unicodeScalars.contains(scalar) {
          for length in [3, 4] where index + 1 >= length {
            let name = String(scalars: scalars[(index + 1 - length)...index])
            if let found = Prefecture.allCases.first(where: { $0.name.ja == name }) {
              prefectures[found, default: 0] += 1
            }
          }
        }
      }
      codes.formUnion(Self.codes(in: scalars))
    }
    let listed = directory.entries.compactMap { entry -> (Candidate, Int)? in
      let name = TextFolding.key(entry.name)
      let hasCode = codes.contains(entry.code)
      guard let count = counts[name], !name.contains("市") || name.hasSuffix("市") else { return nil }
      let candidate = Candidate(
        municipality: entry, count: count, hasCode: hasCode,
        prefectureCount: prefectures[entry.code.prefecture] ?? 0)
      return (candidate, firsts[name] ?? 0)
    }
    candidates = listed.sorted { left, right in
      if left.0.hasCode != right.0.hasCode { return left.0.hasCode }
      if left.0.count != right.0.count { return left.0.count > right.0.count }
      if left.0.prefectureCount != right.0.prefectureCount {
        return left.0.prefectureCount > right.0.prefectureCount
      }
      return (left.1, left.0.municipality.code) < (right.1, right.0.municipality.code)
    }.map(\.0)
  }

  /// The municipality, where no other is as likely: another one of the same name is, unless the texts name
  /// its code or its prefecture alone.
  package var municipality: ListedMunicipality? {
    guard let first = candidates.first else { return nil }
    let isAlone = candidates.dropFirst().allSatisfy {
      $0.municipality.name != first.municipality.name || first.rank > $0.rank
    }
    return isAlone ? first.municipality : nil
  }

  /// Whether a name of two letters may begin behind a letter: 千葉県栄町, 第2期栄町総合戦略, but not 四谷三栄町.
  private static func mayPrecede(_ before: Unicode.Scalar?) -> Bool {
    guard let before, (0x4E00...0x9FFF).contains(before.value) else { return true }
    return "都道府県郡期次版年度月日旧元".unicodeScalars.contains(before)
  }

  /// The codes of six digits, with a right check digit, that stand alone.
  private static func codes(in scalars: [Unicode.Scalar]) -> Set<MunicipalityCode> {
    var codes: Set<MunicipalityCode> = []
    var start: Int?
    for index in 0...scalars.count {
      if index < scalars.count, scalars[index].decimalDigit != nil {
        start = start ?? index
      } else if let first = start {
        start = nil
        if index - first == 6,
          let code = try? MunicipalityCode(String(scalars: scalars[first..<index]))
        {
          codes.insert(code)
        }
      }
    }
    return codes
  }
}
