import MunicipalModel

/// The figures of one area, year and item as they are read, cell by cell.
struct MoverFigures {
  /// The ages of the table, the finest groups that follow each other.
  let groups: [AgeGroup]
  /// Whether every age has a figure.
  var isComplete = true
  private var cells: [(row: AgeTable.Row, cell: PrintedAges.Cell)] = []
  private var totals: [Sex: TracedNumber] = [:]
  private var unknownOrigin: [Sex: TracedNumber] = [:]
  private var broad: [(sex: Sex, group: AgeGroup, number: TracedNumber)] = []

  init(groups: [AgeGroup]) {
    self.groups = groups
    isComplete = AgeGroup.missing(from: groups).isEmpty
  }

  /// Takes a figure, which has its one cell.
  mutating func add(_ number: TracedNumber, _ sex: Sex, _ age: MoverColumns.Age) {
    switch age {
    case .originNotReported: unknownOrigin[sex] = number
    case .label(.allAges): totals[sex] = number
    case .label(.group(let group)) where !groups.contains(group):
      broad.append((sex, group, number))
    case .label(let label):
      guard let cell = number.sources.first else { return }
      cells.append(
        (
          AgeTable.Row(sex, label, Double(number.value), row: cell.cell),
          PrintedAges.Cell(line: cell.line, number: cell.cell ?? 1, printed: cell.printed)
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
    let sexes = Set(cells.map(\.row.sex))
    let wanted: [Sex] = sexes.isSuperset(of: [.male, .female]) ? [.male, .female] : [.both]
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
    func check(_ number: TracedNumber, _ sum: Double, ja: String, en: String) {
      guard Double(number.value) != sum, let citation = number.sources.first else { return }
      diagnostics.add(
        .warning, "sum-differs", at: citation, ja: "\(ja)\(Int(sum))です", en: "\(en)\(Int(sum))")
    }
    let bySex = Dictionary(grouping: cells.map(\.row), by: \.sex)
    for (sex, total) in totals.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      guard let own = bySex[sex] else { continue }
      check(
        total, own.map(\.count).reduce(0, +), ja: "総数は年齢別の合計では", en: "総数 adds up by age to ")
    }
    for (sex, group, number) in broad {
      guard let own = bySex[sex] else { continue }
      let parts = own.filter { $0.age.group.map { group.contains($0) } == true }
      if parts.isEmpty { continue }
      check(
        number, parts.map(\.count).reduce(0, +), ja: "\(group.label.ja)は年齢別の合計では",
        en: "\(group.label.ja) adds up by age to ")
    }
    if let male = totals[.male], let female = totals[.female], let both = totals[.both] {
      check(
        both, Double(male.value + female.value), ja: "男と女の合計は", en: "men and women add up to ")
    }
  }
}
