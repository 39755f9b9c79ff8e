package import MunicipalModel

/// A layout that is proposed for a document nobody has described yet: only what the common rules do not know.
///
/// What it says is tried by reading: a rule that loses figures, or brings none, is left out again. A rule of
/// columns is tried on its own table first, so that a document is read a few times however many tables it has.
package struct LayoutDraft: Sendable {
  /// Something that was taken for granted, with the place that led to it.
  package struct Guess: Hashable, Sendable {
    /// The member of the layout that says it, such as `headings[0]`.
    package let member: String
    /// What was taken for what.
    package let message: LocalizedText
    /// The first place.
    package let citation: Citation
  }

  /// The layout.
  package private(set) var layout: PlanLayout
  /// What was taken for granted.
  package private(set) var guesses: [Guess] = []

  /// What is open, because nobody was asked or could tell.
  package private(set) var openChoices: [OpenChoice] = []

  /// Whether the common rules alone read the document as well.
  package var isEmpty: Bool { layout == PlanLayout() }

  /// Proposes a layout for a document.
  ///
  /// - Parameter ask: asks a person which of a choice's options it is; `nil` leaves it open.
  package init(of document: DocumentText, asking ask: (OpenChoice) -> Int? = { _ in nil }) {
    let session = DocumentSession(document)
    let population = PopulationDraft(in: session)
    layout = PlanLayout(population: population.layouts)
    var reading = Reading(session, layout)
    takeColumns(
      in: session, other: population.lines + session.ageTableHeadings, reading: &reading)
    takeYearsDown(
      in: session, other: population.lines + session.ageTableHeadings, reading: &reading)
    takeChoices(in: session, reading: &reading, asking: ask)
    takeLines(in: session, reading: &reading)
    takeHeadings(in: session, reading: &reading)
    for (index, table) in population.layouts.enumerated() {
      guess(
        "population[\(index)]", session, line: population.lines[index],
        ja: "「\(table.heading)」で始まる表を人口の表とみなしました",
        en: "tables that begin with \"\(table.heading)\" are taken for tables of the population")
    }
  }

  /// Takes the columns that make tables of indicators of tables that were not read; one by one, where all of
  /// them together lose figures.
  private mutating func takeColumns(
    in session: DocumentSession, other: [Int], reading: inout Reading
  ) {
    let found = ColumnDraft(in: session, unread: reading.unreadLines, other: other)
    var drafts: [ColumnChoice] = []
    var expected = reading.figures
    for (guess, rule) in zip(found.guesses, found.rules) {
      var tried = layout
      tried.columns = [rule] + ColumnRule.common
      let figures = guess.tables.reduce(0) {
        $0 + LaidOutPlanReader.countFigures(of: tried, in: $1, of: session)
      }
      guard figures > 0 else { continue }
      drafts.append((guess, rule))
      expected += figures
    }
    guard !drafts.isEmpty else { return }
    if takes(drafts, ifMoreThan: expected - 1, in: session, reading: &reading) { return }
    var taken: [ColumnChoice] = []
    for draft in drafts
    where takes(taken + [draft], ifMoreThan: reading.figures, in: session, reading: &reading) {
      taken.append(draft)
    }
  }

  /// Takes tables with a year a row for such of indicators.
  private mutating func takeYearsDown(
    in session: DocumentSession, other: [Int], reading: inout Reading
  ) {
    let corners = YearsDownDraft.corners(in: session, unread: reading.unreadLines, other: other)
    for corner in corners {
      var tried = layout
      tried.yearsDown.append(corner)
      let next = Reading(session, tried)
      guard next.figures > reading.figures else { continue }
      let line = reading.unreadLines.first { !next.unreadLines.contains($0) }
      layout = tried
      reading = next
      guess(
        "years_down[\(layout.yearsDown.count - 1)]", session, line: line ?? 1,
        ja: "左上が「\(corner)」の表の列を指標、行をその年の値とみなしました",
        en:
          "in tables with \"\(corner)\" in the corner, columns are taken for indicators, and rows for "
          + "their years")
    }
  }

  private typealias ColumnChoice = (guess: ColumnDraft.Guess, rule: ColumnRule)

  /// Takes some columns if enough figures are read with them.
  private mutating func takes(
    _ drafts: [ColumnChoice], ifMoreThan figures: Int, in session: DocumentSession,
    reading: inout Reading
  ) -> Bool {
    var tried = layout
    tried.columns = drafts.map(\.rule) + ColumnRule.common
    let next = Reading(session, tried)
    guard next.figures > figures else { return false }
    layout = tried
    reading = next
    guesses.removeAll { $0.member.hasPrefix("columns[") }
    for (index, guess) in drafts.map(\.guess).enumerated() {
      self.guess(
        "columns[\(index)]", session, line: guess.line, cell: guess.cell,
        ja: "「\(guess.heading)」の列を指標の名前とみなしました",
        en: "the column \"\(guess.heading)\" is taken for the names of indicators")
    }
    return true
  }

  /// Asks which columns are the targets, where headings do not tell, and takes what is answered.
  private mutating func takeChoices(
    in session: DocumentSession, reading: inout Reading, asking ask: (OpenChoice) -> Int?
  ) {
    var asked: [TargetChoice] = []
    for line in reading.openLines {
      guard let choice = TargetChoice(headingAt: line, in: session, rules: layout.columns),
        !asked.contains(where: choice.isSame)
      else { continue }
      asked.append(choice)
      guard let answer = ask(choice.choice) else {
        openChoices.append(choice.choice)
        continue
      }
      layout.columns = choice.rules(taking: answer) + layout.columns
    }
    if asked.count > openChoices.count { reading = Reading(session, layout) }
  }

  /// Takes lines that state indicators, unless tables print the same ones.
  private mutating func takeLines(in session: DocumentSession, reading: inout Reading) {
    let read = reading.names
    let known = Set(read)
    for rule in LineDraft.rules(of: reading.unreadStatements.map { session.text($0) }) {
      let first = reading.unreadStatements.first { rule.match(session.text($0)) != nil }
      guard let first else { continue }
      var tried = layout
      tried.lines.append(rule)
      let next = Reading(session, tried)
      let added = next.names.count { !known.contains($0) }
      guard next.figures >= reading.figures + 2, added == next.names.count - read.count,
        next.unreadStatements.count < reading.unreadStatements.count
      else { continue }
      layout = tried
      reading = next
      guess(
        "lines[\(layout.lines.count - 1)]", session, line: first,
        ja: "このような行を指標とその値とみなしました",
        en: "lines such as this are taken for indicators with their figures")
    }
  }

  /// Takes the headings; without each of the levels in turn, where all of them lose figures.
  private mutating func takeHeadings(in session: DocumentSession, reading: inout Reading) {
    let found = HeadingDraft(in: session, indicatorLines: reading.indicatorLines)
    var drafts =
      [found] + (found.families.count > 1 ? found.families.indices.map(found.without) : [])
    drafts.removeAll { $0.families.isEmpty }
    for draft in drafts {
      var tried = layout
      tried.headings = draft.rules
      let next = Reading(session, tried)
      guard next.figures >= reading.figures else { continue }
      layout = tried
      reading = next
      for (index, (rule, family)) in zip(draft.rules, draft.families).enumerated() {
        let level = rule.level.label
        guess(
          "headings[\(index)]", session, line: family.lines.first?.line ?? 1,
          ja: "このような\(family.lines.count)行を\(level.ja)の見出しとみなしました",
          en:
            "\(family.lines.count) lines such as this are taken for headings of the level \(level.en)"
        )
      }
      return
    }
  }

  private mutating func guess(
    _ member: String, _ session: DocumentSession, line: Int, cell: Int? = nil, ja: String,
    en: String
  ) {
    let cells = session.printedCells(line)
    let printed = cell.map { cells.indices.contains($0 - 1) ? cells[$0 - 1] : "" }
    guesses.append(
      Guess(
        member: member, message: LocalizedText(ja: ja, en: en),
        citation: session.document.citation(
          line: line, cell: cell, printed: printed ?? session.text(line))))
  }

  /// What a layout reads of a document.
  private struct Reading {
    let figures: Int
    let indicatorLines: [Int]
    let unreadLines: [Int]
    /// The lines outside tables that state figures.
    let unreadStatements: [Int]
    let names: [String]
    /// The headings that leave open which column is the target.
    let openLines: [Int]

    /// - Parameter untouched: a session that nothing was read in; what it knows of the cells is shared.
    init(_ untouched: DocumentSession, _ layout: PlanLayout) {
      var session = untouched
      let roots = LaidOutPlanReader.roots(of: layout, title: "", in: &session)
      let plan = Plan(document: session.document.id, title: "", roots: roots)
      let indicators = plan.indicators.map(\.indicator)
      indicatorLines = indicators.map(\.citation.line).sorted()
      figures = indicators.reduce(0) { $0 + $1.figures.count { !$0.reading.quantities.isEmpty } }
      names = indicators.map { TextFolding.key($0.name) }
      _ = layout.populationFigures(of: .japan, in: &session)
      session.reportUnreadTables(knownHeadings: [])
      session.reportUnreadLines()
      unreadStatements = session.diagnostics.filter { $0.code == "unread-line" }
        .map(\.citation.line)
      openLines =
        session.diagnostics.filter {
          $0.code == "years-as-actual" || $0.code == "repeated-column"
        }.map(\.citation.line).uniqued
      unreadLines = session.diagnostics.filter { $0.code == "unread-table" }.map(\.citation.line)
    }
  }
}
