import MunicipalModel

/// Finds the goals that a document prints itself, such as 「○○事業【SDGs：8、9】」.
enum PublishedSDGTags {
  /// The goals after the word SDGs, or after ゴール or 目標 that follow it.
  ///
  /// Icons are images that a text does not have; only printed numbers are found. Numbers outside of 1 to
  /// 17 are no goals.
  static func tags(in text: String, citation: Citation) -> [SDGTag] {
    let key = TextFolding.key(text)
    guard let start = ["SDGs", "ＳＤＧｓ", "SDGS", "SDG"].compactMap({ key.firstOffset(of: $0) }).min()
    else { return [] }
    var scanner = TextScanner(String(decoding: Array(key.utf8)[start...], as: UTF8.self))
    _ = scanner.skip(anyOf: ["SDGs", "SDGS", "SDG"])
    var goals: [Int] = []
    while !scanner.isAtEnd {
      _ = scanner.skip(anyOf: ["ゴール", "目標", "No.", "goals", "goal", "番"])
      if let number = scanner.number(maximumDigits: 2) {
        goals.append(number)
      } else if let scalar = scanner.current, separators.contains(scalar) {
        scanner.position += 1
      } else {
        break
      }
    }
    return goals.uniqued.compactMap {
      SDGTag(goal: $0, basis: .published(citation))
    }
  }

  private static let separators: Set<Unicode.Scalar> = [
    ":", "、", ",", "，", "・", " ", "(", ")", "[", "]", "【", "】", "の", "/", "&", "#", "-",
  ]
}
