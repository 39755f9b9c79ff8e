public import MunicipalModel

extension ResidentRegistry {
  /// A row of 住民基本台帳に基づく人口、人口動態及び世帯数: one area, its stock and its flows.
  public struct Row: Hashable, Sendable, Codable {
    /// One printed cell.
    struct Cell: Hashable, Sendable, Codable {
      let printed: String
      /// The position in the line, from 1.
      let cell: Int
      let reading: Reading
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

    /// What a cell says; `nil` if the file has no such column.
    public subscript(item: ResidentRegistry.Item) -> Reading? { cells[item.index]?.reading }

    /// The count in a cell, in persons or households; `nil` if there is none.
    public func count(_ item: ResidentRegistry.Item) -> Int? {
      item.isRate ? nil : self[item]?.wholeNumber
    }

    /// The published rate in a cell, in %; `nil` if there is none.
    public func rate(_ item: ResidentRegistry.Item) -> ExactDecimal? {
      item.isRate ? self[item]?.value : nil
    }

    /// Where an item is printed; `nil` if the file has no such column.
    public func citation(_ item: ResidentRegistry.Item) -> Citation? {
      cells[item.index].map { cell in
        Citation(
          document, sheet: sheet, line: line, cell: cell.cell, headings: [area.name],
          printed: cell.printed)
      }
    }

    /// The count of an item with its cell; `nil` if there is none.
    public func traced(_ item: ResidentRegistry.Item) -> TracedNumber? {
      guard let count = count(item), let citation = citation(item) else { return nil }
      return TracedNumber(count, sources: [citation])
    }
  }
}
