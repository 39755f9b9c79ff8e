/// Escapes plain text for GitHub's Markdown.
enum MarkdownText {
  /// The text within a line or a table's cell. A line break becomes `<br>`.
  static func inline(_ text: String) -> String {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { escaped(PlainText.line($0)) }
      .joined(separator: "<br>")
  }

  /// The text as a paragraph of its own: what begins like a list or a heading is escaped, too.
  static func paragraph(_ text: String) -> String {
    let text = inline(text)
    switch text.unicodeScalars.first {
    case "#", "+", "-", "=": return "\\" + text
    case let first? where first.properties.numericType == .decimal && first.isASCII:
      let digits = text.prefix { $0.isASCII && $0.isNumber }
      let rest = text[digits.endIndex...]
      return rest.hasPrefix(".") || rest.hasPrefix(")") ? digits + "\\" + rest : text
    default: return text
    }
  }

  private static func escaped(_ text: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", "`", "*", "_", "[", "]", "<", ">", "&", "|", "~", "$":
        view.append("\\")
        view.append(scalar)
      default: view.append(scalar)
      }
    }
    return String(view)
  }
}
