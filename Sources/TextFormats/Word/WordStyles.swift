/// What the styles of a Word file say about paragraphs and their text.
struct WordStyles {
  /// One style, as it is written.
  private struct Style {
    var base: String?
    var name = ""
    var outlineLevel: Int?
    var number: WordNumber?
    var isHidden: Bool?
    var isStruck: Bool?
  }

  /// So many styles are based on each other at most; what goes round in a circle ends there.
  private static let maximumDepth = 30

  private var styles: [String: Style] = [:]
  private var defaultParagraph: String?

  /// No styles.
  init() {}

  /// Reads the part of the styles.
  init(_ part: XMLPart) throws(FormError) {
    self = try part.read { xml throws(FormError) in try Self.read(&xml) }
  }

  private static func read(_ xml: inout XMLScanner) throws(FormError) -> WordStyles {
    var all = WordStyles()
    var id = ""
    var style = Style()
    while true {
      switch try xml.next() {
      case .finished: return all
      case .start where xml.isAt("style"):
        id = xml.text(ofAttribute: "styleId") ?? ""
        style = Style()
        if xml.isTrue("default"), xml.attribute("type").map({ $0 == "paragraph" }) ?? false {
          all.defaultParagraph = id
        }
      case .end where xml.isAt("style"): all.styles[id] = style
      case .start where xml.isAt("name"):
        style.name = (xml.text(ofAttribute: "val") ?? "").lowercased()
      case .start where xml.isAt("basedOn"): style.base = xml.text(ofAttribute: "val")
      case .start where xml.isAt("outlineLvl"): style.outlineLevel = xml.number("val")
      case .start where xml.isAt("numId"):
        style.number = WordNumber(list: xml.number("val"), level: style.number?.level)
      case .start where xml.isAt("ilvl"):
        style.number = WordNumber(list: style.number?.list, level: xml.number("val"))
      case .start where xml.isAt("vanish"): style.isHidden = !xml.isFalse("val")
      case .start where xml.isAt("strike") || xml.isAt("dstrike"):
        style.isStruck = !xml.isFalse("val")
      default: break
      }
    }
  }

  /// The first value that a style or one that it is based on has.
  private func first<Value>(_ id: String?, _ value: (Style) -> Value?) -> Value? {
    var next = id ?? defaultParagraph
    for _ in 0..<Self.maximumDepth {
      guard let id = next, let style = styles[id] else { return nil }
      if let found = value(style) { return found }
      next = style.base
    }
    return nil
  }

  /// The level of a heading, from 1, that paragraphs of a style are.
  func headingLevel(_ id: String?) -> Int? {
    first(id) { style in
      if let level = style.outlineLevel { return level + 1 }
      if style.name == "title" { return 1 }
      guard style.name.hasPrefix("heading ") else { return nil }
      return Int(style.name.dropFirst("heading ".count))
    }.flatMap { (1...9).contains($0) ? $0 : nil }
  }

  /// The list that paragraphs of a style belong to.
  func number(_ id: String?) -> WordNumber? {
    guard let list = first(id, { $0.number?.list }) else { return nil }
    return WordNumber(list: list, level: first(id) { $0.number?.level })
  }

  /// Whether a style is that of an entry in a table of contents.
  func isContents(_ id: String?) -> Bool {
    first(id) { $0.name.hasPrefix("toc ") ? true : nil } ?? false
  }

  /// Whether text of a style is hidden.
  func isHidden(_ id: String?) -> Bool { first(id) { $0.isHidden } ?? false }

  /// Whether text of a style is struck through.
  func isStruck(_ id: String?) -> Bool { first(id) { $0.isStruck } ?? false }
}

/// Which list a paragraph belongs to, and its level in it, from 0.
struct WordNumber: Hashable {
  let list: Int?
  let level: Int?
}
