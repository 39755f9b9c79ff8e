import MunicipalModel

/// The tables of a population by age in a document, as on a sheet of a workbook: a column of ages, and
/// columns of men, women or both, as in a plain file of counts by age.
extension DocumentSession {
  /// How many rows must be ages for a table to be taken for one by age.
  private static let fewestAges = 5
  /// How many lines above a table may say its time.
  private static let linesAbove = 6

  /// The lines of the headings of such tables.
  var ageTableHeadings: [Int] {
    var taken: Set<Int> = []
    return (1...document.lineCount).filter { line in
      guard isTableRow(line), !taken.contains(line),
        Self.mayBeHeading(key(line)) || standsAboveAges(line), let table = ageTable(at: line)
      else { return false }
      // The second line of a heading is none of its own.
      taken.formUnion(table.otherLines)
      return true
    }
  }

  /// Whether the first ages stand in one of the rows right below, whatever heads them: 区分, 項目名.
  private func standsAboveAges(_ line: Int) -> Bool {
    var below = next(line)
    for _ in 0..<3 where isTableRow(below) {
      if key(below).hasPrefix("0"), Self.isFirstAge(cells(below).first { !$0.isEmpty } ?? "") {
        return true
      }
      below = next(below)
    }
    return false
  }

  /// Whether a cell is the age that tables begin with: 0～4歳, 0歳, 0-4.
  private static func isFirstAge(_ text: String) -> Bool {
    guard let group = (try? AgeLabel(printed: text))?.group, group.lowerAge == 0 else {
      return false
    }
    return Int(TextFolding.key(text)) == nil
  }

  /// The heading with the word of ages where the first ages stand below another word, or none.
  private func namingAges(_ cells: [String], above line: Int) -> [String] {
    guard !cells.contains(where: PlainAgeHeading.isAges) else { return cells }
    var below = line
    for _ in 0..<3 where isTableRow(below) {
      let row = self.cells(below)
      if let column = row.firstIndex(where: { !$0.isEmpty }), Self.isFirstAge(row[column]),
        cells.indices.contains(column)
      {
        var cells = cells
        cells[column] = "年齢"
        return cells
      }
      below = next(below)
    }
    return cells
  }

  /// Reads such tables; one that cannot be read is told with its place.
  mutating func populationsByAge(of municipality: MunicipalityCode) -> [CitedAgeTable] {
    // Few documents have one, and only then must the names of all municipalities be read.
    let headings = ageTableHeadings
    guard !headings.isEmpty else { return [] }
    let name = MunicipalityDirectory.builtIn.entry(municipality)?.name
    let area = name.map { Area.municipality(name: $0) } ?? .japan
    var tables: [CitedAgeTable] = []
    for line in headings {
      guard let table = ageTable(at: line) else { continue }
      for row in table.otherLines + table.rows.map(\.line) { keep(row) }
      if let other = otherSubject(tableAt: line, of: area) {
        keep(other.line)
        note(
          .warning, "other-area", at: cite(line),
          ja: "「\(other.name)」の年齢別の表なので、\(area.name)の値としては読んでいません",
          en: "a table by age of \"\(other.name)\", which is not read as one of \(area.name)")
        continue
      }
      do throws(AgeFileError) {
        let time = timeAbove(line)
        if let time { keep(time.line) }
        if let unit = unitAbove(line) {
          note(
            .warning, "age-table-not-read", at: cite(line),
            ja: "年齢別の表の単位が「\(unit)」で、人数ではないため読みません",
            en: "this table by age counts in \(unit), not in persons, and is not read")
          continue
        }
        let file = try AgeFile(
          document.id, plain: table.heading,
          heading: DelimitedText.Row(line: line, cells: table.headings), rows: table.rows,
          municipality: municipality, period: time?.period)
        tables += try file.tables(of: .population).compactMap(placed)
        for sum in table.sums {
          note(
            .info, "sum-row", at: cite(sum, cell: table.heading.blocks[0].age + 1),
            ja: "小計の行は年齢ではないため、読んでいません", en: "a row of sums is no age and not read")
        }
      } catch {
        let message = error.message
        note(
          .warning, "age-table-not-read", at: cite(error.line ?? line),
          ja: "年齢別の表を読めません: \(message.ja)", en: "this table by age is not read: \(message.en)")
      }
    }
    return withoutRivals(tables)
  }

  /// Tables of one time that differ, such as those of a district and of the whole city, are told and not used.
  private mutating func withoutRivals(_ tables: [CitedAgeTable]) -> [CitedAgeTable] {
    var kept: [CitedAgeTable] = []
    for table in tables where !kept.contains(where: { $0.table == table.table }) {
      kept.append(table)
    }
    let rivals = kept.filter { one in
      kept.contains {
        $0.table != one.table && $0.period == one.period && $0.statistic == one.statistic
      }
    }
    for table in rivals {
      note(
        .warning, "several-age-tables", at: table.citations.first ?? cite(1),
        ja: "同じ時点の年齢別の表がいくつもあり、どれが全体か分からないため使いません",
        en:
          "there are several tables by age of the same time; which is of the whole is not known, and none is used"
      )
    }
    return kept.filter { one in !rivals.contains { $0.table == one.table } }
  }

  /// What the counts of a table are in, where a line above it says so and it is not persons.
  private func unitAbove(_ line: Int) -> String? {
    for above in filledLines(above: line, count: Self.linesAbove) {
      if isTableRow(above), !isLone(above) { return nil }
      guard key(above).contains("単位") else { continue }
      let units = PopulationUnits.units(in: text(above))
      return units.contains(where: PopulationUnits.isPlain) ? nil : units.first
    }
    return nil
  }

  private static func mayBeHeading(_ key: String) -> Bool {
    ["年齢", "歳", "age"].contains { key.contains(word: $0) }
  }

  /// A table by age: its heading, and the rows with an age.
  private struct AgeTableLines {
    let heading: PlainAgeHeading
    /// The texts of the heading, the lower ones where it has two lines.
    let headings: [String]
    let rows: [DelimitedText.Row]
    /// The lines of the heading, and of rows that only add up those of some ages: 年少人口, （再掲）65歳以上.
    let otherLines: [Int]
    /// Those of them that are called 小計, which do not say of which ages.
    let sums: [Int]
  }

  private func ageTable(at line: Int) -> AgeTableLines? {
    let below = next(line)
    let cells = namingAges(cells(line), above: below)
    guard
      cells.contains(where: {
        Self.mayBeHeading(TextFolding.key($0)) || PlainAgeHeading.isAges($0)
      })
    else { return nil }
    let two = isTableRow(below) ? Self.twoLines(cells, self.cells(below)) : nil
    // What a merged cell covers has no heading of its own.
    guard let heading = two?.heading ?? PlainAgeHeading(cells) else { return nil }
    // Below years stand figures of anything; those of a population say so.
    if heading.counts.contains(where: { $0.period != nil }) {
      let above = filledLines(above: line, count: Self.linesAbove)
      guard above.contains(where: { key($0).contains(word: "人口") }) else { return nil }
    }
    let headings = two?.headings ?? cells
    var rows: [DelimitedText.Row] = []
    var others = two == nil ? [line] : [line, below]
    var next = two == nil ? below : self.next(below)
    var sums: [Int] = []
    var ages = 0
    while isTableRow(next) {
      let row = self.cells(next)
      let padding = Array(repeating: "", count: max(0, headings.count - row.count))
      let whole = Array((row + padding).prefix(headings.count))
      let labels = heading.blocks.map { whole[$0.age] }.filter { !$0.isEmpty }
      if !labels.isEmpty, labels.allSatisfy(Self.isSubtotal) {
        others.append(next)
        if labels.contains(where: { TextFolding.key($0).contains(word: Self.sum) }) {
          sums.append(next)
        }
      } else if !labels.isEmpty {
        rows.append(DelimitedText.Row(line: next, cells: whole))
        ages += labels.count { (try? AgeLabel(printed: $0)) != nil }
      }
      next = self.next(next)
    }
    return ages >= Self.fewestAges
      ? AgeTableLines(
        heading: heading, headings: headings, rows: rows, otherLines: others,
        sums: sums) : nil
  }

  /// The heading on two lines: 年齢 | 令和2年 |  | 令和7年 | , and  | 男 | 女 | 男 | 女 below it.
  private static func twoLines(
    _ upper: [String], _ lower: [String]
  ) -> (heading: PlainAgeHeading, headings: [String])? {
    let hasAges = zip(upper, lower).contains { PlainAgeHeading.isAges($0) && $1.isEmpty }
    guard upper.count == lower.count, hasAges else { return nil }
    let headings = zip(upper, lower).map { $1.isEmpty ? $0 : $1 }
    let groups = zip(upper, lower).map { $1.isEmpty ? "" : $0 }
    guard lower.contains(where: { !$0.isEmpty }),
      let heading = PlainAgeHeading(headings, upper: groups)
    else { return nil }
    return (heading, headings)
  }

  private static let sum = "小計"

  /// Whether a row adds up other rows: 年少人口, （再掲）65歳以上, 【小計】, 0～14歳小計.
  private static func isSubtotal(_ label: String) -> Bool {
    let key = TextFolding.key(label)
    return key.contains(word: sum)
      || [
        "再掲", "(再掲", "【再掲", "うち", "(うち", "年少人口", "生産年齢人口", "老年人口", "高齢者人口", "前期高齢", "後期高齢", "平均年齢",
        "高齢化率", "構成比", "割合", "性比",
      ]
      .contains(where: key.hasPrefix)
  }

  /// The time that the nearest line above a table says, such as 令和2年10月1日現在.
  private func timeAbove(_ line: Int) -> (line: Int, period: Period)? {
    for above in filledLines(above: line, count: Self.linesAbove) {
      if isTableRow(above), !isLone(above) { return nil }
      var scanner = TextScanner(key(above))
      while !scanner.isAtEnd {
        let start = scanner.position
        if let found = try? Period.scan(&scanner, bareYear: .calendar) { return (above, found) }
        scanner.position = start + 1
      }
    }
    return nil
  }

  /// A table whose cells are cited with their places in the file.
  private func placed(_ cited: CitedAgeTable) -> CitedAgeTable? {
    func placed(_ citation: Citation) -> Citation {
      document.citation(
        line: citation.line, cell: citation.cell, headings: citation.headings,
        printed: citation.printed)
    }
    return CitedAgeTable(
      municipality: cited.municipality, statistic: cited.statistic, item: cited.item,
      table: cited.table, citations: cited.citations.map(placed),
      notReportedCitations: cited.notReportedCitations.map { $0.map(placed) })
  }
}
