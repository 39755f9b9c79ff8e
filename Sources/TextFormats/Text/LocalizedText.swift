/// A language that output can be written in.
public enum Language: String, Hashable, Sendable, Codable, CaseIterable {
  /// 日本語
  case japanese = "ja"
  /// English
  case english = "en"
}

/// A short text in Japanese and in English, such as a label or a message.
public struct LocalizedText: Hashable, Sendable, Codable {
  /// The Japanese text.
  public let ja: String
  /// The English text.
  public let en: String

  /// Makes a text from its two versions.
  public init(ja: String, en: String) {
    self.ja = ja
    self.en = en
  }

  /// Makes a text that reads the same in both languages, such as a number or a printed cell.
  public init(_ text: String) {
    self.init(ja: text, en: text)
  }

  /// The version in one language.
  public subscript(language: Language) -> String {
    language == .japanese ? ja : en
  }
}

extension LocalizedText {
  /// Two texts one after the other.
  package static func + (left: Self, right: Self) -> Self {
    Self(ja: left.ja + right.ja, en: left.en + right.en)
  }
}

extension Sequence<LocalizedText> {
  /// The texts as a list in each language.
  package func joined(_ ja: String = "、", _ en: String = ", ") -> LocalizedText {
    LocalizedText(ja: map(\.ja).joined(separator: ja), en: map(\.en).joined(separator: en))
  }
}
