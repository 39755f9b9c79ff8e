/// What the styles of a workbook say about how a cell is displayed.
struct WorkbookStyles: Sendable {
  /// One of the styles that cells have.
  ///
  /// One object that thousands of cells look at: a copy of its format would count four references for each.
  final class Style: Sendable {
    let format: NumberFormat
    /// Whether the text is struck through.
    let isStruck: Bool
    /// Whether a long text is broken into lines rather than shown over the cells beside it.
    let isWrapped: Bool

    init(format: NumberFormat, isStruck: Bool, isWrapped: Bool) {
      self.format = format
      self.isStruck = isStruck
      self.isWrapped = isWrapped
    }
  }

  private var styles: [Style] = []
  private static let plain = Style(format: .general, isStruck: false, isWrapped: false)

  /// The style of a cell; cells without one have the first.
  subscript(_ index: Int) -> Style {
    styles.indices.contains(index) ? styles[index] : styles.first ?? Self.plain
  }

  /// No styles.
  init() {}

  /// Reads the part of the styles.
  init(_ part: XMLPart) throws(FormError) {
    self = try part.read { xml throws(FormError) in try Self.read(&xml) }
  }

  private static func read(_ xml: inout XMLScanner) throws(FormError) -> WorkbookStyles {
    var codes: [Int: String] = [:]
    var formats: [Int: NumberFormat] = [:]
    var struckFonts: Set<Int> = []
    var fonts = 0
    var styles = WorkbookStyles()
    var isInCells = false
    while true {
      switch try xml.next() {
      case .finished: return styles
      case .start where xml.isAt("numFmt"):
        if let number = xml.number("numFmtId"), let code = xml.text(ofAttribute: "formatCode") {
          codes[number] = code
        }
      case .start where xml.isAt("font") && xml.depth == 3:
        if try isStruckFont(&xml) { struckFonts.insert(fonts) }
        fonts += 1
      case .start where xml.isAt("cellXfs"): isInCells = true
      case .end where xml.isAt("cellXfs"): isInCells = false
      case .start where isInCells && xml.isAt("xf"):
        let number = xml.number("numFmtId") ?? 0
        let format =
          formats[number] ?? NumberFormat(codes[number] ?? NumberFormat.builtIn(number) ?? "")
        formats[number] = format
        let isStruck = struckFonts.contains(xml.number("fontId") ?? 0)
        styles.styles.append(
          Style(format: format, isStruck: isStruck, isWrapped: try isWrapped(&xml)))
      default: break
      }
    }
  }

  private static func isStruckFont(_ xml: inout XMLScanner) throws(FormError) -> Bool {
    let outside = xml.depth - 1
    var isStruck = false
    while true {
      switch try xml.next() {
      case .start where xml.isAt("strike"): isStruck = !xml.isFalse("val")
      case .end where xml.depth == outside: return isStruck
      default: break
      }
    }
  }

  private static func isWrapped(_ xml: inout XMLScanner) throws(FormError) -> Bool {
    let outside = xml.depth - 1
    var isWrapped = false
    while true {
      switch try xml.next() {
      case .start where xml.isAt("alignment"): isWrapped = xml.isTrue("wrapText")
      case .end where xml.depth == outside: return isWrapped
      default: break
      }
    }
  }
}
