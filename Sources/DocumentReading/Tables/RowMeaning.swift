import MunicipalModel

/// What the name of a row says of the figures below bare years: 量の見込み is expected, 確保方策 planned.
///
/// Without such a word the figures below a year are what was counted in it.
struct RowMeaning {
  /// Whether the figures are said to be what was counted.
  let isCounted: Bool
  /// Whether the figures are what is planned for their years.
  let isPlanned: Bool
  /// Whether the figures are expected rather than counted.
  let isExpected: Bool

  /// - Parameter parts: the names of the row, the outer ones first.
  init(_ parts: [String]) {
    let keys = parts.map { TextFolding.key($0) }
    func has(_ words: [String]) -> Bool {
      keys.contains { key in words.contains { key.contains(word: $0) } }
    }
    let isCounted = has(["実績"])
    self.isCounted = isCounted
    isPlanned =
      !isCounted
      && (has(["確保方策", "確保の方策", "確保の内容", "確保内容", "確保量", "提供体制", "提供量", "計画値", "計画量", "計画数"])
        || keys.contains { RowQualifiers.role(named: $0) == .target })
    isExpected = !isCounted && !isPlanned && has(["見込", "推計値", "推計", "ニーズ量", "必要量"])
  }

  /// A column of a year as the row qualifies it.
  func qualified(_ column: TableColumn) -> TableColumn {
    guard column.isPeriodAlone, column.figureRole == .actual else { return column }
    if isPlanned { return column.with(role: .figure(.target), period: column.period) }
    if isExpected { return column.asEstimate }
    return isCounted ? column.with(role: column.role, period: column.period) : column
  }
}
