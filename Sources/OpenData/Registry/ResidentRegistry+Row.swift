public import MunicipalModel

extension ResidentRegistry {
  /// A row of 住民基本台帳に基づく人口、人口動態及び世帯数: one area, its stock and its flows.
  public struct Row: Hashable, Sendable, Codable {
    /// One printed cell. What it prints is in ``texts``.
    struct Cell: Hashable, Sendable, Codable {
      /// The position in the line, from 1.
      let cell: Int
      let content: Content

      /// The number that it says.
      var number: ExactDecimal? { if case .number(let value) = content { value } else { nil } }
    }

    /// What a cell says, as far as it is told apart from the text: thousands of rows hold nothing to count references of.
    enum Content: Hashable, Sendable, Codable {
      /// A number without anything beside it.
      case number(ExactDecimal)
      /// What the text says: a blank, a mark.
      case asPrinted
      /// No figure that can be.
      case unreadable
      /// A zero that cannot be one.
      case unknown
    }

    /// The area.
    public let area: StatisticalArea
    /// The file.
    public let document: DocumentID
    /// The sheet of a workbook; `nil` of a text.
    let sheet: String?
    /// The line, from 1; of a sheet, the row.
    public let line: Int
    /// The cells in the order of `ResidentRegistry.Item.allCases`.
    let cells: [Cell?]
    /// What the row prints.
    let texts: RowText

    /// What a cell says; `nil` if the file has no such column.
    public subscript(item: ResidentRegistry.Item) -> Reading? {
      guard let cell = cells[item.index] else { return nil }
      switch cell.content {
      case .number(let value): return .value(Quantity(value))
      case .asPrinted:
        let bytes = Array(printed(cell).utf8)[...]
        return PrintedCount.reading(item.isRate ? bytes.withoutPercent : bytes)
      case .unreadable: return .missing(.unreadable)
      case .unknown: return .missing(.notAvailable)
      }
    }

    /// The number in a cell.
    private func number(_ item: ResidentRegistry.Item) -> ExactDecimal? {
      cells[item.index]?.number
    }

    /// Whether a cell holds no figure that can be.
    func isUnreadable(_ item: ResidentRegistry.Item) -> Bool {
      if case .unreadable? = cells[item.index]?.content { true } else { false }
    }

    /// What a cell prints.
    func printed(_ cell: Cell) -> String { texts[cell.cell - 1] }

    /// The count in a cell, in persons or households; `nil` if there is none.
    public func count(_ item: ResidentRegistry.Item) -> Int? {
      item.isRate ? nil : number(item)?.wholeNumber
    }

    /// The published rate in a cell, in %; `nil` if there is none.
    public func rate(_ item: ResidentRegistry.Item) -> ExactDecimal? {
      item.isRate ? number(item) : nil
    }

    /// Where an item is printed; `nil` if the file has no such column.
    public func citation(_ item: ResidentRegistry.Item) -> Citation? {
      cells[item.index].map { cell in
        Citation(
          document, sheet: sheet, line: line, cell: cell.cell, headings: [area.name],
          printed: printed(cell))
      }
    }

    /// The count of an item with its cell; `nil` if there is none.
    public func traced(_ item: ResidentRegistry.Item) -> TracedNumber? {
      guard let count = count(item), let citation = citation(item) else { return nil }
      return TracedNumber(count, sources: [citation])
    }
  }
}
