/// Reads the markup of a page into its blocks, without a tree: tags are taken as they come, and what is
/// not closed is closed where a browser would close it.
struct WebPageReader {
  var scanner: MarkupScanner
  /// The flow of the page, and above it those of the cells and captions that are open.
  var flows = [WebFlow()]
  /// The tables that are open, the innermost last.
  var tables: [OpenTable] = []
  /// How many tables are open beyond the depth that is read.
  var deepTables = 0
  /// The lists that are open.
  var lists: [WebList] = []
  /// How many sections, articles and main parts are open: a header in one of them is no navigation.
  private var sectionDepth = 0
  /// How many elements that keep white space are open.
  private var keptDepth = 0
  /// How many blocks of the page stood when its main part ended.
  private var mainEnd: Int?
  /// The text of the title.
  private(set) var title = ""
  /// What is said of the whole page.
  var pageNotices: [WebNotice] = []
  /// Names of elements that are not passed over any more, since one of them is never closed.
  var unclosed: Set<String> = []

  init(_ bytes: [UInt8]) { scanner = MarkupScanner(bytes) }

  /// The flow that text goes to.
  var flow: WebFlow {
    get { flows[flows.count - 1] }
    _modify { yield &flows[flows.count - 1] }
  }

  /// Reads the page up to its end.
  mutating func read() -> [WebBlock] {
    while let token = scanner.next() {
      switch token {
      case .text(let range): take(text: range)
      case .start(let tag): start(tag)
      case .end(let name): end(name)
      }
    }
    if scanner.isCut || !tables.isEmpty { note(page: Self.cut) }
    while !tables.isEmpty { endTable() }
    if let mainEnd { flow.forgetLines(behind: mainEnd) }
    flow.breakLine()
    return flow.blocks
  }

  private static let cut = WebNotice(
    code: "cut-page", isWarning: true,
    message: LocalizedText(
      ja: "ページが表やタグの途中で終わっています。最後まで保存されたか確かめてください",
      en: "the page ends within a table or a tag; see whether it was saved to its end"))

  static let hiddenTable = WebNotice(
    code: "hidden-text", isWarning: true,
    message: LocalizedText(
      ja: "表示されない表は読んでいません", en: "a table that is not displayed is not read"))

  /// Says something of the whole page, once.
  mutating func note(page notice: WebNotice) {
    if !pageNotices.contains(where: { $0.code == notice.code }) { pageNotices.append(notice) }
  }

  private mutating func take(text range: Range<Int>) {
    let text = CharacterReference.replaced(in: scanner.bytes[range])
    guard keptDepth > 0, tables.isEmpty else {
      flow.text.append(text)
      return
    }
    for byte in text {
      if byte == 0x0A {
        flow.breakLine()
      } else if byte == 0x20 || byte == 0x09 {
        flow.text.appendKept(byte)
      } else {
        flow.text.append(CollectionOfOne(byte))
      }
    }
  }

  private mutating func start(_ tag: MarkupTag) {
    if skips(tag) { return }
    switch tag.name {
    case "script", "style", "xmp", "iframe", "noembed", "noframes", "noscript", "textarea":
      let content = scanner.raw(until: tag.name)
      // What a script holds is no part of the page.
      if tag.name != "script", tag.name != "style", scanner.hasTable(in: content) {
        flow.notices.append(Self.hiddenTable)
      }
    case "title":
      let content = scanner.raw(until: "title")
      guard title.isEmpty else { return }
      var text = InlineText()
      text.append(CharacterReference.replaced(in: scanner.bytes[content]))
      title = text.take()
    case "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th": startPart(tag)
    case "ul", "ol", "menu", "li": startList(tag)
    case "sup": flow.text.raise()
    case "h1", "h2", "h3", "h4", "h5", "h6":
      flow.breakLine()
      flow.level = Int(tag.name.dropFirst()) ?? 0
    case "main", "article", "section":
      flow.breakLine()
      sectionDepth += 1
      if tag.name == "main", tables.isEmpty { flow.forgetLines() }
    case "pre", "listing":
      flow.breakLine()
      keptDepth += 1
    default:
      if Self.blocks.contains(tag.name) { flow.breakLine() }
      if tables.isEmpty, scanner.value(of: "role", in: tag) == "main" { flow.forgetLines() }
    }
  }

  private mutating func end(_ name: String) {
    switch name {
    case "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th": endPart(name)
    case "ul", "ol", "menu", "li": endList(name)
    case "sup": flow.text.lower()
    case "h1", "h2", "h3", "h4", "h5", "h6":
      flow.breakLine()
      flow.level = 0
    case "main", "article", "section":
      flow.breakLine()
      sectionDepth = max(0, sectionDepth - 1)
      if name == "main", tables.isEmpty { mainEnd = flow.blocks.count }
    case "pre", "listing":
      flow.breakLine()
      keptDepth = max(0, keptDepth - 1)
    default:
      if Self.blocks.contains(name) { flow.breakLine() }
    }
  }

  /// Whether a header or footer is that of the page and not of a section.
  var isOutsideSections: Bool { sectionDepth == 0 }

  /// The elements that begin and end a line.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "br", "center", "dd", "details", "dir",
    "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "hr", "html",
    "legend", "nav", "p", "summary", "option", "head",
  ]
}
