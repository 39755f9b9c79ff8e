/// The lists of a Word file, and how far they have counted.
struct WordNumbering {
  /// One level of a list.
  struct Level {
    var start = 1
    var format = "decimal"
    var text = ""
    /// What stands between the number and the text: a tab, a space or nothing.
    var suffix = "tab"
    /// The level, from 1, whose next number lets this one begin again; 0 for none.
    var restart: Int?
    /// Whether the numbers of all levels are decimal ones.
    var isLegal = false
    /// The style whose paragraphs are of this level.
    var style: String?
  }

  private struct List {
    var definition: Int
    var starts: [Int: Int] = [:]
    var levels: [Int: Level] = [:]
  }

  private struct Definition {
    var levels: [Int: Level] = [:]
    /// The list that holds the levels, if this definition only names it.
    var link: String?
    var linkOfOwn: String?
  }

  /// The levels of a list.
  static let levels = 9

  private var definitions: [Int: Definition] = [:]
  private var lists: [Int: List] = [:]
  private var counts: [Int: [Int?]] = [:]
  private var used: Set<Int> = []

  /// No lists.
  init() {}

  /// Reads the part of the lists.
  init(_ part: XMLPart) throws(FormError) {
    self = try part.read { xml throws(FormError) in try Self.read(&xml) }
    let owners = definitions.compactMap { id, definition in definition.linkOfOwn.map { ($0, id) } }
    for (id, definition) in definitions where definition.levels.isEmpty {
      guard let owner = owners.first(where: { $0.0 == definition.link })?.1 else { continue }
      let levels = definitions[owner]?.levels ?? [:]
      definitions[id]?.levels = levels
    }
  }

  private static func read(_ xml: inout XMLScanner) throws(FormError) -> WordNumbering {
    var numbering = WordNumbering()
    var definition = 0
    var list = 0
    while true {
      switch try xml.next() {
      case .finished: return numbering
      case .start where xml.isAt("abstractNum"):
        definition = xml.number("abstractNumId") ?? 0
        numbering.definitions[definition] = Definition()
      case .start where xml.isAt("numStyleLink"):
        numbering.definitions[definition]?.link = xml.text(ofAttribute: "val")
      case .start where xml.isAt("styleLink"):
        numbering.definitions[definition]?.linkOfOwn = xml.text(ofAttribute: "val")
      case .start where xml.isAt("lvl") && xml.depth == 3:
        let number = xml.number("ilvl") ?? 0
        numbering.definitions[definition]?.levels[number] = try readLevel(&xml)
      case .start where xml.isAt("num"): list = xml.number("numId") ?? 0
      case .start where xml.isAt("abstractNumId"):
        numbering.lists[list] = List(definition: xml.number("val") ?? 0)
      case .start where xml.isAt("lvlOverride"):
        let number = xml.number("ilvl") ?? 0
        let outside = xml.depth - 1
        override: while true {
          switch try xml.next() {
          case .start where xml.isAt("startOverride"):
            numbering.lists[list]?.starts[number] = xml.number("val") ?? 1
          case .start where xml.isAt("lvl"):
            numbering.lists[list]?.levels[number] = try readLevel(&xml)
          case .end where xml.depth == outside: break override
          default: break
          }
        }
      default: break
      }
    }
  }

  private static func readLevel(_ xml: inout XMLScanner) throws(FormError) -> Level {
    var level = Level()
    let outside = xml.depth - 1
    while true {
      switch try xml.next() {
      case .start:
        if xml.isAt("start") {
          level.start = min(xml.number("val") ?? 1, 1_000_000)
        } else if xml.isAt("numFmt") {
          level.format = xml.text(ofAttribute: "val") ?? "decimal"
        } else if xml.isAt("lvlText") {
          level.text = xml.text(ofAttribute: "val") ?? ""
        } else if xml.isAt("suff") {
          level.suffix = xml.text(ofAttribute: "val") ?? "tab"
        } else if xml.isAt("lvlRestart") {
          level.restart = xml.number("val")
        } else if xml.isAt("isLgl") {
          level.isLegal = !xml.isFalse("val")
        } else if xml.isAt("pStyle") {
          level.style = xml.text(ofAttribute: "val")
        }
      case .end where xml.depth == outside: return level
      default: break
      }
    }
  }

  // MARK: Counting

  private func level(_ number: Int, of list: List) -> Level? {
    list.levels[number] ?? definitions[list.definition]?.levels[number]
  }

  /// Counts the next paragraph of a list.
  ///
  /// - Parameters:
  ///   - number: its list, and its level if it has one of its own.
  ///   - style: the style of the paragraph, which may tell the level.
  /// - Returns: the number as it is displayed, with the space behind it; `nil` if it is in no list.
  mutating func label(_ number: WordNumber, style: String?) -> String? {
    guard let id = number.list, id != 0, let list = lists[id] else { return nil }
    let linked = (0..<Self.levels).first { index in
      style != nil && level(index, of: list)?.style == style
    }
    let index = min(number.level ?? linked ?? 0, Self.levels - 1)
    guard let own = level(index, of: list) else { return nil }
    var counts = self.counts[list.definition] ?? Array(repeating: nil, count: Self.levels)
    if used.insert(id).inserted {
      for (level, start) in list.starts where level < Self.levels { counts[level] = start - 1 }
    }
    counts[index] = (counts[index] ?? own.start - 1) + 1
    for lower in index + 1..<max(Self.levels, index + 1) {
      let restart = level(lower, of: list)?.restart
      if restart.map({ $0 > index }) ?? true {
        counts[lower] = list.starts[lower].map { $0 - 1 }
      }
    }
    self.counts[list.definition] = counts
    let text = text(own, counts, of: list)
    return text.isEmpty || own.suffix == "nothing" ? text : text + " "
  }

  private func text(_ own: Level, _ counts: [Int?], of list: List) -> String {
    guard own.format != "bullet" else { return WordSymbols.bullet(own.text) }
    var text = ""
    var isMark = false
    for character in own.text.unicodeScalars {
      if isMark, let digit = Int(String(character)), (1...Self.levels).contains(digit) {
        let level = level(digit - 1, of: list) ?? Level()
        text += WordNumberFormat.text(
          counts[digit - 1] ?? level.start,
          own.isLegal && level.format != "none" ? "decimal" : level.format)
        isMark = false
      } else if character == "%" {
        if isMark { text += "%" }
        isMark = true
      } else {
        if isMark { text += "%" }
        isMark = false
        text.unicodeScalars.append(character)
      }
    }
    return isMark ? text + "%" : text
  }
}
