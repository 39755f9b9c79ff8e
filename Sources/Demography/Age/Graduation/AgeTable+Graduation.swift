public import MunicipalModel

extension AgeTable {
  /// The table in single years of age, by a formula that parts five-year groups (5歳階級の各歳への補間).
  ///
  /// The open-ended group and 年齢不詳 stay as they are. The formula smooths: real ups and downs of single
  /// years, as of 丙午 (1966), do not come back, and heaping inside a group is evened out. It is meant for populations,
  /// deaths and births of large places; small counts come out jagged or below zero, which is refused.
  ///
  /// - Parameter formula: the formula; with `AgeGraduation.beersModified` the sums of groups change.
  /// - Throws: `AgeMethodError` with `unsupported-ages`, naming the group, if there are fewer than five closed groups
  ///   or one is not five years wide, `wrong-measure` for a balance, or `negative-count`, naming sex and age, if a
  ///   year would have less than nobody.
  public func singleYears(by formula: AgeGraduation = .sprague) throws(AgeMethodError) -> AgeTable {
    let subject = LocalizedText(ja: "各歳への補間", en: "graduation into single years")
    guard !measure.isBalance else {
      throw AgeMethodError(code: .wrongMeasure, subject: subject, text: measure.rawValue)
    }
    let closed = ages.groups.count - (ages.openGroup == nil ? 0 : 1)
    if let row = ages.groups[..<closed].firstIndex(where: { $0.width != 5 }) {
      throw AgeMethodError(
        AgeTableError(code: .unsupportedAges, row: row + 1, age: ages.groups[row]),
        subject: subject,
        hint: LocalizedText(
          ja: "5歳階級が必要です。0歳と1～4歳は regrouped(to:) でまとめます",
          en: "it takes groups of five years; 0 and 1–4 are put together by regrouped(to:)"))
    }
    guard closed >= AgeGraduation.fewestGroups else {
      throw AgeMethodError(
        AgeTableError(
          code: .unsupportedAges, row: closed, age: ages.groups.first, text: "\(closed)"),
        subject: subject,
        hint: LocalizedText(
          ja: "閉じた5歳階級が\(AgeGraduation.fewestGroups)つ以上必要です",
          en: "it takes \(AgeGraduation.fewestGroups) closed groups or more"))
    }
    let first = ages.lowerAge
    var groups = (first..<first + 5 * closed).compactMap { AgeGroup(singleYear: $0) }
    if let open = ages.openGroup { groups.append(open) }
    var columns: [AgeTable.Column] = []
    for (column, sex) in sexes.enumerated() {
      let own = counts[column * ages.count..<(column + 1) * ages.count]
      var years = formula.singleYears(of: Array(own.prefix(closed)))
      if let row = years.firstIndex(where: { $0 < 0 }) {
        throw AgeMethodError(
          code: .negativeCount, subject: subject, sex: sex, age: groups[row],
          text: "\(years[row])",
          hint: LocalizedText(
            ja: "「以上」の階級を若くするか（regrouped(to:)）、別の式を使います",
            en: "let the open-ended group begin earlier (regrouped(to:)), or take another formula"))
      }
      years += own.suffix(ages.count - closed)
      columns.append(AgeTable.Column(sex, years, notReported: notReported[column]))
    }
    return try AgeMethodError.wrapping(
      AgeTable(
        measure, period: period, ages: AgeClassification(groups), columns: columns),
      subject: subject)
  }
}
