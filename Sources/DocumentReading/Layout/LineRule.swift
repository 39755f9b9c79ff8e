import MunicipalModel

/// How a line outside tables states the figures of an indicator: `{indicator}：{baseline}→{target}`.
///
/// `{indicator}` is the name; `{baseline}`, `{actual}`, `{target}` and the other roles are figures, each with its
/// unit and perhaps its time in brackets; `{text}` is passed over. Without `{indicator}` the name is that of the
/// line above. A space stands for one or more spaces; elsewhere spaces may be there
/// or not. Any arrow is an arrow, widths are folded, and a mark such as ・ may stand before the name.
package struct LineRule: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    case text(String)
    case space
    case name
    case prose
    case figure(IndicatorFigure.Role)
  }

  /// The text of one part of a line.
  struct Field: Hashable {
    let role: IndicatorFigure.Role
    let text: String
  }

  /// The rule as it was written.
  package let text: String
  let parts: [Part]

  /// Reads a rule; `nil` if it lacks a figure, names twice, or has an unknown `{…}`.
  package init?(_ text: String) {
    var parts: [Part] = []
    var literal = ""
    func flush() {
      if !literal.isEmpty { parts.append(.text(literal)) }
      literal = ""
    }
    var scanner = TextScanner(text)
    while let scalar = scanner.current {
      if scanner.skip("{") {
        flush()
        let word = scanner.read { $0 != "}" }
        guard scanner.skip("}") else { return nil }
        if word == "indicator" {
          parts.append(.name)
        } else if word == "text" {
          parts.append(.prose)
        } else if let role = IndicatorFigure.Role(rawValue: word), role != .shared {
          parts.append(.figure(role))
        } else {
          return nil
        }
      } else if scalar == " " {
        flush()
        scanner.skipSpaces()
        parts.append(.space)
      } else {
        literal.unicodeScalars.append(Self.plain(scalar))
        scanner.position += 1
      }
    }
    flush()
    self.text = text
    self.parts = parts
    guard parts.count(where: { $0 == .name }) <= 1,
      parts.contains(where: { if case .figure = $0 { true } else { false } }),
      !zip(parts, parts.dropFirst()).contains(where: { $0.isField && $1.isField })
    else { return nil }
  }

  /// Whether lines say the name of the indicator themselves.
  var hasName: Bool { parts.contains(.name) }

  /// The name and the figures of a line, if it is written so and every figure can be read.
  func match(_ line: String) -> (name: String, fields: [Field])? {
    guard line.utf8.count <= 900 else { return nil }
    var scanner = TextScanner(line)
    _ = scanner.read { Self.marks.contains($0) }
    var name = ""
    var fields: [Field] = []
    for (index, part) in parts.enumerated() {
      switch part {
      case .text, .space:
        guard Self.skip(part, in: &scanner) else { return nil }
      case .name, .prose, .figure:
        let start = scanner.position
        guard let end = end(of: index, in: scanner) else { return nil }
        let field = TextFolding.trimmed(scanner.original(start..<end))
        guard !field.isEmpty else { return nil }
        if case .figure(let role) = part {
          fields.append(Field(role: role, text: field))
        } else if part == .name {
          name = field
        }
        scanner.position = end
      }
    }
    scanner.skipSpaces()
    guard scanner.isAtEnd, !hasName || PrintedFigure.reading(name).isText,
      fields.allSatisfy({
        $0.role == .assessment || PrintedFigure.reading($0.text).missingReason != .unreadable
      })
    else { return nil }
    return (name, fields)
  }

  /// Where a field ends: before the first place at which the parts up to the next field stand.
  private func end(of index: Int, in scanner: TextScanner) -> Int? {
    let next = parts[(index + 1)...].prefix { !$0.isField }
    guard !next.isEmpty else { return scanner.scalars.count }
    var probe = scanner
    for position in (scanner.position + 1)...max(scanner.position + 1, scanner.scalars.count) {
      probe.position = position
      var cursor = probe
      if next.allSatisfy({ Self.skip($0, in: &cursor) }) { return position }
    }
    return nil
  }

  private static func skip(_ part: Part, in scanner: inout TextScanner) -> Bool {
    let start = scanner.position
    scanner.skipSpaces()
    guard case .text(let word) = part else { return scanner.position > start || scanner.isAtEnd }
    for scalar in word.unicodeScalars {
      scanner.skipSpaces()
      guard let found = scanner.current, plain(found) == scalar else { return false }
      scanner.position += 1
    }
    return true
  }

  private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    DocumentSession.arrows.contains(scalar) ? "→" : scalar
  }

  /// What may stand before the name.
  static let marks = Set(" ・●○◎◆◇■□▶▷►※*-–+".unicodeScalars)
}

extension LineRule.Part {
  /// Whether it is a name or a figure.
  var isField: Bool {
    switch self {
    case .name, .prose, .figure: true
    case .text, .space: false
    }
  }
}
