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
}
