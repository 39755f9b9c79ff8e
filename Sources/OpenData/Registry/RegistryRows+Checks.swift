extension RegistryRows {
  /// Figures of one row that must add up, in the signs of the sheet.
  private static let identities: [(RegistryItem, [(RegistryItem, Int)])] = [
    (.population, [(.male, 1), (.female, 1)]),
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

  mutating func checkIdentities(_ row: RegistryRow) {
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
      guard isComplete, sum != whole else { continue }
      diagnostics.add(
        .warning, "identity-differs", line: row.line, cell: row.citation(item)?.cell,
        printed: row.citation(item)?.printed ?? "",
        ja: "「\(item.label.ja)」は内訳から計算すると\(sum)です",
        en: "the \(item.label.en) should be \(sum) by its parts")
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
