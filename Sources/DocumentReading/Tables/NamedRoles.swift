import MunicipalModel

/// Rows of one indicator whose names say what their figures are: 移住者数目標値（人） and 移住者数実績値（人）.
enum NamedRoles {
  /// Takes 目標値, 実績値 and 達成率 off the names of rows that are alike without them, into a column of its own.
  ///
  /// The rows of other names hold actual figures, as years without a word do.
  static func part(_ columns: inout [TableColumn], _ rows: inout [[TableCell]]) {
    let names = columns.indices.filter {
      columns[$0].role == .indicator || columns[$0].role == .namePart
    }
    guard names.count == 1, let name = names.first, columns.contains(where: \.isPeriodAlone),
      RowQualifiers(columns: columns, rows: rows).role == nil
    else { return }
    let parts = rows.map { $0.indices.contains(name) ? NamedRole($0[name].text) : nil }
    var roles: [String: Set<IndicatorFigure.Role>] = [:]
    for part in parts.compactMap(\.self) { roles[part.key, default: []].insert(part.role) }
    func isSplit(_ part: NamedRole) -> Bool {
      roles[part.key].map { $0.isSuperset(of: [.target, .actual]) } ?? false
    }
    guard parts.compactMap(\.self).contains(where: isSplit) else { return }
    for (row, part) in parts.enumerated() {
      guard let cell = rows[row].indices.contains(name) ? rows[row][name] : rows[row].last
      else { continue }
      for index in rows[row].count..<max(rows[row].count, columns.count) {
        rows[row].append(TableCell(text: "", line: cell.line, cell: index + 1))
      }
      var word = "実績"
      if let part, isSplit(part) {
        word = part.word
        rows[row][name] = TableCell(text: part.stem, line: cell.line, cell: cell.cell)
      }
      rows[row].insert(
        TableCell(text: word, line: cell.line, cell: cell.cell), at: columns.count)
    }
    columns.append(TableColumn(role: .rowRole, period: nil, heading: ""))
  }
}

/// A name that ends in what the figures of its row are.
private struct NamedRole {
  /// The name without the word.
  let stem: String
  /// The word, with the unit of the name in brackets.
  let word: String
  let role: IndicatorFigure.Role

  var key: String { TextFolding.key(stem) }

  init?(_ text: String) {
    let name = IndicatorName(text)
    let scalars = name.name.unicodeScalars
    for (word, role) in Self.words {
      for ending in [word, "(\(word))", "【\(word)】", "[\(word)]"] {
        let count = ending.unicodeScalars.count
        guard scalars.count > count + 1,
          scalars.suffix(count).map(TextFolding.fold).elementsEqual(ending.unicodeScalars)
        else { continue }
        var rest = scalars.dropLast(count)
        while let last = rest.last, " 　・:：_のー－-/／".unicodeScalars.contains(last) {
          rest.removeLast()
        }
        guard !rest.isEmpty else { return nil }
        stem = String(Substring(rest))
        self.word = name.unit.isEmpty ? word : "\(word)（\(name.unit)）"
        self.role = role
        return
      }
    }
    return nil
  }

  /// The longer words first.
  private static let words: [(String, IndicatorFigure.Role)] = [
    ("目標値", .target), ("目標", .target), ("計画値", .target), ("計画", .target), ("実績値", .actual),
    ("実績", .actual), ("達成率", .achievement), ("達成状況", .achievement),
  ]
}
