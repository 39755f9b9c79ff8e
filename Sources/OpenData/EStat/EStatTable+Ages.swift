public import MunicipalModel

extension EStatTable {
  /// A table by age and sex from the values whose other codes are given.
  ///
  /// The dimension of the ages and that of the sexes are known by the names of their classes. A sum such
  /// as 総数 is checked and not added; groups that lie in others (0～14歳 beside 0～4歳) are left out.
  ///
  /// - Parameters:
  ///   - measure: what is counted.
  ///   - codes: a code for every other dimension with more than one class, such as `["area": "01213"]`.
  /// - Throws: ``OpenDataError`` with `no-age-table`.
  public func ageTable(
    _ measure: AgeMeasure, where codes: [String: String]
  ) throws(OpenDataError) -> AgeTable {
    try agesWithPositions(measure, where: codes).table
  }

  /// The populations by age of a municipality at every time of the page, every count with its cell.
  ///
  /// - Throws: ``OpenDataError`` with `not-in-file` if there is no such area, or `no-age-table`, also if a
  ///   dimension besides sex, age, area and time has more than one class.
  public func populations(of code: MunicipalityCode) throws(OpenDataError) -> [CitedAgeTable] {
    let area = dimension("area")?.classes.first {
      statisticalArea($0)?.code == code
    }
    guard let area, let times = dimension("time")?.classes, !times.isEmpty else {
      throw OpenDataError(
        code: .notInFile, document: document, expected: LocalizedText(code.sixDigits))
    }
    var tables: [CitedAgeTable] = []
    for time in times {
      let (table, positions) = try agesWithPositions(
        .population, where: ["area": area.code, "time": time.code])
      let cited = CitedAgeTable(
        municipality: code, statistic: PopulationStatistic(rawValue: information.statistic),
        table: table,
        citations: table.sexes.flatMap { sex in
          table.ages.groups.compactMap { citation(positions, sex, .group($0)) }
        }, notReportedCitations: table.sexes.map { citation(positions, $0, .notReported) })
      guard let cited else {
        throw OpenDataError(
          code: .noAgeTable, document: document, found: LocalizedText(time.name))
      }
      tables.append(cited)
    }
    return tables
  }

  private func citation(
    _ rows: [(row: AgeTable.Row, index: Int)], _ sex: Sex, _ age: AgeLabel
  ) -> Citation? {
    rows.first { $0.row.sex == sex && $0.row.age == age }.flatMap { value(at: $0.index)?.citation }
  }

  /// The table, and its rows with the positions of their values.
  private func agesWithPositions(
    _ measure: AgeMeasure, where codes: [String: String]
  ) throws(OpenDataError) -> (table: AgeTable, rows: [(row: AgeTable.Row, index: Int)]) {
    func fail(_ ja: String, _ en: String, line: Int? = nil) -> OpenDataError {
      OpenDataError(
        code: .noAgeTable, document: document, line: line, found: LocalizedText(ja: ja, en: en))
    }
    guard let ages = dimensions.firstIndex(where: \.isAge) else {
      throw fail("年齢の軸がありません", "there is no dimension of ages")
    }
    let sexes = dimensions.firstIndex { $0.isSex }
    var wanted: [(dimension: Int, position: UInt32)] = []
    for (index, dimension) in dimensions.enumerated() where index != ages && index != sexes {
      guard let code = codes[dimension.id] else {
        if dimension.classes.count > 1 {
          throw fail(
            "「\(dimension.name)」（\(dimension.id)）のどのコードを読むか指定がありません",
            "no code is given for \(dimension.id) (\(dimension.name))")
        }
        continue
      }
      guard let position = dimension.classes.firstIndex(where: { $0.code == code }) else {
        throw fail(
          "「\(dimension.name)」（\(dimension.id)）にコード\(code)がありません",
          "\(dimension.id) (\(dimension.name)) has no code \(code)")
      }
      wanted.append((index, UInt32(position)))
    }
    let labels = dimensions[ages].classes.map { try? AgeLabel(printed: $0.name) }
    let groups = AgeGroup.finest(labels.compactMap { $0?.group })
    let sexNames = sexes.map { dimensions[$0].classes.map { Sex(printed: $0.name) } }
    var rows: [(row: AgeTable.Row, index: Int)] = []
    for index in columns.values.indices
    where wanted.allSatisfy({ columns.codes[$0.dimension][index] == $0.position }) {
      guard let label = labels[Int(columns.codes[ages][index])] else { continue }
      if let group = label.group, !groups.contains(group) { continue }
      let sex = sexes.flatMap { sexNames?[Int(columns.codes[$0][index])] } ?? .both
      let line = columns.lines[index]
      let name = dimensions[ages].classes[Int(columns.codes[ages][index])].name
      let printed = columns.printed(at: index)
      guard columns.exceptions[index] == nil else {
        throw fail("\(name): \(printed)", "\(name): \(printed)", line: line)
      }
      let unit = unit(at: index)
      guard let count = Quantity(columns.values[index], unit: unit).number(of: "人") else {
        throw fail(
          "\(name): 単位「\(unit)」の値は人数として読めません",
          "\(name): a figure in \(unit) is no count of persons", line: line)
      }
      rows.append((AgeTable.Row(sex, label, count.doubleValue, row: line), index))
    }
    let found = Set(rows.map(\.row.sex))
    let divided: [Sex] = found.isSuperset(of: [.male, .female]) ? [.male, .female] : [.both]
    let period = codes["time"].flatMap { code in
      dimension("time")?.class(code).flatMap { EStatTime.period(code: code, name: $0.name) }
    }
    do throws(AgeTableError) {
      let own = rows.filter { divided.contains($0.row.sex) }
      return (try AgeTable(measure, period: period, sexes: divided, rows: own.map(\.row)), own)
    } catch {
      // The line is said of the file; the answer of the API often has but one.
      let reason = AgeTableError(
        code: error.code, sex: error.sex, age: error.age, text: error.text
      ).message
      throw fail(reason.ja, reason.en, line: error.row)
    }
  }
}
