import MachiKurabe

/// A format of `machi ages` and `machi project`: those of a report, and a picture.
enum PictureFormat: String, Sendable, CaseIterable {
  /// Aligned columns for a terminal.
  case text
  /// Tables in GitHub's Markdown.
  case markdown
  /// One wide table of the figures.
  case csv
  /// The whole report with every citation.
  case json
  /// A picture.
  case svg
}

extension CommandCall {
  /// Writes a report, its wide table or its picture; only what is asked for is made.
  func write(
    in format: PictureFormat, report: @autoclosure () throws -> Report,
    table: @autoclosure () throws -> TidyTable, picture: @autoclosure () throws -> ReportChart,
    width: Int = 760
  ) throws {
    switch format {
    case .text: try write(report(), in: .text)
    case .markdown: try write(report(), in: .markdown)
    case .json: try write(report(), in: .json)
    case .csv: try write(table())
    case .svg: try write(SVGRenderer(language: language, width: width).file(picture()))
    }
  }

  /// What is drawn, where a picture can show one municipality.
  func only<Result>(of results: [Result]) throws(UsageError) -> Result {
    guard results.count == 1 else {
      throw UsageError(
        .invalidValue, "--format", ja: "svg には --municipality で市町村を一つ指定してください",
        en: "svg needs one municipality, named by --municipality")
    }
    return results[0]
  }
}
