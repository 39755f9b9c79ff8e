import MunicipalModel

/// The figures of one area, year and item as they are read, cell by cell.
struct MoverFigures {
  /// The ages of the table, the finest groups that follow each other.
  let groups: [AgeGroup]
  /// Whether every age has a figure.
  var isComplete: Bool
  private var cells: [(row: AgeTable.Row, cell: PrintedAges.Cell)] = []
  private var totals: [Sex: TracedNumber] = [:]
  private var unknownOrigin: [Sex: TracedNumber] = [:]
  private var broad: [(sex: Sex, group: AgeGroup, count: Int, citation: Citation)] = []

  /// - Parameter isComplete: whether the groups lack no age.
  init(groups: [AgeGroup], isComplete: Bool) {
    self.groups = groups
    self.isComplete = isComplete
  }

  /// Takes a figure, of which only sums need the citation.
  ///
  /// - Parameter cell: its place; without a number where the file has no cells side by side.
  mutating func add(
    _ count: Int, _ sex: Sex, _ age: MoverColumns.Age,
    cell: (line: Int, number: Int?, printed: String), citation: @autoclosure () -> Citation
  ) {
    switch age {
    case .originNotReported: unknownOrigin[sex] = TracedNumber(count, sources: [citation()])
    case .label(.allAges): totals[sex] = TracedNumber(count, sources: [citation()])
    case .label(.group(let group)) where !groups.contains(group):
      broad.append((sex, group, count, citation()))
    case .label(let label):
      cells.append(
        (
          AgeTable.Row(sex, label, Double(count), row: cell.number),
          PrintedAges.Cell(line: cell.line, number: cell.number ?? 1, printed: cell.printed)
        ))
    }
  }

  /// The row of these figures; sums that differ are noticed.
  func row(
    area: StatisticalArea, measure: AgeMeasure, item: String,
    nationality: MoverTable.Row.Nationality,
    period: Period?, line: Int, diagnostics: inout DiagnosticList
  ) -> MoverTable.Row {
    let ages = isComplete ? printedAges(measure, period, line, &diagnostics) : nil
    if ages != nil { check(line, &diagnostics) }
    return MoverTable.Row(
      area: area, measure: measure, item: item, nationality: nationality, period: period,
      printedAges: ages, totals: totals, originNotReported: unknownOrigin, line: line)
  }

  /// Men and women; both sexes together if the file does not divide them.
  private func printedAges(
    _ measure: AgeMeasure, _ period: Period?, _ line: Int, _ diagnostics: inout DiagnosticList
  ) -> PrintedAges? {
    let isDivided =
      cells.contains { $0.row.sex == .male } && cells.contains { $0.row.sex == .female }
    let wanted: [Sex] = isDivided ? [.male, .female] : [.both]
    do throws(AgeTableError) {
      return try PrintedAges(
        measure, period: period, sexes: wanted,
        cells: cells.filter { wanted.contains($0.row.sex) })
    } catch {
      diagnostics.addNoAgeTable(error, line: line)
      return nil
    }
  }

  /// Says where the printed sums of a row differ from the ages.
  private func check(_ line: Int, _ diagnostics: inout DiagnosticList) {
    func tell(_ citation: Citation?, _ sum: Double, ja: String, en: String) {
      guard let citation else { return }
      diagnostics.add(
        .warning, "sum-differs", at: citation, ja: "\(ja)\(Int(sum))です", en: "\(en)\(Int(sum))")
    }
    for (sex, total) in totals.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      guard let sum = sum(of: sex), Double(total.value) != sum else { continue }
      tell(total.sources.first, sum, ja: "総数は年齢別の合計では", en: "総数 adds up by age to ")
    }
    for (sex, group, count, citation) in broad {
      guard let sum = sum(of: sex, in: group), Double(count) != sum else { continue }
      let label = group.label.ja
      tell(citation, sum, ja: "\(label)は年齢別の合計では", en: "\(label) adds up by age to ")
    }
    if let male = totals[.male], let female = totals[.female], let both = totals[.both] {
      let sum = male.value + female.value
      guard both.value != sum else { return }
      tell(both.sources.first, Double(sum), ja: "男と女の合計は", en: "men and women add up to ")
    }
  }

  /// The people of a sex by the cells of its ages, or of those within a group; `nil` where there is none.
  private func sum(of sex: Sex, in group: AgeGroup? = nil) -> Double? {
    var sum = 0.0
    var isFound = false
    for index in cells.indices where cells[index].row.sex == sex {
      if let group {
        guard let own = cells[index].row.age.group, group.contains(own) else { continue }
      }
      sum += cells[index].row.count
      isFound = true
    }
    return isFound ? sum : nil
  }
}
