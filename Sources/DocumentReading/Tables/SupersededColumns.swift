import MunicipalModel

/// Columns of figures that another one of the same time takes the place of.
enum SupersededColumns {
  /// Leaves out the first target (当初目標値) beside the one that was set instead (見直し後目標値), and the
  /// figures of single years (単年) beside running totals (累計), and tells both.
  static func drop(
    in columns: inout [TableColumn], line: Int, in session: inout DocumentSession
  ) {
    for (index, column) in columns.enumerated() {
      let key = TextFolding.key(column.heading)
      guard let role = column.figureRole,
        let other = columns.enumerated().first(where: { place, other in
          place != index && other.figureRole == role && other.period == column.period
            && takes(TextFolding.key(other.heading), placeOf: key)
        })?.element
      else { continue }
      columns[index] = column.with(role: .prose, period: nil)
      session.note(
        .warning, "superseded-column", at: session.cite(line, cell: index + 1),
        ja: "「\(other.heading)」の列があるため、「\(column.heading)」の列は読んでいません",
        en: "the column \"\(column.heading)\" is not read beside \"\(other.heading)\"")
    }
  }

  private static func takes(_ other: String, placeOf key: String) -> Bool {
    if ["単年", "単年度"].contains(where: key.hasSuffix) {
      return ["累計", "累積"].contains(where: other.hasSuffix)
    }
    return isFirst(key) && isRevised(other)
  }

  /// Whether a cell is nothing but a word of the first or of the revised figures: 変更前, 見直し後.
  static func isWord(_ text: String) -> Bool {
    let key = TextFolding.key(text)
    return ["当初", "旧", "新"].contains(key)
      || revisions.contains { key == $0 + "前" || key == $0 + "後" }
  }

  private static func isFirst(_ key: String) -> Bool {
    key.contains(word: "当初") || revisions.contains { key.contains(word: $0 + "前") }
      || key.hasPrefix("旧")
  }

  private static func isRevised(_ key: String) -> Bool {
    !isFirst(key) && (revisions.contains { key.contains(word: $0) } || key.hasPrefix("新"))
  }

  private static let revisions = ["見直し", "変更", "改定", "改訂", "修正"]
}
