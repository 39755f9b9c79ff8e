import MunicipalModel

/// Which column of the municipal sheet is which, by the names in its header.
struct RegistryColumns {
  let code: Int
  private(set) var prefecture: Int?
  private(set) var name: Int?
  let width: Int
  private var items: [Int?]
  private var hasTwoPopulations = false
  /// Whether 人口 stands over the population, so that it is not a figure under a name that several have.
  private var isPopulationNamed = false

  /// The column of an item, if there is one.
  subscript(item: ResidentRegistry.Item) -> Int? { items[item.index] }

  /// Whether a row holds nothing in any of the columns that are read; of the others it was told that they are not.
  func isBlank(_ row: CSVRow) -> Bool {
    ([code, prefecture, name] + items).allSatisfy { column in
      column.map { $0 >= row.count || row[$0].isEmpty } ?? true
    }
  }

  /// Whether the other columns can tell a population from another figure under a wrong name.
  var confirmPopulation: Bool {
    if self[.male] != nil, self[.female] != nil { return true }
    let others: [ResidentRegistry.Item] = [
      .male, .female, .totalChange, .naturalChange, .socialChange,
    ]
    if hasTwoPopulations { return false }
    // A sheet of the stock alone has no flows that would need a header of their own.
    let isStock = ResidentRegistry.Item.allCases.allSatisfy {
      self[$0] == nil || $0 == .population || $0 == .households
    }
    return isStock && isPopulationNamed || others.contains { self[$0] != nil }
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
    items = Array(repeating: nil, count: ResidentRegistry.Item.allCases.count)
    var code: Int?
    // A heading stands over many columns.
    var titles: [String: Bool] = [:]
    for column in 0..<width {
      // The title over the table is no heading of a column.
      let whole = grid.path(of: column)
      let path = whole.filter { cell in
        let isTitle = titles[cell] ?? Self.isTitle(cell)
        titles[cell] = isTitle
        return !isTitle
      }
      let own = grid.lines.compactMap { column < $0.count ? TextFolding.key($0[column]) : nil }
      // A column without a cell of its own in any line is a blank one.
      if own.allSatisfy(\.isEmpty) { continue }
      if own.contains(where: { $0.hasSuffix("コード") }) {
        code = code ?? column
      } else if own.contains(where: Self.isPrefecture) {
        prefecture = prefecture ?? column
      } else if own.contains(where: Self.isName) {
        name = name ?? column
      } else if let item = ResidentRegistry.Item(header: path) {
        if items[item.index] == nil {
          items[item.index] = column
          if item == .population { isPopulationNamed = path.contains { $0.contains("人口") } }
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
    var missing: [ResidentRegistry.Item] = []
    for item in ResidentRegistry.Item.allCases where self[item] == nil {
      switch item {
      case .naturalizations, .lossesOfNationality, .remainingOtherEntries,
        .remainingOtherRemovals:
        continue
      // Printed since foreign residents entered the register; the sheet of March 2013 is the first.
      case .domesticInMigrants, .foreignInMigrants, .domesticOutMigrants, .foreignOutMigrants:
        if let year, year < 2013 { continue }
      default: break
      }
      missing.append(item)
    }
    // One by one they would hide what is there.
    let groups = missing.count > 6 ? [missing] : missing.map { [$0] }
    for labels in groups.map({ $0.map(\.label) }) {
      let ja = labels.map { "「\($0.ja)」" }.joined()
      let en = labels.map(\.en).joined(separator: ", ")
      diagnostics.add(
        .warning, "missing-column", line: line, printed: labels[0].ja,
        ja: "\(ja)の列がありません", en: "there is no column of the \(en)")
    }
  }

  /// The columns of the code, the prefecture and the name, as far as header lines tell them.
  static func keys(_ lines: [[String]]) -> (code: Int, prefecture: Int?, name: Int?)? {
    func column(_ isName: (String) -> Bool) -> Int? {
      lines.compactMap { $0.firstIndex { isName(TextFolding.key($0)) } }.first
    }
    guard let code = column({ $0.hasSuffix("コード") }) else { return nil }
    return (code, column(isPrefecture), column(isName))
  }

  private static func isPrefecture(_ key: String) -> Bool { key == "都道府県名" || key == "都道府県" }

  private static func isName(_ key: String) -> Bool {
    key.hasPrefix("市区町村") || key.hasPrefix("市町村") || key == "団体名"
  }

  /// Whether a cell of the header is the title or a year, which names no item.
  private static func isTitle(_ cell: String) -> Bool {
    cell.contains("住民基本台帳") || cell.contains("単位") || !RegistryTitle.dates(in: cell).isEmpty
      || RegistryTitle.year(cell) != nil
  }
}

extension HeaderGrid {
  /// The header without a line that holds nothing but units: 人, 世帯, ％.
  fileprivate var withoutUnits: HeaderGrid {
    var grid = HeaderGrid()
    for line in lines {
      let cells = line.map { TextFolding.key($0) }.filter { !$0.isEmpty }
      // 人 alone may be the name of the total.
      let isUnits = cells.count > 1 && cells.allSatisfy { ResidentRegistry.Item.units.contains($0) }
      if !isUnits { grid.add(line) }
    }
    return grid
  }
}
