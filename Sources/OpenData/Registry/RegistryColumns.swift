import MunicipalModel

/// Which column of the municipal sheet is which, by the names in its header.
struct RegistryColumns {
  let code: Int
  private(set) var prefecture: Int?
  private(set) var name: Int?
  let width: Int
  private var items: [Int?]
  private var hasTwoPopulations = false

  /// The column of an item, if there is one.
  subscript(item: RegistryItem) -> Int? { items[item.index] }

  /// Whether the other columns can tell a population from another figure under a wrong name.
  var confirmPopulation: Bool {
    if self[.male] != nil, self[.female] != nil { return true }
    let others: [RegistryItem] = [
      .male, .female, .totalChange, .naturalChange, .socialChange,
    ]
    return !hasTwoPopulations && others.contains { self[$0] != nil }
  }

  /// Reads the header and notes columns that are unknown, doubled or missing.
  ///
  /// - Parameters:
  ///   - header: the lines above the first row of figures.
  ///   - line: the last of these lines in the file.
  /// - Returns: `nil` if no column has the codes.
  init?(_ header: HeaderGrid, line: Int, diagnostics: inout DiagnosticList) {
    let grid = header.withoutUnits
    width = header.width
    items = Array(repeating: nil, count: RegistryItem.allCases.count)
    var code: Int?
    for column in 0..<width {
      // The title over the table is no heading of a column.
      let whole = grid.path(of: column)
      let path = Self.withoutTitle(whole)
      let own = grid.lines.compactMap { column < $0.count ? TextFolding.key($0[column]) : nil }
      // A column without a cell of its own in any line is a blank one.
      if own.allSatisfy(\.isEmpty) { continue }
      if own.contains(where: { $0.hasSuffix("コード") }) {
        code = code ?? column
      } else if own.contains("都道府県名") || own.contains("都道府県") {
        prefecture = prefecture ?? column
      } else if own.contains(where: { $0.hasPrefix("市区町村") || $0.hasPrefix("市町村") || $0 == "団体名" })
      {
        name = name ?? column
      } else if let item = RegistryItem(header: path) {
        if items[item.index] == nil {
          items[item.index] = column
        } else {
          if item == .population { hasTwoPopulations = true }
          diagnostics.add(
            .warning, "doubled-column", line: line, cell: column + 1, printed: path.last ?? "",
            ja: "同じ項目の列が二つあり、初めのものを読みます",
            en: "a second column of the same item; the first is read")
        }
      } else if whole.dropFirst().contains(where: { !$0.isEmpty }) || grid.lines.count == 1 {
        diagnostics.add(
          .info, "unknown-column", line: line, cell: column + 1,
          printed: (path.isEmpty ? whole : path).filter { !$0.isEmpty }.joined(separator: "/"),
          ja: "知らない列なので読みません", en: "a column that is not known and not read")
      }
    }
    guard let code else { return nil }
    self.code = code
    noteMissing(
      year: RegistryTitle(header.lines)?.stockDate.year, line: line, diagnostics: &diagnostics)
  }

  private func noteMissing(year: Int?, line: Int, diagnostics: inout DiagnosticList) {
    for item in RegistryItem.allCases where self[item] == nil {
      switch item {
      case .naturalizations, .lossesOfNationality, .remainingOtherEntries,
        .remainingOtherRemovals:
        continue
      // Printed since foreign residents entered the register; the sheet of March 2013 is the first.
      case .domesticInMigrants, .foreignInMigrants, .domesticOutMigrants, .foreignOutMigrants:
        if let year, year < 2013 { continue }
      default: break
      }
      diagnostics.add(
        .warning, "missing-column", line: line, printed: item.label.ja,
        ja: "「\(item.label.ja)」の列がありません", en: "there is no column of the \(item.label.en)")
    }
  }

  /// The path without the title and the years, which name no item.
  private static func withoutTitle(_ path: [String]) -> [String] {
    path.filter {
      !$0.contains("住民基本台帳") && !$0.contains("単位") && RegistryTitle.dates(in: $0).isEmpty
        && RegistryTitle.year($0) == nil
    }
  }
}

extension HeaderGrid {
  /// The header without a line that holds nothing but units: 人, 世帯, ％.
  fileprivate var withoutUnits: HeaderGrid {
    var grid = HeaderGrid()
    for line in lines {
      let cells = line.map { TextFolding.key($0) }.filter { !$0.isEmpty }
      // 人 alone may be the name of the total.
      let isUnits = cells.count > 1 && cells.allSatisfy { RegistryItem.units.contains($0) }
      if !isUnits { grid.add(line) }
    }
    return grid
  }
}
