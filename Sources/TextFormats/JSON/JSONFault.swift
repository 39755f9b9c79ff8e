/// The first thing of a text that cannot stand where it stands in JSON.
package struct JSONFault: Error, Hashable {
  /// The line, from 1.
  package let line: Int
  /// What would have to stand there.
  package let expected: LocalizedText
  /// What stands there, cut short; empty at the end of the text.
  package let found: String
  /// Whether the text may only have been cut off.
  package let isTruncated: Bool
}

/// What may come next in a JSON text.
enum JSONExpectation {
  case value, valueOrEnd, name, nameOrEnd, colon
  case commaOrEnd(UInt8)
  case nothing
  /// A value that lies less deep.
  case shallower

  /// What has to come, in words.
  ///
  /// - Parameter isText: whether a text stands there, which is then not well formed.
  func label(isText: Bool) -> LocalizedText {
    let name = LocalizedText(ja: "項目の名前 \"…\"", en: "a member's name \"…\"")
    switch self {
    case .value where isText, .valueOrEnd where isText, .name where isText, .nameOrEnd where isText:
      return LocalizedText(
        ja: "その行で閉じ、\\ の使い方が正しい文字列", en: "a text that ends on its line and uses \\ rightly")
    case .value: return LocalizedText(ja: "値", en: "a value")
    case .valueOrEnd: return LocalizedText(ja: "値か ]", en: "a value or ]")
    case .name: return name
    case .nameOrEnd: return LocalizedText(ja: "\(name.ja) か }", en: "\(name.en) or }")
    case .colon: return LocalizedText(":")
    case .commaOrEnd(let end):
      let end = String(UnicodeScalar(end))
      return LocalizedText(ja: ", か \(end)", en: ", or \(end)")
    case .nothing: return LocalizedText(ja: "終わり", en: "the end of the file")
    case .shallower:
      let most = JSONParser.maximumDepth
      return LocalizedText(ja: "\(most)段までの入れ子", en: "at most \(most) levels")
    }
  }
}
