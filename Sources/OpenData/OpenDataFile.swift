public import MunicipalModel

/// A file of open data: what it says, and what was odd about it.
///
/// ```swift
/// let table = try ResidentRegistry.read(bytes, document: "registry-2020")
/// ```
public protocol OpenDataFile: Sendable {
  /// The formats that the file may have.
  static var formats: [OpenDataFormat] { get }
  /// The name of the file, as citations give it.
  var document: DocumentID { get }
  /// The encoding that the text was read in.
  var encoding: TextEncoding { get }
  /// What was noticed: damaged cells, unknown columns, sums that differ.
  var diagnostics: [Diagnostic] { get }
  /// The name of the file's format, with what this file holds if the format has several kinds.
  var formatName: LocalizedText { get }
  /// A reader that takes the file chunk by chunk.
  ///
  /// - Parameters:
  ///   - document: the name of the file for citations.
  ///   - encoding: the encoding of its text; `nil` to find it.
  static func reader(document: DocumentID, encoding: TextEncoding?) -> OpenDataReader<Self>
}

extension OpenDataFile {
  /// The name of the file's format, or of the two that it may have.
  public var formatName: LocalizedText {
    Self.formats.map(\.name).joined(" / ", " / ")
  }

  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - bytes: the file as it was published.
  ///   - document: the name of the file for citations.
  ///   - encoding: the encoding of its text; `nil` to find it.
  /// - Throws: ``OpenDataError`` if the file has another format, or lacks what nothing can be read
  ///   without. Damaged cells and rows are diagnostics.
  public static func read(
    _ bytes: [UInt8], document: DocumentID, encoding: TextEncoding? = nil
  ) throws(OpenDataError) -> Self {
    var reader = reader(document: document, encoding: encoding)
    reader.append(bytes)
    return try reader.finish()
  }
}

/// Reads a file of open data chunk by chunk, so that a large one need not be held in memory.
public struct OpenDataReader<File: OpenDataFile> {
  private var head: [UInt8] = []
  private var count = 0
  private var assembly: any OpenDataAssembly<File>

  init(_ assembly: any OpenDataAssembly<File>) { self.assembly = assembly }

  /// Takes the next bytes of the file.
  public mutating func append(_ chunk: [UInt8]) {
    count += chunk.count
    if head.count < OpenDataFormat.sampleSize {
      head += chunk.prefix(OpenDataFormat.sampleSize - head.count)
    }
    assembly.append(chunk)
  }

  /// Ends the file and gives what it says.
  ///
  /// - Throws: ``OpenDataError``, as ``OpenDataFile/read(_:document:encoding:)`` does.
  public mutating func finish() throws(OpenDataError) -> File {
    guard count > 0 else { throw OpenDataError(code: .empty, document: assembly.document) }
    do throws(OpenDataError) {
      return try assembly.finish()
    } catch {
      // A file that cannot be read may well be one of another format, which helps more to know.
      let found = FileKind.detect(head)
      guard let found, found != .workbook, !File.formats.map(FileKind.openData).contains(found)
      else { throw error }
      throw OpenDataError(
        code: .wrongFormat, document: assembly.document,
        expected: File.formats.first?.name ?? LocalizedText(""), found: found.name)
    }
  }
}

/// Puts a file together from its bytes.
protocol OpenDataAssembly<File> {
  associatedtype File: OpenDataFile
  var document: DocumentID { get }
  mutating func append(_ chunk: [UInt8])
  mutating func finish() throws(OpenDataError) -> File
}

/// Puts a file together from the rows of its separated values.
struct CSVAssembly<Rows: RowAssembly>: OpenDataAssembly {
  private var decoder: TextDecoder
  /// The parser, once enough of the text is there to tell what separates its cells.
  private var parser: CSVParser?
  private var waiting: [UInt8] = []
  private var rows: Rows

  init(_ rows: Rows, encoding: TextEncoding?) {
    self.rows = rows
    decoder =
      Rows.knowsRows ? TextDecoder(encoding, replacement: [0xFF]) : TextDecoder(encoding)
  }

  var document: DocumentID { rows.document }

  mutating func append(_ chunk: [UInt8]) {
    // A row that is known is text for being equal to what was; the others are looked at one by one.
    parse(Rows.knowsRows && parser != nil ? decoder.pass(chunk) : decoder.decode(chunk))
  }

  mutating func finish() throws(OpenDataError) -> Rows.File {
    parse(decoder.finish())
    var parser = parser ?? begin()
    parser.finish { rows.add(&$0) }
    do throws(OpenDataError) {
      return try rows.finish(decoder: decoder, parser: parser)
    } catch {
      throw error.with(rows.diagnostics.all)
    }
  }

  private mutating func parse(_ text: [UInt8]) {
    guard parser == nil else { return Self.parse(text, &parser, &rows) }
    waiting += text
    if waiting.count >= CellSeparator.sampleSize { parser = begin() }
  }

  /// Finds the separator and reads what has waited for it.
  private mutating func begin() -> CSVParser {
    let separator = CellSeparator(of: waiting)
    var parser: CSVParser? = CSVParser(separator: separator)
    Self.parse(Array(waiting.dropFirst(separator.lineLength)), &parser, &rows)
    waiting = []
    return parser ?? CSVParser(separator: separator)
  }

  private static func parse(_ text: [UInt8], _ parser: inout CSVParser?, _ rows: inout Rows) {
    guard let separator = parser?.separator else { return }
    guard Rows.knowsRows else {
      parser?.parse(text) { rows.add(&$0) }
      return
    }
    // The rows are taken in turns, once as known and once not.
    withUnsafeMutablePointer(to: &rows) { rows in
      parser?.parse(
        text,
        known: { rows.pointee.addKnown($0, at: $1, line: $2, separator: separator) }
      ) { rows.pointee.add(&$0) }
    }
  }
}

/// Takes the rows of a file and makes it of them.
protocol RowAssembly {
  associatedtype File: OpenDataFile
  var document: DocumentID { get }
  /// What was noticed so far; an error of ``finish(decoder:parser:)`` carries it.
  var diagnostics: DiagnosticList { get set }
  mutating func add(_ row: inout CSVRow)
  /// Whether ``addKnown(_:at:line:separator:)`` ever knows a row.
  static var knowsRows: Bool { get }
  /// Takes a row of the text if all of its cells stood in others before, and says where the next begins.
  mutating func addKnown(
    _ bytes: UnsafeRawBufferPointer, at start: Int, line: Int, separator: UInt8
  ) -> Int?
  mutating func finish(
    decoder: TextDecoder, parser: CSVParser
  ) throws(OpenDataError) -> File
}

extension RowAssembly {
  static var knowsRows: Bool { false }

  mutating func addKnown(
    _ bytes: UnsafeRawBufferPointer, at start: Int, line: Int, separator: UInt8
  ) -> Int? { nil }
}
