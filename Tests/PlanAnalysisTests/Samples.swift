import DocumentReading
import Iwamizawa
import MunicipalModel
import PlanAnalysis
import Testing
import Tomakomai

/// Indicators made from printed cells, as an adapter would make them.
enum Sample {
  /// The plan of both cities: fiscal 2020 to 2024, five years.
  static let term = Period.span(.fiscalYear(2020), .fiscalYear(2024))

  /// An indicator; a year of 0 stands for a cell without a year.
  static func indicator(
    _ name: String = "指標", unit: String = "", baseline: String? = nil, in baselineYear: Int = 2018,
    actual: [(year: Int, printed: String)] = [], target: String? = nil,
    others: [(role: IndicatorFigure.Role, year: Int, printed: String)] = []
  ) -> PlacedIndicator {
    var figures: [IndicatorFigure] = []
    func add(_ role: IndicatorFigure.Role, _ printed: String, year: Int, cell: Int) {
      let figure = PrintedFigure(printed, unit: unit)
      figures.append(
        IndicatorFigure(
          role: role, period: year == 0 ? nil : .fiscalYear(year), reading: figure.reading,
          accumulation: figure.accumulation ?? .single,
          citation: Citation(document: "sample", line: 1, cell: cell, printed: printed)))
    }
    if let baseline { add(.baseline, baseline, year: baselineYear, cell: 2) }
    for (index, figure) in actual.enumerated() {
      add(.actual, figure.printed, year: figure.year, cell: 3 + index)
    }
    for (index, figure) in others.enumerated() {
      add(figure.role, figure.printed, year: figure.year, cell: 10 + index)
    }
    if let target { add(.target, target, year: 2024, cell: 9) }
    return PlacedIndicator(
      indicator: Indicator(
        name: name, unit: unit, citation: Citation(document: "sample", line: 1, printed: name),
        figures: figures))
  }

  /// The progress of an indicator of the plan.
  static func progress(
    _ name: String = "指標", unit: String = "", baseline: String? = nil, in baselineYear: Int = 2018,
    actual: [(year: Int, printed: String)] = [], target: String? = nil,
    others: [(role: IndicatorFigure.Role, year: Int, printed: String)] = [], term: Period? = term,
    direction: Direction? = nil
  ) -> IndicatorProgress {
    IndicatorProgress(
      of: indicator(
        name, unit: unit, baseline: baseline, in: baselineYear, actual: actual, target: target,
        others: others),
      term: term, direction: direction)
  }
}

extension Sample {
  /// An indicator whose figures have periods of any kind.
  static func dated(
    _ name: String = "参加者数", unit: String = "", baseline: (Period, String)? = nil,
    actual: [(Period, String)] = [], target: (Period, String)? = nil,
    printedDirection: Direction? = nil, runningTotals: RunningTotalStart? = nil
  ) -> PlacedIndicator {
    let cells =
      [baseline].compactMap { $0 }.map { (IndicatorFigure.Role.baseline, $0) }
      + actual.map { (.actual, $0) } + [target].compactMap { $0 }.map { (.target, $0) }
    let figures = cells.enumerated().map { index, cell in
      let figure = PrintedFigure(cell.1.1, unit: unit)
      return IndicatorFigure(
        role: cell.0, period: cell.1.0, reading: figure.reading,
        accumulation: figure.accumulation ?? .single,
        citation: Citation(document: "sample", line: 1, cell: index + 2, printed: cell.1.1))
    }
    let citation = Citation(document: "sample", line: 1, printed: name)
    return PlacedIndicator(
      indicator: Indicator(
        name: name, unit: unit, citation: citation,
        printedDirection: printedDirection.map { PrintedDirection($0, citation: citation) },
        runningTotals: runningTotals, figures: figures))
  }

  /// A day.
  static func day(_ year: Int, _ month: Int, _ day: Int) throws -> Period {
    .date(try #require(CalendarDate(year: year, month: month, day: day)))
  }
}

/// The built-in documents.
enum Published {
  /// Who reads them, by code.
  static let adapters: [any MunicipalityAdapter] = [Iwamizawa(), Tomakomai()]

  /// Read once for all tests.
  private static let cachedRecords = Result { try adapters.map { try $0.record() } }

  static func records() throws -> [MunicipalityRecord] { try cachedRecords.get() }

  static func record(_ code: String) throws -> MunicipalityRecord {
    try #require(records().first { $0.municipality.code.sixDigits == code })
  }

  /// What the cities' folders say about the concepts of their indicators.
  static func conceptNotes() throws -> [ConceptNotes] {
    try adapters.map { adapter in
      try ConceptNotes(
        #require(adapter.builtInFiles.first { $0.name == "concepts.json" }))
    }
  }

  static let tomakomai = "012131"
  static let iwamizawa = "012106"

  /// The progress of the indicator at a line of a document.
  static func progress(
    _ code: String, _ document: DocumentID, line: Int
  ) throws -> IndicatorProgress {
    let record = try record(code)
    let plan = try #require(
      record.plans.first { $0.document == document && $0.edition == .current })
    let placed = try #require(
      plan.indicators.first { $0.indicator.citation.line == line }, "line \(line)")
    return IndicatorProgress(of: placed, term: plan.term)
  }
}

/// Whether two figures are the same but for the last binary places.
func isClose(_ value: Double?, _ expected: Double, within tolerance: Double = 1e-9) -> Bool {
  guard let value else { return false }
  return abs(value - expected) <= tolerance * max(1, abs(expected))
}
