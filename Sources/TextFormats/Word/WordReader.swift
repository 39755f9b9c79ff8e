/// Goes through the markup of a Word file's body (WordprocessingML, ECMA-376 part 1, 17).
struct WordReader {
  let styles: WordStyles
  /// How many paragraphs and cells were read.
  private var count = 0
  /// The notes that were referred to, in order.
  private(set) var notes: [WordNote] = []
  /// For each field that is open, whether its instruction is being read, which is not displayed.
  private var fields: [Bool] = []
  /// For each set of alternatives that is open, whether one was taken.
  private var alternatives: [Bool] = []
  private var isPlaceholder = false

  /// The most paragraphs and cells.
  static let maximumCount = 2_000_000
  /// The most columns of a table's grid.
  static let maximumColumns = 1000

  init(styles: WordStyles) {
    self.styles = styles
  }

  /// Reads the blocks within the element that has just begun, to its end.
  mutating func readBlocks(_ xml: inout XMLScanner) throws(FormError) -> [WordBlock] {
    let outside = xml.depth - 1
    var blocks: [WordBlock] = []
    var issues: Set<WordIssue> = []
    while true {
      switch try xml.next() {
      case .start where xml.isAt("p"):
        let paragraph = try readParagraph(&xml)
        blocks.append(.paragraph(paragraph))
        blocks += paragraph.boxes
      case .start where xml.isAt("tbl"): blocks.append(.table(try readTable(&xml)))
      case .start where xml.isAt("sectPr"): try xml.skipElement()
      case .start where xml.isAt("altChunk"):
        var paragraph = WordParagraph()
        paragraph.issues = [.otherFile]
        blocks.append(.paragraph(paragraph))
        try xml.skipElement()
      case .start: try skipIfNotShown(&xml, &issues)
      case .end where xml.depth == outside: return Self.joined(blocks)
      case .end: leave(xml)
      case .text: break
      case .finished: throw xml.error()
      }
    }
  }

  /// Joins paragraphs of which the mark between them was deleted.
  static func joined(_ blocks: [WordBlock]) -> [WordBlock] {
    var result: [WordBlock] = []
    for block in blocks {
      if case .paragraph(let last) = result.last, last.goesOn, case .paragraph(var next) = block {
        next.lines =
          last.lines.dropLast() + [(last.lines.last ?? "") + (next.lines.first ?? "")]
          + next.lines.dropFirst()
        next.issues.formUnion(last.issues)
        result[result.count - 1] = .paragraph(next)
      } else {
        result.append(block)
      }
    }
    return result
  }

  mutating func takeOne(_ xml: XMLScanner) throws(FormError) {
    count += 1
    guard count <= Self.maximumCount else {
      throw xml.error(.tooLarge, expected: .atMost(Self.maximumCount))
    }
  }

  // MARK: What is not shown

  /// Passes over an element whose content is not displayed; goes into any other one.
  mutating func skipIfNotShown(
    _ xml: inout XMLScanner, _ issues: inout Set<WordIssue>
  ) throws(FormError) {
    if xml.isAt("del") || xml.isAt("moveFrom") {
      issues.insert(.trackedChange)
      try xml.skipElement()
    } else if xml.isAt("ins") || xml.isAt("moveTo") {
      issues.insert(.trackedChange)
    } else if xml.isAt("sdtPr") {
      isPlaceholder = try has("showingPlcHdr", &xml)
    } else if xml.isAt("sdtContent") {
      if isPlaceholder { try xml.skipElement() }
      isPlaceholder = false
    } else if xml.isAt("AlternateContent") {
      alternatives.append(false)
    } else if xml.isAt("Choice") || xml.isAt("Fallback") {
      // The second way in which the same thing is written.
      if alternatives.last ?? false {
        try xml.skipElement()
      } else if !alternatives.isEmpty {
        alternatives[alternatives.count - 1] = true
      }
    }
  }

  mutating func leave(_ xml: XMLScanner) {
    if xml.isAt("AlternateContent") { _ = alternatives.popLast() }
  }

  /// Whether an element of some name is within the one that has just begun, which is passed over.
  func has(_ name: StaticString, _ xml: inout XMLScanner) throws(FormError) -> Bool {
    let outside = xml.depth - 1
    var isThere = false
    while true {
      switch try xml.next() {
      case .start where xml.isAt(name): isThere = !xml.isFalse("val")
      case .end where xml.depth == outside: return isThere
      default: break
      }
    }
  }

  // MARK: Paragraphs

  mutating func readParagraph(_ xml: inout XMLScanner) throws(FormError) -> WordParagraph {
    try takeOne(xml)
    var paragraph = WordParagraph()
    let outside = xml.depth - 1
    while true {
      switch try xml.next() {
      case .start where xml.isAt("pPr"): try readProperties(&xml, of: &paragraph)
      case .start where xml.isAt("r"): try readRun(&xml, &paragraph)
      case .start: try skipIfNotShown(&xml, &paragraph.issues)
      case .end where xml.depth == outside: return paragraph
      case .end: leave(xml)
      case .text: break
      case .finished: throw xml.error()
      }
    }
  }

  private func readProperties(
    _ xml: inout XMLScanner, of paragraph: inout WordParagraph
  ) throws(FormError) {
    let outside = xml.depth - 1
    while true {
      switch try xml.next() {
      case .start where xml.isAt("pStyle"): paragraph.style = xml.text(ofAttribute: "val")
      case .start where xml.isAt("outlineLvl"): paragraph.outlineLevel = xml.number("val")
      case .start where xml.isAt("numId"):
        paragraph.number = WordNumber(list: xml.number("val"), level: paragraph.number?.level)
      case .start where xml.isAt("ilvl"):
        paragraph.number = WordNumber(list: paragraph.number?.list, level: xml.number("val"))
      case .start where xml.isAt("del") || xml.isAt("moveFrom"):
        paragraph.goesOn = true
        paragraph.issues.insert(.trackedChange)
      // The properties before a recorded change.
      case .start where xml.isAt("pPrChange") || xml.isAt("sectPr"): try xml.skipElement()
      case .end where xml.depth == outside: return
      default: break
      }
    }
  }

  // MARK: Runs

  private mutating func readRun(
    _ xml: inout XMLScanner, _ paragraph: inout WordParagraph
  ) throws(FormError) {
    let outside = xml.depth - 1
    var isHidden = styles.isHidden(paragraph.style)
    var isStruck = styles.isStruck(paragraph.style)
    while true {
      switch try xml.next() {
      case .start where xml.isAt("rPr"): try readProperties(&xml, &isHidden, &isStruck)
      case .start where xml.isAt("r"): try readRun(&xml, &paragraph)
      case .start where xml.isAt("rt") || xml.isAt("instrText") || xml.isAt("delText"):
        try xml.skipElement()
      case .start where xml.isAt("fldChar"): readField(xml)
      case .start where xml.isAt("txbxContent"):
        let (fields, alternatives) = (fields, alternatives)
        self.fields = []
        self.alternatives = []
        paragraph.boxes += try readBlocks(&xml)
        self.fields = fields
        self.alternatives = alternatives
      case .start:
        guard let text = try text(of: &xml, &paragraph), !text.isEmpty else { continue }
        if isHidden {
          paragraph.issues.insert(.hiddenText)
        } else if isStruck {
          paragraph.issues.insert(.struckText)
        } else if !fields.contains(true) {
          paragraph.lines[paragraph.lines.count - 1] += text
        }
      case .end where xml.depth == outside: return
      case .end: leave(xml)
      case .text: break
      case .finished: throw xml.error()
      }
    }
  }

  private func readProperties(
    _ xml: inout XMLScanner, _ isHidden: inout Bool, _ isStruck: inout Bool
  ) throws(FormError) {
    let outside = xml.depth - 1
    while true {
      switch try xml.next() {
      case .start where xml.isAt("rStyle"):
        let style = xml.text(ofAttribute: "val")
        isHidden = isHidden || styles.isHidden(style)
        isStruck = isStruck || styles.isStruck(style)
      case .start where xml.isAt("vanish"): isHidden = !xml.isFalse("val")
      case .start where xml.isAt("strike") || xml.isAt("dstrike"): isStruck = !xml.isFalse("val")
      case .start where xml.isAt("rPrChange"): try xml.skipElement()
      case .end where xml.depth == outside: return
      default: break
      }
    }
  }

  private mutating func readField(_ xml: XMLScanner) {
    guard let type = xml.attribute("fldCharType") else { return }
    if type == "begin" {
      fields.append(true)
    } else if type == "separate", !fields.isEmpty {
      fields[fields.count - 1] = false
    } else if type == "end" {
      _ = fields.popLast()
    }
  }

  /// What an element of a run displays; `nil` of one that is gone into.
  private mutating func text(
    of xml: inout XMLScanner, _ paragraph: inout WordParagraph
  ) throws(FormError) -> String? {
    if xml.isAt("t") {
      var bytes: [UInt8] = []
      try xml.readText(into: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
    if xml.isAt("tab") || xml.isAt("ptab") { return "\t" }
    if xml.isAt("noBreakHyphen") { return "-" }
    if xml.isAt("sym") {
      let code = xml.text(ofAttribute: "char").flatMap { Int($0, radix: 16) } ?? 0
      let text = WordSymbols.text(code, font: xml.text(ofAttribute: "font") ?? "")
      if text == nil { paragraph.issues.insert(.unknownSymbol) }
      return text ?? "\u{FFFD}"
    }
    if xml.isAt("br") || xml.isAt("cr") {
      if xml.attribute("type").map({ $0 == "textWrapping" }) ?? true { paragraph.lines.append("") }
      return nil
    }
    if xml.isAt("footnoteReference") || xml.isAt("endnoteReference") {
      guard let id = xml.text(ofAttribute: "id"), !xml.isTrue("customMarkFollows") else {
        return nil
      }
      return take(WordNote(isEndnote: xml.isAt("endnoteReference"), id: id))
    }
    if xml.isAt("drawing") || xml.isAt("pict") {
      paragraph.issues.insert(.picture)
    } else if xml.isAt("object") {
      paragraph.issues.insert(.embeddedObject)
    } else if xml.isAt("commentReference") {
      paragraph.issues.insert(.comment)
    } else {
      try skipIfNotShown(&xml, &paragraph.issues)
    }
    return nil
  }

  /// The mark of a note, as ※1, which no reader of figures takes for a digit.
  private mutating func take(_ note: WordNote) -> String {
    if let index = notes.firstIndex(of: note) { return notes[index].mark(number(ofNote: index)) }
    notes.append(note)
    return note.mark(number(ofNote: notes.count - 1))
  }

  /// The number of a note among those of its kind.
  func number(ofNote index: Int) -> Int {
    notes[...index].count { $0.isEndnote == notes[index].isEndnote }
  }
}

/// A note at the foot of a page or at the end.
struct WordNote: Hashable {
  let isEndnote: Bool
  let id: String

  /// The mark by which text refers to it.
  func mark(_ number: Int) -> String {
    "※" + WordNumberFormat.text(number, isEndnote ? "lowerRoman" : "decimal")
  }
}
