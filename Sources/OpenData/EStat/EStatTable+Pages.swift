import MunicipalModel

extension EStatTable {
  /// Puts the pages of one table together, in any order.
  ///
  /// - Parameter pages: the answers, the next one beginning where NEXT_KEY of the one before says.
  /// - Throws: ``OpenDataError`` with `pages-do-not-fit` if they are of different tables, if a page is
  ///   missing between them or given twice.
  public static func merging(_ pages: [EStatTable]) throws(OpenDataError) -> EStatTable {
    let sorted = pages.sorted {
      ($0.information.fromNumber ?? 1) < ($1.information.fromNumber ?? 1)
    }
    guard let first = sorted.first else {
      throw OpenDataError(code: .noRows, document: DocumentID(rawValue: "e-stat"))
    }
    var builder = EStatBuilder(first.document)
    builder.information = first.information
    for dimension in first.dimensions { builder.add(dimension, line: 1) }
    var diagnostics: [Diagnostic] = []
    var next = first.information.fromNumber
    for page in sorted {
      guard page.dimensions.map(\.id) == first.dimensions.map(\.id),
        page.information.tableID == first.information.tableID,
        page.information.fromNumber == next
      else {
        throw OpenDataError(
          code: .pagesDoNotFit, document: page.document,
          expected: LocalizedText("\(first.information.tableID) FROM_NUMBER \(next ?? 0)"),
          found: LocalizedText(
            "\(page.information.tableID) FROM_NUMBER \(page.information.fromNumber ?? 0)"))
      }
      builder.append(page)
      diagnostics += page.diagnostics
      next = page.information.toNumber.flatMap { last in
        let (next, overflow) = last.addingReportingOverflow(1)
        return overflow ? nil : next
      }
    }
    builder.information.toNumber = sorted.last?.information.toNumber
    builder.information.nextKey = sorted.last?.information.nextKey
    for page in sorted {
      builder.information.notes.merge(page.information.notes) { old, _ in old }
    }
    var table = builder.table(encoding: first.encoding)
    table.diagnostics = diagnostics
    return table
  }

  /// Whether the table has more values than this page or these merged pages.
  public var isIncomplete: Bool {
    information.nextKey != nil || (information.fromNumber ?? 1) > 1
      || information.totalNumber.map { $0 > (information.toNumber ?? count) } ?? false
  }
}

extension EStatBuilder {
  /// Adds the values of another page of the same dimensions.
  fileprivate mutating func append(_ page: EStatTable) {
    beginPage(page)
    let maps = page.dimensions.enumerated().map { dimension, own in
      own.classes.map { item in position(of: item.code, in: dimension) { item.name } }
    }
    for index in page.columns.values.indices {
      let codes = page.dimensions.indices.map { dimension in
        maps[dimension][Int(page.columns.codes[dimension][index])]
      }
      let printed = Array(page.columns.printed(at: index).utf8)
      add(
        codes, printed[...], unit: unitIndex(page.columns.unit(at: index)),
        annotation: page.columns.annotations[index] ?? "",
        line: page.columns.lines[index], cell: page.columns.cells[index])
    }
  }
}
