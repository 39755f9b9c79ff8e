package import MunicipalModel

/// Draws a chart as SVG: no script, no other file, light and dark, with a title and a description.
///
/// Texts are measured before they are placed, Japanese at full width, so that no two overlap.
package struct SVGRenderer: Sendable {
  /// The language of what is written.
  package let language: Language
  /// The width in units of which a letter has about 12. The height follows from the content.
  package let width: Int
  /// Whether the title stands above the drawing; it is in the description in any case.
  package let showsTitle: Bool
  private let words: SourceWords

  /// Makes a renderer.
  ///
  /// - Parameters:
  ///   - width: from 240 to 4,000; what is outside is taken as the nearest of them.
  ///   - showsTitle: whether the title stands above the drawing.
  ///   - publications: what is known of the documents that points cite, to name them in words.
  package init(
    language: Language, width: Int = 640, showsTitle: Bool = true,
    publications: [DocumentID: Publication] = [:]
  ) {
    words = SourceWords(publications, language: language)
    self.language = language
    self.width = min(4_000, max(240, width))
    self.showsTitle = showsTitle
  }

  /// The chart as a file of its own.
  ///
  /// - Parameter basis: what the chart's table says of all its figures, for points that cite nothing.
  package func file(_ chart: ReportChart, basis: [Citation] = []) -> String {
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + element(chart, basis: basis, styleSheet: ChartStyleSheet.css)
  }

  /// The chart as an element of a page that holds the style sheet.
  ///
  /// - Parameter prefix: makes the identifiers unique on the page, if two charts share a key.
  package func element(_ chart: ReportChart, prefix: String = "") -> String {
    element(chart, prefix: prefix, styleSheet: nil)
  }

  private func element(
    _ chart: ReportChart, prefix: String = "", basis: [Citation] = [], styleSheet: String?
  ) -> String {
    var drawing = ChartDrawing(
      chart: chart, words: words, width: Double(width), prefix: prefix)
    drawing.basis = basis
    drawing.draw(showsTitle: showsTitle)
    let id = drawing.prefix
    let height = SVGCanvas.number(drawing.y.rounded(.up))
    let width = SVGCanvas.number(drawing.width.rounded(.up))
    var head = "<svg"
    if styleSheet != nil { head += " xmlns=\"http://www.w3.org/2000/svg\"" }
    head += " class=\"chart\" width=\"\(width)\" height=\"\(height)\""
    head += " viewBox=\"0 0 \(width) \(height)\" role=\"img\" lang=\"\(language.rawValue)\""
    head += " aria-labelledby=\"\(id)-t \(id)-d\">\n"
    head += "<title id=\"\(id)-t\">\(MarkupText.content(chart.heading[language]))</title>\n"
    head += "<desc id=\"\(id)-d\">\(MarkupText.content(chart.summary[language]))</desc>\n"
    if let styleSheet {
      head += "<style>\n\(styleSheet)</style>\n"
      head += "<rect x=\"0\" y=\"0\" width=\"\(width)\" height=\"\(height)\" class=\"bg\"/>\n"
    }
    return head + drawing.definitions + String(decoding: drawing.canvas.bytes, as: UTF8.self)
      + "</svg>\n"
  }
}
