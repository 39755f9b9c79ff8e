/// Goes through the markup of one sheet.
struct SheetReader {
  private let strings: SharedStrings
  private let styles: WorkbookStyles
  private let is1904: Bool
  private var row = Workbook.Row(number: 0, isHidden: false, cells: [])
  private var frame = SheetFrame()
  private var showsZeros = true
  private var cells = 0
  /// Whether the text of a number that is displayed as such is not asked for.
  private let leavesPlainNumbers: Bool
  /// Whether the rows are being read, among which nothing else may stand.
  private var isAmongRows = false
  /// The value of a cell as it is stored, kept so that nothing is allocated for each.
  private var value: [UInt8] = []
  private var richText = RichText()

  /// The most cells of a sheet that hold something.
  static let maximumCells = 3_000_000

  init(
    strings: SharedStrings, styles: WorkbookStyles, is1904: Bool, leavesPlainNumbers: Bool
  ) {
    self.leavesPlainNumbers = leavesPlainNumbers
    self.strings = strings
    self.styles = styles
    self.is1904 = is1904
  }

  /// Reads the sheet from its beginning.
  mutating func read(
    _ xml: inout XMLScanner, _ body: (Workbook.Row) throws(FormError) -> Void
  ) throws(FormError) -> SheetFrame {
    while true {
      switch try xml.next() {
      case .finished: return frame
      case .start where xml.depth == 1:
        guard xml.isAt("worksheet") else {
          throw xml.error(expected: LocalizedText(ja: "シート", en: "a worksheet"))
        }
      case .start where xml.isAt("row") && xml.depth == 3:
        try readRow(&xml)
        if !row.cells.isEmpty { try body(row) }
      case .start where isAmongRows:
        throw xml.error(expected: LocalizedText(ja: "行", en: "a row"), found: xml.elementName)
      case .start:
        isAmongRows = xml.isAt("sheetData")
        try readFrame(&xml)
      case .end: isAmongRows = isAmongRows && !xml.isAt("sheetData")
      case .text: break
      }
    }
  }

  /// Reads what stands around the cells.
  private mutating func readFrame(_ xml: inout XMLScanner) throws(FormError) {
    if xml.isAt("sheetView") {
      showsZeros = !xml.isFalse("showZeros")
    } else if xml.isAt("sheetFormatPr") {
      frame.defaultWidth = Self.width(xml.attribute("defaultColWidth")) ?? frame.defaultWidth
    } else if xml.isAt("col") {
      guard let first = xml.number("min"), let last = xml.number("max"), first > 0, first <= last,
        first <= CellReference.maximumColumn, frame.widths.count <= CellReference.maximumColumn
      else { return }
      let columns = first...min(last, CellReference.maximumColumn)
      let width = xml.attribute("width")
      // A column that was drawn together is as good as hidden.
      if xml.isTrue("hidden") || (width.map { $0 == "0" } ?? false) {
        frame.hiddenColumns.append(columns)
      }
      frame.widths.append((columns, Self.width(width) ?? frame.defaultWidth))
    } else if xml.isAt("mergeCell") {
      guard let range = xml.attribute("ref").flatMap({ CellRange($0) }) else {
        throw xml.error(
          expected: LocalizedText(ja: "A1:C3のような範囲", en: "a range such as A1:C3"),
          found: xml.text(ofAttribute: "ref") ?? "")
      }
      guard frame.merged.count < SheetFrame.maximumMerged else {
        throw xml.error(.tooLarge, expected: .atMost(SheetFrame.maximumMerged))
      }
      frame.merged.append(range)
    }
  }

  /// The whole characters of a width such as 13.625.
  private static func width(_ value: ByteView?) -> Int? {
    guard let value else { return nil }
    return value[0..<value.index(of: UInt8(ascii: "."), from: 0)].wholeNumber
  }

  // MARK: Rows and cells

  private mutating func readRow(_ xml: inout XMLScanner) throws(FormError) {
    let reference = xml.attribute("r")
    let number = reference.map { $0.wholeNumber ?? 0 } ?? row.number + 1
    guard number <= CellReference.maximumRow else {
      throw xml.error(.tooLarge, expected: .atMost(CellReference.maximumRow))
    }
    // A row that stands above the one before it would be read at the wrong place.
    guard number > row.number else {
      let next = row.number + 1
      throw xml.error(
        expected: LocalizedText(
          ja: "順に並んだ行（ここでは\(next)行以降）", en: "rows in order (from row \(next) here)"),
        found: xml.text(ofAttribute: "r") ?? "")
    }
    row.number = number
    row.isHidden = xml.isTrue("hidden")
    row.cells.removeAll(keepingCapacity: true)
    var column = 0
    while true {
      switch try xml.next() {
      case .start where xml.isAt("c"):
        var next = column + 1
        if let reference = xml.attribute("r") {
          guard let cell = CellReference(reference), cell.row == number, cell.column > column else {
            throw xml.error(
              expected: LocalizedText(ja: "順に並んだセル", en: "cells in order"),
              found: xml.text(ofAttribute: "r") ?? "")
          }
          next = cell.column
        }
        guard next <= CellReference.maximumColumn else {
          throw xml.error(.tooLarge, expected: .atMost(CellReference.maximumColumn))
        }
        column = next
        try readCell(&xml, column: column)
      case .start where xml.isAt("extLst"): try xml.skipElement()
      case .start:
        throw xml.error(expected: LocalizedText(ja: "セル", en: "a cell"), found: xml.elementName)
      case .end: return
      case .text: break
      case .finished: throw xml.error()
      }
    }
  }

  private mutating func readCell(_ xml: inout XMLScanner, column: Int) throws(FormError) {
    let type = xml.attribute("t")
    let style = xml.number("s") ?? 0
    value.removeAll(keepingCapacity: true)
    var hasFormula = false
    var hasValue = false
    var hasRichText = false
    var hasUnreadMarkup = false
    reading: while true {
      switch try xml.next() {
      case .start where xml.isAt("v"):
        guard !hasValue else { throw Self.secondValue(xml) }
        hasValue = true
        try xml.readText(into: &value)
      case .start where xml.isAt("is"):
        guard !hasRichText else { throw Self.secondValue(xml) }
        hasRichText = true
        try richText.read(&xml)
      case .start:
        hasFormula = hasFormula || xml.isAt("f")
        hasUnreadMarkup = hasUnreadMarkup || !xml.isAt("f") && !xml.isAt("extLst")
        try xml.skipElement()
      case .end: break reading
      case .text: break
      case .finished: throw xml.error()
      }
    }
    // Of a value and a text of its own, the text is read.
    hasUnreadMarkup = hasUnreadMarkup || hasRichText && !value.isEmpty
    guard hasValue || hasRichText || hasFormula || hasUnreadMarkup else { return }
    var cell = Workbook.Cell(column: column, text: "", number: nil, issue: nil)
    let ownStyle = styles[style]
    if hasRichText {
      cell.text = richText.text
      if richText.hasStruckRun { cell.issue = .struckText }
    } else if !hasValue, hasUnreadMarkup {
      cell.issue = .unreadMarkup
    } else if value.isEmpty, hasFormula {
      // The result of `=""` is an empty text, which is stored as one.
      guard !(type.map { $0 == "str" } ?? false) else { return }
      cell.issue = .formulaWithoutValue
    } else {
      display(&cell, type: type, ownStyle.format, isAlone: !hasUnreadMarkup && !ownStyle.isStruck)
    }
    if ownStyle.isStruck, !cell.text.isEmpty {
      cell.text = ""
      cell.number = nil
      cell.isPlainNumber = false
      cell.issue = .struckText
    }
    if hasUnreadMarkup { cell.issue = cell.issue ?? .unreadMarkup }
    guard !cell.text.isEmpty || cell.issue != nil else { return }
    cell.isWrapped = ownStyle.isWrapped
    cells += 1
    guard cells <= Self.maximumCells else {
      throw xml.error(.tooLarge, expected: .atMost(Self.maximumCells))
    }
    row.cells.append(cell)
  }

  private static func secondValue(_ xml: XMLScanner) -> FormError {
    xml.error(expected: LocalizedText(ja: "値が一つのセル", en: "a cell with one value"))
  }

  /// Makes what is displayed of what is stored.
  ///
  /// - Parameter isAlone: whether nothing else is to be said of the cell.
  private func display(
    _ cell: inout Workbook.Cell, type: ByteView?, _ format: NumberFormat, isAlone: Bool
  ) {
    guard let type, !(type == "n") else {
      let number = StoredNumber(value)
      if leavesPlainNumbers, isAlone, let number, format.showsDigits(of: number) {
        cell.number = number.value
        cell.isPlainNumber = true
        cell.text = String(decoding: value, as: UTF8.self)
        return
      }
      return display(&cell, number, format)
    }
    if type == "s" {
      guard let index = Int(String(decoding: value, as: UTF8.self)), let shared = strings[index]
      else {
        cell.issue = .missingText
        return
      }
      cell.text = format.text(of: shared.text)
      if shared.hasStruckRun { cell.issue = .struckText }
    } else if type == "b" {
      cell.text = value == [0x30] ? "FALSE" : "TRUE"
    } else if type == "d" {
      display(&cell, SerialDate.stored(value, is1904: is1904), format)
    } else if type == "e" {
      cell.text = RichText.unescaped(value)
      cell.issue = .error
    } else {
      cell.text = format.text(of: RichText.unescaped(value))
    }
  }

  private func display(_ cell: inout Workbook.Cell, _ number: StoredNumber?, _ format: NumberFormat)
  {
    guard let number else {
      cell.text = String(decoding: value, as: UTF8.self)
      if !cell.text.isEmpty { cell.issue = .unreadFormat(format.code) }
      return
    }
    cell.number = number.value
    if number.isZero, !showsZeros { return }
    if let text = format.text(of: number, is1904: is1904) {
      cell.text = text
      cell.isPlainNumber = format.isPlain(for: number)
    } else {
      cell.text = String(decoding: number.general, as: UTF8.self)
      cell.issue = .unreadFormat(format.code)
    }
  }
}
