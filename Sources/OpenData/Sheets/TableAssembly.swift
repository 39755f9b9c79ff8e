import MunicipalModel

/// Puts a table together from separated values, or from the sheet of a workbook that holds it.
struct TableAssembly<Rows: RowAssembly>: OpenDataAssembly {
  let document: DocumentID
  private var csv: CSVAssembly<Rows>
  private var isWorkbook: Bool?
  private var workbook: [UInt8] = []

  init(_ rows: Rows, encoding: TextEncoding?) {
    document = rows.document
    csv = CSVAssembly(rows, encoding: encoding)
  }

  mutating func append(_ chunk: [UInt8]) {
    // The mark of an archive may come in pieces.
    if isWorkbook == nil {
      workbook += chunk
      guard workbook.count >= 4 else { return }
      begin()
    } else if isWorkbook == true {
      workbook += chunk
    } else {
      csv.append(chunk)
    }
  }

  private mutating func begin() {
    isWorkbook = FileKind.isWorkbook(workbook)
    guard isWorkbook == false else { return }
    csv.append(workbook)
    workbook = []
  }

  mutating func finish() throws(OpenDataError) -> Rows.File {
    if isWorkbook == nil { begin() }
    guard isWorkbook == true else { return try csv.finish() }
    let sheets = try SheetTables(workbook, document: document, formats: Rows.File.formats)
    guard let file = try sheets.table().file as? Rows.File else {
      throw sheets.wrongFormat(expected: Rows.File.formats)
    }
    return file
  }
}
