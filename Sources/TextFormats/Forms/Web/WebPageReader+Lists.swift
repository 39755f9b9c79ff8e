/// A list that is open.
struct WebList {
  /// How its items are numbered; `nil` of one without numbers.
  var style: String?
  /// The number of the next item.
  var next = 1
  var step = 1
}

extension WebPageReader {
  private static let maximumLists = 64

  mutating func startList(_ tag: MarkupTag) {
    flow.breakLine()
    if tag.name == "li" {
      flow.text.prefix = ""
      guard let last = lists.indices.last, let style = lists[last].style else { return }
      if let value = scanner.value(of: "value", in: tag).flatMap({ Int($0) }) {
        lists[last].next = min(max(value, -99_999), 99_999)
      }
      flow.text.prefix = Self.number(lists[last].next, style) + ". "
      lists[last].next += lists[last].step
      return
    }
    guard lists.count < Self.maximumLists else { return }
    var list = WebList()
    if tag.name == "ol", !hasStyle("list-style:none", tag), !hasStyle("list-style-type:none", tag) {
      list.style = scanner.value(of: "type", in: tag) ?? "1"
      let start = scanner.value(of: "start", in: tag).flatMap { Int($0) } ?? 1
      list.next = min(max(start, -99_999), 99_999)
      if scanner.value(of: "reversed", in: tag) != nil { list.step = -1 }
    }
    lists.append(list)
  }

  mutating func endList(_ name: String) {
    flow.breakLine()
    flow.text.prefix = ""
    // A list that was opened outside of the cell is not closed in it.
    if name != "li", lists.count > (tables.last?.listDepth ?? 0) { lists.removeLast() }
  }

  /// Whether the style of a tag says something.
  func hasStyle(_ declaration: String, _ tag: MarkupTag) -> Bool {
    guard let style = scanner.value(of: "style", in: tag) else { return false }
    return style.lowercased().filter { !$0.isWhitespace }.contains(declaration)
  }

  private static func number(_ number: Int, _ style: String) -> String {
    guard number > 0 else { return String(number) }
    switch style {
    case "a": return FilePlace.letters(ofColumn: number).lowercased()
    case "A": return FilePlace.letters(ofColumn: number)
    case "i": return RomanNumeral.text(number).lowercased()
    case "I": return RomanNumeral.text(number)
    default: return String(number)
    }
  }
}
