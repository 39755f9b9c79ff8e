import MunicipalModel

extension OpenDataTable {
  /// Reads the tables of a file: one, or those of the sheets of a workbook.
  ///
  /// - Parameters:
  ///   - bytes: the file as it was published.
  ///   - document: its name for citations.
  ///   - formats: the formats that are wanted; a table in another one is passed over, and not read to its end.
  ///   - years: the years of the stocks of the register that are wanted, `nil` for all; others are passed over.
  /// - Returns: the tables with the sheets that they stand on, or why one cannot be read; of a workbook without any
  ///   table, why there is none.
  package static func all(
    _ bytes: [UInt8], document: DocumentID, formats: [OpenDataFormat] = OpenDataFormat.allCases,
    years: ClosedRange<Int>? = nil
  ) -> [(sheet: String?, outcome: Result<OpenDataTable, OpenDataError>)] {
    guard FileKind.isWorkbook(bytes) else {
      let (kind, rows) = FileKind.inspect(bytes)
      if case .openData(let format)? = kind {
        guard formats.contains(format), format.isOf(years, rows) else { return [] }
      }
      return [(nil, Result { () throws(OpenDataError) in try read(bytes, document: document) })]
    }
    do throws(OpenDataError) {
      let book = try SheetTables(bytes, document: document, formats: formats, years: years)
      let found = book.sheets.compactMap { sheet in
        sheet.outcome.map { (sheet: Optional(sheet.name), outcome: $0) }
      }
      let hasOther = book.sheets.contains { sheet in
        if case .openData? = sheet.kind { true } else { false }
      }
      if hasOther || !found.isEmpty { return found }
      throw book.wrongFormat(expected: formats)
    } catch {
      return [(nil, .failure(error))]
    }
  }

  /// The tables of a file on disk, as above.
  package static func all(
    inFile path: String, formats: [OpenDataFormat] = OpenDataFormat.allCases,
    years: ClosedRange<Int>? = nil
  ) -> [(sheet: String?, outcome: Result<OpenDataTable, OpenDataError>)] {
    let document = AgeDataFile.document(of: path)
    do throws(OpenDataError) {
      return all(
        try SystemFile.bytes(of: path, document: document), document: document, formats: formats,
        years: years)
    } catch {
      return [(nil, .failure(error))]
    }
  }
}
