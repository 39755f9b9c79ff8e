import DocumentReading
import MunicipalModel
import Testing

/// Reads a text as a layout in JSON says.
enum LayoutSample {
  static let goals = """
    { "headings": [
      { "level": "goal", "pattern": "基本目標{number} {title}" },
      { "level": "direction", "pattern": "基本的方向{number} {title}" },
      { "level": "measure", "pattern": "施策{number} {title}" } ] }
    """

  static let table = "指標\t基準値\t目標値\n参加者数(人)\t9\t40"

  static func layout(_ json: String) throws -> PlanLayout {
    try PlanLayout(BuiltInFile(name: "sample.layout.json", text: json))
  }

  static func read(
    _ text: String, _ json: String = goals
  ) throws -> (roots: [PlanNode], notes: [Diagnostic]) {
    try read(DocumentText(id: "sample", text: text), json)
  }

  /// Reads the rows of a sheet, given as CSV.
  static func read(
    csv: String, _ json: String = "{ }"
  ) throws -> (roots: [PlanNode], notes: [Diagnostic]) {
    try read(
      DocumentText(id: "sample", form: FormText.read(Array(csv.utf8), name: "sample.csv")), json)
  }

  private static func read(
    _ document: DocumentText, _ json: String
  ) throws -> (roots: [PlanNode], notes: [Diagnostic]) {
    var session = DocumentSession(document)
    let roots = LaidOutPlanReader.roots(of: try layout(json), title: "計画", in: &session)
    return (roots, session.diagnostics)
  }

  static func population(
    _ text: String, _ json: String
  ) throws -> (figures: [PopulationFigure], notes: [Diagnostic]) {
    var session = DocumentSession(try DocumentText(id: "sample", text: text))
    let figures = try layout(json).populationFigures(of: .municipality(name: "見本町"), in: &session)
    return (figures, session.diagnostics)
  }

  /// A tree in short: `goal 1 しごと (1) [measure 1 起業 (2)]`, the numbers of indicators in brackets.
  static func outline(_ nodes: [PlanNode]) -> String {
    nodes.map { node in
      let name = [node.level.rawValue, node.number, node.title].filter { !$0.isEmpty }
      let count = node.indicators.isEmpty ? "" : " (\(node.indicators.count))"
      let children = node.children.isEmpty ? "" : " [\(outline(node.children))]"
      return name.joined(separator: " ") + count + children
    }.joined(separator: ", ")
  }
}
