import MunicipalModel
import Testing

@testable import DocumentReading

/// Reads a text that nobody has described as that of a municipality.
enum PopulationSample {
  /// The observed figures and those of other bases, `CY2021 births 141`, and the notes with their lines.
  static func read(
    _ text: String, of name: String = "名寄市"
  ) throws -> (figures: [String], notes: [String]) {
    let document = try DocumentText(id: "people", text: text)
    let layout = LayoutDraft(of: document).layout
    var session = DocumentSession(document)
    let figures = layout.populationFigures(of: .municipality(name: name), in: &session)
      .filter { !$0.reading.quantities.isEmpty }
    return (
      figures.map {
        "\($0.period?.code ?? "") \($0.label) \(($0.reading.value.map { "\($0)" } ?? "-"))"
          + (["人", "世帯", ""].contains($0.reading.quantity?.unit ?? "")
            ? "" : " \($0.reading.quantity?.unit ?? "")")
      },
      session.diagnostics.map { "\($0.code.rawValue) \($0.citation.line)" }
    )
  }
}
