import DocumentReading
import MunicipalModel

/// Reads a table of indicators without any rule of a layout.
struct TableSample {
  let roots: [PlanNode]
  /// What was noticed, besides that figures have no time.
  let notes: [Diagnostic]

  init(_ text: String, _ layout: String = "{ }") throws {
    self.init(try LayoutSample.read(text, layout))
  }

  /// Reads the rows of a sheet, given as CSV.
  init(csv: String, _ layout: String = "{ }") throws {
    self.init(try LayoutSample.read(csv: csv, layout))
  }

  private init(_ read: (roots: [PlanNode], notes: [Diagnostic])) {
    let (roots, notes) = read
    self.roots = roots
    self.notes = notes.filter { $0.code != "undated-column" }
  }

  var indicators: [Indicator] {
    Plan(document: "sample", title: "", roots: roots).indicators.map(\.indicator)
  }

  /// Each indicator with its figures: `出生数: baseline FY2019 380, target FY2024 400`.
  var figures: [String] {
    indicators.map { indicator in
      let figures = indicator.figures.map {
        "\($0.role.rawValue) \($0.period?.code ?? "-") \($0.reading.value?.description ?? "-")"
      }
      return "\(indicator.name): \(figures.joined(separator: ", "))"
    }
  }

  /// The findings with line and cell: `unknown-column 1:3`.
  var findings: [String] {
    notes.map { "\($0.code.rawValue) \($0.citation.line):\($0.citation.cell ?? 0)" }
  }
}
