import MunicipalModel

extension AgeMethodError {
  /// The error with the printed cell that its ages stand in, in place of the row.
  ///
  /// - Parameter tables: the tables that may be meant; the first that has the ages is.
  func located(in tables: [CitedAgeTable]) -> Self {
    guard let age, let table = tables.first(where: { $0.table.ages.groups.contains(age) }),
      let cell = table.citations(of: sex ?? .both, at: age).first
    else { return self }
    return Self(
      code: code, subject: subject, sex: sex, age: age,
      text: [text, cell.description].compactMap(\.self).joined(separator: ", "), hint: hint)
  }
}
