package import MunicipalModel

/// Who published a document, when, and where it can be had; what is not known is empty.
package struct Publication: Hashable, Sendable {
  /// 発行者
  package let publisher: String
  /// 公表の時期, as it is printed.
  package let published: String
  /// The address in the web.
  package let url: String

  /// Makes a publication.
  package init(publisher: String = "", published: String = "", url: String = "") {
    self.publisher = publisher
    self.published = published
    self.url = url
  }

  /// A title with what is known behind it: 総合戦略（函館市、2024年3月、https://…）.
  package func cited(_ title: LocalizedText) -> LocalizedText {
    let known = [publisher, published, url].filter { !$0.isEmpty }
    guard !known.isEmpty else { return title }
    return LocalizedText(
      ja: "\(title.ja)（\(known.joined(separator: "、"))）",
      en: "\(title.en) (\(known.joined(separator: ", ")))")
  }
}
