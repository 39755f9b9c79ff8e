import MunicipalModel

extension RegistryRows {
  /// Figures of one row that must add up, in the signs of the sheet.
  private static let identities: [(ResidentRegistry.Item, [(ResidentRegistry.Item, Int)])] = [
    (.inMigrants, [(.domesticInMigrants, 1), (.foreignInMigrants, 1)]),
    (.outMigrants, [(.domesticOutMigrants, 1), (.foreignOutMigrants, 1)]),
    (.entries, [(.inMigrants, 1), (.births, 1), (.otherEntries, 1)]),
    (.removals, [(.outMigrants, 1), (.deaths, 1), (.otherRemovals, 1)]),
    (.totalChange, [(.entries, 1), (.removals, -1)]),
    (.naturalChange, [(.births, 1), (.deaths, -1)]),
    (
      .socialChange,
      [(.inMigrants, 1), (.otherEntries, 1), (.outMigrants, -1), (.otherRemovals, -1)]
    ),
  ]

  mutating func checkIdentities(_ row: ResidentRegistry.Row) {
    for (item, parts) in Self.identities {
      guard let whole = row.count(item) else { continue }
      var sum = 0
      var isComplete = true
      for (part, sign) in parts {
        guard let count = row.count(part) else {
          isComplete = false
          break
        }
        sum += sign * count
      }
      if isComplete, sum != whole { addDifference(item, of: row, sum: sum) }
    }
  }

  private mutating func addDifference(
    _ item: ResidentRegistry.Item, of row: ResidentRegistry.Row, sum: Int
  ) {
    diagnostics.add(
      .warning, "identity-differs", line: row.line, cell: row.citation(item)?.cell,
      printed: row.citation(item)?.printed ?? "",
      ja: "「\(item.label.ja)」は内訳から計算すると\(sum)です",
      en: "the \(item.label.en) should be \(sum) by its parts")
  }

  /// Says where the males and the females do not make the population.
  ///
  /// - Parameter isNoted: whether the sheet counts residents of blank sex in the total only, as those since 2025
  ///   do. The total may then be a little larger, which is told once.
  mutating func checkSexes(isNoted: Bool) {
    var blanks: [(row: ResidentRegistry.Row, count: Int)] = []
    for row in rows {
      guard let whole = row.count(.population), let male = row.count(.male),
        let female = row.count(.female), male + female != whole
      else { continue }
      let blank = whole - male - female
      if isNoted, (1...max(10, whole / 1000)).contains(blank) {
        blanks.append((row, blank))
      } else {
        addDifference(.population, of: row, sum: male + female)
      }
    }
    guard let first = blanks.first else { return }
    let count =
      (blanks.first { $0.row.area.kind == .nation } ?? blanks.max { $0.count < $1.count })?
      .count
    diagnostics.add(
      .info, "blank-sex", line: first.row.line, cell: first.row.citation(.population)?.cell,
      printed: first.row.citation(.population)?.printed ?? "",
      ja: "計が男女の和より多い行が\(blanks.count)あります（最大または全国で\(count ?? 0)人）。性別が空欄の住民は計にだけ入っています",
      en:
        "the total is above males and females in \(blanks.count) rows (by up to, or in the nation, "
        + "\(count ?? 0)); residents of blank sex are in the total only")
  }

  /// Takes a population of zero beside households or movers as unknown.
  mutating func dropZeroPopulation(_ cells: inout [ResidentRegistry.Row.Cell?], of row: CSVRow) {
    func count(_ item: ResidentRegistry.Item) -> Int? {
      cells[item.index]?.number?.wholeNumber
    }
    guard let whole = cells[ResidentRegistry.Item.population.index], count(.population) == 0
    else { return }
    let people: [ResidentRegistry.Item] = [.population, .male, .female]
    let others = ResidentRegistry.Item.allCases.filter {
      !$0.isRate && !$0.isBalance && $0 != .population
    }
    // Nobody is left, no household either, and those who went are printed: it is a zero.
    let wasEmptied = (count(.households) ?? 0) == 0 && (count(.totalChange) ?? 0) < 0
    guard let other = others.first(where: { (count($0) ?? 0) > 0 }), !wasEmptied else { return }
    diagnostics.add(
      .warning, "zero-population", line: row.line, cell: whole.cell,
      printed: row.text(whole.cell - 1),
      ja: "人口が0ですが「\(other.label.ja)」は\(count(other) ?? 0)です。人口は不明とします",
      en:
        "the population is 0 beside \(count(other) ?? 0) (\(other.label.en)); it is taken as unknown"
    )
    for item in people where count(item) == 0 {
      guard let cell = cells[item.index] else { continue }
      cells[item.index] = ResidentRegistry.Row.Cell(cell: cell.cell, content: .unknown)
    }
  }

  /// Says where the code is one of another prefecture than the row names.
  mutating func checkPrefecture(_ row: ResidentRegistry.Row, _ printed: String, cell: Int) {
    guard let code = row.area.code, let named = StatisticalArea.prefecture(named: printed),
      named != code.prefecture
    else { return }
    diagnostics.add(
      .warning, "code-does-not-fit", line: row.line, cell: cell, printed: printed,
      ja: "\(code)は\(code.prefecture.name.ja)のコードです",
      en: "\(code) is a code of \(code.prefecture.name.en)")
  }

  /// Says why rates are withheld, and where other change is out of all proportion.
  mutating func checkOtherChange(
    _ withheld: RateWithholding?, _ title: RegistryTitle, line: Int
  ) {
    if let withheld {
      diagnostics.add(
        .warning, "rates-withheld", line: line, printed: title.text, ja: withheld.message.ja,
        en: withheld.message.en)
    }
    guard title.definition.foreignResidents != .only else { return }
    let all = rows.filter(\.area.isMunicipality)
    let share = RateWithholding.otherShare(all)
    if withheld == nil, let share, share > RateWithholding.largeShare {
      let percent = Double(Int(share * 1000)) / 10
      diagnostics.add(
        .warning, "other-change-large", line: line, printed: title.text,
        ja: "転入・転出でも出生・死亡でもない「その他」が、合わせて人口の\(percent)%にもなります。"
          + "社会増減率は移動を表しません",
        en: "other change, neither migration nor natural, makes \(percent)% of the "
          + "population; social change rates do not tell migration")
      return
    }
    guard withheld == nil else { return }
    for row in all {
      guard let other = row.otherChange, let population = row.count(.population), population > 0,
        abs(other) >= 50, Double(abs(other)) > Double(population) * 0.05
      else { continue }
      diagnostics.add(
        .warning, "other-change-large", line: row.line, cell: row.citation(.socialChange)?.cell,
        printed: row.citation(.socialChange)?.printed ?? "",
        ja: "\(row.area.name): 転入・転出でも出生・死亡でもない「その他」が\(ThousandsSeparators.text("\(other)"))人で、人口"
          + "\(ThousandsSeparators.text("\(population)"))人に対して大きすぎます",
        en: "\(row.area.name): other change, neither migration nor natural, is "
          + "\(ThousandsSeparators.text("\(other)")) beside a population of "
          + ThousandsSeparators.text("\(population)"))
    }
  }

  /// Says where a row is not the sum of its parts.
  mutating func checkSums() {
    for check in RegistrySumCheck.checks(of: rows) where check.outcome != .agrees {
      let labels = check.differences.map(\.item.label)
      let population = check.differences.first { $0.item == .population }
      if check.outcome == .incomplete {
        diagnostics.add(
          .info, "incomplete-sum", line: check.total.line, printed: check.total.area.name,
          ja: "内訳の行は\(check.memberCount)件で、人口の合計は\(population?.sum ?? 0)です（抜粋のようです）",
          en:
            "\(check.memberCount == 1 ? "its one part has" : "its \(check.memberCount) parts have") "
            + "\(population?.sum ?? 0) persons; "
            + "the file seems to be an excerpt")
      } else {
        diagnostics.add(
          .warning, "sum-differs", line: check.total.line, printed: check.total.area.name,
          ja: "内訳の合計と違う項目: \(labels.map(\.ja).joined(separator: "、"))",
          en: "not the sum of its parts: \(labels.map(\.en).joined(separator: ", "))")
      }
    }
  }
}
