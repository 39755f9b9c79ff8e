import MunicipalModel
import PlanAnalysis
import Rendering
import Reports
import Testing

/// 累計, 毎年, 平均, 以上 and 見込み stand wherever a figure is shown that they belong to.
///
/// Every figure of two made-up municipalities is another number, so that a text that holds the number must
/// hold its words. A section that writes a figure of its own, around the common way, fails here.
@Suite("Qualifiers of figures in every output")
struct QualifierTests {
  /// A figure as it is shown, and what must stand with it.
  struct Marked: Hashable {
    let number: Int
    let observation: IndicatorFigure

    var text: String { FigureStyle.grouped.text(number) }

    func labels(_ language: Language) -> [String] {
      ReportCell(observation.reading, counted: observation.accumulation).qualifiers
        .map { $0.label[language].filter { $0 != " " } }
    }

    var codes: [String] {
      ReportCell(observation.reading, counted: observation.accumulation).qualifiers
        .map(\.rawValue)
    }
  }

  /// Names that the taxonomy knows, so that the crosswalk pairs them, and names that it does not.
  private static let names = [
    "観光入込客数", "新規就農者数", "宿泊客延べ数", "転入者数", "ふるさと納税寄附件数", "森の達人の数", "里山講座の参加者数",
    "空き家バンク登録件数",
  ]

  private let records: [MunicipalityRecord]
  private let marked: [Marked]

  init() throws {
    var next = 7001
    var marked: [Marked] = []
    func observation(
      _ document: DocumentID, _ role: IndicatorFigure.Role, _ period: Period, _ index: Int
    ) -> IndicatorFigure {
      let accumulations: [Accumulation] = [.cumulative, .yearly, .average, .single]
      let bounds: [Quantity.Bound?] = [nil, nil, .atLeast, .about, nil]
      let quantity = Quantity(
        ExactDecimal(exactly: next) ?? ExactDecimal(0), unit: "人",
        bound: role == .actual ? nil : bounds[index % 5],
        isEstimate: next % 3 == 0)
      let observation = IndicatorFigure(
        role: role, period: period, reading: .value(quantity),
        accumulation: role == .baseline ? .single : accumulations[index % 4],
        citation: Citation(document: document, line: next, cell: 1, printed: "\(next)人"))
      marked.append(Marked(number: next, observation: observation))
      // Uneven steps, so that no forecast is another printed figure.
      next += 6 + marked.count % 5 * 7
      return observation
    }
    var records: [MunicipalityRecord] = []
    for (code, name) in [("012025", "甲市"), ("012033", "乙市")] {
      let document = DocumentID(rawValue: "plan-\(code)")
      let indicators = Self.names.enumerated().map { index, name in
        Indicator(
          name: name, unit: "人",
          citation: Citation(document: document, line: next, cell: 1, printed: name),
          figures: [observation(document, .baseline, .fiscalYear(2018), index)]
            + (2020...2022).map { observation(document, .actual, .fiscalYear($0), index) }
            + [observation(document, .target, .fiscalYear(2024), index)])
      }
      let goal = PlanNode(
        level: .goal, number: "1", title: "しごと",
        citation: Citation(document: document, line: 1, printed: "基本目標1 しごと"),
        indicators: indicators)
      let plan = Plan(
        document: document, title: "総合戦略", term: .span(.fiscalYear(2020), .fiscalYear(2024)),
        roots: [goal])
      records.append(
        MunicipalityRecord(
          municipality: Municipality(
            code: try MunicipalityCode(code), name: LocalizedText(ja: name, en: name)),
          documents: [DocumentContents(document: document, plans: [plan])]))
    }
    self.records = records
    self.marked = marked.filter { !$0.codes.isEmpty }
  }

  private func reports() throws -> [Report] {
    let scale = try #require(try JudgementScale.builtIn().first)
    return try [
      ProgressReport.report(records, scale: scale),
      ProgressReport.report(records, scale: scale, detail: .full),
      ProgressReport.report(records[0], scale: scale),
      CrosswalkReport.report(records, notes: []),
      OverallReport.report(
        OverallReport.Input(records: records, conceptNotes: [], scale: scale, documentTitles: [:])),
      AuditReport.report(records.map { ($0, DocumentAudit($0)) }),
      ComparisonReport.report(records),
    ]
  }

  /// The texts of a report that a person reads, a cell, a point or a paragraph each.
  private func texts(_ report: Report) -> [LocalizedText] {
    report.sections.flatMap { section -> [LocalizedText] in
      let tables = section.tables.flatMap { table in
        [table.caption] + table.notes + table.rows.flatMap { $0.cells.map(\.text) }
      }
      let charts = section.charts.flatMap { chart in
        [chart.title, chart.summary] + chart.series.flatMap { $0.points.map(\.text) }
      }
      return section.introduction + tables + charts + section.closing
    }
  }

  /// Whether a text holds a number as such, and not as part of a longer one.
  private func holds(_ text: String, _ number: String) -> Bool {
    guard let range = text.firstRange(of: number) else { return false }
    let rest = text[range.upperBound...]
    guard let next = rest.first else { return true }
    return !next.isNumber && !(next == "." && rest.dropFirst().first?.isNumber == true)
  }

  @Test func `Every text that holds a figure holds its words`() throws {
    var seen: Set<Int> = []
    for report in try reports() {
      for text in texts(report) {
        for figure in marked where holds(text.ja, figure.text) {
          seen.insert(figure.number)
          for language in Language.allCases {
            let plain = text[language].filter { $0 != " " }
            for label in figure.labels(language) {
              #expect(plain.contains(label), "\(text[language])")
            }
          }
        }
      }
    }
    #expect(seen == Set(marked.map(\.number)))
  }

  @Test func `Text, Markdown and HTML show the words, HTML not in a tooltip alone`() throws {
    for report in try reports() {
      let cells = report.sections.flatMap(\.tables).flatMap(\.rows).flatMap(\.cells)
        .filter { $0.qualifiers.contains(.cumulative) && $0.text.ja.utf8.count < 60 }
      guard let cell = cells.first else { continue }
      #expect(TextRenderer(language: .japanese).render(report).contains(cell.text.ja))
      #expect(MarkdownRenderer(language: .english).render(report).contains(cell.text.en))
      #expect(HTMLRenderer(language: .japanese).render(report).contains(">\(cell.text.ja)</"))
    }
  }

  @Test func `Each row of a CSV with a figure has the stable words of its qualifiers`() throws {
    var found = 0
    for report in try reports() {
      for line in CSVRenderer().render(report).split(separator: "\n") {
        let fields = line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        for figure in marked where fields.contains("\(figure.number)") {
          // A row may be about the line that a figure stands in.
          guard let index = fields.firstIndex(of: "\(figure.number)"), fields.count > index + 2,
            fields[index + 1] == "人"
          else { continue }
          found += 1
          let words = fields[index + 2].split(separator: ";").map(String.init)
          #expect(Set(figure.codes).isSubset(of: words), "\(line)")
        }
      }
    }
    #expect(found > 40)
  }

  @Test func `The table of indicators and the findings name the qualifiers of their figures`()
    throws
  {
    let scale = try #require(try JudgementScale.builtIn().first)
    let table = try ProgressReport.indicatorTable(records, scale: scale)
    let names = table.columns.map(\.name)
    for (column, role) in [("baseline", IndicatorFigure.Role.baseline), ("target", .target)] {
      let value = try #require(names.firstIndex(of: column))
      let words = try #require(names.firstIndex(of: column + "_qualifiers"))
      for row in table.rows {
        let figure = marked.first {
          "\($0.number)" == row[value] && $0.observation.role == role
        }
        #expect(row[words] == figure?.codes.joined(separator: ";") ?? "")
      }
    }
    let findings = try CrosswalkReport.findings(records, notes: [])
    let value = try #require(findings.columns.firstIndex { $0.name == "value" })
    let words = try #require(findings.columns.firstIndex { $0.name == "qualifiers" })
    let rows = findings.rows.filter { row in marked.contains { "\($0.number)" == row[value] } }
    #expect(!rows.isEmpty)
    for row in rows {
      let figure = try #require(marked.first { "\($0.number)" == row[value] })
      #expect(row[words] == figure.codes.joined(separator: ";"))
    }
  }
}
