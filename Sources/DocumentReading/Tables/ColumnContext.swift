import MunicipalModel

/// What columns mean beside each other, and by what stands in them.
enum ColumnContext {
  /// The columns of a table, each as its neighbours and its cells say.
  static func resolved(_ columns: [TableColumn], rows: [[TableCell]]) -> [TableColumn] {
    var columns = columns
    for index in columns.indices {
      let cells = rows.compactMap { $0.indices.contains(index) ? $0[index].text : nil }
        .filter { !$0.isEmpty }
      columns[index] = byCells(columns[index], cells)
    }
    dateBeside(&columns, rows: rows)
    withoutText(&columns, rows: rows)
    withoutTarget(&columns)
    datingCurrent(&columns)
    return columns
  }

  /// 年度 behind 現状値, where the other columns of figures name their years, is the time of that alone.
  private static func dateBeside(_ columns: inout [TableColumn], rows: [[TableCell]]) {
    let figures = columns.indices.filter { columns[$0].figureRole?.isMeasured == true }
    let undated = figures.filter { columns[$0].period == nil }
    guard undated.count == 1, let figure = undated.first, figures.count > 1,
      columns.indices.contains(figure + 1), columns[figure + 1].role == .unknown,
      ["年度", "年", "年次", "時期"].contains(TextFolding.key(columns[figure + 1].heading))
    else { return }
    let cells = rows.compactMap { $0.indices.contains(figure + 1) ? $0[figure + 1].text : nil }
      .filter { !$0.isEmpty }
    guard !cells.isEmpty, cells.allSatisfy({ RowQualifiers.time(named: $0) != nil }) else { return }
    columns[figure + 1] = columns[figure + 1].with(role: .figurePeriod(nil), period: nil)
  }

  /// 基準年度 holds times or the figures of that year; 達成状況 holds rates or words.
  private static func byCells(_ column: TableColumn, _ cells: [String]) -> TableColumn {
    switch column.role {
    case .figurePeriod(let role?):
      let times = cells.filter { RowQualifiers.time(named: $0) != nil }
      guard !cells.isEmpty, times.count * 2 < cells.count else { return column }
      return column.with(role: .figure(role), period: column.period)
    case .figure(.achievement):
      guard !cells.isEmpty, cells.allSatisfy(isWords), cells.contains(where: isJudgement) else {
        return column
      }
      return column.with(role: .figure(.assessment), period: column.period)
    default: return column
    }
  }

  /// Words or letters such as 達成, A or ◎; no figure, and not only the marks in place of one.
  private static func isWords(_ text: String) -> Bool {
    PrintedFigure.quantities(in: text).isEmpty
  }

  private static func isJudgement(_ text: String) -> Bool {
    PrintedFigure.reading(text).isText
  }

  /// A column without any figure beside another of its role is text, whatever its heading says.
  private static func withoutText(_ columns: inout [TableColumn], rows: [[TableCell]]) {
    for index in columns.indices {
      guard let role = columns[index].figureRole, role == .target || role == .actual,
        columns[index].period == nil,
        columns.indices.contains(where: { $0 != index && columns[$0].figureRole == role })
      else { continue }
      let cells = rows.compactMap { $0.indices.contains(index) ? $0[index].text : nil }
        .filter { !$0.isEmpty }
      guard cells.count > 1, cells.allSatisfy(isJudgement) else { continue }
      columns[index] = columns[index].with(role: .unknown, period: nil)
    }
  }

  /// 指標値 beside 目標値 is the state of things.
  private static func withoutTarget(_ columns: inout [TableColumn]) {
    guard columns.contains(where: { $0.figureRole == .target && $0.trait != .valueAlone }) else {
      return
    }
    let hasBaseline = columns.contains { $0.figureRole == .baseline }
    for index in columns.indices where columns[index].trait == .valueAlone {
      columns[index] = columns[index].with(
        role: .figure(hasBaseline ? .actual : .baseline), period: columns[index].period)
    }
  }

  /// 現状値 is the baseline where nothing else is; beside a baseline, or another 現状値 of an earlier
  /// year, it is an actual figure.
  private static func datingCurrent(_ columns: inout [TableColumn]) {
    let current = columns.indices.filter {
      columns[$0].figureRole == .baseline && columns[$0].trait == .current
    }
    let hasBaseline = columns.contains { $0.figureRole == .baseline && $0.trait != .current }
    var first: Int?
    if !hasBaseline {
      first = current.min { earlier(columns[$0].period, columns[$1].period) }
      // Two of one time are a slip, which is told, and no series.
      if Set(current.map { columns[$0].period }).count < current.count { return }
    }
    for index in current where index != first {
      columns[index] = columns[index].with(role: .figure(.actual), period: columns[index].period)
    }
  }

  private static func earlier(_ one: Period?, _ other: Period?) -> Bool {
    guard let one, let other else { return false }
    return one < other
  }
}

extension PrintedFigure {
  /// What a text says as a figure, where nothing tells how its digits are grouped.
  static func reading(_ text: some StringProtocol) -> Reading {
    PrintedFigure(text, grouping: .spaces).reading
  }

  /// The figures that ``reading(_:)`` finds in a text; most texts have no digit and need no reading.
  static func quantities(in text: String) -> [Quantity] {
    TextFolding.key(text).utf8.contains { (0x30...0x39).contains($0) }
      ? reading(text).quantities : []
  }
}

extension Reading {
  /// Why there is no value, if there is none.
  var missingReason: MissingReason? {
    if case .missing(let reason) = self { reason } else { nil }
  }

  /// Whether it is neither a figure nor a mark in place of one.
  var isText: Bool {
    switch self {
    case .label, .missing(.unreadable): true
    default: false
    }
  }
}
