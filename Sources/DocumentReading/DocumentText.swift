public import MunicipalModel

/// The text of a published document, by lines. Tables are lines whose cells are separated by tabs.
public struct DocumentText: Hashable, Sendable {
  /// The document.
  public let id: DocumentID
  /// The lines without their line ends; line 1 is the first. A line that is too long is empty.
  let lines: [String]
  /// The lines that read otherwise than they are printed: radicals and such of a PDF made ideographs.
  private let unified: [Int: String]
  /// The lines in half width and without any space, by which headings are found.
  let keys: [String]
  /// Which lines are rows of a table.
  let tableRows: [Bool]
  /// The lines of more than ``maximumLineLength`` bytes, which are left out.
  let overlongLines: [Int]
  /// The rows whose quoted cells have line breaks in them, by their first line: all of the lines as
  /// they were written.
  let brokenRows: [Int: [String]]
  /// The lines that belong to the row of a line above.
  let continuedLines: Set<Int>
  /// What a workbook, a Word file or a page says of its lines; `nil` of a text by lines.
  private let form: FormText?

  /// The longest line that is read, in bytes. The rows of real tables stay below 4,000.
  public static let maximumLineLength = 65_536

  /// Takes the bytes of a text file: UTF-8, with or without a byte order mark, LF, CRLF or CR.
  ///
  /// - Throws: ``DocumentError`` if the bytes are empty, blank, binary or in another encoding.
  public init(id: DocumentID, bytes: some Collection<UInt8>) throws(DocumentError) {
    let (lines, overlong) = try Self.lines(of: Array(bytes), in: id)
    try self.init(id: id, rows: BrokenRows(lines), overlong: overlong)
  }

  /// Refuses what is empty, blank, binary or no UTF-8.
  static func check(_ bytes: [UInt8], of id: DocumentID) throws(DocumentError) {
    let (lines, overlong) = try lines(of: bytes, in: id)
    try checkHasText(lines, overlong, in: id)
  }

  private static func checkHasText(
    _ lines: [String], _ overlong: [Int], in id: DocumentID
  ) throws(DocumentError) {
    guard overlong.isEmpty, lines.allSatisfy({ TextFolding.isBlank($0) }) else { return }
    throw DocumentError(code: .empty, document: id)
  }

  /// The lines of a text, and the numbers of those that are too long.
  private static func lines(
    of bytes: [UInt8], in id: DocumentID
  ) throws(DocumentError) -> (lines: [String], overlong: [Int]) {
    var bytes = bytes
    let markLength = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    bytes.removeFirst(markLength)
    if let offset = firstOddByte(in: bytes) {
      let line = 1 + bytes[..<offset].count { $0 == UInt8(ascii: "\n") }
      throw DocumentError(
        code: .notText, document: id, line: line,
        found: LocalizedText(
          ja: "\(markLength + offset)バイト目に 0x\(String(bytes[offset], radix: 16))",
          en: "byte 0x\(String(bytes[offset], radix: 16)) at offset \(markLength + offset)"))
    }
    var overlong: [Int] = []
    var lines: [String] = []
    // A text without any line feed has the line ends of old systems, if it has any.
    let lineEnd = bytes.contains(0x0A) ? UInt8(ascii: "\n") : UInt8(ascii: "\r")
    for line in bytes.split(separator: lineEnd, omittingEmptySubsequences: false) {
      if line.count > maximumLineLength {
        overlong.append(lines.count + 1)
        lines.append("")
      } else {
        lines.append(
          String(decoding: line.last == UInt8(ascii: "\r") ? line.dropLast() : line, as: UTF8.self))
      }
    }
    return (lines, overlong)
  }

  /// Takes what stands in a file of any form; places are those of the file.
  ///
  /// - Throws: ``DocumentError`` if there is nothing in it.
  package init(id: DocumentID, form: FormText) throws(DocumentError) {
    var overlong: [Int] = []
    let lines = form.lines.enumerated().map { index, line in
      guard line.text.utf8.count > Self.maximumLineLength else { return line.text }
      overlong.append(index + 1)
      return ""
    }
    let isPlain = form.lines.allSatisfy { $0.place == nil }
    try self.init(
      id: id, rows: isPlain ? BrokenRows(lines) : BrokenRows(whole: lines), overlong: overlong,
      form: form)
  }

  /// Takes a document of a municipality's folder.
  package init(id: DocumentID, file: BuiltInFile) throws(DocumentError) {
    switch file.form {
    case .success(let form): try self.init(id: id, form: form)
    case .failure(let error): throw DocumentError(error, document: id)
    case nil: try self.init(id: id, text: file.text)
    }
  }

  private init(
    id: DocumentID, rows: BrokenRows, overlong: [Int], form: FormText? = nil
  ) throws(DocumentError) {
    let lines = rows.lines
    try Self.checkHasText(lines, overlong, in: id)
    self.id = id
    self.lines = lines
    unified = Self.unified(lines)
    brokenRows = rows.written
    continuedLines = rows.continued
    keys = lines.map { TextFolding.key($0) }
    tableRows = lines.map { $0.utf8.contains(0x09) }
    overlongLines = overlong
    self.form = form
  }

  /// Takes a text that is already in memory.
  public init(id: DocumentID, text: String) throws(DocumentError) {
    try self.init(id: id, bytes: text.utf8)
  }

  /// How many lines there are.
  public var lineCount: Int { lines.count }

  /// Where a line or one of its cells stands in the file, both from 1; `nil` of a text by lines.
  func place(line: Int, cell: Int?) -> FilePlace? {
    guard let form, form.lines.indices.contains(line - 1) else { return nil }
    return form.lines[line - 1].place(ofCell: cell)
  }

  /// Whether the file may say which of its lines are headings.
  var hasForm: Bool { form != nil }

  /// Which level of heading the file itself says that a line is; `nil` of any other line.
  func headingLevel(_ line: Int) -> Int? {
    guard let form, form.lines.indices.contains(line - 1) else { return nil }
    return form.lines[line - 1].headingLevel
  }

  /// What the form's reader noticed.
  var formReading: [FormText.Notice] { form?.notices ?? [] }

  /// The text of a line as it is read; as it is printed it is ``line(_:)``.
  func readLine(_ number: Int) -> String { unified[number] ?? line(number) }

  /// The text of a line that reads otherwise than it is printed.
  func unifiedLine(_ number: Int) -> String? { unified[number] }

  private static func unified(_ lines: [String]) -> [Int: String] {
    var unified: [Int: String] = [:]
    for (index, line) in lines.enumerated() where TextFolding.hasLookAlikes(line.utf8) {
      unified[index + 1] = TextFolding.unified(line)
    }
    return unified
  }

  /// The text of a line, from 1; empty outside the document.
  public func line(_ number: Int) -> String {
    (1...max(1, lines.count)).contains(number) ? lines[number - 1] : ""
  }

  /// A control character other than tab, line feed, form feed and carriage return, or malformed UTF-8.
  private static func firstOddByte(in bytes: [UInt8]) -> Int? {
    let control = bytes.firstIndex { $0 < 0x20 && !(0x09...0x0D).contains($0) }
    let malformed = UTF8Validation.firstMalformedByte(in: bytes)
    guard let control, let malformed else { return control ?? malformed }
    return min(control, malformed)
  }
}
