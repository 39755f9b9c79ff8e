import MunicipalModel

/// A cohort of one sex with its survivors, before anything is made of them.
struct Cohort {
  let column: Int
  let ageAtStart: AgeGroup?
  let ageAtEnd: AgeGroup
  let atStart: Double
  let atEnd: Double
  let survivors: Double
  /// Of a pooled cohort the survivors ÷ people at the start.
  let survival: Double
}

extension IntercensalPair {
  /// The cohorts that were alive at the start, with those who would be alive at the end.
  func survivors(_ survival: SurvivalRatios) throws(AgeMethodError) -> [Cohort] {
    let columns = try columns(of: survival)
    let links = try links(pooledAs: survival)
    let rows = try survivalRows(survival)
    let count = survival.ages.count
    var cohorts: [Cohort] = []
    cohorts.reserveCapacity(links.count * columns.count)
    for (column, survivalColumn) in columns.enumerated() {
      for link in links {
        var atStart = 0.0
        var survivors = 0.0
        var ratio = 0.0
        for row in link.startRows {
          let people = start.counts[column * start.ages.count + row]
          ratio = survival.ratios[survivalColumn * count + rows[row]]
          atStart += people
          survivors += people * ratio
        }
        cohorts.append(
          Cohort(
            column: column, ageAtStart: link.ageAtStart, ageAtEnd: link.ageAtEnd,
            atStart: atStart, atEnd: end.sum(column: column, link.endRows),
            survivors: survivors,
            survival: link.startRows.count > 1 && atStart > 0 ? survivors / atStart : ratio))
      }
    }
    return cohorts
  }

  /// Those born in the period, with those who would be alive at its end; none if `births` is `nil`.
  func bornSurvivors(
    _ survival: SurvivalRatios, births: AgeTable?
  ) throws(AgeMethodError) -> [Cohort] {
    guard let births = births?.ordered(as: start.sexes) else { return [] }
    let born = try bornRows(births)
    let columns = try columns(of: survival)
    var cohorts: [Cohort] = []
    for (column, survivalColumn) in columns.enumerated() {
      for (row, age) in born {
        guard let birthAges = survival.birthAges, let ratioRow = birthAges.row(of: age) else {
          throw AgeMethodError(
            code: .missingSurvival, subject: Self.subject, sex: start.sexes[column], age: age,
            text: "from birth")
        }
        let ratio = survival.birthRatios[survivalColumn * birthAges.count + ratioRow]
        let people = births.counts[column * births.ages.count + row]
        cohorts.append(
          Cohort(
            column: column, ageAtStart: nil, ageAtEnd: age, atStart: people,
            atEnd: end.sum(column: column, row..<row + 1), survivors: people * ratio,
            survival: ratio))
      }
    }
    return cohorts
  }

  /// The rows of births, which must be those of the youngest at the end.
  func bornRows(_ births: AgeTable) throws(AgeMethodError) -> [(row: Int, age: AgeGroup)] {
    try births.check([.births], subject: Self.subject)
    let young = Array(end.ages.groups[birthRows])
    try births.checkHasSexes(of: start, subject: Self.subject)
    let isAligned = births.ordered(as: start.sexes).sexes == start.sexes
    guard births.ages.groups == young, isAligned, !young.isEmpty else {
      throw AgeMethodError(
        code: .missingBirths, subject: Self.subject, age: young.first,
        text: births.ages.groups.map(\.description).joined(separator: ", "))
    }
    return young.enumerated().map { ($0, $1) }
  }

  private func columns(of survival: SurvivalRatios) throws(AgeMethodError) -> [Int] {
    guard survival.years == years else {
      throw AgeMethodError(
        code: .periodDoesNotMatchAgeStep, subject: SurvivalRatios.subject,
        text: "\(survival.years) years for \(years)")
    }
    var columns: [Int] = []
    for sex in start.sexes {
      guard let column = survival.sexes.firstIndex(of: sex) else {
        throw AgeMethodError(code: .missingSex, subject: SurvivalRatios.subject, sex: sex)
      }
      columns.append(column)
    }
    return columns
  }

  /// The cohorts, pooled further down if the survival ratios end in an earlier open group.
  private func links(pooledAs survival: SurvivalRatios) throws(AgeMethodError) -> [CohortLink] {
    guard let open = survival.ages.openGroup, let last = links.last, last.ageAtStart.isOpen,
      open.lowerAge < last.ageAtStart.lowerAge
    else { return links }
    return try CohortLink.links(
      from: start.ages, to: end.ages, years: years, pooledFrom: open.lowerAge)
  }

  /// The row of the survival ratios for each row at the start.
  private func survivalRows(_ survival: SurvivalRatios) throws(AgeMethodError) -> [Int] {
    if survival.ages == start.ages { return Array(start.ages.groups.indices) }
    var rows: [Int] = []
    rows.reserveCapacity(start.ages.count)
    for (index, group) in start.ages.groups.enumerated() {
      let own = survival.ages.row(of: group, expectedAt: index)
      let pooled = survival.ages.openGroup.flatMap { open in
        open.contains(group) ? survival.ages.count - 1 : nil
      }
      guard let row = own ?? pooled else {
        throw AgeMethodError(
          code: .missingSurvival, subject: SurvivalRatios.subject, row: index + 1, age: group,
          hint: LocalizedText(
            ja: "生残率の年齢は\(survival.ages.summary)、人口の年齢は\(start.ages.summary)です。"
              + "人口を生残率の階級にまとめるか、生残率のいらないコーホート変化率を使います",
            en:
              "the ratios are by \(survival.ages.summary), the population is by \(start.ages.summary): "
              + "add it up to the groups of the ratios, or use cohort change, which needs none"))
      }
      rows.append(row)
    }
    return rows
  }
}

extension AgeClassification {
  /// The first and the last groups, to tell classifications apart: `0-4, 5-9, …, 85+`.
  var summary: String {
    let names = groups.map(\.description)
    return names.count > 4
      ? (names.prefix(2) + ["…"] + names.suffix(1)).joined(separator: ", ")
      : names.joined(separator: ", ")
  }
}
