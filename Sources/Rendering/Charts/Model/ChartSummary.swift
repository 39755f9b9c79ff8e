package import MunicipalModel

/// What a chart shows, in a sentence for those who cannot see it.
package enum ChartSummary {
  /// The first and the newest figure of each series.
  package static func ends(
    _ series: [ChartSeries], of categories: [ChartCategory]
  ) -> LocalizedText {
    let parts = series.compactMap { series -> LocalizedText? in
      guard let first = series.points.firstIndex(where: { $0.value != nil }),
        let last = series.points.lastIndex(where: { $0.value != nil })
      else { return nil }
      func figure(_ index: Int, _ language: Language) -> String {
        let category = categories[index].label[language]
        let text = series.points[index].text[language]
        return language == .japanese ? "\(category)に\(text)" : "\(text) in \(category)"
      }
      if first == last {
        return LocalizedText(
          ja: "\(series.label.ja)は\(figure(last, .japanese))",
          en: "\(series.label.en): \(figure(last, .english))")
      }
      return LocalizedText(
        ja: "\(series.label.ja)は\(figure(first, .japanese))、\(figure(last, .japanese))",
        en: "\(series.label.en): \(figure(first, .english)), \(figure(last, .english))")
    }
    return LocalizedText(
      ja: parts.map(\.ja).joined(separator: "。") + "。",
      en: parts.map(\.en).joined(separator: "; ") + ".")
  }

  /// Every figure of a chart with few of them.
  package static func all(_ series: [ChartSeries], of categories: [ChartCategory]) -> LocalizedText
  {
    func text(_ language: Language) -> String {
      let colon = language == .japanese ? "は" : ": "
      return series.map { series in
        series.label[language] + colon
          + zip(categories, series.points)
          .map { "\($0.label[language]) \($1.text[language])" }
          .joined(separator: language == .japanese ? "、" : ", ")
      }.joined(separator: language == .japanese ? "。" : "; ")
    }
    return LocalizedText(ja: text(.japanese) + "。", en: text(.english) + ".")
  }

  /// The figures of the newest category that all series have, in a sentence; `nil` if there is none.
  ///
  /// - Parameters:
  ///   - what: what is measured, or whose figures they are.
  ///   - unit: the unit as it is printed in Japanese.
  package static func newest(
    _ series: [ChartSeries], of categories: [ChartCategory], what: LocalizedText, unit: String
  ) -> LocalizedText? {
    let shown = series.filter { $0.points.contains { $0.value != nil } }
    let newest = categories.indices.last { index in
      shown.allSatisfy { $0.points[index].value != nil }
    }
    guard let newest, !shown.isEmpty, shown.count <= 4 else { return nil }
    let isSign = unit == "%" || unit == "‰"
    let ja = shown.map { "\($0.label.ja) \($0.points[newest].text.ja)\(unit)" }
    let en = shown.map { "\($0.label.en) \($0.points[newest].text.en)\(isSign ? unit : "")" }
    let time = categories[newest].label
    return LocalizedText(
      ja: "\(time.ja)の\(what.ja)は、" + ja.joined(separator: "、"),
      en: "\(what.en.prefix(1).uppercased() + what.en.dropFirst()), \(time.en): "
        + en.joined(separator: ", "))
  }

  /// The largest figure of a series, in a sentence; `nil` if it has none.
  package static func largest(
    _ series: ChartSeries, of categories: [ChartCategory], what: LocalizedText
  ) -> LocalizedText? {
    let points = zip(categories, series.points).filter { $0.1.value != nil }
    return points.max { ($0.1.value ?? 0) < ($1.1.value ?? 0) }.map { category, point in
      LocalizedText(
        ja: "\(what.ja)で最も多いのは「\(category.label.ja)」の\(point.text.ja)件",
        en: "Most common in \(what.en): \(category.label.en) (\(point.text.en))")
    }
  }
}
