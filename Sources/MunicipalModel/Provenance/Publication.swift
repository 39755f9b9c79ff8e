/// What a document is, who published it, when, and where it can be had (資料の名称・発行者・公表時期・所在).
public struct Publication: Hashable, Sendable, Codable {
  /// The title.
  public let title: LocalizedText
  /// 発行者; `nil` if it is not known.
  public let publisher: String?
  /// 公表の時期, as it is printed; `nil` if it is not known.
  public let published: String?
  /// The address in the web; `nil` if it is not known.
  public let url: String?

  /// Makes a publication.
  package init(
    title: LocalizedText, publisher: String? = nil, published: String? = nil, url: String? = nil
  ) {
    self.title = title
    self.publisher = publisher
    self.published = published
    self.url = url
  }

  /// The title with what is known behind it: 総合戦略（函館市、2024年3月、https://…）.
  public var label: LocalizedText {
    label(with: [publisherName, time, url.map { LocalizedText($0) }])
  }

  /// The title with the publisher and the time, for where the address has a place of its own.
  package var labelWithoutAddress: LocalizedText { label(with: [publisherName, time]) }

  /// The title with the time alone.
  package var datedTitle: LocalizedText { label(with: [time]) }

  private var publisherName: LocalizedText? { publisher.map { LocalizedText($0) } }

  /// The time as printed; in English the period that it begins with, unless a month would become its last day.
  private var time: LocalizedText? {
    published.map { printed in
      var scanner = TextScanner(printed)
      guard let period = try? Period.scan(&scanner, bareYear: .calendar) else {
        return LocalizedText(printed)
      }
      let saysDay =
        printed.contains { "日末".contains($0) } || printed.split { !$0.isNumber }.count > 2
      if case .date = period, !saysDay {
        return LocalizedText(printed)
      }
      return LocalizedText(ja: printed, en: period.label.en)
    }
  }

  private func label(with parts: [LocalizedText?]) -> LocalizedText {
    let known = parts.compactMap(\.self).filter { !$0.ja.isEmpty }
    guard !known.isEmpty else { return title }
    let list = known.joined("、", ", ")
    return LocalizedText(ja: "\(title.ja)（\(list.ja)）", en: "\(title.en) (\(list.en))")
  }
}
