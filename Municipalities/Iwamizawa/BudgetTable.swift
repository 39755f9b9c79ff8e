import DocumentReading
import MunicipalModel

/// Reads what the strategy's projects cost: the table of the national support and a line a goal.
enum BudgetTable {
  /// The figures of every line ○総合戦略関連事業 9事業 1億1,118万円, which stands above its goal's heading.
  static func goalFigures(
    of plan: Plan, layout: PlanLayout, in session: inout DocumentSession
  ) -> [BudgetFigure] {
    let lines = (1...session.document.lineCount).filter {
      let key = session.key($0)
      return !session.isTableRow($0) && key.hasPrefix("○総合戦略関連事業") && key.hasSuffix("円")
    }
    let indicators = plan.indicators.map(\.indicator.citation).sorted { $0.line < $1.line }
    return lines.flatMap { line in
      session.headings = indicators.last { $0.line < line }?.headings ?? []
      let goal = goalNumber(below: line, layout: layout, in: session)
      return goalFigures(at: line, goal: goal, in: &session)
    }
  }

  /// The number of the first goal whose heading stands below a line.
  private static func goalNumber(
    below line: Int, layout: PlanLayout, in session: DocumentSession
  ) -> String {
    let rules = layout.headings.filter { $0.level == .goal }
    return (line..<session.document.lineCount).lazy.compactMap { above in
      rules.lazy.compactMap { $0.match(above + 1, in: session)?.number }.first
    }.first ?? ""
  }

  /// The figures of a line, with the fiscal year in the note below.
  private static func goalFigures(
    at line: Int, goal: String, in session: inout DocumentSession
  ) -> [BudgetFigure] {
    var period: Period?
    var stage = ""
    if let note = session.nextLine(from: line + 1), session.text(note).hasPrefix("※") {
      (period, stage) = Self.stage(in: session.text(note))
      if period != nil { session.keep(note, fragment: "※(\(noteText(period, stage)))") }
    }
    let citation = session.cite(line)
    return amounts(in: session.text(line)).map { amount in
      BudgetFigure(
        item: amount.isCount ? .projects : .cost, goal: goal, stage: stage, period: period,
        reading: session.figure(amount.printed, at: citation).reading, citation: citation)
    }
  }

  /// The figures of the table whose heading is a row of fiscal years.
  static func figures(in session: inout DocumentSession) -> [BudgetFigure] {
    guard
      let heading = (1...session.document.lineCount).first(where: {
        isHeading($0, in: session)
      })
    else { return [] }
    session.keep(heading)
    let periods = session.cells(heading).map(period(ofHeading:))
    var figures: [BudgetFigure] = []
    for line in session.rowLines(below: heading) {
      session.keepRow(line)
      for (index, cell) in session.cells(line).enumerated() {
        let amounts = amounts(in: cell)
        guard !amounts.isEmpty else {
          // A text that names no sum, such as the terms of the strategies.
          if !cell.contains(word: "円") { session.pass(line, cell: index + 1) }
          continue
        }
        let citation = session.cite(line, cell: index + 1)
        let (ownPeriod, stage) = Self.stage(in: cell)
        let isGrant = cell.contains(word: "交付金") || !cell.contains(word: "事業費")
        for amount in amounts {
          let item: BudgetFigure.Item =
            switch (amount.isCount, isGrant) {
            case (true, false): .projects
            case (false, false): .cost
            case (true, true): .grantProjects
            case (false, true): .grant
            }
          figures.append(
            BudgetFigure(
              item: item, stage: stage,
              period: ownPeriod ?? (periods.indices.contains(index) ? periods[index] : nil),
              reading: session.figure(amount.printed, at: citation).reading, citation: citation))
        }
      }
    }
    return figures
  }

  private static func isHeading(_ line: Int, in session: DocumentSession) -> Bool {
    guard session.isTableRow(line) else { return false }
    let cells = session.cells(line).filter { !$0.isEmpty }
    return cells.count > 1 && cells.allSatisfy { period(ofHeading: $0)?.isFiscal == true }
  }

  /// 令和2年度（実績）
  private static func period(ofHeading text: String) -> Period? {
    var scanner = TextScanner(text)
    return try? Period.scan(&scanner)
  }

  /// The fiscal years and the stage of （令和2年度決算額）.
  private static func stage(in text: String) -> (Period?, String) {
    var scanner = TextScanner(text)
    while !scanner.isAtEnd {
      let start = scanner.position
      if scanner.current == "(" {
        scanner.position += 1
        if let period = try? Period.scan(&scanner),
          let stage = scanner.skip(anyOf: ["決算額", "当初予算額", "予算額", "交付決定額"])
        {
          return (period, stage)
        }
      }
      scanner.position = start + 1
    }
    return (nil, "")
  }

  private static func noteText(_ period: Period?, _ stage: String) -> String {
    (period?.label.ja ?? "") + stage
  }

  /// The counts of projects and the sums of money in a text.
  private static func amounts(in text: String) -> [(printed: String, isCount: Bool)] {
    var result: [(printed: String, isCount: Bool)] = []
    let tokens = TextFolding.folded(text).split { $0 == " " || $0 == "(" || $0 == ")" }
    for token in tokens {
      let word = String(String.UnicodeScalarView(token))
      if word.hasSuffix("事業"), !word.contains("~") {
        let body = token.dropLast(2)
        let digits = body.reversed().prefix { $0.decimalDigit != nil }.reversed()
        if !digits.isEmpty {
          result.append((String(String.UnicodeScalarView(Array(digits))) + "事業", true))
        }
      } else if word.hasSuffix("円"), token.first?.decimalDigit != nil {
        result.append((word, false))
      }
    }
    return result
  }
}

extension Period {
  fileprivate var isFiscal: Bool {
    switch self {
    case .fiscalYear: true
    case .span(let first, let last): first.isFiscal && last.isFiscal
    case .calendarYear, .date: false
    }
  }
}
