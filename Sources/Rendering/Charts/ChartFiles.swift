public import MunicipalModel
internal import TextFormats

/// The charts of a report as files of their own: SVG and CSV for people, Vega-Lite for programs.
public enum ChartFiles {
  /// The files, named by the charts' keys: `rate_social_change.svg`, `.csv` and `.vl.json`.
  public static func files(_ report: Report, language: Language) -> [RenderedFile] {
    let svg = SVGRenderer(language: language, publications: report.publications)
    let vegaLite = VegaLiteRenderer(language: language)
    let words = SourceWords(report.publications, language: language)
    let charts = report.sections.flatMap { section in
      section.charts.map { (chart: $0, basis: section.chartBasis) }
    }
    return zip(names(charts.map(\.chart)), charts).flatMap { name, charted in
      let (chart, basis) = charted
      return [
        RenderedFile(name: name + ".svg", text: svg.file(chart, basis: basis)),
        RenderedFile(name: name + ".csv", text: csv(chart, language: language)),
        RenderedFile(
          name: name + ".vl.json",
          text: vegaLite.render(chart, sources: words.short(chart, basis: basis))),
      ]
    }
  }

  /// The figures of a chart under headings for people: a row a category, a column a series.
  ///
  /// It begins with the mark by which spreadsheet programs know UTF-8; a text that they would take for a formula has an
  /// apostrophe before it.
  static func csv(_ chart: ReportChart, language: Language) -> String {
    var writer = CSVWriter()
    func word(_ text: String) -> String { PlainText.unformulated(PlainText.line(text)) }
    writer.row(
      [word(chart.categoryLabel[language])]
        + chart.series.map { series in
          // Files of several charts of the same series are told apart by what is shown.
          word(
            [chart.title, series.label, chart.valueLabel].map { $0[language] }
              .joined(separator: " "))
        })
    for (index, category) in chart.categories.enumerated() {
      writer.row(
        [word(category.label[language])]
          + chart.series.map { series in
            series.points[index].value.map { Self.number($0, series.points[index]) }
          })
    }
    return "\u{FEFF}" + writer.text
  }

  /// The figure in the digits in which it is shown.
  private static func number(_ value: Double, _ point: ChartPoint) -> String {
    let shown = point.text.en.filter { $0 != "," && $0 != "+" }
    return Double(shown) == nil ? "\(value)" : shown
  }

  /// The names of charts without an extension, each once. Only letters, digits, `-` and `_` are used.
  static func names(_ charts: [ReportChart]) -> [String] {
    charts.map { $0.key.identifier(hasCapitals: true, keeping: UInt8(ascii: "_")) }
      .madeUnique { "\($0)-\($1)" }
  }
}

extension ReportSection {
  /// What its first table with a basis rests on, for charts whose points cite nothing.
  var chartBasis: [Citation] { tables.lazy.compactMap(\.basis).first?.sources ?? [] }
}
