import MunicipalModel

extension StandardRows {
  /// The rows of one municipality on one day.
  private struct Day: Hashable {
    let code: MunicipalityCode?
    let date: CalendarDate?

    init(_ row: StandardDatasetRow) {
      code = row.code
      date = row.date
    }
  }

  /// Says where sums of a row differ.
  mutating func check(_ row: StandardDatasetRow) {
    func check(_ whole: TracedNumber?, _ sum: Int?, ja: String, en: String) {
      guard let whole, let sum, whole.value != sum else { return }
      diagnostics.add(
        .warning, "sum-differs", line: row.line, cell: whole.sources.first?.cell,
        printed: whole.sources.first?.printed ?? "", ja: "\(ja)は\(sum)です",
        en: "\(en) is \(sum)")
    }
    if let male = row.male, let female = row.female {
      check(
        row.total, male.value + female.value, ja: "男性と女性の合計",
        en: "the sum of men and women")
    }
    guard let ages = row.ages else { return }
    for (sex, whole) in [(Sex.male, row.male), (.female, row.female)] {
      guard let column = ages.sexes.firstIndex(of: sex), let counts = ages.counts(of: sex) else {
        continue
      }
      check(
        whole, Int(counts.reduce(0, +) + ages.notReported[column]),
        ja: "\(sex.label.ja)の年齢別の合計", en: "the sum of the ages of \(sex.label.en)s")
    }
  }

  /// Finds by its figures the row of the whole, where no name of the day tells it.
  mutating func findWholes() {
    let days = Dictionary(grouping: rows.indices) { Day(rows[$0]) }.values
    for indices in days.sorted(by: { ($0.first ?? 0) < ($1.first ?? 0) }) {
      guard !indices.contains(where: { rows[$0].scope == .municipality }) else { continue }
      let districts = indices.filter { rows[$0].scope == .district }
      let sums = DistrictSums(districts.map { rows[$0] })
      let wholes = districts.filter { sums.areTwice(rows[$0]) }
      if wholes.count == 1, let whole = wholes.first {
        takeAsWhole(whole)
        continue
      }
      let subtotals = indices.filter { rows[$0].scope == .subtotal }
      if districts.isEmpty, subtotals.count == 1, let whole = subtotals.first {
        takeAsWhole(whole)
      } else if let whole = subtotals.first(where: { sums.areFigures(of: rows[$0]) }) {
        takeAsWhole(whole)
      } else {
        for part in subtotals { warnOfUnclearSum(rows[part]) }
      }
    }
  }

  /// Says that a row such as 全体 is neither taken as the whole nor added; of …計 nobody expects it.
  private mutating func warnOfUnclearSum(_ row: StandardDatasetRow) {
    guard !TextFolding.key(row.district).hasSuffix("計") else { return }
    diagnostics.add(
      .warning, "unclear-sum", line: row.line, printed: row.district,
      ja: "名前は合計のようですが、地域の合計と値が違います。全体にも地域にも数えません",
      en: "named as a sum, but not that of the districts; taken neither as the whole nor as a part")
  }

  private mutating func takeAsWhole(_ index: Int) {
    rows[index].scope = .municipality
    diagnostics.add(
      .info, "whole-by-figures", line: rows[index].line, printed: rows[index].district,
      ja: "値がほかの地域の合計と同じか、ほかに地域がないため、全体の行とします",
      en: "taken as the row of the whole: it is the sum of the districts, or there are none")
  }

  /// Says where the row of a whole municipality is not the sum of its districts.
  mutating func checkWholes() {
    let districts = Dictionary(grouping: rows.filter { $0.scope == .district }) {
      Day($0)
    }
    for whole in rows where whole.scope == .municipality {
      let parts = districts[Day(whole)] ?? []
      let counts = parts.compactMap { $0.total?.value }
      guard !parts.isEmpty, counts.count == parts.count, let total = whole.total,
        counts.reduce(0, +) != total.value
      else { continue }
      diagnostics.add(
        .warning, "sum-differs", line: whole.line, cell: total.sources.first?.cell,
        printed: total.sources.first?.printed ?? "",
        ja: "地域の合計は\(counts.reduce(0, +))です",
        en: "the districts add up to \(counts.reduce(0, +))")
    }
  }
}
