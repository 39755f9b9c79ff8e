public import MunicipalModel

extension RegisteredSocialChange {
  /// The rows of one sex; of both sexes added up where `sex` is `both`.
  public func rows(of sex: Sex) -> [Row] {
    let own = rows.filter { $0.sex == sex }
    guard sex == .both, own.isEmpty else { return own }
    return ages.groups.map {
      sum(of: $0, in: rows.filter { [age = $0] in $0.age == age }, sex: .both)
    }
  }

  /// The sums over a span of ages, such as 20–29; `nil` if a group would have to be split.
  ///
  /// - Parameters:
  ///   - ages: the ages at the move.
  ///   - sex: one sex, or both together.
  public func span(_ ages: AgeGroup, sex: Sex = .both) -> Row? {
    guard (try? self.ages.indices(of: ages)) != nil else { return nil }
    let own = rows(of: sex)
    guard !own.isEmpty else { return nil }
    return sum(of: ages, in: own.filter { ages.contains($0.age) }, sex: sex)
  }

  private func sum(of age: AgeGroup, in rows: [Row], sex: Sex) -> Row {
    let inMigrants = rows.reduce(0) { $0 + $1.inMigrants }
    let outMigrants = rows.reduce(0) { $0 + $1.outMigrants }
    let net = netMigrants
    return Row(
      sex: sex, age: age, population: rows.reduce(0) { $0 + $1.population },
      inMigrants: inMigrants, outMigrants: outMigrants, scale: scale,
      contribution: rows.reduce(0) { $0 + $1.contribution },
      shareOfTotal: net != 0 ? (inMigrants - outMigrants) / net * 100 : nil)
  }
}
