import MunicipalModel

extension OpenDataTable {
  /// Reads all tables of a file: one, or those of the sheets of a workbook.
  ///
  /// - Parameters:
  ///   - bytes: the file as it was published.
  ///   - document: its name for citations.
  /// - Returns: the tables with the sheets that they stand on, or why one cannot be read; of a workbook without any
  ///   table, why there is none.
  package static func all(
    _ bytes: [UInt8], document: DocumentID
  ) -> [(sheet: String?, outcome: Result<OpenDataTable, OpenDataError>)] {
    guard FileKind.isWorkbook(bytes) else {
      return [(nil, Result { () throws(OpenDataError) in try read(bytes, document: document) })]
    }
    do throws(OpenDataError) {
      let book = try SheetTables(bytes, document: document)
      let found = book.sheets.compactMap { sheet in
        sheet.outcome.map { (sheet: Optional(sheet.name), outcome: $0) }
      }
      if !found.isEmpty { return found }
      throw book.wrongFormat(expected: OpenDataFormat.allCases)
    } catch {
      return [(nil, .failure(error))]
    }
  }

  /// All tables of a file on disk.
  package static func all(
    inFile path: String
  ) -> [(sheet: String?, outcome: Result<OpenDataTable, OpenDataError>)] {
    let document = AgeDataFile.document(of: path)
    do throws(OpenDataError) {
      return all(try SystemFile.bytes(of: path, document: document), document: document)
    } catch {
      return [(nil, .failure(error))]
    }
  }
}
