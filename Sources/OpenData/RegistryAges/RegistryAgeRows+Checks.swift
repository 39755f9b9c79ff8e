import MunicipalModel

extension RegistryAgeRows {
  /// Says where a total is not the sum of its ages, both sexes are not men and women, or a whole is not its parts.
  mutating func check(
    _ columns: RegistryAgeColumns, _ residents: PopulationDefinition.ForeignResidents, year: Int
  ) {
    checkTotals(columns, residents)
    checkSexes(columns, isNoted: year >= 2025)
    checkParts(columns)
  }

  private mutating func checkTotals(
    _ columns: RegistryAgeColumns, _ residents: PopulationDefinition.ForeignResidents
  ) {
    guard let total = columns.total else { return }
    var unpublished: [(row: RegistryAges.Area.Row, area: StatisticalArea, people: Int)] = []
    for area in areas {
      let people = area.unpublished(groups: columns.groups, total: total, residents)
      if let people {
        if let whole = people[.both], whole > 0, let row = area[.both] {
          unpublished.append((row, area.area, whole))
        }
        continue
      }
      for sex in Sex.allCases {
        guard let row = area[sex], let printed = row.count(total),
          let sum = sum(of: columns.groups, in: row), sum != printed
        else { continue }
        addDifference(total, of: row, area.area, sum: sum)
      }
    }
    guard let first = unpublished.first else { return }
    let municipalities = unpublished.filter(\.area.isMunicipality)
    let people = municipalities.reduce(0) { $0 + $1.people }
    diagnostics.add(
      .info, "unpublished-ages", line: first.row.line, cell: total + 1,
      printed: first.row.printed(total),
      ja: "\(municipalities.count)市区町村の\(people)人は、年齢が公表されず総数にだけ入っています。年齢不詳とします",
      en:
        "\(people) people of \(municipalities.count) municipalities, whose ages are not published, are in "
        + "the total only; they are taken as of unknown age")
  }

  private func sum(
    of groups: [RegistryAgeColumns.Group], in row: RegistryAges.Area.Row
  ) -> Int? {
    var sum = 0
    for group in groups {
      guard let count = row.count(group.column) else { return nil }
      sum += count
    }
    return sum
  }

  /// - Parameter isNoted: whether residents of blank sex are in 計 only, as since 2025.
  private mutating func checkSexes(_ columns: RegistryAgeColumns, isNoted: Bool) {
    for area in areas {
      guard let both = area[.both], let male = area[.male], let female = area[.female] else {
        continue
      }
      for column in columns.figures {
        guard let whole = both.count(column), let men = male.count(column),
          let women = female.count(column), men + women != whole
        else { continue }
        if isNoted, (1...max(10, whole / 1000)).contains(whole - men - women) { continue }
        addDifference(column, of: both, area.area, sum: men + women)
      }
    }
  }

  /// The nation against its prefectures, a prefecture against its municipalities, a city against its wards.
  private mutating func checkParts(_ columns: RegistryAgeColumns) {
    let municipalities = Dictionary(
      grouping: areas.filter(\.area.isMunicipality), by: \.area.prefecture)
    let prefectures = areas.filter { $0.area.kind == .prefecture }
    let wards = areas.filter { $0.area.kind == .ward }
    for area in areas {
      switch area.area.kind {
      case .nation: check(area, prefectures, columns)
      case .prefecture: check(area, municipalities[area.area.prefecture] ?? [], columns)
      case .designatedCity:
        check(area, wards.filter { RegistrySumCheck.isWard($0.area, of: area.area) }, columns)
      default: break
      }
    }
  }

  private mutating func check(
    _ whole: RegistryAges.Area, _ parts: [RegistryAges.Area], _ columns: RegistryAgeColumns
  ) {
    guard !parts.isEmpty else { return }
    var differences: [(row: RegistryAges.Area.Row, column: Int, printed: Int, sum: Int)] = []
    for sex in Sex.allCases {
      guard let row = whole[sex] else { continue }
      let own = parts.compactMap { $0[sex] }
      guard own.count == parts.count else { continue }
      for column in columns.figures {
        guard let printed = row.count(column), let sum = sum(of: own, in: column) else { continue }
        if sum != printed { differences.append((row, column, printed, sum)) }
      }
    }
    guard let first = differences.first else { return }
    // Of an excerpt every age and sex is short.
    let isExcerpt =
      differences.allSatisfy { $0.sum < $0.printed }
      && differences.count * 2 > columns.figures.count
    if isExcerpt {
      diagnostics.add(
        .info, "incomplete-sum", line: first.row.line, printed: whole.area.name,
        ja: "内訳の行は\(parts.count)件で、人口の合計は\(first.sum)です（抜粋のようです）",
        en:
          "its parts with a row are \(parts.count), of \(first.sum) persons; the file seems to be an excerpt"
      )
    } else {
      for found in differences {
        addDifference(found.column, of: found.row, whole.area, sum: found.sum)
      }
    }
  }

  /// The sum of a column over rows; `nil` if one has no figure there.
  private func sum(of rows: [RegistryAges.Area.Row], in column: Int) -> Int? {
    var sum = 0
    for index in rows.indices {
      guard let count = rows[index].count(column) else { return nil }
      sum += count
    }
    return sum
  }

  private mutating func addDifference(
    _ column: Int, of row: RegistryAges.Area.Row, _ area: StatisticalArea, sum: Int
  ) {
    diagnostics.add(
      .warning, "sum-differs", line: row.line, cell: column + 1, printed: row.printed(column),
      ja: "\(area.name)の値は内訳の合計では\(sum)です", en: "\(area.name): the parts add up to \(sum)")
  }
}
