import MunicipalModel

extension HTMLPage {
  private static let chartWidth = 360

  /// Writes charts beside each other.
  ///
  /// - Parameters:
  ///   - names: their files' names without an extension, where they stand beside the page.
  ///   - anchor: where their table is.
  mutating func figures(
    _ charts: [ReportChart], of section: ReportSection?, names: [String] = [],
    anchor: String? = nil
  ) {
    guard !charts.isEmpty else { return }
    writer.markup("<div class=\"charts\">\n")
    for (index, chart) in charts.enumerated() {
      figure(
        chart, of: section, name: names.indices.contains(index) ? names[index] : nil,
        anchor: anchor)
    }
    writer.markup("</div>\n")
  }

  mutating func figure(
    _ chart: ReportChart, of section: ReportSection?, name: String?, anchor: String?
  ) {
    charts += 1
    let renderer = SVGRenderer(
      language: language, width: Self.chartWidth, showsTitle: false,
      publications: words.publications)
    let svg = renderer.element(chart, prefix: "\(charts)-")
    let heading = chart.heading[language]
    writer.markup("<figure>\n<figcaption>")
    writer.text(heading)
    if let subject = chart.subject?[language] {
      writer.markup("<small>")
      writer.text(subject)
      writer.markup("</small>")
    }
    writer.markup("</figcaption>\n")
    let isWide = !svg.contains(" width=\"\(Self.chartWidth)\" height=")
    writer.markup(
      isWide
        ? "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label="
          + "\(MarkupText.attribute(heading))>\n\(svg)</div>\n" : svg)
    source(of: chart, section, name: name, anchor: anchor)
    writer.markup("</figure>\n")
  }

  /// Where a chart's figures come from, its table and its files, and how to cite it.
  private mutating func source(
    of chart: ReportChart, _ section: ReportSection?, name: String?, anchor: String?
  ) {
    let cells = chart.series.flatMap(\.points).flatMap(\.sources).uniqued
    let basis = section?.chartBasis ?? []
    let sources = cells.isEmpty ? basis : cells
    let lines = words.short(chart, basis: basis)
    writer.markup("<p class=\"src\"")
    if !sources.isEmpty {
      writer.markup(" data-source=\(MarkupText.attribute(SourceList.compact(sources)))")
    }
    writer.markup(">")
    if !lines.isEmpty {
      writer.text("\(RenderingWords.sources[language]): \(lines)")
    }
    var links: [(text: String, address: String)] = []
    if let tablesPage, let anchor {
      links.append((HTMLWords.table[language], "\(tablesPage)#\(anchor)"))
    }
    if let name {
      links += [("CSV", "charts/\(name).csv"), ("SVG", "charts/\(name).svg")]
    } else if tablesPage == nil {
      let csv = Self.encoded(ChartFiles.csv(chart, language: language))
      links.append(("CSV", "data:text/csv;charset=utf-8," + csv))
    }
    for link in links {
      writer.markup(" <a href=\(MarkupText.attribute(link.address))")
      if link.address.hasPrefix("data:") {
        let ending = link.text.lowercased()
        writer.markup(" download=\(MarkupText.attribute("\(chart.key).\(ending)"))")
      }
      writer.markup(">\(link.text)</a>")
    }
    writer.markup("</p>\n")
    guard tablesPage != nil else { return }
    writer.markup("<details class=\"cite\">")
    writer.element("summary", "", HTMLWords.cite[language])
    writer.element("p", "", citation(chart, lines))
    writer.markup("</details>\n")
  }

  /// A sentence to cite a chart by.
  private func citation(_ chart: ReportChart, _ lines: String) -> String {
    let title = [chart.heading[language], chart.subject?[language]].compactMap(\.self)
    switch language {
    case .japanese:
      return "「\(title.joined(separator: "」「"))」（まちくらべ MachiKurabe"
        + (madeOn.map { "、\($0)作成" } ?? "")
        + (lines.isEmpty ? "" : "。\(RenderingWords.sources.ja): \(lines)") + "）"
    case .english:
      return "“\(title.joined(separator: "”, “"))”. MachiKurabe"
        + (madeOn.map { ", \($0)" } ?? "") + "." + (lines.isEmpty ? "" : " Sources: \(lines).")
    }
  }

  /// A text as an address holds it, for a page that has no files beside it.
  private static func encoded(_ text: String) -> String {
    let digits = Array("0123456789ABCDEF".utf8)
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: ","):
        bytes.append(byte)
      default:
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
