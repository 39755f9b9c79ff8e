/// A workbook (`.xlsx`, `.xlsm`) in memory, of which only the sheets that are asked for are unpacked.
package struct Workbook: Sendable {
  /// A sheet, in the order in which the tabs stand.
  package struct Sheet: Hashable, Sendable {
    /// The name on its tab.
    package let name: String
    /// Whether its tab is hidden.
    package let isHidden: Bool
    /// The part that holds it; `nil` of what is no sheet of cells, such as a chart of its own.
    let part: String?
  }

  /// The most sheets.
  static let maximumSheets = 1000

  /// The sheets.
  package let sheets: [Sheet]
  /// Whether its days count from 1904.
  let is1904: Bool
  /// The file, for errors.
  var file: String { package.file }
  private(set) var package: OfficePackage
  private let stringsPart: String?
  private let stylesPart: String?
  private var loaded: (strings: SharedStrings, styles: WorkbookStyles)?

  /// Opens a workbook.
  ///
  /// - Parameters:
  ///   - bytes: the bytes of the file.
  ///   - name: its name, for errors.
  package init(_ bytes: [UInt8], name: String) throws(FormError) {
    var package = try OfficePackage(bytes, file: name)
    let main = try package.mainPart()
    guard !main.hasSuffix(".bin") else {
      throw FormError(
        code: .unreadForm, file: name, part: main,
        expected: LocalizedText(
          ja: "Excelで「.xlsx」の形式で保存した表", en: "a workbook saved as .xlsx"), found: ".xlsb")
    }
    let relationships = try package.relationships(of: main)
    func part(_ type: String) -> String? { relationships.first { $0.type == type }?.target }
    stringsPart = part("sharedStrings")
    stylesPart = part("styles")
    var parts: [String: OfficePackage.Relationship] = [:]
    for relationship in relationships { parts[relationship.id] = relationship }
    (sheets, is1904) = try package.part(main).read { xml throws(FormError) in
      try Self.readSheets(&xml, parts: parts)
    }
    self.package = package
  }

  private static func readSheets(
    _ xml: inout XMLScanner, parts: [String: OfficePackage.Relationship]
  ) throws(FormError) -> ([Sheet], is1904: Bool) {
    var sheets: [Sheet] = []
    var is1904 = false
    var hasRoot = false
    while true {
      switch try xml.next() {
      case .finished:
        guard hasRoot, !sheets.isEmpty else { throw xml.error(.missingPart) }
        return (sheets, is1904)
      case .start where xml.depth == 1:
        hasRoot = xml.isAt("workbook")
        guard hasRoot else {
          throw xml.error(.unreadForm, expected: LocalizedText(ja: "表計算のファイル", en: "a workbook"))
        }
      case .start where xml.isAt("workbookPr"): is1904 = xml.isTrue("date1904")
      case .start where xml.isAt("sheet"):
        guard sheets.count < maximumSheets else {
          throw xml.error(.tooLarge, expected: .atMost(maximumSheets))
        }
        guard let relationship = xml.text(ofAttribute: "id").flatMap({ parts[$0] }) else {
          throw xml.error(.missingPart)
        }
        let state = xml.attribute("state")
        sheets.append(
          Sheet(
            name: xml.text(ofAttribute: "name") ?? "",
            isHidden: state.map { $0 == "hidden" || $0 == "veryHidden" } ?? false,
            part: relationship.type == "worksheet" ? relationship.target : nil))
      default: break
      }
    }
  }

  /// The names of parts that stand in the archive more than once.
  var duplicateParts: [String] { package.archive.duplicates }

  /// What the cells of all sheets share, read once.
  private mutating func load() throws(FormError) -> (SharedStrings, WorkbookStyles) {
    if let loaded { return loaded }
    let strings = try stringsPart.map { name throws(FormError) in
      try SharedStrings(try package.part(name))
    }
    let styles = try stylesPart.map { name throws(FormError) in
      try WorkbookStyles(try package.part(name))
    }
    let both = (strings ?? SharedStrings(), styles ?? WorkbookStyles())
    loaded = both
    return both
  }

  /// Goes through the rows of a sheet that hold something, from the top.
  ///
  /// The cells that a merged cell covers are not told apart here: programs leave them empty.
  ///
  /// - Parameters:
  ///   - sheet: one of ``sheets``.
  ///   - leavesPlainNumbers: whether the text of a number that is displayed as such may be the stored digits, for who
  ///     takes its number.
  ///   - body: takes a row.
  /// - Returns: what else stands on the sheet, such as merged cells.
  @discardableResult
  package mutating func readRows(
    of sheet: Sheet, leavesPlainNumbers: Bool = false, _ body: (Row) throws(FormError) -> Void
  ) throws(FormError) -> SheetFrame {
    guard let name = sheet.part else { return SheetFrame() }
    let (strings, styles) = try load()
    let part = try package.part(name)
    var reader = SheetReader(
      strings: strings, styles: styles, is1904: is1904, leavesPlainNumbers: leavesPlainNumbers)
    return try part.read { xml throws(FormError) in try reader.read(&xml, body) }
  }

  /// The kinds of parts that a sheet refers to, such as `comments` and `drawing`.
  mutating func kindsOfParts(of sheet: Sheet) throws(FormError) -> Set<String> {
    guard let part = sheet.part else { return [] }
    return Set(try package.relationships(of: part).map(\.type))
  }
}
