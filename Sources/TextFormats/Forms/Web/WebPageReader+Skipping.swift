extension WebPageReader {
  /// Why an element is not read.
  private enum Reason { case navigation, hidden, deleted, ruby, control }

  /// Passes over an element that is not read, and says so.
  ///
  /// - Returns: whether it is passed over.
  mutating func skips(_ tag: MarkupTag) -> Bool {
    guard !unclosed.contains(tag.name), let reason = reason(tag) else { return false }
    let level = tables.last?.part == OpenTable.Part.none ? 1 : 0
    var depth = 1
    var innerTables = 0
    var hasTable = tag.name == "table"
    var hasText = false
    while true {
      let before = scanner.index
      guard let token = scanner.next() else { break }
      switch token {
      case .text(let range):
        hasText = hasText || !scanner.bytes[range].allSatisfy(MarkupScanner.isSpace)
      case .start(let inner):
        if Self.raw.contains(inner.name) {
          _ = scanner.raw(until: inner.name)
        } else if innerTables == 0, ends(tag.name, reason, at: inner.name, isStart: true, level) {
          scanner.index = before
          report(reason, hasText: hasText, hasTable: hasTable)
          return true
        } else if inner.name == tag.name {
          depth += 1
        }
        if inner.name == "table" {
          hasTable = true
          innerTables += 1
        }
      case .end(let name):
        if name == tag.name {
          depth -= 1
          if depth == 0 {
            report(reason, hasText: hasText, hasTable: hasTable)
            return true
          }
        } else if innerTables == 0, ends(tag.name, reason, at: name, isStart: false, level) {
          scanner.index = before
          report(reason, hasText: hasText, hasTable: hasTable)
          return true
        }
        if name == "table" { innerTables = max(0, innerTables - 1) }
      }
    }
    // It is never closed: a page that is cut short, or a slip. Rather read too much than nothing.
    unclosed.insert(tag.name)
    scanner.index = tag.end
    return false
  }

  private static let raw: Set<String> = [
    "script", "style", "xmp", "iframe", "noembed", "noframes", "noscript", "textarea", "title",
  ]

  private static let void: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track",
    "wbr", "html", "body", "frame", "param",
  ]

  private static let controls: Set<String> = [
    "select", "button", "datalist", "object", "applet", "canvas", "svg", "audio", "video", "map",
    "template",
  ]

  /// What pages of cities call the parts around their content.
  private static let navigationNames: Set<String> = [
    "header", "footer", "gnav", "gnavi", "globalnav", "globalnavi", "globalnavigation", "nav",
    "navi", "breadcrumb", "breadcrumbs", "pankuzu", "topicpath", "sidebar", "sidenav", "lnav",
    "lnavi", "localnav", "localnavi", "sitemap", "footernav", "headernav",
  ]

  private func reason(_ tag: MarkupTag) -> Reason? {
    switch tag.name {
    case "rt", "rp", "rtc": return .ruby
    case "del", "s", "strike": return .deleted
    case "nav", "aside": return .navigation
    case "header", "footer": if isOutsideSections { return .navigation }
    default:
      if Self.controls.contains(tag.name) { return .control }
      if Self.void.contains(tag.name) { return nil }
    }
    guard !tag.attributes.isEmpty else { return nil }
    if tag.name == "dialog", scanner.value(of: "open", in: tag) == nil { return .hidden }
    if scanner.value(of: "hidden", in: tag) != nil || hasStyle("display:none", tag)
      || hasStyle("visibility:hidden", tag) || hasStyle("visibility:collapse", tag)
    {
      return .hidden
    }
    switch scanner.value(of: "role", in: tag) {
    case "navigation", "banner", "contentinfo", "search": return .navigation
    default: break
    }
    guard tag.name == "div" || tag.name == "ul" || tag.name == "ol",
      let id = scanner.value(of: "id", in: tag)
    else { return nil }
    let name = id.lowercased().filter { $0 != "-" && $0 != "_" }
    return Self.navigationNames.contains(name) ? .navigation : nil
  }

  /// Whether a tag ends an element that is passed over though it does not name it.
  private func ends(
    _ element: String, _ reason: Reason, at name: String, isStart: Bool, _ level: Int
  ) -> Bool {
    if reason == .ruby, isStart ? ["rt", "rp", "rb", "rtc"].contains(name) : name == "ruby" {
      return true
    }
    guard !tables.isEmpty else { return false }
    switch name {
    case "td", "th":
      return !["tr", "thead", "tbody", "tfoot"].contains(element) && level == 0 || isCell(element)
    case "tr": return !["thead", "tbody", "tfoot"].contains(element)
    case "thead", "tbody", "tfoot": return true
    case "table": return !isStart
    default: return false
    }
  }

  private func isCell(_ element: String) -> Bool { element == "td" || element == "th" }

  /// Says that something was passed over, if there was something.
  private mutating func report(_ reason: Reason, hasText: Bool, hasTable: Bool) {
    guard hasText else { return }
    switch reason {
    case .hidden where hasTable, .control where hasTable: flow.notices.append(Self.hiddenTable)
    case .hidden:
      flow.notices.append(
        WebNotice(
          code: "hidden-text", isWarning: false,
          message: LocalizedText(
            ja: "表示されない文字は読んでいません", en: "text that is not displayed is not read")))
    case .deleted:
      flow.notices.append(
        WebNotice(
          code: "deleted-text", isWarning: false,
          message: LocalizedText(
            ja: "取り消し線で消された文字は読んでいません", en: "text that is struck out is not read")))
    case .navigation where hasTable:
      flow.notices.append(
        WebNotice(
          code: "table-in-navigation", isWarning: true,
          message: LocalizedText(
            ja: "案内の部分（nav、header、footer、aside）にある表は読んでいません",
            en: "a table in the navigation around the page (nav, header, footer, aside) is not read"
          )))
    case .navigation, .ruby, .control: break
    }
  }
}
