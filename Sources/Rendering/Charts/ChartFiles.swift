public import MunicipalModel

/// The charts of a report as files of their own: SVG for people, Vega-Lite for programs.
public enum ChartFiles {
  /// The files, named by the charts' keys: `rate_social_change.svg` and `rate_social_change.vl.json`.
  public static func files(_ report: Report, language: Language) -> [RenderedFile] {
    let svg = SVGRenderer(language: language)
    let vegaLite = VegaLiteRenderer(language: language)
    let charts = report.sections.flatMap(\.charts)
    return zip(names(charts), charts).flatMap { name, chart in
      [
        RenderedFile(name: name + ".svg", text: svg.file(chart)),
        RenderedFile(name: name + ".vl.json", text: vegaLite.render(chart)),
      ]
    }
  }

  /// The names of charts without an extension, each once. Only letters, digits, `-` and `_` are used.
  static func names(_ charts: [ReportChart]) -> [String] {
    var taken: Set<String> = []
    return charts.map { chart in
      let bytes = chart.key.utf8.map { byte -> UInt8 in
        let scalar = Unicode.Scalar(byte)
        let isPlain =
          scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
        return isPlain || byte == UInt8(ascii: "_") ? byte : UInt8(ascii: "-")
      }
      let name = String(decoding: bytes, as: UTF8.self)
      var result = name
      var number = 2
      while !taken.insert(result).inserted {
        result = "\(name)-\(number)"
        number += 1
      }
      return result
    }
  }
}
