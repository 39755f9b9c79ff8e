import MunicipalModel

extension AgeTable {
  /// Refuses a table that counts something else, or that has people of unknown age apart.
  func check(
    _ measures: Set<AgeMeasure>, subject: LocalizedText
  ) throws(AgeMethodError) {
    guard measures.contains(measure) else {
      throw AgeMethodError(code: .wrongMeasure, subject: subject, text: measure.rawValue)
    }
    if let column = notReported.firstIndex(where: { $0 != 0 }) {
      throw AgeMethodError(
        code: .ageNotReportedLeft, subject: subject, sex: sexes[column],
        text: "\(notReported[column])")
    }
  }

  /// Refuses a table that does not count the same sexes as another, apart or together.
  func checkSexes(of other: AgeTable, subject: LocalizedText) throws(AgeMethodError) {
    guard coveredSex != other.coveredSex else { return }
    let needed: Sex =
      switch (other.coveredSex, coveredSex) {
      case (.both, .male): .female
      case (.both, .female): .male
      case (let sex, _): sex
      }
    throw AgeMethodError(
      code: .missingSex, subject: subject, sex: needed,
      text: "\(measure.rawValue): \(coveredSex.rawValue)")
  }

  /// Refuses a table that lacks a sex of another.
  func checkHasSexes(of other: AgeTable, subject: LocalizedText) throws(AgeMethodError) {
    if let sex = other.sexes.first(where: { !sexes.contains($0) }) {
      throw AgeMethodError(code: .missingSex, subject: subject, sex: sex)
    }
  }

  /// The table with its sexes in the order of another's.
  ///
  /// - Throws: ``AgeMethodError`` with `missing-sex` or `different-tables` if its ages or sexes are not those of
  ///   the other, naming the first difference.
  func aligned(
    with other: AgeTable, subject: LocalizedText
  ) throws(AgeMethodError) -> AgeTable {
    let table = ordered(as: other.sexes)
    try table.checkAlignment(with: other, subject: subject)
    return table
  }

  /// Refuses a table whose ages or sexes are not those of another, naming the first difference.
  private func checkAlignment(
    with other: AgeTable, subject: LocalizedText
  ) throws(AgeMethodError) {
    try other.checkHasSexes(of: self, subject: subject)
    try checkHasSexes(of: other, subject: subject)
    guard ages != other.ages || sexes != other.sexes else { return }
    let row = zip(ages.groups, other.ages.groups).enumerated().first { $1.0 != $1.1 }
    let position = row?.offset ?? min(ages.count, other.ages.count)
    let longer = ages.count > other.ages.count ? ages : other.ages
    throw AgeMethodError(
      code: .differentTables, subject: subject, row: position + 1,
      age: position < longer.count ? longer.groups[position] : nil,
      hint: ages == other.ages ? LocalizedText("") : .regrouping(ages, other.ages))
  }
}
